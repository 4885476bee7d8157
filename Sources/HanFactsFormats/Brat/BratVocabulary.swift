/// The names that annotations use, for `annotation.conf`.
struct BratVocabulary: Sendable {
  var entities: Set<String> = []
  var relations: Set<String> = []
  /// The argument names of each type of event.
  var events: [String: Set<String>] = [:]
  /// The values of each attribute.
  var attributes: [String: Set<String>] = [:]

  mutating func add(_ other: BratVocabulary) {
    entities.formUnion(other.entities)
    relations.formUnion(other.relations)
    events.merge(other.events) { $0.union($1) }
    attributes.merge(other.attributes) { $0.union($1) }
  }

  /// A name as brat takes it for a type or a role.
  static func safe(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" ? scalar : "_"
    }
    return scalars.isEmpty ? "_" : String(String.UnicodeScalarView(scalars))
  }

  /// A value as brat takes it for an attribute: no white space, and no `|` or `,`, which part values in the settings.
  static func value(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.isLayout || $0.breaksLine || $0 == "|" || $0 == "," ? "_" : $0 }))
  }

  /// The text of `annotation.conf`.
  var configuration: String {
    var text = "[entities]\n\n"
    for type in entities.sorted() { text += "\(type)\n" }
    text += "\n[relations]\n\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n"
    for type in relations.sorted() { text += "\(type)\tArg1:<ENTITY>, Arg2:<ENTITY>\n" }
    text += "\n[events]\n\n"
    for (type, roles) in events.sorted(by: { $0.key < $1.key }) {
      text += "\(type)\t\(roles.sorted().map { "\($0)*:<ANY>" }.joined(separator: ", "))\n"
    }
    text += "\n[attributes]\n\n"
    for (name, values) in attributes.sorted(by: { $0.key < $1.key }) {
      text += "\(name)\tArg:<ANY>, Value:\(values.sorted().joined(separator: "|"))\n"
    }
    return text
  }
}
