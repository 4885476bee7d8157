/// The reading of one block, the lines between two blank lines.
struct BlockReading {
  private let lines: UnsafeMutableBufferPointer<SourceLine>
  private let block: Range<Int>
  private let document: WrapEvidence
  private let page: PageWidth
  /// The block's single line ends are layout unless something says otherwise.
  private let isWrapped: Bool
  /// There are too few line ends to be sure; then only full lines that break off continue.
  private let isDoubtful: Bool
  /// Has the punctuation of prose; a block without is a headline, a byline or a list.
  private let isProse: Bool
  private let widest: Int

  /// Reads a block of two lines or more. O(lines).
  init(
    lines: UnsafeMutableBufferPointer<SourceLine>, block: Range<Int>, document: WrapEvidence, page: PageWidth
  ) {
    self.lines = lines
    self.block = block
    self.document = document
    self.page = page
    let own = WrapEvidence(of: lines, block)
    let isSure = own.isWrapped || own.wrapped >= 2 && own.mayBeWrapped || document.isWrapped
    isWrapped = isSure || own.mayBeWrapped && document.mayBeWrapped
    isDoubtful = !isSure
    var traits: LineTraits = []
    var width = 0
    for index in block {
      traits.formUnion(lines[index].traits)
      width = max(width, Int(lines[index].width))
    }
    isProse = !traits.isDisjoint(with: .prose)
    widest = width
  }

  /// Does the line continue the paragraph of the line above it in the block?
  func continues(_ index: Int) -> Bool {
    let above = lines[index - 1]
    let line = lines[index]
    if line.indent < 2 || line.indent < above.indent {
      if page.isFull(above, before: line) { return true }
    } else if page.partsByIndents {
      return false
    }
    if line.traits.contains(.bullet) || startsByIndent(index) { return false }
    if line.traits.contains(.startsInside) { return true }
    if isHeadline(above) || isHeadline(line) { return false }
    let isOpen = above.traits.isDisjoint(with: .endsAnything)
    if line.traits.contains(.numbered), !isInProse(index), !isOpen || isShort(index - 1) { return false }
    if isOpen, above.traits.contains(.openBracket) || above.traits.contains(.endsClause) { return true }
    if Int(above.width) > LayoutAnalysis.widest { return isOpen && longLineRunsOn(above, into: line) }
    guard isWrapped, Int(line.width) <= LayoutAnalysis.widest else { return false }
    if isOpen, !isDoubtful, isSetOut(line), above.traits.contains(.continues) || above.indent >= 2 {
      return true
    }
    if isDoubtful, !isOpen || Int(above.width) < widest - 10 { return false }
    if !isOpen { return !isShort(index - 1, by: 4) }
    return isProse ? proseContinues(index) : labelContinues(index)
  }

  /// Begins the line with an item of a listing in prose, as 一是, where no paragraph begins: behind a full line, or
  /// without the indent that paragraphs have?
  private func isInProse(_ index: Int) -> Bool {
    guard lines[index].traits.contains(.enumerated) else { return false }
    return isSetOut(lines[index]) || isWrapped && !isDoubtful && edge(index - 1) >= widest - 2
  }

  /// A line without an indent in a document whose paragraphs begin with one.
  private func isSetOut(_ line: SourceLine) -> Bool { document.hasIndents && line.indent == 0 }

  /// An indent deeper than the line above's; one stray blank counts only where a paragraph may end.
  private func startsByIndent(_ index: Int) -> Bool {
    let above = lines[index - 1]
    let line = lines[index]
    if line.indent > above.indent {
      return line.indent >= 2 || !above.traits.isDisjoint(with: [.endsSentence, .endsPause, .endsBracket])
        || isShort(index - 1)
    }
    // Lines of one indent are paragraphs each, or all of them are set in.
    if line.indent < 2 || line.indent < above.indent { return false }
    return !above.traits.isDisjoint(with: [.endsSentence, .endsPause, .endsBracket])
      || abs(Int(above.width) - Int(line.width)) > 2
  }

  /// Letter-spaced lines are headlines.
  private func isHeadline(_ line: SourceLine) -> Bool {
    line.traits.contains(.letterSpaced) && line.traits.isDisjoint(with: .prose)
  }

  private func longLineRunsOn(_ above: SourceLine, into line: SourceLine) -> Bool {
    !document.hasRows && !above.traits.contains(.endsBracket) && !line.traits.contains(.startsBracket)
      && !line.traits.isDisjoint(with: [.clauses, .sentences, .endsSentence])
  }

  private func proseContinues(_ index: Int) -> Bool {
    // Two lines with inner gaps are a byline or a table, whatever stands around them.
    let isTable =
      lines[index - 1].traits.isDisjoint(with: .prose) && lines[index - 1].traits.contains(.innerGap)
      && lines[index].traits.contains(.innerGap)
    return !isTable && !isShort(index - 1) && !isBelowHeadline(index)
  }

  /// Behind a paragraph end, a line without punctuation above a line that is narrower by an indent than the next.
  private func isBelowHeadline(_ index: Int) -> Bool {
    let above = lines[index - 1]
    guard !above.traits.contains(.continues), above.traits.isDisjoint(with: .running) else { return false }
    guard index + 2 < block.upperBound, lines[index + 1].indent <= lines[index].indent else { return false }
    return (3...6).contains(Int(lines[index + 1].width) - Int(lines[index].width))
  }

  /// A headline or byline broken over lines: two or three lines, or lines of one width.
  private func labelContinues(_ index: Int) -> Bool {
    let above = lines[index - 1]
    let line = lines[index]
    guard document.isWrapped, above.width >= 8 else { return false }
    if above.traits.contains(.openQuote) { return true }
    guard Int(line.width) <= Int(above.width) + 6 else { return false }
    guard !above.traits.union(line.traits).contains(.innerGap) else { return false }
    return block.count <= 3 || Int(above.width) >= widest - 4
  }

  /// Is the line too short for its neighbours, so that it ends a paragraph? The first line of a paragraph may lack the
  /// columns of an indent; where the width of the column changes, either neighbour will do.
  private func isShort(_ index: Int, by tolerance: Int = 6) -> Bool {
    let width = edge(index)
    let below = index + 1 < block.upperBound ? edge(index + 1) : 0
    // Only a line of its own paragraph above tells the width.
    if index > block.lowerBound, lines[index].traits.contains(.continues) {
      return width < min(edge(index - 1), below) - (tolerance - 1)
    }
    let indent = tolerance == 6 && index + 2 < block.upperBound && lines[index].indent == 0 ? 4 : 0
    return width < below - (tolerance - 1) - indent
  }

  /// The column where a line ends.
  private func edge(_ index: Int) -> Int { Int(lines[index].indent) + Int(lines[index].width) }
}
