/// Numbers lines: equal bytes have equal numbers, counted from 0 in order of first appearance.
///
/// Open addressing over hashes seeded by the process, with the bytes compared on every hit, so that neither chance nor
/// intent makes two lines one. The buffers given to `number(of:)` must outlive the interner.
struct LineInterner {
  private var lines: [UnsafeRawBufferPointer] = []
  private var hashes: [Int] = []
  private var slots: [Int32]

  /// How many different lines there are.
  var count: Int { lines.count }

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  mutating func number(of line: UnsafeRawBufferPointer) -> Int32 {
    var hasher = Hasher()
    hasher.combine(bytes: line)
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, lines[candidate].elementsEqual(line) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(truncatingIfNeeded: lines.count)
    lines.append(line)
    hashes.append(hash)
    slots[slot] = number
    if lines.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}

extension DiffDocument {
  /// The numbers of the lines of two documents; equal lines have equal numbers.
  static func lineKeys(_ old: DiffDocument, _ new: DiffDocument) -> (old: [Int32], new: [Int32], count: Int) {
    old.bytes.withUnsafeBytes { oldBytes in
      new.bytes.withUnsafeBytes { newBytes in
        var interner = LineInterner(capacity: old.count + new.count)
        let oldKeys = (0..<old.count).map {
          interner.number(of: UnsafeRawBufferPointer(rebasing: oldBytes[old.lineRange($0)]))
        }
        let newKeys = (0..<new.count).map {
          interner.number(of: UnsafeRawBufferPointer(rebasing: newBytes[new.lineRange($0)]))
        }
        return (oldKeys, newKeys, interner.count)
      }
    }
  }
}
