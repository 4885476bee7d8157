import HanFacts
import HanText

/// A document with every field and every shape of a value.
enum SampleDocument {
  static func range(_ start: Int, _ count: Int) -> SourceRange {
    SourceRange(
      utf8: start * 3..<(start + count) * 3, scalars: start..<start + count, utf16: start..<start + count, line: 1,
      column: start + 1)
  }

  static let full: Document = {
    var date = DateValue(kind: .duration, value: "P650D", mod: .moreThan)
    date.edtf = "2018/2020"
    date.begin = "2018-12-05"
    date.end = "2020-09-15"
    date.anchor = .reference
    date.calendar = "chinese"
    date.zone = "+08:00"
    let of = FigureValue.Of(text: "技术成果", range: range(2, 4))
    let values: [EntityValue] = [
      .person(PersonValue(surname: "王", given: "宏升")), .place(PlaceValue(code: "320500", parents: ["320000", "CN"])),
      .date(date),
      .figure(
        FigureValue(kind: .count, value: 4500, approximation: .over, unit: "项", canonicalUnit: "项", of: of)),
      .figure(FigureValue(kind: .measure, min: 20, max: 36, unit: "毫米", canonicalUnit: "mm")),
      .figure(FigureValue(kind: .score, parts: [78, 96])),
      .figure(
        FigureValue(
          kind: .fraction, value: 0.333333333333333, numerator: 1, denominator: 3, approximation: .about,
          si: FigureValue.SI(value: 39.5, unit: "m2"))),
    ]
    let evidence = Evidence(rule: "organization.composed", gazetteer: ["organizations/media.tsv:新华社", "a:\"b\\\n"])
    var entities = values.enumerated().map { index, value in
      Entity(
        id: "e\(index + 2)", type: "figure", text: "4500多项", range: range(index, 6), value: value,
        evidence: Evidence(rule: "figure.count"))
    }
    entities.insert(
      Entity(
        id: "e1", type: .organization, kind: "media", text: "新华社", canonical: "新华通讯社", entity: "o1",
        range: range(1, 3), evidence: evidence, confidence: 0.99,
        parts: [EntityPart(type: .place, kind: "country", text: "新", range: range(1, 1))], isNested: true), at: 0)
    let person = FactArgument(text: "王宏升", range: range(3, 3), entity: "p3")
    let figure = FactArgument(text: "39.5%", range: range(9, 5), value: values[3])
    let facts = [
      Fact(
        id: "f1", type: .role, range: range(3, 9),
        arguments: [.init(name: "person", value: .argument(person))], polarity: "denied", modality: "planned",
        source: person, evidence: evidence),
      Fact(
        id: "f2", type: .dateline, range: range(0, 9),
        arguments: [
          .init(name: "source", value: .argument(person)), .init(name: "reporters", value: .list([person, person])),
        ], evidence: Evidence(rule: "dateline")),
      Fact(
        id: "f3", type: .change, range: range(0, 9),
        arguments: [.init(name: "figure", value: .argument(figure)), .init(name: "direction", value: .word("up"))],
        evidence: Evidence(rule: "change")),
    ]
    return Document(
      id: "seeds/一.txt", length: .init(utf8: 25518, scalars: 9001),
      referenceDate: ReferenceDate(year: 2020, month: 9, day: 15, from: .datelineAndText), entities: entities,
      facts: facts)
  }()
}

/// A small generator that gives the same numbers on every system.
struct JSONFuzzGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Reads a whole JSON text and gives it back in compact form, as the reader understood it.
func reread(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
  try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
    var reader = JSONReader(buffer)
    var out: [UInt8] = []
    try copyValue(&reader, into: &out)
    try reader.finish()
    return out
  }
}

private func copyValue(_ reader: inout JSONReader, into out: inout [UInt8]) throws(JSONError) {
  switch try reader.peek() {
  case .object:
    try reader.beginObject()
    out.append("{")
    var isFirst = true
    while let key = try reader.nextKey() {
      if !isFirst { out.append(",") }
      isFirst = false
      out.appendJSON(key)
      out.append(":")
      try copyValue(&reader, into: &out)
    }
    out.append("}")
  case .array:
    try reader.beginArray()
    out.append("[")
    var isFirst = true
    while try reader.nextElement() {
      if !isFirst { out.append(",") }
      isFirst = false
      try copyValue(&reader, into: &out)
    }
    out.append("]")
  case .string: out.appendJSON(try reader.readString())
  case .number: out.append(contentsOf: try reader.readNumber().utf8)
  case .bool: out.append(try reader.readBool() ? "true" : "false")
  case .null:
    _ = try reader.takeNull()
    out.append("null")
  }
}
