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
}
