/// The second pass: writes the normalised stream, line by line.
///
/// Every output pointer has room for `capacity` characters, the number of scalars of the source; each character that
/// is written uses up at least one scalar, so the bound cannot be passed, and what `scalars` and `utf8Offsets` hold of
/// the source's scalars is not written over before it is read. The source is validated UTF-8.
struct StreamWriter {
  let source: UnsafePointer<UInt8>
  let sourceCount: Int
  let capacity: Int
  let scalars: UnsafeMutablePointer<UInt32>
  let folded: UnsafeMutablePointer<UInt32>
  let flags: UnsafeMutablePointer<UInt8>
  let utf8Offsets: UnsafeMutablePointer<UInt32>
  let scalarOffsets: UnsafeMutablePointer<UInt32>
  /// Characters written.
  private(set) var count = 0

  private let table = CharacterTable.shared.base
  private let folding = FoldingTable.shared.base
  /// Where the source is read: byte offset and scalar offset.
  private var offset = 0
  private var scalarOffset = 0
  /// Flags for the next character.
  private var pending: UInt8 = 0
  /// Where the first blank or line end before the next character stands.
  private var gapOffset = 0
  private var gapScalar = 0

  /// A writer into memory for `capacity` characters.
  init(
    source: UnsafePointer<UInt8>, sourceCount: Int, capacity: Int, scalars: UnsafeMutablePointer<UInt32>,
    folded: UnsafeMutablePointer<UInt32>, flags: UnsafeMutablePointer<UInt8>,
    utf8Offsets: UnsafeMutablePointer<UInt32>, scalarOffsets: UnsafeMutablePointer<UInt32>
  ) {
    self.source = source
    self.sourceCount = sourceCount
    self.capacity = capacity
    self.scalars = scalars
    self.folded = folded
    self.flags = flags
    self.utf8Offsets = utf8Offsets
    self.scalarOffsets = scalarOffsets
  }

  /// Writes all lines. With `keepsLineEnds` every line end becomes U+000A, those of blank lines too.
  mutating func write(_ lines: [SourceLine], keepsLineEnds: Bool, paragraphs: inout [Range<Int>]) {
    var paragraphStart = 0
    lines.withUnsafeBufferPointer { lines in
      for index in lines.indices {
        let line = lines[index]
        if line.traits.contains(.continues) {
          passLayout(to: Int(line.start), keepsLineEnds: false, endsParagraph: false)
          joinLines(line)
        } else {
          if index > 0 { paragraphs.append(paragraphStart..<count) }
          passLayout(to: Int(line.start), keepsLineEnds: keepsLineEnds, endsParagraph: index > 0)
          paragraphStart = count
          pending |= CharacterFlags.paragraphStart
        }
        let lineStart = count
        writeCharacters(to: Int(line.end))
        if line.traits.contains(.letterSpaced) { LetterSpacing.clear(flags, scalars, lineStart..<count) }
      }
      if !lines.isEmpty { paragraphs.append(paragraphStart..<count) }
      if keepsLineEnds { passLayout(to: sourceCount, keepsLineEnds: true, endsParagraph: false) }
    }
  }

  /// Reads line ends and blanks up to `end`. A paragraph end becomes one U+000A, at the first line end.
  private mutating func passLayout(to end: Int, keepsLineEnds: Bool, endsParagraph: Bool) {
    pending = 0
    (gapOffset, gapScalar) = (offset, scalarOffset)
    var mustEnd = endsParagraph && !keepsLineEnds
    while offset < end {
      let byte = source[offset]
      if byte == 0x0A || byte == 0x0D {
        pending = 0
        if mustEnd || keepsLineEnds { put(0x0A, flag: 0, at: offset, scalar: scalarOffset) }
        mustEnd = false
        if byte == 0x0D, offset + 1 < sourceCount, source[offset + 1] == 0x0A {
          offset += 1
          scalarOffset += 1
        }
        offset += 1
      } else {
        let (scalar, length) = UTF8Decoding.scalar(source, at: offset)
        if table[Int(scalar & 0xFFFF)] & CharacterTable.blank != 0 { pending = CharacterFlags.spaceBefore }
        offset += length
      }
      scalarOffset += 1
    }
  }

