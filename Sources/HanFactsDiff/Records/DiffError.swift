/// Why a comparison could not be made. The text says what, where and what to do.
public struct DiffError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The message, ready for the terminal, without `error:` before it.
  public let description: String

  /// An error with this message.
  public init(_ description: String) { self.description = description }

  /// An error at a line of a file.
  init(file: String, line: Int, _ message: String) {
    description = "\(file):\(line): \(message)"
  }
}
