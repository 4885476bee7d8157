/// The arrays of a normalised stream, one entry a character in each. Their capacity is kept from text to text.
struct NormalizedStream: Sendable {
  var scalars: [UInt32] = []
  var folded: [UInt32] = []
  var flags: [UInt8] = []
  var utf8Offsets: [UInt32] = []
  var scalarOffsets: [UInt32] = []
  var paragraphs: [Range<Int>] = []

  /// Makes room for the scalars of a source, and calls `scan` with the place for all of them.
  mutating func decode(_ scalarCount: Int, _ scan: (DecodedScalars) -> Void) {
    // Nothing in the stream is longer than its source.
    setCount(scalarCount)
    scalars.withUnsafeMutableBufferPointer { scalars in
      utf8Offsets.withUnsafeMutableBufferPointer { offsets in
        guard let first = scalars.baseAddress, let second = offsets.baseAddress else { return }
        scan(DecodedScalars(scalars: first, utf8Offsets: second, count: scalarCount))
      }
    }
  }

  /// Fills the stream from a source that was decoded into it, scanned and analysed. O(n).
  mutating func fill(
    from bytes: UnsafeBufferPointer<UInt8>, lines: [SourceLine], scalarCount: Int, keepsLineEnds: Bool
  ) {
    paragraphs.removeAll(keepingCapacity: true)
    paragraphs.reserveCapacity(lines.reduce(1) { $1.traits.contains(.continues) ? $0 : $0 + 1 })
    var written = 0
    scalars.withUnsafeMutableBufferPointer { scalars in
      folded.withUnsafeMutableBufferPointer { folded in
        flags.withUnsafeMutableBufferPointer { flags in
          utf8Offsets.withUnsafeMutableBufferPointer { utf8Offsets in
            scalarOffsets.withUnsafeMutableBufferPointer { scalarOffsets in
              guard let base = bytes.baseAddress, let first = scalars.baseAddress, let second = folded.baseAddress,
                let third = flags.baseAddress, let fourth = utf8Offsets.baseAddress,
                let fifth = scalarOffsets.baseAddress
              else { return }
              var writer = StreamWriter(
                source: base, sourceCount: bytes.count, capacity: scalarCount, scalars: first, folded: second,
                flags: third, utf8Offsets: fourth, scalarOffsets: fifth)
              writer.write(lines, keepsLineEnds: keepsLineEnds, paragraphs: &paragraphs)
              written = writer.count
            }
          }
        }
      }
    }
    setCount(written)
  }

  private mutating func setCount(_ count: Int) {
    Self.set(&scalars, count)
    Self.set(&folded, count)
    Self.set(&flags, count)
    Self.set(&utf8Offsets, count)
    Self.set(&scalarOffsets, count)
  }

  private static func set<Element: FixedWidthInteger>(_ array: inout [Element], _ count: Int) {
    if array.count > count {
      array.removeLast(array.count - count)
    } else if count > array.capacity {
      // Contents are never kept, so nothing is copied; integers need no clearing before they are written, and what
      // is not written is cut off again.
      array = []
      array = Array(unsafeUninitializedCapacity: count) { _, initialized in initialized = count }
    } else {
      array.append(contentsOf: repeatElement(0, count: count - array.count))
    }
  }
}
