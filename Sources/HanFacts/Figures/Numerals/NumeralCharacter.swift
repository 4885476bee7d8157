import HanText

/// What a character can be in a numeral, as one byte: the upper four bits are the class, the lower four a value.
struct NumeralCharacter: Equatable {
  let rawValue: UInt8

  /// The classes.
  enum Class: UInt8 {
    case none
    /// `0`–`9`.
    case arabic
    /// `零 〇`, `一`–`九`, `两`.
    case digit
    /// `壹`–`玖` and others that are mostly parts of words.
    case capital
    /// `十 百 千`; the value is the power of ten.
    case small
    /// `拾 佰 仟`.
    case capitalSmall
    /// `万 亿 兆`.
    case big
    /// `廿 卅 卌`: tens in one character.
    case tens
    /// `几 数`.
    case vague
    /// `点`.
    case point
  }

  /// The class.
  var kind: Class { Class(rawValue: rawValue >> 4) ?? .none }
  /// The digit, or the power of ten.
  var value: Int { Int(rawValue & 15) }

  /// The characters of each class, and their values.
  private static let lists: [(kind: Class, characters: StaticString, values: [UInt8])] = [
    (.arabic, "0123456789", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    (.digit, "零〇○一二三四五六七八九两", [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2]),
    (.capital, "壹弌贰弍俩叁参仨肆伍陆柒捌玖", [1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9]),
    (.small, "十百千", [1, 2, 3]),
    (.capitalSmall, "拾佰仟", [1, 2, 3]),
    (.big, "万亿兆", [4, 8, 12]),
    (.tens, "廿卅卌", [2, 3, 4]),
    (.vague, "几数", [2, 2]),
    (.point, "点", [0]),
  ]

  /// Calls `body` with every character of a numeral and what it can be.
  static func visitAll(_ body: (UInt32, NumeralCharacter) -> Void) {
    for list in lists {
      var values = list.values.makeIterator()
      list.characters.withUTF8Buffer { characters in
        UTF8Decoding.forEach(characters) { scalar in
          if let value = values.next() { body(scalar, NumeralCharacter(rawValue: list.kind.rawValue << 4 | value)) }
        }
      }
    }
  }

  /// One byte for each character of the basic plane; it is made once and stays.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = ZeroedMemory.allocate(UInt8.self, count: 0x10000)
    visitAll { table[Int($0)] = $1.rawValue }
    return UnsafePointer(table)
  }()

  private init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The class of a folded character, from the table that a reader keeps.
  @inline(__always)
  init(_ scalar: UInt32, in table: UnsafePointer<UInt8>) {
    rawValue = scalar < 0x10000 ? table[Int(scalar)] : 0
  }

  /// The class of a folded character.
  @inline(__always)
  init(_ scalar: UInt32) {
    rawValue = scalar < 0x10000 ? Self.table[Int(scalar)] : 0
  }

  /// True for `十 百 千 万 亿` and their capitals.
  var isUnit: Bool { kind == .small || kind == .capitalSmall || kind == .big }

  /// True for anything that can stand in a numeral.
  var isNumeral: Bool { rawValue != 0 }
}

/// A scalar literal for comparisons.
@inline(__always)
func code(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
