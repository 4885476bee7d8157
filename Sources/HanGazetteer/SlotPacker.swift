/// Finds room in a double array for the children of one node after the other.
protocol SlotPacker {
  /// A base for these codes, which rise; their slots are taken.
  mutating func place(_ codes: [Int]) -> Int
  /// One past the last used slot.
  var end: Int { get }
}

/// Finds room for the children of one node after the other, in a time that does not depend on how many there are: for
/// the tables of users.
///
/// A node takes the first place near the front where its children fit; where a bounded number of tries finds none, it
/// tries pseudo-random places in the whole area, which grows when it is too full for that. (Random places keep the
/// area evenly loaded, so that the number of tries stays small until it is nearly full.)
struct Packer: SlotPacker {
  /// For a free slot the next free one, in order; for a used one -1.
  private var next: [Int32]
  private var previous: [Int32]
  private var head: Int32
  private var tail: Int32
  private let firstSlot: Int
  /// The bases that are taken; the root's is 1.
  private var bases: [Bool]
  /// The area that is searched: slots from `firstSlot` up to here.
  private var area: Int
  /// One past the last used slot.
  private(set) var end: Int
  private var random: UInt64 = 0x2545_F491_4F6C_DD1D

  /// How many places are tried from the front, and then at random.
  private static let tries = (front: 4, random: 64)

  init(cells: Int, firstSlot: Int) {
    self.firstSlot = firstSlot
    area = firstSlot + cells + cells / 2 + 256
    let area = self.area
    next = (0..<Int32(area)).map { $0 < firstSlot ? -1 : $0 + 1 }
    previous = (0..<Int32(area)).map { $0 <= firstSlot ? -1 : $0 - 1 }
    bases = [Bool](repeating: false, count: area)
    bases[1] = true
    head = Int32(firstSlot)
    tail = Int32(area - 1)
    end = firstSlot
  }

  private mutating func grow(to size: Int) {
    guard size > area else { return }
    for slot in area..<size {
      next.append(Int32(slot + 1))
      previous.append(slot == area ? tail : Int32(slot - 1))
      bases.append(false)
    }
    if tail < 0 { head = Int32(area) } else { next[Int(tail)] = Int32(area) }
    tail = Int32(size - 1)
    area = size
  }

  private func isFree(_ slot: Int) -> Bool { slot < area && next[slot] >= 0 }

  /// A base for these codes, which rise; their slots are taken.
  mutating func place(_ codes: [Int]) -> Int {
    let first = codes[0]
    let span = codes[codes.count - 1] - first
    var slot = Int(head)
    var left = Self.tries.front
    while left > 0, slot < area {
      let base = slot - first
      if base > 0, !bases[base], codes.allSatisfy({ isFree(base + $0) }) {
        take(codes, base)
        return base
      }
      slot = Int(next[slot])
      left -= 1
    }
    if codes.count == 1 {
      // Any free slot will do, but for one whose base is taken.
      while true {
        if slot >= area { grow(to: area + 4_096) }
        if slot > first, !bases[slot - first] {
          take(codes, slot - first)
          return slot - first
        }
        slot = Int(next[slot])
      }
    }
    while true {
      let room = area - firstSlot - span
      if room > 0 {
        for _ in 0..<Self.tries.random {
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let base = firstSlot + Int(truncatingIfNeeded: (random >> 33) % UInt64(room)) - first
          if base > 0, !bases[base], codes.allSatisfy({ isFree(base + $0) }) {
            take(codes, base)
            return base
          }
        }
      }
      grow(to: max(area, firstSlot + span + 1) + area / 64 + 256)
    }
  }

  private mutating func take(_ codes: [Int], _ base: Int) {
    bases[base] = true
    for code in codes {
      let slot = base + code
      let before = previous[slot]
      let after = next[slot]
      if Int(head) == slot { head = after }
      if before >= 0 { next[Int(before)] = after }
      if Int(after) < area { previous[Int(after)] = before } else { tail = before }
      next[slot] = -1
      end = max(end, slot + 1)
    }
  }
}

/// Finds the first place from the front where the children of a node fit, however long that takes: for the image in the
/// binary, of which few cells shall be free.
///
/// Both the slots and the bases that are taken are bits, so that sixty-four bases are tried at once. Nodes have to come
/// in the order of their width, the widest first: those with one child fill what is left between the others.
struct DensePacker: SlotPacker {
  /// A bit for each slot, set where it is taken, and for each base; words behind the end are free.
  private var slots: [UInt64]
  private var bases: [UInt64]
  /// The first slot that may be free.
  private var firstFree: Int
  private(set) var end: Int

  init(cells: Int, firstSlot: Int) {
    slots = [UInt64](repeating: 0, count: (firstSlot + cells) / 32 + 1_024)
    bases = [UInt64](repeating: 0, count: slots.count)
    firstFree = firstSlot
    end = firstSlot
    for slot in 0..<firstSlot { Self.set(slot, in: &slots) }
    // The root's base is 1, and 0 is that of a node without children.
    bases[0] = 3
  }

  private static func set(_ bit: Int, in words: inout [UInt64]) {
    while bit >> 6 >= words.count { words.append(0) }
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  mutating func place(_ codes: [Int]) -> Int {
    let base = freeBase(codes)
    Self.set(base, in: &bases)
    for code in codes {
      Self.set(base + code, in: &slots)
      end = max(end, base + code + 1)
    }
    while firstFree >> 6 < slots.count, slots[firstFree >> 6] >> UInt64(firstFree & 63) & 1 != 0 { firstFree += 1 }
    return base
  }

  private mutating func freeBase(_ codes: [Int]) -> Int {
    // Behind the end all is free: no look goes further than the last code from there.
    let words = (end + (codes.last ?? 0)) >> 6 + 4
    while slots.count < words { slots.append(0) }
    while bases.count < words { bases.append(0) }
    let first = max(firstFree - (codes.first ?? 0), 0) >> 6
    let offsets = codes.map { $0 >> 6 }
    let shifts = codes.map { UInt64($0 & 63) }
    return slots.withUnsafeBufferPointer { slots in
      bases.withUnsafeBufferPointer { bases in
        for block in first..<max(bases.count, first) {
          var taken = bases[block]
          for index in codes.indices {
            // The bits of the slots that this code takes from the sixty-four bases.
            let word = block &+ offsets[index]
            if word &+ 1 >= slots.count { break }
            taken |= slots[word] &>> shifts[index] | (slots[word &+ 1] &<< 1) &<< (63 &- shifts[index])
            if taken == ~0 { break }
          }
          if taken != ~0 { return block &* 64 &+ (~taken).trailingZeroBitCount }
        }
        return (end + 63) / 64 * 64
      }
    }
  }
}
