import HanFacts

/// What `--version` says.
enum ProgramVersion {
  /// The version of the program.
  static let number = "0.1.0"

  /// The digest of the built-in tables, which baselines carry too.
  static var tables: String { Knowledge.builtInDigest }

  /// The lines of `--version`.
  static var text: String {
    "hanfacts \(number)\nschema \(Document.schema)\ntables \(tables)\n"
  }
}
