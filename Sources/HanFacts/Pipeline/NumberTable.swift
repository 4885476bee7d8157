/// Numbers by a key of 64 bits: an open-addressed table that is reused from document to document.
///
/// A key is never 0, and the number of a key that is not there is 0.
final class NumberTable {
  private struct Slot: BitwiseCopyable {
    var key: UInt64
    var number: Int32
  }

  private let slots = ScratchBuffer<Slot>(capacity: 64)
  private var mask = 0
  private var used = 0

  init() { setSlots(64) }

  /// Forgets all numbers.
  func removeAll() {
    if used == 0 { return }
    setSlots(64)
    used = 0
  }

  /// The number of a key.
  @inline(__always)
  subscript(key: UInt64) -> Int {
    if used == 0 { return 0 }
    let slot = slots.base[place(of: key)]
    return slot.key == key ? Int(slot.number) : 0
  }

  /// Gives a key a number.
  func set(_ key: UInt64, _ number: Int) {
    if key == 0 { return }
    let place = place(of: key)
    let isNew = slots.base[place].key != key
    slots.base[place] = Slot(key: key, number: Int32(truncatingIfNeeded: number))
    if isNew { count() }
  }

  /// Raises the number of a key by one and returns it.
  @discardableResult
  func add(_ key: UInt64) -> Int {
    if key == 0 { return 0 }
    let place = place(of: key)
    if slots.base[place].key == key {
      slots.base[place].number &+= 1
      return Int(slots.base[place].number)
    }
    slots.base[place] = Slot(key: key, number: 1)
    count()
    return 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: HashMixing.mix(key)) & mask
    while slots.base[place].key != 0, slots.base[place].key != key { place = (place + 1) & mask }
    return place
  }

  private func count() {
    used += 1
    if used * 2 > mask { grow() }
  }

  private func setSlots(_ count: Int) {
    slots.resize(count)
    slots.base.update(repeating: Slot(key: 0, number: 0), count: count)
    mask = count - 1
  }

  private func grow() {
    let old = Array(UnsafeBufferPointer(start: slots.base, count: mask + 1))
    setSlots((mask + 1) * 2)
    for slot in old where slot.key != 0 { slots.base[place(of: slot.key)] = slot }
  }
}

/// Characters as a key of a `NumberTable`: up to two as they are, more by a hash of 63 bits.
enum SurfaceKey {
  @inline(__always)
  static func key(_ scalars: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    if count <= 2 {
      if count <= 0 { return 0 }
      return UInt64(scalars[0]) | (count == 2 ? UInt64(scalars[1]) << 21 : 0) | UInt64(count) << 60
    }
    var hash = UInt64(truncatingIfNeeded: count)
    for index in 0..<count { hash = HashMixing.mix(hash ^ UInt64(scalars[index])) }
    return hash | 1 << 63
  }
}
