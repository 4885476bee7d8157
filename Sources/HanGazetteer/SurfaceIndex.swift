/// The distinct surfaces of an image in the making, numbered in the order of their first sight.
///
/// One arena of scalars and one open-addressed table of numbers: no allocation for each surface.
struct SurfaceIndex {
  private var scalars: [UInt32] = []
  private var starts: [Int32] = [0]
  private var hashes: [UInt32] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 1 << 12)

  /// How many surfaces there are.
  var count: Int { hashes.count }

  /// The number of a surface, new or known.
  mutating func number(of surface: [UInt32]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in surface { hash = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29) }
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == short, isEqual(number, surface) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(short)
    scalars.append(contentsOf: surface)
    starts.append(Int32(scalars.count))
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private func isEqual(_ number: Int, _ surface: [UInt32]) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == surface.count else { return false }
    for index in surface.indices where scalars[start + index] != surface[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// The scalars of a surface.
  subscript(number: Int) -> ArraySlice<UInt32> { scalars[Int(starts[number])..<Int(starts[number + 1])] }

  /// The scalars of all surfaces, one behind the other.
  var allScalars: [UInt32] { scalars }
}
