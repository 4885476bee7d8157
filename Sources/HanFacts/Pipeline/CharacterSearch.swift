/// The search for rare characters: four are looked at together, so that a text without them is passed fast.
enum CharacterSearch {
  /// The first place of a character from `start` on, or `end`.
  @inline(__always)
  static func first(_ scalar: UInt32, _ base: UnsafePointer<UInt32>, from start: Int, to end: Int) -> Int {
    first(base, from: start, to: end) { $0 == scalar }
  }

  /// The first place from `start` on whose character fulfils a condition, or `end`.
  @inline(__always)
  static func first(
    _ base: UnsafePointer<UInt32>, from start: Int, to end: Int, where isOne: (UInt32) -> Bool
  ) -> Int {
    var index = start
    while end &- index >= 4 {
      let isFirst = isOne(base[index])
      let isSecond = isOne(base[index &+ 1])
      let isThird = isOne(base[index &+ 2])
      let isFourth = isOne(base[index &+ 3])
      if UInt8(isFirst) | UInt8(isSecond) | UInt8(isThird) | UInt8(isFourth) != 0 { break }
      index &+= 4
    }
    while index < end, !isOne(base[index]) { index &+= 1 }
    return index
  }
}

extension UInt8 {
  @inline(__always)
  fileprivate init(_ condition: Bool) { self = condition ? 1 : 0 }
}
