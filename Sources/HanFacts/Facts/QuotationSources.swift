/// Gives the facts inside a quotation their source: its speaker.
enum QuotationSources {
  /// One sweep over quotations and facts in text order.
  static func mark(_ drafts: inout [FactDraft]) {
    var quotations: [(range: Range<Int>, speaker: FactPiece)] = []
    for draft in drafts where draft.type == .quotation {
      if let content = draft.piece("content"), let speaker = draft.piece("speaker") {
        quotations.append((content.range, speaker))
      }
    }
    if quotations.isEmpty { return }
    quotations.sort { $0.range.lowerBound < $1.range.lowerBound }
    for index in drafts.indices
    where drafts[index].type != .quotation && drafts[index].type != .dateline && drafts[index].type != .byline {
      let range = drafts[index].range
      // The last quotation that begins before the fact.
      var low = 0
      var high = quotations.count
      while low < high {
        let middle = (low + high) / 2
        if quotations[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
      }
      if low > 0, quotations[low - 1].range.upperBound >= range.upperBound {
        drafts[index].source = quotations[low - 1].speaker
      }
    }
  }
}
