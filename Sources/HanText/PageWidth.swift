/// The width that the lines of a page have in common, and what blank lines and indents mean in it.
///
/// A page that was set as a whole has one width: every line but the last of a paragraph is full, so that a full line
/// runs on into the next whatever that begins with. A page with columns of many widths has none.
struct PageWidth {
  /// The column where full lines end; 0 where the lines have no width in common.
  private(set) var columns = 0
  /// A blank line ends a paragraph and is never a column break inside one.
  private(set) var partsByBlanks = false
  /// Lines of one indent are paragraphs each.
  private(set) var partsByIndents = false
  /// A bullet or a number begins an item of a list, not just a line.
  private var hasItems = false

  /// A full line may lack the room for marks that may not begin a line and what stands before them.
  private static let slack = 8
  /// And that for a Latin word.
  private static let latinSlack = 20
  /// Marks may hang over the end of a line.
  private static let overhang = 2

  /// Counts over all lines of a page. O(lines).
  init(of lines: UnsafeMutableBufferPointer<SourceLine>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LineCounts.capacity) { memory in
      memory.initialize(repeating: 0)
      var counts = LineCounts(memory)
      for index in lines.indices { counts.add(lines, index) }
      read(counts)
    }
  }

  private mutating func read(_ counts: LineCounts) {
    partsByIndents = counts.outdents > counts.evenIndents || counts.unevenIndents > 3 * counts.evenIndents
    // Where many paragraphs end without an end mark, its lack says nothing.
    let open = counts.openBlocks - counts.fullOpenBlocks
    let endsOpen = open >= 3 && open * 3 > counts.proseBlocks
    columns = Self.commonWidth(counts)
    if columns == 0 {
      partsByBlanks = endsOpen
      return
    }
    let fullest = (columns - 2)...(columns + Self.overhang)
    let breaks = counts.sum(.open, in: fullest)
    hasItems = counts.sum(.item) > counts.sum(.item, in: (columns - Self.slack)...(columns + Self.overhang))
    // Where the first lines of paragraphs are narrower, an indent was lost, and blocks that begin with a full one go
    // on. Where they are full, only the share of blocks that end with a full line tells whether columns break there.
    let isFlush = counts.outdents == 0 && counts.sum(.first, in: fullest) * 5 >= counts.sum(.first) * 3
    partsByBlanks = (endsOpen || isFlush) && breaks * 2 <= counts.openBlocks
  }

  /// The width that all lines have that have another below them; 0 where there is none.
  private static func commonWidth(_ counts: LineCounts) -> Int {
    // Prose breaks off at most line ends, lists and verse do not.
    let isProse = counts.innerOpen * 5 >= counts.inner * 3
    guard counts.inner > 0, isProse || counts.indented * 2 >= counts.sum(.any) else { return 0 }
    let width = counts.inner < 3 ? counts.widest : counts.commonest
    guard width >= 20, width < LineCounts.last - overhang else { return 0 }
    let full = counts.sum(.inner, in: (width - slack)...(width + overhang))
    let wider = counts.sum(.any) - counts.sum(.any, in: 0...(width + overhang))
    return (counts.inner - full + wider) * 20 <= full ? width : 0
  }

  /// Is a line inside a block full, so that it runs on into the next one?
  func isFull(_ line: SourceLine, before next: SourceLine) -> Bool {
    let missing = columns - line.edge
    guard columns > 0, missing >= -Self.overhang else { return false }
    if line.traits.intersection(next.traits).contains(.bullet) { return false }
    if hasItems, !next.traits.isDisjoint(with: [.bullet, .numbered]) { return missing < 2 }
    if next.traits.contains(.startsLatin) { return missing <= Self.latinSlack }
    return missing <= (line.traits.isDisjoint(with: .endsAnything) ? Self.slack : Self.slack / 2)
  }

  /// May the last line of a block break off at a column break?
  func mayBreakOff(_ line: SourceLine) -> Bool {
    !partsByBlanks && (columns == 0 || line.edge >= columns - Self.slack)
  }
}

/// How many lines of a page end at each column.
private struct LineCounts {
  enum Table: Int, CaseIterable {
    /// All lines.
    case any
    /// Lines with another below them in their paragraph.
    case inner
    /// Those of them that begin a block without an indent.
    case first
    /// Lines of prose at the end of a block that end inside a sentence.
    case open
    /// Lines above one with a bullet or a number.
    case item
  }

