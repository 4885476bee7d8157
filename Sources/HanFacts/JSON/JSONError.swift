/// What is wrong in a JSON text, and where.
///
/// ```swift
/// do { _ = try Document(json: "{\"schema\":}") } catch { print(error) }
/// // a value should stand here at byte 10
/// ```
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// The offset of the byte where it was found, from 0.
  public var offset: Int

  /// Makes an error.
  public init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The message and the byte.
  public var description: String { "\(message) at byte \(offset)" }

  /// The line and the column in scalars of the error, both from 1, in the text it was found in. O(offset).
  public func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(max(offset, 0)) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
