/// What is wrong with a rules file, and where.
///
/// ```
/// own.rules:7:12: error: unknown class 'persn'; did you mean 'person'?
/// ```
public struct RuleDiagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but something in it has no effect.
    case warning
  }

  /// The file as it was named.
  public var file: String
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, and what to do.
  public var message: String

  /// Makes a diagnostic.
  public init(file: String, line: Int, column: Int, severity: Severity = .error, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `file:line:column: severity: message`
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

/// A rules file that cannot be used.
public struct RuleFileError: Error, Hashable, CustomStringConvertible {
  /// Everything that is wrong, in the order of the file; at most a hundred.
  public var diagnostics: [RuleDiagnostic]

  /// One line for each diagnostic.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
