import HanFacts

/// What `--version` says.
enum ProgramVersion {
  /// The version of the program.
  static let number = "0.1.0"

  /// The digest of the built-in tables; nil where it is not known.
  // For the lead: the digest that baselines carry too.
  static let tables: String? = nil

  /// The lines of `--version`.
  static var text: String {
    "hanfacts \(number)\nschema \(Document.schema)\n" + (tables.map { "tables \($0)\n" } ?? "")
  }
}
