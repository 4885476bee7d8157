import HanText
import Testing

@testable import HanFacts

@Suite("The lexicon of facts")
struct FactLexiconTests {
  private static func lexicon(_ tables: [(name: String, text: String)]) -> FactLexicon {
    FactLexicon(tables: tables.map { (name: $0.name, bytes: Array($0.text.utf8)) })
  }

  private static func word(_ surface: String, _ lexicon: FactLexicon) -> FactLexicon.Word {
    let scalars = surface.foldedScalars
    return scalars.withUnsafeBufferPointer { scalars in
      scalars.baseAddress.map { lexicon.word($0, count: scalars.count) } ?? FactLexicon.Word()
    }
  }

  @Test("A word has what all rows and both tables say of it")
  func rows() {
    let lexicon = Self.lexicon([
      ("facts/words.tsv", "surface\ttraits\n# 注\n说 占\tcue link\n"),
      ("facts/uses.tsv", "surface\tuses\n占 约占\tshare\n占\tunique giving unknown\n"),
    ])
    let share = Self.word("占", lexicon)
    #expect(share.traits == [.cue, .link])
    #expect(share.uses == WordUses(.share, .giving, .unique))
    #expect(Self.word("约占", lexicon).uses == WordUses(.share))
    #expect(Self.word("说", lexicon).uses == WordUses())
    #expect(Self.word("说占", lexicon).uses == WordUses())
  }

  @Test("Uses on both sides of the sixty-fourth are apart")
  func bits() {
    for (index, one) in WordUse.names.enumerated() {
      #expect(Int(one.1.rawValue) == index)
      for other in WordUse.names {
        #expect(WordUses(one.1).contains(other.1) == (one.1 == other.1))
        #expect(WordUses(one.1).isDisjoint(with: WordUses(other.1)) == (one.1 != other.1))
      }
    }
  }

  @Test("The built-in table has a row for each use, in their order, with words as texts are folded")
  func builtIn() throws {
    let tables = try #require(KnowledgeBase.builtIn.images.first).verbatimTables
    let bytes = try #require(tables.first { $0.name == "facts/uses.tsv" }).bytes
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    let lexicon = KnowledgeBase.builtIn.scanners.factLexicon
    #expect(rows.count == WordUse.names.count)
    for (row, (name, use)) in zip(rows, WordUse.names) {
      let cells = row.split(separator: "\t")
      #expect(cells.last.map(String.init) == "\(name)")
      for surface in (cells.first ?? "").split(separator: " ") {
        #expect(String(surface).foldedScalars == surface.unicodeScalars.map(\.value), "\(surface)")
        #expect(Self.word(String(surface), lexicon).uses.contains(use), "\(surface)")
      }
    }
  }
}
