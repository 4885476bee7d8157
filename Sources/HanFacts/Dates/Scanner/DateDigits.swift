/// Reading numbers of the tables from UTF-8 bytes.
enum DateDigits {
  /// A whole number with an optional sign; nil when it is none or has more than nine digits.
  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// Numbers between separators; empty for an empty text, nil when one of them is none.
  static func list(_ text: ArraySlice<UInt8>, separator: UInt8) -> [Int]? {
    if text.isEmpty { return [] }
    var numbers: [Int] = []
    var start = text.startIndex
    while start <= text.endIndex {
      let end = text[start...].firstIndex(of: separator) ?? text.endIndex
      guard let number = number(text[start..<end]) else { return nil }
      numbers.append(number)
      start = end + 1
    }
    return numbers
  }

  /// Two numbers with a slash between, or one, or none: what is missing is zero; nil where a part is no number.
  static func pair(_ text: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    if text.isEmpty { return (0, 0) }
    var numbers = (0, 0)
    var digits = 0
    var isNegative = false
    var isSecond = false
    for byte in text {
      switch byte {
      case 0x30...0x39:
        digits += 1
        if digits > 9 { return nil }
        numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case UInt8(ascii: "-"):
        if digits > 0 || isNegative { return nil }
        isNegative = true
      case UInt8(ascii: "/"):
        if digits == 0 || isSecond { return nil }
        numbers = (isNegative ? -numbers.1 : numbers.1, 0)
        (digits, isNegative, isSecond) = (0, false, true)
      default: return nil
      }
    }
    if digits == 0 { return nil }
    if isNegative { numbers.1 = -numbers.1 }
    return isSecond ? numbers : (numbers.1, 0)
  }
}
