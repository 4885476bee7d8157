import Foundation
import HanFacts
import Testing

@Suite("JSON: writing") struct JSONWriterTests {
  private func string(_ text: String) -> String {
    var out: [UInt8] = []
    out.appendJSON(text)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(
    "strings are escaped after RFC 8259 and nothing else is",
    arguments: [
      ("", #""""#), ("新华社", #""新华社""#), ("a\"b\\c", #""a\"b\\c""#), ("一\n二\t三\r", #""一\n二\t三\r""#),
      ("\u{0}\u{8}\u{C}\u{1F}\u{7F}", "\"\\u0000\\b\\f\\u001f\u{7F}\""), ("😀/", #""😀/""#),
      ("0123456789\"", #""0123456789\"""#), ("一二三四五六七八\u{1}", #""一二三四五六七八\u0001""#),
    ])
  func escaping(text: String, expected: String) {
    #expect(string(text) == expected)
  }

  @Test("a mark to escape is found at every place of a run of eight")
  func everyPlace() {
    for length in 0..<40 {
      for place in 0..<length {
        var text = Array(repeating: Character("中"), count: length)
        text[place] = "\""
        let expected = text.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
        #expect(string(String(text)) == "\"\(expected)\"")
      }
    }
  }

  @Test("whole numbers", arguments: [0, 9, 10, -1, 100, 25518, Int.max, Int.min])
  func integers(number: Int) {
    var out: [UInt8] = []
    out.appendJSON(number)
    #expect(String(decoding: out, as: UTF8.self) == String(number))
  }

  @Test(
    "thousandths have no zeros at the end",
    arguments: [(0.0, "0"), (0.5, "0.5"), (0.99, "0.99"), (0.987, "0.987"), (0.05, "0.05"), (0.001, "0.001"), (1, "1")])
  func thousandths(number: Double, expected: String) {
    var out: [UInt8] = []
    out.appendJSON(thousandths: number)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test("keys of a document stand in the order of the contract")
  func order() throws {
    let json = SampleDocument.full.json()
    #expect(json.hasPrefix(#"{"schema":"hanfacts/1","id":"seeds/一.txt","length":{"utf8":25518,"scalars":9001},"#))
    #expect(
      json.contains(
        #""referenceDate":{"value":"2020-09-15","from":"dateline+text"},"entities":[{"id":"e1","type":"organization","#
          + #""kind":"media","text":"新华社","canonical":"新华通讯社","entity":"o1","range":{"utf8":[3,12],"scalars":[1,4],"#
          + #""utf16":[1,4],"line":1,"column":2},"evidence":{"rule":"organization.composed","gazetteer":"#
          + #"["organizations/media.tsv:新华社","a:\"b\\\n"]},"confidence":0.99,"parts":[{"type":"place","#))
    #expect(json.contains(#""value":{"surname":"王","given":"宏升"},"evidence":{"rule":"figure.count"}}"#))
    #expect(json.contains(#""value":{"code":"320500","parents":["320000","CN"]}"#))
    #expect(json.contains(#""direction":"up","evidence":{"rule":"change"}}]}"#))
  }

  @Test("what is written reads back as the same document")
  func roundTrip() throws {
    let document = SampleDocument.full
    #expect(try Document(json: document.json()) == document)
    #expect(try Document(json: document.json(isPretty: true)) == document)
    #expect(try reread(document.jsonBytes()) == document.jsonBytes())
  }

  @Test("Codable has the same shapes")
  func codable() throws {
    let document = SampleDocument.full
    #expect(try JSONDecoder().decode(Document.self, from: Data(document.jsonBytes())) == document)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let encoded = try encoder.encode(document)
    #expect(try Document(json: Array(encoded)).entities == document.entities)
    let ours = try JSONSerialization.jsonObject(with: Data(document.jsonBytes())) as? NSDictionary
    let theirs = try JSONSerialization.jsonObject(with: encoded) as? NSDictionary
    #expect(ours != nil && ours == theirs)
  }

  @Test("a record of another schema is refused by both readers")
  func schema() {
    let text = #"{"schema":"hanfacts/2","id":"a","length":{"utf8":0,"scalars":0},"entities":[],"facts":[]}"#
    #expect(throws: JSONError.self) { try Document(json: text) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Document.self, from: Data(text.utf8)) }
    #expect(throws: JSONError.self) { try Document(json: #"{"id":"a"}"#) }
  }

  @Test(
    "layout for people",
    arguments: [
      (#"{"id":"e1","range":[1,4]}"#, #"{"id": "e1", "range": [1, 4]}"#), ("[]", "[]"), ("{}", "{}"),
      (#""a,b:{\"c\"]""#, #""a,b:{\"c\"]""#), ("12.5", "12.5"),
    ])
  func short(compact: String, expected: String) {
    #expect(String(decoding: JSONIndenter.indented(Array(compact.utf8)), as: UTF8.self) == expected)
  }

  @Test("what is long is laid out over lines, two blanks a level")
  func long() {
    let long = String(repeating: "长", count: 30)
    let expected = """
      {
        "a": "\(long)",
        "b": [
          "\(long)",
          {"c": 1}
        ]
      }
      """
    let compact = #"{"a":"\#(long)","b":["\#(long)",{"c":1}]}"#
    #expect(String(decoding: JSONIndenter.indented(Array(compact.utf8)), as: UTF8.self) == expected)
  }

  @Test("one object holds any number of documents", arguments: [0, 1, 3], [false, true])
  func object(count: Int, isPretty: Bool) throws {
    var writer = JSONWriter(isPretty: isPretty)
    var out: [UInt8] = []
    writer.begin(into: &out)
    for _ in 0..<count { writer.write(SampleDocument.full, source: [], into: &out) }
    writer.end(into: &out)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(out)) as? [String: Any])
    #expect(object["schema"] as? String == "hanfacts/1")
    #expect((object["documents"] as? [Any])?.count == count)
    #expect(out.last == 0x0A)
  }
}
