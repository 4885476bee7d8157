import HanText

extension DocumentDecoder {
  /// A reading that may not be, for one decoding.
  struct Ban {
    var reading: BannedReading
    /// A place of the stream at which no composed organization may open, or close.
    var opening: Int?
    var closing: Int?
  }

  /// Decodes a sentence of the last document again.
  ///
  /// - Parameter withNames: with the names that the document has proven
  /// - Returns: the cost of the whole path, and its tokens
  func decodeAgain(
    _ sentence: DecodedDocument.Sentence, of text: SourceText, spans: [ScannedSpan], banned: Ban?, withNames: Bool
  ) -> (cost: Int32, tokens: [DecodedToken]) {
    var result = DecodedDocument()
    let names = decoder.lattice.documentNames
    if !withNames { decoder.lattice.documentNames = nil }
    decoder.lattice.banned = banned?.reading
    decoder.bannedOpening = banned?.opening.map { $0 - sentence.range.lowerBound } ?? -1
    decoder.bannedClosing = banned?.closing.map { $0 - sentence.range.lowerBound } ?? -1
    defer {
      decoder.lattice.documentNames = names
      decoder.lattice.banned = nil
      decoder.bannedOpening = -1
      decoder.bannedClosing = -1
    }
    text.folded.withUnsafeBufferPointer { folded in
      text.flags.withUnsafeBufferPointer { flags in
        spans.withUnsafeBufferPointer { spans in
          guard let folded = folded.baseAddress, let flags = flags.baseAddress else { return }
          let input = DecoderInput(
            folded: folded, flags: flags, codes: codes.map { UnsafePointer($0.base) }, count: text.count)
          var from = 0
          let own = Self.spans(of: sentence.range, in: spans, from: &from)
          decoder.lattice.build(input, range: sentence.range, spans: own)
          decoder.decode(into: &result)
        }
      }
    }
    return (decoder.totalCost, result.tokens)
  }

  /// The cost of the edge of a token in the sentence that was decoded last.
  func surfaceCost(of token: DecodedToken) -> Int32? { decoder.lattice.surfaceCost(of: token) }
}
