/// Ordinary characters in a row: no blanks, no punctuation.
struct LineRun {
  var width = 0
  var count = 0
  var firstBits: UInt8 = 0
  var lastBits: UInt8 = 0
  var last: UInt32 = 0
}

/// What is known of a line while it is scanned.
struct LineState {
  /// Byte offset of the first character that is not blank.
  private(set) var start: Int
  /// Byte offset behind the last character that is not blank; equal to `start` in a blank line.
  private(set) var end: Int
  /// Columns from `start` to the last character; blanks inside are counted, trailing ones are not.
  private var width = 0
  /// The last character that is not blank, and its bits.
  private var last: UInt32 = 0
  private var lastBits: UInt8 = 0
  /// Characters since the last blank or the start.
  private var sinceBlank = 0
  /// Whether blanks stand behind the last character.
  private var pendingBlank = false
  private var indent = 0
  private var blankWidth = 0
  private var traits: LineTraits = []
  /// The last character in front of closing marks.
  private var beforeClosers: UInt32 = 0
  /// Single Chinese characters in a row, each behind a blank.
  private var isolated = 0
  private var clauseStart = 0
  private var lastGap = -1
  private var brackets = 0
  private var quotes = 0

  /// A line that starts at a byte offset.
  init(at offset: Int) {
    start = offset
    end = offset
  }

  /// Takes ordinary characters that end at a byte offset.
  mutating func add(_ run: LineRun, end next: Int) {
    if pendingBlank { closeBlank(before: run.firstBits) }
    width += run.width
    sinceBlank += run.count
    last = run.last
    lastBits = run.lastBits
    end = next
  }

  /// Notes that a character follows blanks.
  private mutating func closeBlank(before bits: UInt8) {
    pendingBlank = false
    width += blankWidth
    if isolated == 0, lastBits & bits & CharacterTable.han != 0 {
      traits.insert(.innerGap)
      lastGap = width
    }
    blankWidth = 0
    sinceBlank = 0
  }

  /// Takes a blank, an invisible character or a punctuation mark.
  mutating func add(
    special scalar: UInt32, bits: UInt8, at offset: Int, end next: Int, base: UnsafePointer<UInt8>, count: Int
  ) {
    if bits & CharacterTable.invisible != 0 {
      if end == start {
        start = next
        end = next
      }
      return
    }
    if bits & CharacterTable.blank != 0 {
      addBlank(scalar, bits: bits, end: next)
      return
    }
    if pendingBlank { closeBlank(before: bits) }
    addMark(scalar, at: offset, end: next, base: base, count: count)
    if bits & CharacterTable.closer != 0, lastBits & CharacterTable.closer == 0 { beforeClosers = last }
    width += 1 + Int(bits & CharacterTable.wide)
    sinceBlank += 1
    last = scalar
    lastBits = bits
    end = next
  }

  private mutating func addBlank(_ scalar: UInt32, bits: UInt8, end next: Int) {
    let columns = scalar == 0x09 ? 4 : 1 + Int(bits & CharacterTable.wide)
    if end == start {
      indent += columns
      start = next
      end = next
      return
    }
    if !pendingBlank { countIsolated() }
    pendingBlank = true
    blankWidth += columns
  }

  /// At the end of a word: is it one more single Chinese character?
  private mutating func countIsolated() {
    isolated = sinceBlank == 1 && lastBits & CharacterTable.han != 0 ? isolated + 1 : 0
    if isolated >= 3 { traits.insert(.letterSpaced) }
  }

  private mutating func addMark(
    _ scalar: UInt32, at offset: Int, end next: Int, base: UnsafePointer<UInt8>, count: Int
  ) {
    switch scalar {
    case 0xFF0C, 0x2C:
      // The comma of 15,000 parts no clauses.
      if scalar == 0x2C, Self.isDigit(last), next < count, Self.isDigit(UInt32(base[next])) { break }
      if width - clauseStart < 6 { traits.insert(.shortClause) }
      clauseStart = width
      traits.insert(.clauses)
    case 0x3001:
      traits.insert(.items)
    case 0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21, 0xFF1F, 0x3F:
      traits.insert(.sentences)
      clauseStart = width
    case 0xFF08, 0x28, 0x300A, 0x3010, 0x300E, 0x3014, 0xFF3B, 0x5B:
      brackets += 1
    case 0xFF09, 0x29, 0x300B, 0x3011, 0x300F, 0x3015, 0xFF3D, 0x5D:
      brackets = max(0, brackets - 1)
    case 0x201C, 0x300C:
      quotes += 1
    case 0x201D, 0x300D:
      quotes = max(0, quotes - 1)
    default:
      break
    }
  }

  /// The line, once its end is reached.
  mutating func finished(_ base: UnsafePointer<UInt8>, gap: Int) -> SourceLine {
    if !pendingBlank { countIsolated() }
    let mark = lastBits & CharacterTable.closer != 0 ? beforeClosers : last
    switch mark {
    case 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x2026, 0xFF61: traits.insert(.endsSentence)
    // A figure may be cut behind its decimal point.
    case 0x2E where end - start < 2 || !Self.isDigit(UInt32(base[end - 2])): traits.insert(.endsSentence)
    case 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0x2014, 0x2015: traits.insert(.endsPause)
    case 0xFF0C, 0x2C, 0x3001, 0xB7: traits.insert(.endsClause)
    // The end of a caption, 新华社记者谢吟摄, unless it is that of 拍摄.
    case 0x6444 where end - start >= 6 && !(base[end - 6] == 0xE6 && base[end - 5] == 0x8B && base[end - 4] == 0x8D):
      traits.insert(.endsPause)
    default: break
    }
    switch last {
    case 0xFF09, 0x29, 0x3011, 0x3015, 0xFF3D, 0x5D: traits.insert(.endsBracket)
    default: break
    }
    if lastGap >= 0, width - lastGap <= 16 { traits.insert(.gapNearEnd) }
    if brackets > 0 { traits.insert(.openBracket) }
    if quotes > 0 { traits.insert(.openQuote) }
    if LineMarkers.startsLatin(base, from: start, to: end) { traits.insert(.startsLatin) }
    traits.formUnion(LineMarkers.traits(base, from: start, to: end))
    return SourceLine(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      width: UInt16(clamping: width), indent: UInt8(clamping: indent), gap: UInt8(clamping: gap), traits: traits)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
