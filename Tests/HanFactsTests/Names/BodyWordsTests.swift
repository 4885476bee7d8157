import HanGazetteer
import HanText
import Testing

@testable import HanFacts

@Suite("The words of bodies")
struct BodyWordsTests {
  private static func contains(_ word: String, _ list: ShortWords) -> Bool {
    let scalars = word.foldedScalars
    return scalars.withUnsafeBufferPointer { list.contains(0..<$0.count, $0) }
  }

  @Test("A table of users adds words to the built-in ones; what is too long, and a use that is none, are passed over")
  func tables() {
    let words = BodyWords(tables: [
      (name: "facts/bodies.tsv", bytes: Array("surface\tbodies\n# 注\n科技 医药\ttrade\n收购\tact\n".utf8)),
      (name: "facts/mine.tsv", bytes: Array("surface\tbodies\n牙科 钓具\ttrade unknown claim\n农副产品业\ttrade\n".utf8)),
      (name: "facts/uses.tsv", bytes: Array("surface\tuses\n宣布\ttrade\n".utf8)),
      (name: "words/bodies.tsv", bytes: Array("surface\tbodies\n声明\ttrade\n".utf8)),
    ])
    let all = ["科技", "医药", "牙科", "钓具", "收购", "农副产品业", "副产品业", "宣布", "声明", ""]
    #expect(all.filter { Self.contains($0, words[.trade]) } == ["科技", "医药", "牙科", "钓具"])
    #expect(all.filter { Self.contains($0, words[.act]) } == ["收购"])
    #expect(all.filter { Self.contains($0, words[.claim]) } == ["牙科", "钓具"])
  }

  @Test("The built-in table has a row for each use, in their order, with short words as texts are folded")
  func builtIn() throws {
    let tables = try #require(KnowledgeBase.builtIn.images.first).verbatimTables
    let bytes = try #require(tables.first { $0.name == "facts/bodies.tsv" }).bytes
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    let words = KnowledgeBase.builtIn.scanners.bodyWords
    #expect(rows.count == BodyWord.allCases.count && rows.count == BodyWord.names.count)
    for (row, (name, use)) in zip(rows, zip(BodyWord.names, BodyWord.allCases)) {
      let cells = row.split(separator: "\t")
      #expect(cells.last.map(String.init) == "\(name)")
      for surface in (cells.first ?? "").split(separator: " ") {
        #expect(String(surface).foldedScalars == surface.unicodeScalars.map(\.value), "\(surface)")
        #expect(Self.contains(String(surface), words[use]), "\(surface)")
      }
    }
  }

  @Test("A trade of a user's table makes names of companies")
  func user() throws {
    let text = "渊屿眼镜董事长周海波说，公司将建设新厂。大家看好渊屿眼镜。"
    let table = SourceTable(name: "facts/mine.tsv", bytes: Array("surface\tbodies\n眼镜\ttrade\n".utf8))
    func organizations(_ knowledge: Knowledge) -> [String] {
      Extractor(knowledge: knowledge).extract(text).entities.filter { $0.type == .organization }.map(\.text)
    }
    #expect(organizations(.standard).isEmpty)
    #expect(try organizations(Knowledge.standard.adding(tables: [table])) == ["渊屿眼镜", "渊屿眼镜"])
  }
}
