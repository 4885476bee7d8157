/// What layout and sentences need to know of a character: eight bits for each, in one flat table.
///
/// The table covers the Basic Multilingual Plane; `bits(_:)` gives the rest by range. It is built on first use
/// (a few microseconds) and lives as long as the process.
struct CharacterTable: @unchecked Sendable {
  /// Two columns wide in print.
  static let wide: UInt8 = 0x01
  /// White space next to it is layout.
  static let tight: UInt8 = 0x02
  /// A Chinese character.
  static let han: UInt8 = 0x04
  /// What the line scanner stops at: line ends, clause marks, end marks and brackets.
  static let mark: UInt8 = 0x08
  /// Ends a sentence; U+000A, the paragraph end of the stream, has it too.
  static let sentenceEnd: UInt8 = 0x10
  /// A closing quotation mark or bracket.
  static let closer: UInt8 = 0x20
  /// Horizontal white space.
  static let blank: UInt8 = 0x40
  /// Zero-width characters that are never text.
  static let invisible: UInt8 = 0x80

  static let shared = CharacterTable()

  /// 65,536 bytes, never written after `init` and never freed.
  let base: UnsafePointer<UInt8>

  /// The bits of any scalar value.
  @inline(__always)
  func bits(_ scalar: UInt32) -> UInt8 {
    scalar < 0x10000 ? base[Int(scalar)] : Self.supplementaryBits(scalar)
  }

  /// The bits of a scalar value above U+FFFF.
  static func supplementaryBits(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x20000...0x3FFFF: wide | tight | han
    case 0x1F000...0x1FAFF: wide
    default: 0
    }
  }

  private init() {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 0x10000)
    table.initialize(repeating: 0, count: 0x10000)
    func set(_ bits: UInt8, _ range: ClosedRange<Int>) {
      for scalar in range { table[scalar] |= bits }
    }
    func set(_ bits: UInt8, _ text: StaticString) {
      text.withUTF8Buffer { UTF8Decoding.forEach($0) { table[Int($0)] |= bits } }
    }
    // ° ± × ÷ stand for a unit or an operator, → ℃ ㎡ ① ■ likewise: blanks beside them mean nothing.
    set(Self.tight, "°±×÷")
    set(Self.wide, "·×÷")
    set(Self.wide, 0x2010...0x2027)
    set(Self.wide | Self.tight, 0x2030...0x205E)
    set(Self.wide | Self.tight, 0x2100...0x2BFF)
    set(Self.wide | Self.tight, 0x2E80...0xA4CF)
    set(Self.wide, 0xA960...0xA97F)
    set(Self.wide, 0xAC00...0xD7FF)
    set(Self.wide | Self.tight, 0xF900...0xFAFF)
    set(Self.wide | Self.tight, 0xFE30...0xFE6F)
    set(Self.wide | Self.tight, 0xFF01...0xFF60)
    set(Self.wide | Self.tight, 0xFFE0...0xFFE6)
    // Full-width letters and digits are Latin words in wide print: blanks between them part words.
    for range in [0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A] {
      for scalar in range { table[scalar] &= ~Self.tight }
    }
    set(Self.han, 0x3400...0x4DBF)
    set(Self.han, 0x4E00...0x9FFF)
    set(Self.han, 0xF900...0xFAFF)
    set(Self.han, "々〇")
    set(Self.mark, "\r\n，,、；;。．！!？?…：:“‘（(《【「『〔［[”’）)》】」』〕］]")
    set(Self.sentenceEnd, "。！!？?…｡\n")
    set(Self.closer, "”’）)》】」』〕］]〉")
    set(Self.blank, "\t\u{B}\u{C} \u{85}\u{A0}\u{1680}\u{2028}\u{2029}\u{202F}\u{205F}")
    set(Self.blank, 0x2000...0x200A)
    table[0x3000] = Self.blank | Self.wide
    for scalar in [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF] { table[scalar] = Self.invisible }
    for scalar in [0x2028, 0x2029, 0x205F] { table[scalar] = Self.blank }
    base = UnsafePointer(table)
  }
}
