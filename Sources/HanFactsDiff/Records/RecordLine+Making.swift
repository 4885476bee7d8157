extension RecordLine {
  /// What a mention's line is made of.
  struct Mention {
    var type = ""
    var kind: String?
    var text = ""
    var canonical: String?
    var value: ValueFields?
    var isNested = false
  }

  /// The line of a mention.
  ///
  /// What follows from the rest is left out, so that lines stay short: a canonical form, canonical unit, EDTF value,
  /// begin and end that repeat what stands before them, and a kind that repeats the type. The names inside a name are
  /// no part of it: with `--nested` they are records of their own.
  init(_ mention: Mention) {
    self.init(isFact: false, type: mention.type, text: mention.text, fields: [])
    if let kind = mention.kind { fields.append(Field(name: "kind", value: kind)) }
    if let canonical = mention.canonical, canonical != mention.text {
      fields.append(Field(name: "canonical", value: canonical))
    }
    if let value = mention.value {
      for field in value.fields where !Self.repeats(field, of: mention, value) { fields.append(field) }
    }
    if mention.isNested { fields.append(Field(name: "nested", value: "true")) }
  }

  private static func repeats(_ field: Field, of mention: Mention, _ value: ValueFields) -> Bool {
    switch field.name {
    case "kind": field.value == mention.type || field.value == mention.kind
    case "canonicalUnit": field.value == value["unit"]
    case "edtf", "begin", "end": field.value == value["value"]
    default: false
    }
  }

  /// What stands under a name, with what the line leaves out because it repeats another field.
  func effective(_ name: String) -> String? {
    if let value = self[name] { return value }
    guard !isFact else { return nil }
    switch name {
    case "canonical": return text
    case "canonicalUnit": return self["unit"]
    case "edtf", "begin", "end": return self["value"]
    default: return nil
    }
  }

  /// How a fact names this mention as its argument.
  var argumentIdentity: String {
    ValueFields.brief { self[$0] } ?? self["canonical"] ?? text
  }

  /// An argument of a fact by its identity: the value, else the thing's canonical form, else the surface.
  struct Argument {
    var text = ""
    var canonical: String?
    var value: ValueFields?

    var identity: String { value?.brief ?? canonical ?? text }
  }

  /// The line of a fact.
  struct FactParts {
    var type = ""
    var fields: [Field] = []
    var polarity: String?
    var modality: String?
    var source: Argument?

    mutating func append(_ name: String, _ arguments: [Argument]) {
      fields.append(Field(name: name, value: arguments.map(\.identity).joined(separator: "、")))
    }

    /// A word of the contract. The name of another fact in the document is no part of an identity.
    mutating func append(_ name: String, word: String) {
      if name != "continues" { fields.append(Field(name: name, value: word)) }
    }
  }

  init(_ parts: FactParts) {
    self.init(isFact: true, type: parts.type, text: "", fields: parts.fields)
    if let polarity = parts.polarity { fields.append(Field(name: "polarity", value: polarity)) }
    if let modality = parts.modality { fields.append(Field(name: "modality", value: modality)) }
    if let source = parts.source { fields.append(Field(name: "source", value: source.identity)) }
  }
}
