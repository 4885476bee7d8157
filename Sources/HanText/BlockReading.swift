/// The reading of one block, the lines between two blank lines.
struct BlockReading {
  private let lines: UnsafeMutableBufferPointer<SourceLine>
  private let block: Range<Int>
  private let document: WrapEvidence
  /// The block's single line ends are layout unless something says otherwise.
  private let isWrapped: Bool
  /// Has the punctuation of prose; a block without is a headline, a byline or a list.
  private let isProse: Bool
  private let widest: Int

  /// Reads a block of two lines or more. O(lines).
  init(lines: UnsafeMutableBufferPointer<SourceLine>, block: Range<Int>, document: WrapEvidence) {
    self.lines = lines
    self.block = block
    self.document = document
    let own = WrapEvidence(of: lines, block)
    isWrapped =
      own.isWrapped || own.wrapped >= 2 && own.mayBeWrapped || document.isWrapped
      || own.mayBeWrapped && document.mayBeWrapped
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
    if line.traits.contains(.bullet) || startsByIndent(index) { return false }
    if isHeadline(above) || isHeadline(line) { return false }
    let isOpen = above.traits.isDisjoint(with: .endsAnything)
    if line.traits.contains(.numbered), !isOpen || isShort(index - 1) { return false }
    if isOpen, above.traits.contains(.openBracket) || above.traits.contains(.endsClause) { return true }
    if Int(above.width) > LayoutAnalysis.widest { return isOpen && longLineRunsOn(above, into: line) }
    guard isWrapped, Int(line.width) <= LayoutAnalysis.widest else { return false }
    if !isOpen { return !isShort(index - 1, by: 4) }
    return isProse ? proseContinues(index) : labelContinues(index)
  }

  /// An indent deeper than the line above's; one stray blank counts only where a paragraph may end.
  private func startsByIndent(_ index: Int) -> Bool {
    let above = lines[index - 1]
    let line = lines[index]
    if line.indent > above.indent {
      return line.indent >= 2 || !above.traits.isDisjoint(with: [.endsSentence, .endsPause, .endsBracket])
        || isShort(index - 1)
    }
    return line.indent >= 2 && above.traits.contains(.endsSentence)
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
    return !isTable && !isShort(index - 1)
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

  /// Is the line too short for its neighbours, so that it ends a paragraph? The first line of a block may lack the
  /// columns of a stripped indent; where the width of the column changes, either neighbour will do.
  private func isShort(_ index: Int, by tolerance: Int = 6) -> Bool {
    let width = Int(lines[index].width)
    let below = index + 1 < block.upperBound ? Int(lines[index + 1].width) : 0
    guard index > block.lowerBound else {
      return width < below - (block.count > 2 && tolerance == 6 ? tolerance + 4 : tolerance - 1)
    }
    let above = Int(lines[index - 1].width)
    // The line above may itself end a paragraph; then only the line below tells the width.
    let reference = lines[index].traits.contains(.continues) ? min(above, below) : below
    return width < reference - (tolerance - 1)
  }
}
