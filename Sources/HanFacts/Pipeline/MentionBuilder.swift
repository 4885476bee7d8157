import HanGazetteer
import HanText

/// Makes mentions of names out of the tokens of the best path.
struct MentionBuilder {
  let knowledge: KnowledgeBase
  let notes: MentionNotes
  let places: PlaceResolver
  /// The folded characters of the text.
  let folded: UnsafePointer<UInt32>
  /// What stood before each of them; see `CharacterFlags`.
  let flags: UnsafePointer<UInt8>
  /// How many there are.
  let count: Int

  /// Appends the mentions of a document in text order.
  func add(_ document: DecodedDocument, to mentions: inout [Mention]) {
    var counted: [Range<Int>] = []
    let wordParts = knowledge.wordParts
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        var index = sentence.tokens.lowerBound
        while index < sentence.tokens.upperBound {
          // Most tokens are words, and make no mention.
          let wordClass = tokens[index].wordClass
          if !wordClass.isName, tokens[index].innerCount == 0 {
            // Few words hold names: the first character tells most of the others.
            if wordParts.mayHold(folded[tokens[index].start]), tokens[index].source == .word {
              addParts(of: tokens[index], to: &mentions)
            }
            if wordClass == .title { addBody(inTitle: index, tokens, from: sentence.tokens.lowerBound, to: &mentions) }
            index &+= 1
            continue
          }
          if tokens[index].isGeneratedBody, isCounted(index, tokens, sentence.tokens) {
            counted.append(tokens[index].start..<tokens[index].end)
            addInner(of: tokens[index], document, to: &mentions)
            index &+= 1
            continue
          }
          let next = index + 1 < sentence.tokens.upperBound ? tokens[index + 1] : nil
          index += add(tokens[index], before: next, document, to: &mentions)
        }
      }
    }
    if !counted.isEmpty { remove(counted, from: &mentions) }
  }

  /// 个 家 所 间 座 支 批: what bodies are counted by.
  private static let classifiers: Set<UInt32> = [0x4E2A, 0x5BB6, 0x6240, 0x95F4, 0x5EA7, 0x652F, 0x6279]

  /// 3个“一带一路”联合实验室, 国家重点实验室50余家: of what is counted there are several, so that it is no name.
  private func isCounted(
    _ index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, _ sentence: Range<Int>
  ) -> Bool {
    let hasNext = index + 1 < sentence.upperBound
    if hasNext, counts(tokens[index + 1]) {
      // 研究院3个项目: the noun behind is what is counted.
      if index + 2 >= sentence.upperBound { return true }
      switch tokens[index + 2].wordClass {
      case .comma, .pause, .stop: return true
      default: return false
      }
    }
    // 3个小麦专家指导组: a noun may stand between.
    var before = index - 1
    if before > sentence.lowerBound, tokens[before].wordClass == .noun, tokens[before].source == .word { before -= 1 }
    guard before >= sentence.lowerBound, counts(tokens[before]) else { return false }
    // 3个南京市教育局代表
    return !hasNext || tokens[index + 1].wordClass != .noun
  }

  /// Whether a token is a number of several bodies.
  private func counts(_ number: DecodedToken) -> Bool {
    guard number.source == .scanner, number.kind != ScannedSpan.dateKind, number.end - number.start >= 2,
      Self.classifiers.contains(folded[number.end - 1])
    else { return false }
    // 第一批 counts several; 第一个, 一家 and 1家 do not.
    if folded[number.end - 1] == 0x6279 { return true }
    let first = folded[number.start]
    return first != 0x7B2C && (number.end - number.start > 2 || first != 0x4E00 && first != 0x31)
  }

  /// Takes away what the document counts elsewhere, unless it also names it with its owner.
  private func remove(_ counted: [Range<Int>], from mentions: inout [Mention]) {
    func ends(_ mention: Mention, with other: Range<Int>) -> Bool {
      let start = mention.range.upperBound - other.count
      return start >= mention.range.lowerBound
        && zip(other, start..<mention.range.upperBound).allSatisfy { folded[$0] == folded[$1] }
    }
    let bodies = mentions.filter { $0.type == .organization }
    let common = counted.filter { other in
      !bodies.contains { $0.range.count > other.count && ends($0, with: other) }
    }
    mentions.removeAll { mention in
      mention.type == .organization && (mention.source == .composed || mention.source == .document)
        && common.contains { $0.count == mention.range.count && ends(mention, with: $0) }
    }
  }

  private func addInner(of token: DecodedToken, _ document: DecodedDocument, to mentions: inout [Mention]) {
    for inner in document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)] {
      if let mention = mention(of: inner, document) { mentions.append(mention) }
    }
  }

  /// Appends what a token makes, with the token behind it where that belongs to it; returns how many tokens those are.
  private func add(
    _ token: DecodedToken, before next: DecodedToken?, _ document: DecodedDocument, to mentions: inout [Mention]
  ) -> Int {
    if token.wordClass == .place, let next, let joined = join(token, next, document) {
      mentions.append(joined)
      return 2
    }
    if token.wordClass == .organization, let next, isPart(next, of: token) {
      if let whole = mention(of: next, document, behind: token) { mentions.append(whole) }
      return 2
    }
    if token.innerCount > 0, isPlacesAndGenericHead(token, document) || isUnbalanced(token, document) {
      addInner(of: token, document, to: &mentions)
      return 1
    }
    if let (whole, part) = splitAtRelation(token, document) {
      for half in [whole, part] { _ = add(half, before: nil, document, to: &mentions) }
      return 1
    }
    var body = token
    while let (place, rest) = splitChain(body, document), let mention = mention(of: place, document) {
      mentions.append(mention)
      body = rest
    }
    if let mention = mention(of: body, document) { mentions.append(mention) }
    return 1
  }

  /// 北京医药集团有限责任公司下属北京制药厂: a body, what it is to the other one, and the other body.
  private func splitAtRelation(_ token: DecodedToken, _ document: DecodedDocument) -> (DecodedToken, DecodedToken)? {
    let count = Int(token.innerCount)
    guard count >= 3 else { return nil }
    let first = Int(token.innerStart)
    for index in 1..<(count - 1) {
      let word = document.inner[first + index]
      let before = document.inner[first + index - 1]
      guard before.wordClass == .head || before.wordClass == .organization, isRelation(word) else { continue }
      var whole = before
      if index > 1 {
        whole = token
        whole.end = before.end
        whole.innerCount = Int32(index)
        whole.kind = before.kind
      }
      var part = document.inner[first + count - 1]
      if index < count - 2 {
        part = token
        part.start = word.end
        part.innerStart = Int32(first + index + 1)
        part.innerCount = Int32(count - index - 1)
      }
      guard whole.wordClass == .organization, part.wordClass == .organization else { return nil }
      return (whole, part)
    }
    return nil
  }

  /// 下属 所属 直属 旗下
  private func isRelation(_ token: DecodedToken) -> Bool {
    guard token.end - token.start == 2 else { return false }
    switch (folded[token.start], folded[token.start + 1]) {
    case (0x4E0B, 0x5C5E), (0x6240, 0x5C5E), (0x76F4, 0x5C5E), (0x65D7, 0x4E0B): return true
    default: return false
    }
  }

  /// 长沙市|芙蓉区人民法院, 希腊|欧洲研究国际中心, 英国|诺丁汉大学, 江苏省|扬州市公安局: where the name of a body begins
  /// with a place of its own, the place before it stands alone; so with each of 江苏省|南京市|玄武区人民法院, and with an
  /// international body before another one.
  private func splitChain(_ token: DecodedToken, _ document: DecodedDocument) -> (DecodedToken, DecodedToken)? {
    guard token.innerCount >= 2 else { return nil }
    let from = Int(token.innerStart)
    let (first, second) = (document.inner[from], document.inner[from + 1])
    let isWorldwide =
      first.wordClass == .organization && kind(first) == KindCodes.international && second.wordClass == .organization
    guard isWorldwide || first.wordClass == .place, first.end - first.start >= 2, second.end - second.start >= 2
    else { return nil }
    let isOwn =
      switch second.wordClass {
      case .place:
        token.innerCount >= 3 && !isBrand(second, of: token)
          && (isBelow(second, first) || isForeign(first) && isRegion(second) || isVillage(second, behind: first))
      case .organization:
        openingPlace(of: second).map { isForeign(first) || places.isBelow($0, first.start..<first.end, folded) }
          ?? false
      default: false
      }
    guard isOwn || isWorldwide else { return nil }
    var rest = token
    if token.innerCount == 2 {
      rest = second
      rest.margin = token.margin
    } else {
      rest.start = second.start
      rest.innerStart += 1
      rest.innerCount -= 1
    }
    return (first, rest)
  }

  /// 新疆|天山水泥股份有限公司: a company may be called after a mountain or a water.
  private func isBrand(_ place: DecodedToken, of body: DecodedToken) -> Bool {
    kind(body) == KindCodes.company && (kind(place) == KindCodes.natural || kind(place) == KindCodes.water)
  }

  /// 天池镇|石关村党支部: a village behind a township or a county, which no table lists.
  private func isVillage(_ place: DecodedToken, behind outer: DecodedToken) -> Bool {
    guard place.source == .placeSuffix, PlaceKinds.kind(ofSuffix: folded[place.end - 1]) == KindCodes.village else {
      return false
    }
    // 镇 乡 县 区 市 旗
    switch folded[outer.end - 1] {
    case 0x9547, 0x4E61, 0x53BF, 0x533A, 0x5E02, 0x65D7: return true
    default: return false
    }
  }

  private func isForeign(_ place: DecodedToken) -> Bool {
    kind(place) == KindCodes.country && !places.isChina(place.start..<place.end, folded)
  }

  private func isRegion(_ token: DecodedToken) -> Bool { token.image == 0 && token.kind == knowledge.regionKind }

  /// Whether a listed place lies in another one; China itself counts for none.
  private func isBelow(_ inner: DecodedToken, _ outer: DecodedToken) -> Bool {
    places.isBelow(inner.start..<inner.end, outer.start..<outer.end, folded)
  }

  private func kind(_ token: DecodedToken) -> KindCode { knowledge.vocabulary.kind(image: token.image, token.kind) }

  private func addRow(_ token: DecodedToken) {
    guard token.entry >= 0, token.source != .scanner, token.source != .document else { return }
    notes.rows.append(EntryReference(image: token.image, entry: token.entry, range: token.start..<token.end))
  }

  /// 中国科学院|化学所, 佛山市公安局|南海分局: whether the body directly behind another one is a part of it.
  private func isPart(_ part: DecodedToken, of whole: DecodedToken) -> Bool {
    guard part.wordClass == .organization, part.start == whole.end, flags[part.start] & CharacterFlags.spaceBefore == 0,
      kind(whole) != KindCodes.media, kind(whole) != KindCodes.international
    else { return false }
    // Listed bodies side by side are two, 中宣部|全总, unless the row says whose part the second is.
    if part.source == .listed {
      // 分局 of a 局 is a part of it, whatever else bears its name.
      if folded[part.end - 1] == 0x5C40, folded[part.end - 2] == 0x5206, folded[whole.end - 1] == 0x5C40 { return true }
      guard part.entry >= 0, whole.source == .listed, whole.entry >= 0, part.image == whole.image else { return false }
      let image = knowledge.images[Int(part.image)]
      let owner = image.bytes(ofCell: 0, entry: Int(whole.entry))
      let name = image.bytes(ofCell: 0, entry: Int(part.entry))
      return !owner.isEmpty && name.count > owner.count && name.starts(with: owner)
    }
    return part.source == .composed || part.source == .numbered
  }

  /// - Parameter place: a place or body directly before, which joins the body
  private func mention(
    of token: DecodedToken, _ document: DecodedDocument, behind place: DecodedToken? = nil
  ) -> Mention? {
    let type: MentionType
    var own: EntityType?
    switch token.wordClass {
    case .person: type = .person
    case .place: type = .place
    case .organization: type = .organization
    case .other:
      let category = knowledge.images[Int(token.image)].common(Int(token.entry)).category
      guard let name = knowledge.roles[Int(token.image)][Int(category)].type else { return nil }
      type = MentionType(name)
      own = name
    default: return nil
    }
    var mention = Mention(
      range: token.start..<token.end, type: type, kind: type == .person ? 0 : kind(token), rule: token.source.rule,
      source: token.source)
    mention.margin = token.margin
    if type == .other { mention.extra = MentionExtra(type: own) }
    if token.source == .placeSuffix { mention.kind = PlaceKinds.kind(ofSuffix: folded[token.end - 1]) }
    let firstRow = Int32(notes.rows.count)
    let firstPart = Int32(notes.parts.count)
    if let place {
      mention.range = place.start..<token.end
      mention.margin = min(mention.margin, place.margin)
      addRow(place)
      addPart(place)
    }
    addRow(token)
    if token.innerCount > 0 {
      for index in Int(token.innerStart)..<Int(token.innerStart + token.innerCount) {
        let inner = document.inner[index]
        if inner.wordClass != .noun, inner.wordClass != .verb { addRow(inner) }
        addPart(inner)
      }
    }
    mention.rows = NoteRange(start: firstRow, count: Int32(notes.rows.count) - firstRow)
    mention.parts = NoteRange(start: firstPart, count: Int32(notes.parts.count) - firstPart)
    return mention
  }

  private func addPart(_ token: DecodedToken) {
    let type: MentionType
    switch token.wordClass {
    case .place: type = .place
    case .person: type = .person
    case .organization: type = .organization
    default: return
    }
    notes.parts.append(
      MentionPart(range: token.start..<token.end, type: type, kind: type == .person ? 0 : kind(token)))
  }

  /// The shortest listed place that the name of a body begins with; nil for none.
  private func openingPlace(of token: DecodedToken) -> Range<Int>? {
    for (number, image) in knowledge.images.enumerated() {
      for size in 2..<max(3, min(6, token.end - token.start)) {
        let count = min(size, token.end - token.start)
        var found = false
        image.forEachEntry(of: folded + token.start, count: count) { entry in
          let common = image.common(entry)
          let isPlace = knowledge.roles[number][Int(common.category)].wordClass == .place
          if isPlace, common.flags & GazetteerEntry.ambiguous == 0 { found = true }
        }
        if found { return token.start..<token.start + count }
      }
    }
    return nil
  }

  /// Whether a quotation mark or bracket inside is not closed, or closed without being open.
  private func isUnbalanced(_ token: DecodedToken, _ document: DecodedDocument) -> Bool {
    var depth = 0
    for inner in document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)] {
      if inner.wordClass == .open { depth += 1 }
      if inner.wordClass == .close { depth -= 1 }
      if depth < 0 { return true }
    }
    return depth != 0
  }

  /// 中国政府, 美国企业: places and a noun that makes no name with them.
  private func isPlacesAndGenericHead(_ token: DecodedToken, _ document: DecodedDocument) -> Bool {
    let inner = document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)]
    guard let head = inner.last, head.flags & GazetteerEntry.generic != 0, head.wordClass == .head else { return false }
    return inner.dropLast().allSatisfy { $0.wordClass == .place || $0.wordClass == .number }
  }

  /// A place directly before the name of a body belongs to it, unless that name begins with a place of its own.
  private func join(_ place: DecodedToken, _ body: DecodedToken, _ document: DecodedDocument) -> Mention? {
    guard body.wordClass == .organization, body.start == place.end, place.end - place.start > 1 else { return nil }
    // 中国成渝地区…中心: China itself makes no chain; see `splitChain`.
    if body.innerCount > 0, document.inner[Int(body.innerStart)].wordClass == .place,
      !places.isChina(place.start..<place.end, folded)
    {
      return nil
    }
    // Of bodies the mention has the kind of the token.
    if kind(body) == KindCodes.international { return nil }
    if body.source != .composed, openingPlace(of: body) != nil { return nil }
    // 山西|大同煤矿集团公司
    if body.innerCount > 0 {
      let first = document.inner[Int(body.innerStart)]
      if first.wordClass == .organization, first.source == .listed, place.kind == knowledge.provinceKind,
        place.image == 0,
        knowledge.beginsWithDivision(first, UnsafeBufferPointer(start: folded, count: first.end))
      {
        return nil
      }
    }
    return mention(of: body, document, behind: place)
  }
}