  /// Between two lines of a paragraph: nothing beside Chinese and inside numbers, a blank between Latin words.
  private mutating func joinLines(_ line: SourceLine) {
    pending |= CharacterFlags.lineBreakBefore
    guard count > 0, offset < sourceCount else { return }
    let (next, length) = UTF8Decoding.scalar(source, at: offset)
    guard keepsBlank(before: next) else { return }
    let before = LatinSpacing.LineEnd(
      last: scalars[count - 1], second: count > 1 ? scalars[count - 2] : 0x0A,
      third: count > 2 ? scalars[count - 3] : 0x0A)
    let after = LatinSpacing.LineStart(
      first: next,
      rest: UnsafeBufferPointer(start: source + offset + length, count: min(3, sourceCount - offset - length)))
    if !LatinSpacing.runsOn(before, after) { put(0x20, flag: 0, at: gapOffset, scalar: gapScalar) }
  }

  /// Writes the characters of a line up to the byte offset `end`.
  private mutating func writeCharacters(to end: Int) {
    let skipped = CharacterTable.blank | CharacterTable.invisible
    while offset < end {
      writeRun(to: end, skipped: skipped)
      if offset < end { passBlanks() }
    }
  }

  /// Writes characters up to `end` or the next blank or invisible character. They stand decoded where the scanner has
  /// put them, at or behind their place in the stream, and are moved only where layout was left out before them.
  private mutating func writeRun(to end: Int, skipped: UInt8) {
    let (table, folding, scalars, utf8Offsets) = (table, folding, scalars, utf8Offsets)
    let (first, target) = (scalarOffset, count)
    let limit = UInt32(truncatingIfNeeded: end)
    var next = first
    let folded = folded + target - first
    while next < capacity, utf8Offsets[next] < limit {
      let scalar = scalars[next]
      if scalar < 0x10000 {
        if table[Int(scalar)] & skipped != 0 { break }
        folded[next] = FoldingTable.folded(scalar, folding)
      } else {
        folded[next] = scalar
      }
      next &+= 1
    }
    let length = next &- first
    if length == 0 { return }
    offset = next < capacity ? Int(utf8Offsets[next]) : sourceCount
    if target != first {
      (scalars + target).update(from: scalars + first, count: length)
      (utf8Offsets + target).update(from: utf8Offsets + first, count: length)
    }
    let scalarOffsets = scalarOffsets + target
    for index in 0..<length { scalarOffsets[index] = UInt32(truncatingIfNeeded: first &+ index) }
    (flags + target).update(repeating: 0, count: length)
    flags[target] = pending
    pending = 0
    count = target &+ length
    scalarOffset = next
  }

  /// Reads the blanks and invisible characters at `offset`, inside a line, and keeps one blank where words need it.
  private mutating func passBlanks() {
    (gapOffset, gapScalar) = (offset, scalarOffset)
    var blanks = 0
    var isWide = false
    while offset < sourceCount {
      let (scalar, length) = UTF8Decoding.scalar(source, at: offset)
      let bits = scalar < 0x10000 ? table[Int(scalar)] : 0
      if bits & (CharacterTable.blank | CharacterTable.invisible) == 0 { break }
      if bits & CharacterTable.blank != 0 {
        if blanks == 0 { (gapOffset, gapScalar) = (offset, scalarOffset) }
        blanks += 1
        if scalar == 0x09 || scalar == 0x3000 { isWide = true }
      }
      offset += length
      scalarOffset += 1
    }
    if blanks == 0 { return }
    pending |= CharacterFlags.spaceBefore
    if isWide || blanks > 1 { pending |= CharacterFlags.wideGapBefore }
    guard count > 0, offset < sourceCount else { return }
    let next = UTF8Decoding.scalar(source, at: offset).value
    if keepsBlank(before: next) { put(0x20, flag: 0, at: gapOffset, scalar: gapScalar) }
  }

  /// Does a blank between the last character and `next`, which stands at `offset`, part two words?
  private func keepsBlank(before next: UInt32) -> Bool {
    let last = scalars[count - 1]
    let beforeLast = count > 1 ? scalars[count - 2] : 0x0A
    var afterNext: UInt32 = 0x0A
    let (_, length) = UTF8Decoding.scalar(source, at: offset)
    if offset + length < sourceCount { afterNext = UTF8Decoding.scalar(source, at: offset + length).value }
    return LatinSpacing.keepsBlank(last, next, beforeLast: beforeLast, afterNext: afterNext)
  }

  @inline(__always)
  private mutating func put(_ scalar: UInt32, flag: UInt8, at offset: Int, scalar scalarOffset: Int) {
    assert(count < capacity)
    scalars[count] = scalar
    folded[count] = scalar
    flags[count] = flag
    utf8Offsets[count] = UInt32(truncatingIfNeeded: offset)
    scalarOffsets[count] = UInt32(truncatingIfNeeded: scalarOffset)
    count += 1
  }
}
