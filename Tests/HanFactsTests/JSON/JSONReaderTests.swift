import HanFacts
import Testing

@Suite("JSON: reading") struct JSONReaderTests {
  @Test(
    "well-formed texts",
    arguments: [
      ("null", "null"), (" [ ] ", "[]"), ("{ \"a\" : [ 1 , -2.5e+3, true,false ] }", #"{"a":[1,-2.5e+3,true,false]}"#),
      (#""\u65b0\u534e\u793e""#, #""新华社""#), (#""\ud83d\ude00""#, #""😀""#),
      (#""\/\b\f\n\r\t\"\\""#, #""/\b\f\n\r\t\"\\""#),
      (#""\ud83d""#, #""�""#), (#""\ude00x""#, #""�x""#), (#""\ud83dA""#, #""�A""#),
      (#""\ud83d\ud83d\ude00""#, #""�😀""#),
      ("0", "0"), ("-0.0e-0", "-0.0e-0"), ("{\"\":{}}", #"{"":{}}"#),
    ])
  func valid(text: String, expected: String) throws {
    #expect(String(decoding: try reread(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "faults are named with the byte they stand at",
    arguments: [
      ("", 0), ("  ", 2), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\" 1}", 5), ("{\"a\":}", 5), ("{\"a\":1,}", 7),
      ("{a:1}", 1), ("\"abc", 4), ("\"a\nb\"", 2), (#""\x""#, 1), (#""\u12""#, 1), (#""\u12G4""#, 1), ("01", 1),
      ("1.", 2),
      ("-", 1), ("1e", 2), ("tru", 0), ("nul", 0), ("[1]]", 3), ("{\"a\":1}x", 7), ("'a'", 0), ("\u{FEFF}1", 0),
      ("[\u{A0}1]", 1),
    ])
  func invalid(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try reread(Array(text.utf8)) }
    #expect(error?.offset == offset)
  }

  @Test("skipping takes exactly one value")
  func skipping() throws {
    let text = #"[{"a":[1,{"b":"\"]}"}],"c":null}, 7]"#
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      try reader.beginArray()
      #expect(try reader.nextElement())
      try reader.skipValue()
      #expect(try reader.nextElement())
      #expect(try reader.readInt() == 7)
      #expect(try !reader.nextElement())
      try reader.finish()
    }
  }

  @Test("depth is limited, not the stack", arguments: ["[", "{\"a\":", "[{\"b\":["])
  func depth(open: String) {
    let bytes = Array(String(repeating: open, count: 200_000).utf8)
    let error = #expect(throws: JSONError.self) {
      try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        try reader.skipValue()
      }
    }
    #expect(error?.message.contains("nested deeper") == true)
  }

  @Test(
    "whole numbers", arguments: [("0", 0), ("-12", -12), ("9223372036854775807", Int.max), ("1.5", nil), ("1e3", nil)])
  func integers(text: String, expected: Int?) {
    let value = Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      return try? reader.readInt()
    }
    #expect(value == expected)
  }

  @Test("an error knows its line and column")
  func position() {
    let text = Array("{\n  \"中\": x".utf8)
    let error = #expect(throws: JSONError.self) { try reread(text) }
    let position = error?.position(in: text)
    #expect(position?.line == 2)
    #expect(position?.column == 8)
  }

  @Test("any bytes are read or refused, never a crash", arguments: 0..<40)
  func fuzz(seed: Int) {
    var generator = JSONFuzzGenerator(seed: UInt64(seed))
    let alphabet = Array("{}[]\",:\\/ \n0123456789.eE+-truefalsn\\ud83d中\u{0}".utf8)
    for _ in 0..<300 {
      let count = Int.random(in: 0..<60, using: &generator)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &generator)
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
          : UInt8.random(in: 0...255, using: &generator)
      }
      if let copy = try? reread(bytes) {
        #expect((try? reread(copy)) == copy)
      }
      _ = try? Document(json: bytes)
    }
  }

  @Test("a broken record is read or refused, never a crash", arguments: 0..<20)
  func mutated(seed: Int) {
    var generator = JSONFuzzGenerator(seed: UInt64(1_000 + seed))
    let whole = SampleDocument.full.jsonBytes()
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
        }
      }
      if let document = try? Document(json: bytes) {
        #expect((try? Document(json: document.jsonBytes())) == document)
      }
    }
  }
}

@Suite("JSON: lines of input") struct JSONLineTests {
  private func read(_ text: String) throws(JSONError) -> JSONLine {
    try Array(text.utf8).withUnsafeBufferPointer { buffer throws(JSONError) in
      var line = JSONLine()
      try line.read(buffer)
      return line
    }
  }

  @Test("keys in any order, unknown ones read over, the last of a repeated one counts")
  func keys() throws {
    let line = try read(#"{"x":{"text":[1]},"referenceDate":"2020-09-15","text":"一","id":"a","text":"新\n华"}"#)
    #expect(line.id == "a")
    #expect(line.text == Array("新\n华".utf8))
    #expect(line.referenceDate == "2020-09-15")
    #expect(line.loneSurrogate == nil)
  }

  @Test("a name may be a number or missing", arguments: [("12", "12"), ("1.50", "1.50"), ("null", nil), ("\"\"", "")])
  func names(id: String, expected: String?) throws {
    #expect(try read(#"{"id":\#(id),"text":""}"#).id == expected)
  }

  @Test(
    "what is no document line",
    arguments: [
      "[]", "1", "", #"{"id":"a"}"#, #"{"text":1}"#, #"{"text":null}"#, #"{"text":"a","id":[]}"#,
      #"{"text":"a","referenceDate":20200915}"#, #"{"text":"a"} {"text":"b"}"#, #"{"text":"a""#,
    ])
  func refused(text: String) {
    #expect(throws: JSONError.self) { try read(text) }
  }

  @Test("half a surrogate pair is noticed in the text, not in a key that is read over")
  func surrogates() throws {
    #expect(try read(#"{"text":"a\ud800b"}"#).loneSurrogate == 10)
    #expect(try read(#"{"x":"\ud800","text":"b"}"#).loneSurrogate == nil)
  }

  @Test("a line forgets the one before")
  func reuse() throws {
    var line = JSONLine()
    for (text, id) in [
      (#"{"text":"长长的","id":"a","referenceDate":"2020-09-15"}"#, "a" as String?), (#"{"text":"短"}"#, nil),
    ] {
      try Array(text.utf8).withUnsafeBufferPointer { try line.read($0) }
      #expect(line.id == id)
    }
    #expect(line.text == Array("短".utf8))
    #expect(line.referenceDate == nil)
  }
}
