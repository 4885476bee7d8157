/// Numbers the names of a document by their bytes: equal bytes in one group have one number.
///
/// One arena of bytes and one open-addressed table, both reused from document to document.
final class NameTable {
  /// One name.
  struct Name: BitwiseCopyable {
    var hash: UInt64
    /// Its bytes in the arena.
    var start: Int
    var count: Int32
    /// What the caller tells apart, and the name's number in its group, from 1.
    var group: Int32
    var number: Int32
  }

  private let bytes = ScratchBuffer<UInt8>(capacity: 4_096)
  private let names = ScratchBuffer<Name>(capacity: 256)
  private let slots = ScratchBuffer<Int32>(capacity: 512)
  private var mask = 0
  private var counts: (Int32, Int32, Int32) = (0, 0, 0)

  /// Forgets all names.
  func removeAll() {
    bytes.count = 0
    names.count = 0
    counts = (0, 0, 0)
    setSlots(128)
  }

  /// The name with a number of the table.
  @inline(__always)
  subscript(index: Int32) -> Name { names.base[Int(index)] }

  /// The bytes of a name, valid until the next one is added.
  @inline(__always)
  func bytes(of index: Int32) -> UnsafeBufferPointer<UInt8> {
    let name = names.base[Int(index)]
    return UnsafeBufferPointer(start: bytes.base + name.start, count: Int(name.count))
  }

  /// The index of a name, new or known.
  ///
  /// - Parameters:
  ///   - group: 0, 1 or 2
  ///   - limit: the name has at most so many bytes
  ///   - write: writes them and returns how many they are
  func index(group: Int32, limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) -> Int32 {
    let start = bytes.count
    bytes.reserve(start + limit + 8)
    let count = write(bytes.base + start)
    let hash = Self.hash(bytes.base + start, count, seed: UInt64(UInt32(bitPattern: group)))
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots.base[slot] >= 0 {
      let known = names.base[Int(slots.base[slot])]
      if known.hash == hash, known.group == group, Int(known.count) == count, isEqual(known.start, start, count) {
        return slots.base[slot]
      }
      slot = (slot + 1) & mask
    }
    bytes.count = start + count
    let index = Int32(names.count)
    slots.base[slot] = index
    names.append(
      Name(hash: hash, start: start, count: Int32(count), group: group, number: nextNumber(in: group)))
    if names.count * 2 > mask { grow() }
    return index
  }

  private func nextNumber(in group: Int32) -> Int32 {
    switch group {
    case 0:
      counts.0 += 1
      return counts.0
    case 1:
      counts.1 += 1
      return counts.1
    default:
      counts.2 += 1
      return counts.2
    }
  }

  /// Behind the bytes of every name there is room for eight more.
  private func isEqual(_ left: Int, _ right: Int, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(bytes.base)
    var offset = 0
    while offset < count {
      var difference =
        raw.loadUnaligned(fromByteOffset: left &+ offset, as: UInt64.self).littleEndian
        ^ raw.loadUnaligned(fromByteOffset: right &+ offset, as: UInt64.self).littleEndian
      if count &- offset < 8 { difference &= Self.mask(count &- offset) }
      if difference != 0 { return false }
      offset &+= 8
    }
    return true
  }

  /// The lowest bytes of a word.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { (1 &<< UInt64(8 &* count)) &- 1 }

  private func setSlots(_ count: Int) {
    slots.resize(count)
    slots.base.update(repeating: -1, count: count)
    mask = count - 1
  }

  private func grow() {
    setSlots((mask + 1) * 2)
    for index in 0..<names.count {
      var slot = Int(truncatingIfNeeded: names.base[index].hash >> 32) & mask
      while slots.base[slot] >= 0 { slot = (slot + 1) & mask }
      slots.base[slot] = Int32(index)
    }
  }

  /// Multiply and fold, eight bytes at a time. Eight bytes more may be read, not used.
  private static func hash(_ base: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
    let raw = UnsafeRawPointer(base)
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count) ^ seed << 56
    var offset = 0
    while offset < count {
      var word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      if count &- offset < 8 { word &= mask(count &- offset) }
      state = HashMixing.mix(state ^ word)
      offset &+= 8
    }
    return HashMixing.mix(state)
  }
}

/// Sixty-four well mixed bits for tables that live as long as a document.
enum HashMixing {
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
