/// The one-line form of a record: everything that makes it what it is, nothing about where it stands or why.
///
/// ```
/// figure⇥55家⇥kind=count⇥value=55⇥unit=家⇥of=专业研究所
/// *role⇥person=王宏升⇥title=工程师⇥organization=之江实验室
/// ```
/// A mention's line has its type, its surface and its fields; a fact's begins with `*` and has its type and its
/// arguments, each written by its identity. Two records are the same exactly when their lines are the same bytes.
/// Tabs, line ends, other controls and backslashes are escaped with a backslash.
struct RecordLine: Hashable, Sendable {
  /// A name and what stands under it.
  struct Field: Hashable, Sendable {
    var name: String
    var value: String
  }

  var isFact: Bool
  var type: String
  /// The surface of a mention; empty for a fact.
  var text: String
  var fields: [Field]

  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// How a fact or mention is shown to a person.
  var summary: String {
    isFact ? fields.map { "\($0.name) \($0.value)" }.joined(separator: ", ") : text
  }
}

// MARK: - Writing

extension RecordLine {
  static let factMark = UInt8(ascii: "*")
  static let tab = UInt8(ascii: "\t")

  /// Appends the line without its end.
  func append(to out: inout [UInt8]) {
    if isFact { out.append(Self.factMark) }
    Self.appendName(type, to: &out)
    if !isFact {
      out.append(Self.tab)
      Self.appendEscaped(text, to: &out)
    }
    for field in fields { Self.append(field, to: &out) }
  }

  private static func append(_ field: Field, to out: inout [UInt8]) {
    out.append(tab)
    appendName(field.name, to: &out)
    out.append(UInt8(ascii: "="))
    appendEscaped(field.value, to: &out)
  }

  /// A type or a field's name: `=`, and a mark at its start, are escaped too.
  private static func appendName(_ name: String, to out: inout [UInt8]) {
    var isFirst = true
    for byte in name.utf8 {
      let isMark = isFirst && (byte == factMark || byte == UInt8(ascii: "#"))
      if byte == UInt8(ascii: "=") || isMark { appendHex(byte, to: &out) } else { appendEscaped(byte, to: &out) }
      isFirst = false
    }
  }

  static func appendEscaped(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 { appendEscaped(byte, to: &out) }
  }

  @inline(__always)
  private static func appendEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    if byte >= 0x20, byte != UInt8(ascii: "\\"), byte != 0x7F {
      out.append(byte)
      return
    }
    switch byte {
    case UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
    case tab: out += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case UInt8(ascii: "\n"): out += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\r"): out += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    default: appendHex(byte, to: &out)
    }
  }

  private static func appendHex(_ byte: UInt8, to out: inout [UInt8]) {
    out += [UInt8(ascii: "\\"), UInt8(ascii: "x"), HexDigits.digit(byte >> 4), HexDigits.digit(byte & 15)]
  }
}

// MARK: - Reading

extension RecordLine {
  /// Why a line is no record.
  struct SyntaxError: Error {
    var message: String
  }

  /// Reads a line without its end.
  init(parsing bytes: some Collection<UInt8>) throws(SyntaxError) {
    var cells = bytes.split(separator: Self.tab, omittingEmptySubsequences: false)[...]
    guard let head = cells.popFirst() else { throw SyntaxError(message: "a record needs a type") }
    isFact = head.first == Self.factMark
    type = try Self.unescape(isFact ? head.dropFirst() : head)
    guard !type.isEmpty else { throw SyntaxError(message: "a record needs a type") }
    text = ""
    if !isFact {
      guard let surface = cells.popFirst() else { throw SyntaxError(message: "a mention needs its text") }
      text = try Self.unescape(surface)
    }
    fields = []
    for cell in cells {
      guard let equals = cell.firstIndex(of: UInt8(ascii: "=")) else {
        throw SyntaxError(message: "a field is written name=value")
      }
      let name = try Self.unescape(cell[..<equals])
      guard !name.isEmpty else { throw SyntaxError(message: "a field is written name=value") }
      fields.append(Field(name: name, value: try Self.unescape(cell[cell.index(after: equals)...])))
    }
  }

  static func unescape(_ bytes: some Collection<UInt8>) throws(SyntaxError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "\\") else {
        guard byte >= 0x20, byte != 0x7F else { throw SyntaxError(message: "a control character stands in the line") }
        result.append(byte)
        continue
      }
      switch iterator.next() {
      case UInt8(ascii: "\\"): result.append(byte)
      case UInt8(ascii: "t"): result.append(Self.tab)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "x"):
        guard let high = hexDigit(iterator.next()), let low = hexDigit(iterator.next()) else {
          throw SyntaxError(message: "\\x needs two hexadecimal digits")
        }
        result.append(high << 4 | low)
      default: throw SyntaxError(message: "unknown escape")
      }
    }
    // Decoding replaces what is not UTF-8 by U+FFFD, which changes the bytes.
    let text = String(decoding: result, as: UTF8.self)
    guard text.utf8.elementsEqual(result) else { throw SyntaxError(message: "not UTF-8") }
    return text
  }

  private static func hexDigit(_ byte: UInt8?) -> UInt8? {
    guard let byte, let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
    return UInt8(value)
  }
}
