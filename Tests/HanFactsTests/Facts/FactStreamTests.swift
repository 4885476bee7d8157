import HanText
import Testing

@testable import HanFacts

@Suite struct FactStreamTests {
  /// What a buffer held before is nobody's token, also where only the sentences of persons are read.
  @Test(arguments: [true, false]) func coversOnlyItsOwnTokens(onlyPersons: Bool) {
    let stream = FactStream()
    stream.covering.base.update(repeating: 2, count: 64)
    let text = SourceText("王小明到了。天晴了。")
    var document = DecodedDocument()
    document.tokens = [(0, 3, WordClass.person), (3, 4, .verb), (4, 5, .particle), (5, 6, .stop), (6, 9, .noun)]
      .map { DecodedToken(start: $0.0, end: $0.1, wordClass: $0.2) }
    document.sentences = [.init(range: 0..<6, tokens: 0..<4), .init(range: 6..<10, tokens: 4..<5)]
    let person = Mention(range: 0..<3, type: .person, rule: "chinese", source: .chineseName)
    stream.fill(document, [person], text, FactLexicon(tables: []), onlyPersons: onlyPersons)
    for character in 0...text.count {
      if let token = stream.token(startingAt: character) { #expect(token < stream.tokens.count) }
      if let token = stream.token(endingAt: character) { #expect(token < stream.tokens.count) }
    }
    #expect(stream.token(startingAt: 0) == 0)
    #expect(stream.token(endingAt: 3) == 0)
  }
}
