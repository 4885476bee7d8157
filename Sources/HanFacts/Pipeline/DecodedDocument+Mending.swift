import HanGazetteer
import HanText

extension KnowledgeBase {
  /// The token of a category that the tables list with exactly this surface, or nil.
  fileprivate func listed(
    _ range: Range<Int>, as category: String, _ wordClass: WordClass, _ folded: UnsafeBufferPointer<UInt32>
  ) -> DecodedToken? {
    for (number, image) in images.enumerated() {
      var token: DecodedToken?
      image.withEntries(of: folded[range]) { index, entry in
        guard token == nil, image.categories[Int(entry.category)] == category else { return }
        var found = DecodedToken(start: range.lowerBound, end: range.upperBound, wordClass: wordClass)
        found.source = .listed
        found.image = UInt8(clamping: number)
        found.kind = UInt16(clamping: entry.kind)
        found.entry = Int32(clamping: index)
        token = found
      }
      if let token { return token }
    }
    return nil
  }
}

extension DecodedDocument {
  /// The agencies whose name ends before the place that a dispatch came from.
  private static let agencies: [[UInt32]] = [
    "新华社", "中新社", "中新网", "新华网", "人民网", "中央社", "法新社", "路透社", "美联社", "塔斯社", "共同社", "韩联社",
  ]
  .map(\.foldedScalars)

  /// Bodies whose ends the best path could not see: where an agency, a numbered congress or a party ends or begins.
  ///
  /// ```
  /// [新华社][联合国]2月24日电          an agency ends where a listed name begins
  /// 第三、四、五届[全国人大]代表        a list of terms is no part of the name
  /// [九三学社第十五届中央委员会]        the committee belongs to the party before it
  /// ```
  ///
  /// O(tokens).
  mutating func mendBodies(_ text: SourceText, _ knowledge: KnowledgeBase) {
    var edits: [(old: Range<Int>, new: [DecodedToken])] = []
    text.folded.withUnsafeBufferPointer { folded in
      for sentence in sentences {
        for index in sentence.tokens where tokens[index].wordClass == .organization {
          if index - sentence.tokens.lowerBound < 4, let parts = dispatch(index, folded, knowledge) {
            edits.append((index..<index + 1, parts))
          } else if let edit = numbered(index, sentence.tokens, folded, knowledge),
            edit.old.lowerBound >= edits.last?.old.upperBound ?? 0
          {
            edits.append(edit)
          }
        }
      }
    }
    apply(edits)
  }

  /// Splits and joins bodies, see `BodyMender`. O(tokens).
  ///
  /// - Parameter numbers: the numbers of the sentences to look at; nil for all
  mutating func mendParts(_ text: SourceText, _ knowledge: KnowledgeBase, in numbers: [Int]? = nil) {
    let edits = text.folded.withUnsafeBufferPointer { folded in
      var mender = BodyMender(
        knowledge: knowledge, words: knowledge.scanners.bodyWords, folded: folded, tokens: tokens, inner: inner)
      let edits = mender.edits(numbers.map { $0.map { sentences[$0] } } ?? sentences)
      if !edits.isEmpty { inner = mender.inner }
      return edits
    }
    apply(edits)
  }

  /// Sets new tokens in the place of others; the edits are in text order.
  private mutating func apply(_ edits: [(old: Range<Int>, new: [DecodedToken])]) {
    guard !edits.isEmpty else { return }
    var result: [DecodedToken] = []
    result.reserveCapacity(tokens.count + edits.count)
    var next = 0
    for number in sentences.indices {
      let range = sentences[number].tokens
      let first = result.count
      var index = range.lowerBound
      while index < range.upperBound {
        if next < edits.count, edits[next].old.lowerBound == index {
          result += edits[next].new
          index = edits[next].old.upperBound
          next += 1
        } else {
          result.append(tokens[index])
          index += 1
        }
      }
      sentences[number].tokens = first..<result.count
    }
    tokens = result
  }

  /// `新华社联合国` before a date: the agency and where it sends from.
  private func dispatch(
    _ index: Int, _ folded: UnsafeBufferPointer<UInt32>, _ knowledge: KnowledgeBase
  ) -> [DecodedToken]? {
    let token = tokens[index]
    guard index + 1 < tokens.count, tokens[index + 1].start == token.end, token.end - token.start > 4,
      tokens[index + 1].source == .scanner, tokens[index + 1].kind == ScannedSpan.dateKind,
      let agency = Self.agencies.first(where: { folded[token.start..<token.end].starts(with: $0) })
    else { return nil }
    let cut = token.start + agency.count
    guard let source = knowledge.listed(token.start..<cut, as: "organizations", .organization, folded),
      let place = knowledge.listed(cut..<token.end, as: "places", .place, folded)
        ?? knowledge.listed(cut..<token.end, as: "organizations", .organization, folded)
    else { return nil }
    return [source, place]
  }

