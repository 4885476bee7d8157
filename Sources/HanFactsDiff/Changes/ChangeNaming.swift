/// Names differences by what they are, so that a name stays as long as the difference does.
struct ChangeNaming {
  /// How many hexadecimal digits a name has.
  static let length = 12

  let document: String
  private var seen: [UInt64: Int] = [:]

  init(document: String) { self.document = document }

  /// The name of a change from one line to another; equal changes of one document are numbered.
  mutating func name(_ changeClass: ChangeClass, old: ArraySlice<UInt8>?, new: ArraySlice<UInt8>?) -> String {
    var hash = FowlerNollVo()
    hash.combine(document.utf8)
    hash.combine(changeClass.rawValue.utf8)
    hash.combine(old ?? [])
    hash.combine(new ?? [])
    let plain = hash.value
    let number = seen[plain, default: 0]
    seen[plain] = number + 1
    if number > 0 { hash.combine("\(number)".utf8) }
    return HexDigits.string(hash.value, count: Self.length)
  }
}

/// The 64-bit FNV-1a hash.
struct FowlerNollVo {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in bytes, and an end mark that is no byte of UTF-8.
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
    combine(0xFF)
  }

  private mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
