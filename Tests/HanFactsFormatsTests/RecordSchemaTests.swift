import Testing

@testable import HanFactsFormats

@Suite struct RecordSchemaTests {
  private func references(in node: JSONNode) -> [String] {
    switch node {
    case .object(let members):
      members.flatMap { $0.key == "$ref" ? [$0.value.text ?? ""] : references(in: $0.value) }
    case .array(let elements): elements.flatMap { references(in: $0) }
    default: []
    }
  }

  @Test func everyReferenceLeadsToADefinition() throws {
    let schema = try JSONNode(parsing: RecordSchema.utf8)
    let references = Set(references(in: schema))
    #expect(references.count > 10)
    for reference in references {
      let name = try #require(reference.split(separator: "/").last)
      #expect(reference == "#/$defs/\(name)")
      #expect(schema["$defs"]?[String(name)] != nil, "\(reference)")
    }
  }

  @Test func namesItsDialectAndItself() throws {
    let schema = try JSONNode(parsing: RecordSchema.utf8)
    #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
    #expect(schema["$id"] == .string(RecordSchema.id))
    #expect(RecordSchema.json.hasSuffix("}\n"))
  }

  @Test(arguments: [
    "collection", "document", "entity", "range", "evidence", "part", "argument", "figureValue", "dateValue",
  ])
  func objectsAreClosed(name: String) throws {
    let schema = try JSONNode(parsing: RecordSchema.utf8)
    #expect(schema["$defs"]?[name]?["additionalProperties"] == .bool(false))
  }
}
