/// The first pass over a source: its lines, their widths and traits, and where the offsets' tables need entries.
///
/// Works on validated UTF-8 and touches each byte once; the state of a line is a few integers.
struct LineScanner {
  /// The lines that are not blank, in order.
  var lines: [SourceLine] = []
  /// Scalar offset of each line's start; `\n`, `\r\n` and a lone `\r` end a line.
  var lineStarts: [UInt32] = []
  /// Scalar offsets of the scalars above U+FFFF, which take two UTF-16 units.
  var astral: [UInt32] = []
  /// Length of the source in scalars.
  var scalarCount = 0
  /// Length of the source in UTF-8 bytes.
  var utf8Count = 0

  /// Forgets the source before, keeping the capacity of the tables.
  mutating func reset() {
    lines.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    astral.removeAll(keepingCapacity: true)
    lineStarts.append(0)
    scalarCount = 0
    utf8Count = 0
  }

  /// Scans a source; `reset` must have been called. O(n).
  ///
  /// - Parameter decoded: gets every scalar of the source; there is room for all
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into decoded: DecodedScalars) {
    utf8Count = bytes.count
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var offset = 0
    var gap = 0
    while offset < count {
      var state = LineState(at: offset)
      offset = scanLine(base, count: count, from: offset, state: &state, into: decoded)
      if state.end > state.start {
        lines.append(state.finished(base, gap: gap))
        gap = 0
      } else {
        gap += 1
      }
      guard offset < count else { break }
      let isPair = base[offset] == 0x0D && offset + 1 < count && base[offset + 1] == 0x0A
      decoded.set(scalarCount, UInt32(base[offset]), at: offset)
      if isPair { decoded.set(scalarCount + 1, 0x0A, at: offset + 1) }
      offset += isPair ? 2 : 1
      scalarCount += isPair ? 2 : 1
      lineStarts.append(UInt32(truncatingIfNeeded: scalarCount))
    }
  }

  /// Scans to the end of the line, which is returned: the offset of its terminator, or `count`.
  private mutating func scanLine(
    _ base: UnsafePointer<UInt8>, count: Int, from start: Int, state: inout LineState, into decoded: DecodedScalars
  ) -> Int {
    var offset = start
    while true {
      let (end, bits) = scanRun(base, count: count, from: offset, state: &state, into: decoded)
      guard end < count, base[end] != 0x0A, base[end] != 0x0D else { return end }
      let (scalar, length) = UTF8Decoding.scalar(base, at: end)
      offset = end + length
      decoded.set(scalarCount, scalar, at: end)
      scalarCount += 1
      state.add(special: scalar, bits: bits, at: end, end: offset, base: base, count: count)
    }
  }

  /// Scans ordinary characters, up to a line end, a blank, an invisible character or a mark, whose bits are returned.
  /// This is the loop that most of a text passes; its state is in registers.
  private mutating func scanRun(
    _ base: UnsafePointer<UInt8>, count: Int, from start: Int, state: inout LineState, into decoded: DecodedScalars
  ) -> (end: Int, stop: UInt8) {
    let table = CharacterTable.shared.base
    let first = scalarCount
    let special = CharacterTable.mark | CharacterTable.blank | CharacterTable.invisible
    var offset = start
    var length = 0
    var wide = 0
    var stop: UInt8 = 0
    while offset < count {
      let (scalar, size) = UTF8Decoding.scalar(base, at: offset)
      let bits: UInt8
      if size < 4 {
        bits = table[Int(scalar)]
        if bits & special != 0 {
          stop = bits
          break
        }
      } else {
        bits = CharacterTable.supplementaryBits(scalar)
        astral.append(UInt32(truncatingIfNeeded: first &+ length))
      }
      decoded.set(first &+ length, scalar, at: offset)
      wide &+= Int(bits & CharacterTable.wide)
      length &+= 1
      offset &+= size
    }
    if length > 0 {
      scalarCount = first + length
      let last = decoded.scalars[first + length - 1]
      let run = LineRun(
        width: length + wide, count: length, firstBits: CharacterTable.shared.bits(decoded.scalars[first]),
        lastBits: CharacterTable.shared.bits(last), last: last)
      state.add(run, end: offset)
    }
    return (offset, stop)
  }
}

/// Where the scalars of a source and their byte offsets are put, by their scalar offsets.
struct DecodedScalars {
  let scalars: UnsafeMutablePointer<UInt32>
  let utf8Offsets: UnsafeMutablePointer<UInt32>
  /// How many there are.
  let count: Int

  @inline(__always)
  func set(_ index: Int, _ scalar: UInt32, at offset: Int) {
    assert(index < count)
    scalars[index] = scalar
    utf8Offsets[index] = UInt32(truncatingIfNeeded: offset)
  }
}
