/// The stretches between quotation marks of the outer level, and which tokens stand inside.
///
/// A quotation whose mark is not closed ends with its paragraph, unless the next paragraph closes it before it opens
/// another; where the next paragraph opens with a mark again, the quotation goes on there. One pass, linear.
struct QuoteSpans {
  /// From an opening mark to the closing one.
  struct Span {
    /// The token of the opening mark.
    var open: Int
    /// The token behind the last one inside: the closing mark, or the paragraph's end.
    var close: Int
    var isClosed: Bool
    var paragraph: Int32
    /// Whether an end mark stands inside.
    var hasSentence: Bool
    /// Whether its last mark ends a clause, `…，”` as much as `…。”`; speech does so, a term does not.
    var endsClause: Bool
    /// Whether it goes on a quotation that was not closed.
    var continues: Bool
  }

  private(set) var spans: [Span] = []
  /// By token: the span that holds it.
  private var covering: [Int32]

  /// The number of the span that holds a token, marks included, or -1.
  func span(at token: Int) -> Int { covering.indices.contains(token) ? Int(covering[token]) : -1 }

  /// An opened quotation.
  private struct Opened {
    var token: Int
    var paragraph: Int32
    var depth = 1
    var hasSentence = false
    var isStraight: Bool
    /// Where its paragraph ended without a closing mark.
    var paragraphEnd: Int?
  }

  init(_ context: FactContext) {
    let stream = context.stream
    covering = Array(repeating: -1, count: stream.tokens.count)
    var opened: Opened?
    var paragraph: Int32 = -1
    for number in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[number]
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        if var quotation = opened {
          if let end = quotation.paragraphEnd {
            close(quotation, end, isClosed: false)
            opened = nil
          } else {
            quotation.paragraphEnd = sentence.tokens.lowerBound
            quotation.depth = 1
            opened = quotation
          }
        }
      }
      for index in sentence.tokens {
        let token = context.token(index)
        switch token.wordClass {
        case .open, .close, .quote:
          guard token.count == 1 else { continue }
          read(
            context.folded[Int(token.start)], index, paragraph, &opened, endsClause: context.endsClause(index - 1))
        case .stop: opened?.hasSentence = true
        default: break
        }
      }
    }
    if let opened { close(opened, opened.paragraphEnd ?? stream.tokens.count, isClosed: false) }
  }

  private mutating func read(
    _ scalar: UInt32, _ index: Int, _ paragraph: Int32, _ opened: inout Opened?, endsClause: Bool
  ) {
    let isStraight = scalar == 0x22
    guard let quotation = opened else {
      if scalar == 0x201C || scalar == 0x300C || isStraight {
        opened = Opened(token: index, paragraph: paragraph, isStraight: isStraight)
      }
      return
    }
    if scalar == 0x201C || scalar == 0x300C || isStraight && !quotation.isStraight {
      if let end = quotation.paragraphEnd {
        close(quotation, end, isClosed: false)
        opened = Opened(token: index, paragraph: paragraph, isStraight: isStraight)
      } else if !isStraight {
        opened?.depth += 1
      }
    } else if scalar == 0x201D || scalar == 0x300D || isStraight {
      opened?.depth -= 1
      if quotation.depth == 1 {
        close(quotation, index, isClosed: true, endsClause: endsClause)
        opened = nil
      }
    }
  }

  private mutating func close(_ quotation: Opened, _ close: Int, isClosed: Bool, endsClause: Bool = true) {
    let open = quotation.token
    if close <= open + 1 { return }
    let continues = spans.last.map { !$0.isClosed && $0.paragraph == quotation.paragraph - 1 } ?? false
    for index in open..<min(close + (isClosed ? 1 : 0), covering.count) { covering[index] = Int32(spans.count) }
    spans.append(
      Span(
        open: open, close: close, isClosed: isClosed, paragraph: quotation.paragraph,
        hasSentence: quotation.hasSentence, endsClause: endsClause || quotation.hasSentence, continues: continues))
  }
}
