import HanText

/// Words of one to four characters, written in simplified ones and parted by blanks; a token is asked for with a search
/// in a sorted list, unless its last character says that it is none of them.
struct ShortWords: Sendable {
  private var words: [UInt64] = []
  /// A bit for what the last characters end in.
  private var lasts: (UInt64, UInt64) = (0, 0)

  /// Adds words parted by blanks; what is longer than four characters is left out. `sort()` comes behind.
  mutating func add(_ list: UnsafeBufferPointer<UInt8>) {
    var key: UInt64 = 0
    var count = 0
    UTF8Decoding.forEach(list) { scalar in
      if scalar == 0x20 {
        add(key, count)
        (key, count) = (0, 0)
      } else {
        key = key &<< 16 | UInt64(scalar & 0xFFFF)
        count += 1
      }
    }
    add(key, count)
  }

  mutating func sort() { words.sort() }

  private mutating func add(_ key: UInt64, _ count: Int) {
    if count == 0 || count > 4 { return }
    words.append(key)
    let last = key & 127
    if last < 64 { lasts.0 |= 1 &<< last } else { lasts.1 |= 1 &<< (last & 63) }
  }

  /// Whether these characters are one of the words.
  @inline(__always)
  func contains(_ range: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    if range.isEmpty || range.count > 4 || range.lowerBound < 0 || range.upperBound > folded.count { return false }
    let last = UInt64(folded[range.upperBound - 1] & 127)
    let bits = last < 64 ? lasts.0 : lasts.1
    return bits & (1 &<< (last & 63)) != 0 && find(range, folded)
  }

  @inline(never)
  private func find(_ range: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    var key: UInt64 = 0
    for offset in range { key = key &<< 16 | UInt64(folded[offset] & 0xFFFF) }
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == key
  }

  @inline(__always)
  func contains(_ token: DecodedToken, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    contains(token.start..<token.end, folded)
  }
}
