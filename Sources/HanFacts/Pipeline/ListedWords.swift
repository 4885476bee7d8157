import HanGazetteer

/// What the built-in tables say of tokens and characters behind the search.
extension KnowledgeBase {
  /// Whether a token of the built-in tables is of a kind.
  func isKind(_ token: DecodedToken, _ kind: String) -> Bool {
    token.image == 0 && images[0].kinds.indices.contains(Int(token.kind)) && images[0].kinds[Int(token.kind)] == kind
  }

  /// 大同煤矿集团, not 长江电力: whether the name of a body begins with a listed city, county or district.
  func beginsWithDivision(_ body: DecodedToken, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    for size in 2...3 where size < body.end - body.start {
      if let place = listedWord(body.start..<body.start + size, .place, folded),
        ["city", "county", "district", "prefecture"].contains(where: { isKind(place, $0) })
      {
        return true
      }
    }
    return false
  }

  /// The number of a kind in the built-in tables.
  func number(ofKind kind: String) -> UInt16 { UInt16(clamping: images[0].kinds.firstIndex(of: kind) ?? 65_535) }

  func isCompany(_ token: DecodedToken) -> Bool { token.image == 0 && token.kind == companyKind }

  /// A token of a class that the built-in tables list with exactly these characters.
  func listedWord(
    _ range: Range<Int>, _ wordClass: WordClass, _ folded: UnsafeBufferPointer<UInt32>
  ) -> DecodedToken? {
    guard !range.isEmpty, let base = folded.baseAddress else { return nil }
    var found: DecodedToken?
    let image = images[0]
    image.forEachEntry(of: base + range.lowerBound, count: range.count) { index in
      let entry = image.common(index)
      let role = roles[0][Int(entry.category)]
      let isSuch =
        switch wordClass {
        case .head: role.isHead
        case .place: role.type == .place
        default: role.wordClass == wordClass
        }
      guard found == nil, isSuch else { return }
      var token = DecodedToken(start: range.lowerBound, end: range.upperBound, wordClass: wordClass)
      token.kind = UInt16(clamping: entry.kind)
      token.entry = Int32(clamping: index)
      token.flags = entry.flags
      found = token
    }
    return found
  }
}