  /// `五届全国人大` behind 、, and `九三学社|第|十五届中央委员会`.
  private func numbered(
    _ index: Int, _ sentence: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>, _ knowledge: KnowledgeBase
  ) -> (old: Range<Int>, new: [DecodedToken])? {
    let token = tokens[index]
    // 届
    guard token.start > 0,
      let term = (token.start + 1..<min(token.start + 5, token.end)).first(where: { folded[$0] == 0x5C4A })
    else { return nil }
    if folded[token.start - 1] == 0x3001,
      let body = knowledge.listed(term + 1..<token.end, as: "organizations", .organization, folded)
    {
      return (index..<index + 1, [DecodedToken(start: token.start, end: term + 1, wordClass: .noun), body])
    }
    // 第
    guard index - 2 >= sentence.lowerBound, folded[token.start - 1] == 0x7B2C,
      tokens[index - 1].start == token.start - 1, tokens[index - 2].wordClass == .organization,
      tokens[index - 2].end == token.start - 1
    else { return nil }
    var whole = DecodedToken(start: tokens[index - 2].start, end: token.end, wordClass: .organization)
    whole.source = .document
    whole.image = tokens[index - 2].image
    whole.kind = tokens[index - 2].kind
    return (index - 2..<index + 1, [whole])
  }

  /// Makes each range a token of a person; what is left of the tokens that it cuts is a word. O(tokens).
  ///
  /// A name of three characters proves itself for the rest of the text; what has two may be a word elsewhere.
  mutating func setPersons(_ ranges: [Range<Int>], _ text: SourceText, _ knowledge: KnowledgeBase) {
    if ranges.allSatisfy(isPerson) { return }
    var result: [DecodedToken] = []
    result.reserveCapacity(tokens.count + ranges.count)
    var next = 0
    for number in sentences.indices {
      let first = result.count
      let sentence = sentences[number]
      while next < ranges.count, ranges[next].upperBound <= sentence.range.lowerBound { next += 1 }
      // Few sentences hold such names; the tokens of the others are kept as they are.
      if next == ranges.count || ranges[next].lowerBound >= sentence.range.upperBound {
        result.append(contentsOf: tokens[sentence.tokens])
        sentences[number].tokens = first..<result.count
        continue
      }
      var cut = sentence.range.lowerBound
      for index in sentence.tokens {
        let token = tokens[index]
        while next < ranges.count, ranges[next].upperBound <= token.start { next += 1 }
        guard next < ranges.count, ranges[next].lowerBound < token.end else {
          result.append(token)
          cut = token.end
          continue
        }
        if token.wordClass == .person, token.start == ranges[next].lowerBound, token.end == ranges[next].upperBound {
          result.append(token)
          cut = token.end
          continue
        }
        cut = max(cut, token.start)
        // A token may hold several names: 刘旖旎郑宇.
        while next < ranges.count, ranges[next].lowerBound < token.end {
          let range = ranges[next]
          if range.lowerBound > cut { result.append(DecodedToken(start: cut, end: range.lowerBound, wordClass: .noun)) }
          if range.lowerBound >= cut {
            var person = DecodedToken(start: range.lowerBound, end: range.upperBound, wordClass: .person)
            person.source = range.count == 3 ? .chineseName : .document
            result.append(person)
            cut = range.upperBound
          }
          if range.upperBound > token.end { break }
          next += 1
        }
        if cut < token.end {
          // 许秩维|台北
          let rest = text.folded.withUnsafeBufferPointer { knowledge.listed(cut..<token.end, as: "places", .place, $0) }
          result.append(rest ?? DecodedToken(start: cut, end: token.end, wordClass: .noun))
          cut = token.end
        }
      }
      sentences[number].tokens = first..<result.count
    }
    tokens = result
  }

  /// Whether a range is a token of a person. O(log n).
  private func isPerson(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start == range.lowerBound && tokens[low].end == range.upperBound
      && tokens[low].wordClass == .person
  }
}
