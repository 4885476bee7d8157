/// Why an evaluation could not run.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public var message: String

  /// The message.
  public var description: String { message }
}

/// What is wrong in a file of annotations, and where.
public struct AnnotationFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, in scalars from 1.
  public var column: Int
  /// What is wrong.
  public var message: String

  /// `file:line:column: error: message`.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }

  init(file: String, line: Int, column: Int = 1, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// At a byte of a line, from 0.
  init(file: String, line: Int, byte: Int, in bytes: ArraySlice<UInt8>, _ message: String) {
    let before = bytes.prefix(max(0, byte))
    self.init(file: file, line: line, column: before.count { $0 & 0xC0 != 0x80 } + 1, message)
  }

  /// At a byte of the file, from 0.
  init(file: String, offset: Int, in bytes: ArraySlice<UInt8>, _ message: String) {
    let before = bytes.prefix(max(0, offset))
    let line = before[(before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex)...]
    self.init(file: file, line: before.count { $0 == 0x0A } + 1, byte: line.count, in: line, message)
  }
}
