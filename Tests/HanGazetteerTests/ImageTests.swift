import HanGazetteer
import HanText
import Testing

/// From tables to the image and back: every surface is found where it stands, and no other.
@Suite struct ImageTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func everySurfaceIsFoundAndNoOther(_ seed: UInt64) throws {
    var random = Random(seed)
    // Few characters and short words make many shared beginnings; many make a wide root.
    // Only characters that stay themselves when texts are folded.
    let plain = (0x4E00..<0x6E00).map { UInt32($0) }.filter { FoldingTable.shared.fold($0) == $0 }
    let alphabet = (0..<[3, 8, 60, 900][random.below(4)]).map { plain[$0 * 7] }
    var surfaces: Set<[UInt32]> = []
    for _ in 0..<random.below(1_500) + 1 {
      surfaces.insert((0...random.below(6)).map { _ in alphabet[random.below(alphabet.count)] })
    }
    let image = try Fixture.image(["places/a.tsv": "surface\n" + surfaces.map { Fixture.text($0) + "\n" }.joined()])
    for surface in surfaces { #expect(image.entries(of: surface).count == 1) }
    for _ in 0..<2_000 {
      let word = (0...random.below(7)).map { _ in alphabet[random.below(alphabet.count)] }
      #expect(image.entries(of: word).count == (surfaces.contains(word) ? 1 : 0), "\(Fixture.text(word))")
    }
    #expect(image.entries(of: [plain[1]]).isEmpty)

    // Walking a text meets exactly the surfaces that stand there, and the filter hides none.
    let line = (0..<300).map { _ in alphabet[random.below(alphabet.count)] }
    let codes = line.map { image.code(of: $0) } + [0]
    codes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for start in line.indices {
        var met: [Int] = []
        image.forEachWord(in: base, from: start, to: line.count) { length, _ in met.append(length) }
        let expected = (1...8).filter { start + $0 <= line.count && surfaces.contains(Array(line[start..<start + $0])) }
        #expect(met == expected)
        #expect(expected.isEmpty || image.startFilter?.mayStart(codes[start], codes[start + 1]) == true)
      }
    }
  }

  @Test func everySurfaceIsListedOnce() throws {
    let image = try Fixture.image([
      "places/a.tsv": "surface\taliases\n北京市\t北京|京\n北海市\t北海\n", "people/b.tsv": "surface\n北京\n",
    ])
    var found: [String] = []
    image.forEachSurface { spelling, _ in found.append(spelling()) }
    #expect(found.sorted() == ["京", "北京", "北京市", "北海", "北海市"])
    let categories = image.entries(of: Fixture.scalars("北京")).map { image.categories[Int($0.category)] }
    #expect(categories.sorted() == ["people", "places"])
  }

  @Test func rowsKeepLineCellsAndMarks() throws {
    let image = try Fixture.image([
      "places/a.tsv": "# comment\nsurface\taliases\tkind\tcode\n东方市?\t东方?\tcounty\t469007\n"
    ])
    let entry = try #require(image.entries(of: Fixture.scalars("东方")).first)
    #expect(image.line(of: entry) == 3)
    #expect(image.cell(0, of: entry) == "东方市")
    #expect(image.cell(named: "code", of: entry) == "469007")
    #expect(image.kinds[Int(entry.kind)] == "county")
    #expect(entry.has(GazetteerEntry.alias) && entry.has(GazetteerEntry.ambiguous))
  }

  @Test func surfacesAreFoldedAsTextsAre() throws {
    let image = try Fixture.image(["organizations/a.tsv": "surface\n國務院ＡＢ\n"])
    #expect(image.entries(of: Fixture.scalars("国务院AB")).count == 1)
  }

  @Test func anEmptyTableAndForeignBytes() throws {
    let image = try Fixture.image(["places/a.tsv": "surface\n"])
    #expect(image.entries(of: [0x4E00]).isEmpty)
    #expect(GazetteerImage(Array("not an image, whatever else it may be".utf8)) == nil)
  }

  @Test func charactersBeyondTheBasicPlane() throws {
    let image = try Fixture.image(["people/a.tsv": "surface\n王𠮷\n𠀋𠮷\n"])
    #expect(image.entries(of: Fixture.scalars("王𠮷")).count == 1)
    #expect(image.entries(of: Fixture.scalars("𠀋𠮷")).count == 1)
    #expect(image.entries(of: Fixture.scalars("𠮷")).isEmpty)
    #expect(image.code(of: 0x2A6D6) == 0)
  }
}
