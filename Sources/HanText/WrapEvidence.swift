/// What speaks for and against hard-wrapped text in a range of lines.
struct WrapEvidence {
  /// Line ends in the middle of a sentence, between lines of like width.
  private(set) var wrapped = 0
  /// Line ends in the middle of a sentence between lines of unlike width, and line ends beside very long lines.
  private(set) var against = 0
  /// Lines with an end mark.
  private(set) var sentences = 0
  private var long = 0
  private var longOpen = 0
  private var indented = 0
  private var lineCount = 0

  /// Most line ends inside paragraphs are layout, by enough examples.
  var isWrapped: Bool { wrapped >= 3 && wrapped > 2 * against && hasSentences }

  /// Nothing speaks against wrapped text, and something for it.
  var mayBeWrapped: Bool { wrapped >= 1 && wrapped > against && hasSentences }

  /// Most long lines end without an end mark: a table or a log, not paragraphs.
  var hasRows: Bool { long >= 4 && longOpen * 2 > long }

  /// Some lines are indented and most are not: paragraphs begin with an indent, so that a line without goes on.
  var hasIndents: Bool { indented >= 2 && indented * 12 >= lineCount && indented * 2 <= lineCount }

  /// Rows of a table have like widths and commas, but no end marks.
  private var hasSentences: Bool { wrapped < 5 || sentences * 12 >= wrapped }

  /// Counts over the lines of a range. O(lines).
  init(of lines: UnsafeMutableBufferPointer<SourceLine>, _ range: Range<Int>) {
    lineCount = range.count
    for index in range {
      let line = lines[index]
      if line.indent >= 2 { indented += 1 }
      if !line.traits.isDisjoint(with: [.sentences, .endsSentence]) { sentences += 1 }
      if Int(line.width) > LayoutAnalysis.widest {
        long += 1
        if line.traits.isDisjoint(with: .endsAnything) { longOpen += 1 }
      }
      if index > range.lowerBound, line.gap == 0 {
        // The last line of a paragraph may be short; a blank line or an indent follows it.
        let isLast =
          index + 1 >= lines.count || lines[index + 1].gap > 0 || lines[index + 1].indent >= line.indent &+ 2
        let isFirst = index == 1 || lines[index - 1].gap > 0
        count(lines[index - 1], line, isFirst: isFirst, isLast: isLast)
      }
    }
  }

  private mutating func count(_ above: SourceLine, _ line: SourceLine, isFirst: Bool, isLast: Bool) {
    if max(Int(above.width), Int(line.width)) > LayoutAnalysis.widest {
      against += 1
      return
    }
    let both = above.traits.union(line.traits)
    guard above.width >= 14, !both.contains(.heading) else { return }
    guard above.traits.isDisjoint(with: .endsAnything) else { return }
    guard line.traits.isDisjoint(with: [.bullet, .numbered]), line.indent <= above.indent else { return }
    guard !both.isDisjoint(with: .prose) || above.traits.contains(.openBracket) else { return }
    let growth = Int(line.width) - Int(above.width)
    // The first line of a paragraph may lack the columns of an indent.
    let allowed = isFirst || above.indent > 0 ? 10 : 6
    if growth <= allowed && (isLast || growth >= -6) {
      wrapped += 1
    } else {
      against += 1
    }
  }
}
