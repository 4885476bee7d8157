/// Bytes that are no text in the encoding they were said to be in.
///
/// ```swift
/// do { _ = try SourceText(utf8: [0xE4, 0xB8]) } catch { print(error) }
/// // invalid UTF-8 at byte 0
/// ```
public struct TextDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes.
  public enum Reason: String, Sendable {
    /// The bytes at the offset are not valid UTF-8: a stray or missing continuation byte, an overlong form,
    /// a surrogate, or a number above U+10FFFF.
    case invalidUTF8 = "invalid UTF-8"
    /// The bytes at the offset are not valid GB18030.
    case invalidGB18030 = "invalid GB18030"
    /// An unpaired surrogate or half a code unit stands at the offset.
    case invalidUTF16 = "invalid UTF-16"
    /// The system's conversion library does not know the encoding; the offset is 0.
    case unsupported = "encoding not supported on this system"
    /// The source is longer than 2³² − 1 bytes; the offset is the first byte past the limit.
    case tooLong = "text longer than 4294967295 bytes"
  }

  /// What is wrong.
  public let reason: Reason
  /// The offset of the first invalid byte in the input, from 0. It is the first byte of the ill-formed sequence.
  public let byteOffset: Int

  /// Makes an error of a reason at a byte offset.
  public init(_ reason: Reason, byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }

  /// The reason and the place, as `invalid UTF-8 at byte 12`.
  public var description: String { "\(reason.rawValue) at byte \(byteOffset)" }
}