  /// The words of memory that the tables need.
  static let capacity = Table.allCases.count * size
  /// The column of the widest lines that are counted, and of all that are wider.
  static let last = 255
  private static let size = last + 1

  /// Lines with an indent.
  private(set) var indented = 0
  /// Lines with another below them in their paragraph, and those of them that are prose and break off.
  private(set) var inner = 0
  private(set) var innerOpen = 0
  /// Indented lines above lines that are not: the beginnings of paragraphs.
  private(set) var outdents = 0
  /// Indented lines above lines of the same indent: those of one width that break off are parts of a text that is set
  /// in, the others are paragraphs of a line.
  private(set) var evenIndents = 0
  private(set) var unevenIndents = 0
  /// Blocks that end with prose, and those of them that end inside a sentence.
  private(set) var proseBlocks = 0
  private(set) var openBlocks = 0
  /// Those whose last line is as wide as the one above it.
  private(set) var fullOpenBlocks = 0
  /// The column where the widest line ends.
  private(set) var widest = 0

  private let memory: UnsafeMutableBufferPointer<UInt32>

  /// Counts into memory of `capacity` zeros.
  init(_ memory: UnsafeMutableBufferPointer<UInt32>) { self.memory = memory }

  /// Counts a line. O(1).
  mutating func add(_ lines: UnsafeMutableBufferPointer<SourceLine>, _ index: Int) {
    let line = lines[index]
    if line.traits.contains(.heading) { return }
    count(line, in: .any)
    if line.indent >= 2 { indented += 1 }
    widest = max(widest, line.edge)
    guard index + 1 < lines.count else { return }
    let next = lines[index + 1]
    let isFirst = index == 0 || line.gap > 0
    if next.gap > 0 {
      addBlockEnd(line, above: isFirst ? nil : lines[index - 1])
    } else if !next.traits.contains(.heading), Int(next.indent) < Int(line.indent) + 2 {
      addPair(line, next, isFirst: isFirst)
    }
  }

  private mutating func addPair(_ line: SourceLine, _ next: SourceLine, isFirst: Bool) {
    let isOpen = line.traits.isDisjoint(with: .endsAnything)
    if line.indent >= 2, next.indent >= line.indent {
      if isOpen, abs(Int(line.width) - Int(next.width)) <= 2 { evenIndents += 1 } else { unevenIndents += 1 }
      return
    }
    if line.indent >= 2, next.indent < 2 { outdents += 1 }
    // A Latin word that does not fit goes to the next line whole; bullets one below the other begin rows.
    if next.traits.contains(.startsLatin) || line.traits.intersection(next.traits).contains(.bullet) { return }
    inner += 1
    if isOpen, !line.traits.union(next.traits).isDisjoint(with: [.clauses, .sentences, .items]) { innerOpen += 1 }
    count(line, in: .inner)
    if !next.traits.isDisjoint(with: [.bullet, .numbered]) { count(line, in: .item) }
    if isFirst, line.indent < 2 { count(line, in: .first) }
  }

  private mutating func addBlockEnd(_ line: SourceLine, above: SourceLine?) {
    if line.traits.union(above?.traits ?? []).isDisjoint(with: .prose) { return }
    proseBlocks += 1
    if !line.traits.isDisjoint(with: [.endsSentence, .endsPause, .endsBracket]) { return }
    openBlocks += 1
    if let above, line.edge >= above.edge - 2 { fullOpenBlocks += 1 }
    count(line, in: .open)
  }

  private func count(_ line: SourceLine, in table: Table) {
    memory[table.rawValue * Self.size + min(line.edge, Self.last)] += 1
  }

  /// How many lines of a table end at one of the columns.
  func sum(_ table: Table, in columns: ClosedRange<Int> = 0...last) -> Int {
    var sum = 0
    for column in columns.clamped(to: 0...Self.last) { sum += Int(memory[table.rawValue * Self.size + column]) }
    return sum
  }

  /// The widest column where more than a few lines end that have another below them; 0 where there is none.
  var commonest: Int {
    var column = Self.last - 1
    while column > 1, sum(.inner, in: (column - 1)...column) * 10 <= inner { column -= 1 }
    // Latin letters make lines narrower by one.
    return sum(.inner, in: column...column) * 20 > inner ? column : column - 1
  }
}
