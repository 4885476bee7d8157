/// What is wrong with a table, and where: `places/cities.tsv:12:3: error: …`.
public struct TableDiagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The row is refused.
    case error
    /// The row is kept.
    case warning
  }

  /// The table's path as given.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in scalars, from 1.
  public var column: Int
  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what to do.
  public var message: String

  /// Makes a diagnostic.
  public init(file: String, line: Int, column: Int, severity: Severity = .error, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// The form that editors read: `file:line:column: error: message`.
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}