/// Kinds of places that a suffix tells.
enum PlaceKinds {
  /// The kind of a place that ends with this folded character.
  static func kind(ofSuffix scalar: UInt32) -> KindCode {
    switch scalar {
    case 0x7701: KindCodes.province
    case 0x5E02: KindCodes.city
    case 0x53BF, 0x65D7: KindCodes.county
    case 0x533A: KindCodes.district
    case 0x9547, 0x4E61: KindCodes.township
    case 0x6751, 0x5E84, 0x5C6F, 0x5BE8: KindCodes.village
    case 0x5DDE, 0x76DF: KindCodes.prefecture
    case 0x5C71, 0x5CF0, 0x5CAD, 0x5C9B, 0x5C7F, 0x8C37, 0x539F, 0x6D32, 0x6EE9, 0x5CE1, 0x6C9F, 0x6D1E:
      KindCodes.natural
    case 0x6C5F, 0x6CB3, 0x6E56, 0x6D77, 0x6E7E, 0x6E20, 0x6CC9, 0x6EAA, 0x6F6D: KindCodes.water
    case 0x8DEF, 0x8857, 0x6865, 0x6E2F, 0x7AD9, 0x5854, 0x56ED, 0x82D1, 0x5DF7, 0x5BFA, 0x575D, 0x5821, 0x5173:
      KindCodes.facility
    default: KindCodes.other
    }
  }
}
