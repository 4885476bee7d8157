import HanGazetteer
import HanText

/// The words right beside which a name that is also an ordinary word is the name: 小米|总裁, 迎战|火箭; and the characters
/// one of which stands near such a name, 球 near 里昂. From `model/supports.tsv`; immutable after `init`.
final class NameSupports: @unchecked Sendable {
  /// Words have so many characters at most.
  private static let longest = 4
  /// So many characters on either side are near.
  private static let reach = 24

  /// By kind: the bit of its group, which stands in one row or several; 0 for a kind that the table does not have.
  private let groups: [UInt8]
  /// By word: the groups that it supports behind the name in the low byte, before it in the high one.
  private let words: [UInt64: UInt16]
  /// By scalar of the basic plane: in the low byte the groups of which a word behind a name begins with it, in the high
  /// one those of which a word before it ends with it.
  private let ends: UnsafeMutablePointer<UInt16>
  /// The groups that have characters near them, and a bit for each such character.
  private let nearGroups: UInt8
  private let near: [UInt64]

  /// Reads the table of an image.
  init(_ image: GazetteerImage) {
    var groups = [UInt8](repeating: 0, count: image.kinds.count)
    var words: [UInt64: UInt16] = [:]
    let ends = ZeroedMemory.allocate(UInt16.self, count: 65_536)
    var nearGroups: UInt8 = 0
    var near = [UInt64](repeating: 0, count: 1_024)
    var bits: [String: UInt8] = [:]
    for (name, bytes) in image.verbatimTables where name == "model/supports.tsv" {
      ModelTable(bytes).forEachRow { row in
        guard let kind = row.cell(), let side = row.cell(), let list = row.cell() else { return }
        let name = ModelTable.string(kind)
        let bit = bits[name] ?? 1 << UInt8(truncatingIfNeeded: min(bits.count, 7))
        bits[name] = bit
        for kind in name.split(separator: "|") {
          if let number = image.kinds.firstIndex(of: String(kind)) { groups[number] = bit }
        }
        if ModelTable.holds(side, "near") {
          nearGroups |= bit
          UTF8Decoding.forEach(list) { if $0 < 65_536 { near[Int($0 >> 6)] |= 1 << UInt64($0 & 63) } }
          return
        }
        let mask = ModelTable.holds(side, "after") ? UInt16(bit) : UInt16(bit) << 8
        var word = Word()
        func close() {
          if word.count > 0, word.count <= Self.longest, word.first < 65_536, word.last < 65_536 {
            ends[Int(mask < 0x100 ? word.first : word.last)] |= mask
            words[word.key, default: 0] |= mask
          }
          word = Word()
        }
        UTF8Decoding.forEach(list) { scalar in
          if scalar == UInt32(UInt8(ascii: "|")) { close() } else { word.append(scalar) }
        }
        close()
      }
    }
    self.groups = groups
    self.words = words
    self.ends = ends
    self.nearGroups = nearGroups
    self.near = near
  }

  deinit { ZeroedMemory.free(ends) }

  /// A word of the table.
  private struct Word {
    var first: UInt32 = 0
    var last: UInt32 = 0
    var count = 0
    /// Its characters, sixteen bits each.
    var key: UInt64 = 0

    mutating func append(_ scalar: UInt32) {
      if count == 0 { first = scalar }
      last = scalar
      count += 1
      key = key << 16 | UInt64(scalar & 0xFFFF)
    }
  }

  /// Whether a kind has words that support it.
  @inline(__always)
  func has(kind: UInt16) -> Bool { Int(kind) < groups.count && groups[Int(kind)] != 0 }

  /// Whether a word that supports names of a kind stands right behind or right before `from ..< to`.
  func support(kind: UInt16, _ folded: UnsafePointer<UInt32>, from: Int, to: Int, length: Int) -> Bool {
    guard Int(kind) < groups.count else { return false }
    let group = UInt16(groups[Int(kind)])
    if to < length, folded[to] < 65_536, ends[Int(folded[to])] & group != 0 {
      var key: UInt64 = 0
      for offset in to..<min(to + Self.longest, length) {
        key = key << 16 | UInt64(folded[offset] & 0xFFFF)
        if let mask = words[key], mask & group != 0 { return true }
      }
    }
    if from > 0, folded[from - 1] < 65_536, ends[Int(folded[from - 1])] >> 8 & group != 0 {
      var key: UInt64 = 0
      for size in 1...min(Self.longest, from) {
        key |= UInt64(folded[from - size] & 0xFFFF) << UInt64(16 * (size - 1))
        if let mask = words[key], mask >> 8 & group != 0 { return true }
      }
    }
    return false
  }

  /// Whether none of the characters stands near `from ..< to` that stand near names of a kind.
  func isOutOfPlace(kind: UInt16, _ folded: UnsafePointer<UInt32>, from: Int, to: Int, length: Int) -> Bool {
    guard Int(kind) < groups.count, groups[Int(kind)] & nearGroups != 0 else { return false }
    for offset in max(from - Self.reach, 0)..<min(to + Self.reach, length)
    where (offset < from || offset >= to) && isNear(folded[offset]) {
      return false
    }
    return true
  }

  @inline(__always)
  private func isNear(_ scalar: UInt32) -> Bool {
    scalar < 65_536 && near[Int(scalar >> 6)] & (1 &<< UInt64(scalar & 63)) != 0
  }
}
