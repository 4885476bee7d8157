/// The code of a place as a number: up to seven bytes as they are, what is longer by a hash.
struct PlaceCode: BitwiseCopyable, Equatable {
  let key: UInt64

  /// No code.
  static let none = PlaceCode(key: 0)
  /// `CN`
  static let china = PlaceCode(key: 2 << 56 | 0x4E << 8 | 0x43)

  var isEmpty: Bool { key == 0 }

  private init(key: UInt64) { self.key = key }

  /// The code that these bytes write.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var key: UInt64 = 0
    if bytes.count < 8 {
      for index in 0..<bytes.count { key |= UInt64(bytes[index]) << UInt64(8 * index) }
      self.key = key | UInt64(bytes.count) << 56
      return
    }
    for byte in bytes { key = HashMixing.mix(key ^ UInt64(byte)) }
    self.key = key | 1 << 63
  }

  /// Whether it is six digits, as GB/T 2260 writes divisions.
  private var isDivision: Bool {
    guard key >> 56 == 6 else { return false }
    for shift in 0..<6 {
      let byte = key >> UInt64(8 * shift) & 0xFF
      if byte < 0x30 || byte > 0x39 { return false }
    }
    return true
  }

  /// The province of a division: its first two digits and four noughts; nil where it is none.
  var province: PlaceCode? {
    isDivision ? PlaceCode(key: 6 << 56 | 0x3030_3030_0000 | key & 0xFFFF) : nil
  }

  /// The bytes of a code of six digits, for writing.
  @inline(__always)
  func forEachByte(_ body: (UInt8) -> Void) {
    for shift in 0..<Int(key >> 56 & 7) { body(UInt8(truncatingIfNeeded: key >> UInt64(8 * shift))) }
  }
}

/// The cells of a row that say where a place lies; their bytes are the image's.
struct PlaceCells: BitwiseCopyable {
  /// Its code and the code of what is above it; empty where the row has none.
  var code: UnsafeBufferPointer<UInt8>
  var parent: UnsafeBufferPointer<UInt8>

  /// What is written of them; nil for a row without a code.
  var value: PlaceValue? {
    if code.isEmpty { return nil }
    let above = PlaceParents(PlaceCode(parent))
    var parents = above.parent.isEmpty ? [] : [String(decoding: parent, as: UTF8.self)]
    if !above.province.isEmpty {
      var digits: [UInt8] = []
      above.province.forEachByte { digits.append($0) }
      parents.append(String(decoding: digits, as: UTF8.self))
    }
    if above.isDivision { parents.append("CN") }
    return PlaceValue(code: String(decoding: code, as: UTF8.self), parents: parents)
  }
}

/// The codes above a place, nearest first: its parent, and for a division of China its province and China.
struct PlaceParents: BitwiseCopyable {
  let parent: PlaceCode
  /// Empty where it is the parent itself or where the parent is no division.
  let province: PlaceCode
  let isDivision: Bool

  init(_ parent: PlaceCode) {
    self.parent = parent
    let province = parent.province
    isDivision = province != nil
    self.province = province == parent ? .none : province ?? .none
  }

  func contains(_ code: PlaceCode) -> Bool {
    if parent.isEmpty { return false }
    return parent == code || !province.isEmpty && province == code || isDivision && code == .china
  }

  /// Calls `body` with each code.
  @inline(__always)
  func forEachCode(_ body: (PlaceCode) -> Void) {
    if parent.isEmpty { return }
    body(parent)
    if !province.isEmpty { body(province) }
    if isDivision { body(.china) }
  }
}
