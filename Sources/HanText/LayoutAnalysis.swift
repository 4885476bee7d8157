/// Decides which lines continue the paragraph of the line before them.
///
/// Only widths, punctuation, indents and blank lines are looked at, no words. Every decision needs at most two lines
/// on either side and the evidence of its block and of the document, so the analysis is linear in the lines.
struct LayoutAnalysis {
  /// The widest line that still can be a line of print; longer ones are unwrapped paragraphs.
  static let widest = 120

  private let lines: UnsafeMutableBufferPointer<SourceLine>
  private let evidence: WrapEvidence
  private let page: PageWidth
  /// Every single line end is layout: the mode `wrapped`.
  private let allWrapped: Bool

  /// Sets ``LineTraits/continues`` in the lines. In the mode `verbatim` no line continues another. O(lines).
  static func markContinuations(_ lines: inout [SourceLine], mode: LayoutMode) {
    if mode == .verbatim || lines.count < 2 { return }
    lines.withUnsafeMutableBufferPointer { buffer in
      let analysis = LayoutAnalysis(
        lines: buffer, evidence: WrapEvidence(of: buffer, 0..<buffer.count), page: PageWidth(of: buffer),
        allWrapped: mode == .wrapped)
      analysis.run()
    }
  }

  private func run() {
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].gap == 0 { end += 1 }
      if start > 0, continuesAcrossBlank(start, blockEnd: end) { lines[start].traits.insert(.continues) }
      markInside(start..<end)
      start = end
    }
  }

  private func markInside(_ block: Range<Int>) {
    if block.count == 1 { return }
    if allWrapped {
      for index in block.dropFirst() where !isHeadingPair(index) { lines[index].traits.insert(.continues) }
      return
    }
    let reading = BlockReading(lines: lines, block: block, document: evidence, page: page)
    for index in block.dropFirst() where !isHeadingPair(index) && reading.continues(index) {
      lines[index].traits.insert(.continues)
    }
  }

  private func isHeadingPair(_ index: Int) -> Bool {
    lines[index].traits.union(lines[index - 1].traits).contains(.heading)
  }

  /// Is the one blank line before `index` a column break inside a sentence?
  private func continuesAcrossBlank(_ index: Int, blockEnd: Int) -> Bool {
    let line = lines[index]
    let before = lines[index - 1]
    guard line.gap == 1, line.indent == 0 else { return false }
    guard line.traits.isDisjoint(with: [.heading, .bullet, .numbered, .startsBracket]) else { return false }
    guard before.traits.isDisjoint(with: [.heading, .endsSentence, .endsPause, .gapNearEnd]) else { return false }
    if !page.mayBreakOff(before) { return false }
    if line.traits.contains(.startsInside) { return true }
    let isProse = !line.traits.isDisjoint(with: .prose) || line.traits.contains(.endsSentence)
    let nextIsProse = index + 1 < blockEnd && !lines[index + 1].traits.isDisjoint(with: .prose)
    let isFull = index + 1 < blockEnd && page.isFull(line, before: lines[index + 1])
    if isFull, page.partsByIndents, before.traits.isDisjoint(with: .endsBracket) { return true }
    guard isProse || nextIsProse || isFull || line.traits.contains(.items) else { return false }
    if before.traits.contains(.openBracket) || before.traits.contains(.endsClause) { return true }
    if before.traits.contains(.endsBracket) { return false }
    if Int(before.width) > Self.widest { return !evidence.hasRows }
    return before.gap == 0 && index > 1 ? endsBlockInSentence(index - 1) : loneLineRunsOn(index - 1, blockEnd: blockEnd)
  }

  /// Is the last line of a block of several as full as the line above it, and prose?
  private func endsBlockInSentence(_ last: Int) -> Bool {
    let line = lines[last]
    let above = lines[last - 1]
    guard !line.traits.union(above.traits).isDisjoint(with: .prose) else { return false }
    if above.traits.contains(.heading) { return false }
    return Int(line.width) >= min(Int(above.width), Self.widest) - 4
  }

  /// Does a line between blank lines break off, or is it a headline?
  private func loneLineRunsOn(_ index: Int, blockEnd: Int) -> Bool {
    let line = lines[index]
    if line.traits.contains(.bullet) || line.traits.contains(.letterSpaced) { return false }
    if !line.traits.isDisjoint(with: [.sentences, .enumerated]) { return true }
    // A headline of two clauses has balanced ones and is short.
    if line.traits.contains(.clauses), line.width >= 50 || line.traits.contains(.shortClause) { return true }
    guard followsInside(index + 1, blockEnd: blockEnd) else { return false }
    if !line.traits.isDisjoint(with: .running) { return fits(line, lines[index + 1]) }
    guard line.traits.isDisjoint(with: [.innerGap, .startsBracket]), index >= 3 else { return false }
    let above = lines[index - 2]
    return (evidence.isWrapped || allWrapped) && lines[index - 1].gap == 0 && above.gap == 0
      && abs(Int(line.width) + 4 - Int(above.width)) <= 1 && lines[index + 1].width >= line.width + 2
  }

  /// Is the line as wide as the one below it, or narrower by the indent of a paragraph's first line?
  private func fits(_ line: SourceLine, _ below: SourceLine) -> Bool {
    let missing = Int(below.width) - Int(line.width)
    return abs(missing) <= 3 || abs(missing - 4) <= 3
  }

  /// Is the first line of a block a full one, so that it does not begin a paragraph, whose first line is narrower by
  /// its indent? Only a block of three lines can tell.
  private func followsInside(_ index: Int, blockEnd: Int) -> Bool {
    index + 2 < blockEnd && Int(lines[index].width) >= Int(lines[index + 1].width) - 2
  }
}
