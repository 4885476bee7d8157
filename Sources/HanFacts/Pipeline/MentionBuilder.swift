import HanGazetteer
import HanText

/// Makes mentions of names out of the tokens of the best path.
struct MentionBuilder {
  let knowledge: KnowledgeBase
  let text: SourceText

  /// The mentions of a document in text order.
  func mentions(of document: DecodedDocument) -> [Mention] {
    var mentions: [Mention] = []
    for sentence in document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let token = document.tokens[index]
        // Most tokens are words, and make no mention.
        if !token.wordClass.isName, token.innerCount == 0 {
          if token.source == .word { addParts(of: token, to: &mentions) }
          if token.wordClass == .title { addBody(inTitle: index, sentence, document, to: &mentions) }
          index += 1
          continue
        }
        if token.wordClass == .place, index + 1 < sentence.tokens.upperBound,
          let joined = join(token, document.tokens[index + 1], document)
        {
          mentions.append(joined)
          index += 2
          continue
        }
        if token.innerCount > 0, isPlacesAndGenericHead(token, document) || isUnbalanced(token, document) {
          for inner in document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)] {
            if let mention = mention(of: inner, document) { mentions.append(mention) }
          }
          index += 1
          continue
        }
        if let (place, body) = splitChain(token, document) {
          mentions.append(place)
          mentions.append(body)
        } else if let mention = mention(of: token, document) {
          mentions.append(mention)
        }
        index += 1
      }
    }
    return mentions
  }

  /// 长沙市芙蓉区人民法院: where the name of a body begins with a place of its own, the place before it stands alone.
  private func splitChain(_ token: DecodedToken, _ document: DecodedDocument) -> (Mention, Mention)? {
    guard token.innerCount >= 3 else { return nil }
    let from = Int(token.innerStart)
    let (first, second) = (document.inner[from], document.inner[from + 1])
    guard first.wordClass == .place, second.wordClass == .place, first.end - first.start >= 2,
      second.end - second.start >= 2, isBelow(second, first), let place = mention(of: first, document)
    else { return nil }
    var rest = token
    rest.start = second.start
    rest.innerStart += 1
    rest.innerCount -= 1
    guard let body = mention(of: rest, document) else { return nil }
    return (place, body)
  }

  private func isChina(_ place: DecodedToken) -> Bool {
    PlaceResolver(knowledge: knowledge, text: text).codes(of: place.start..<place.end).contains { $0.code == "CN" }
  }

  /// Whether a listed place lies in another one; China itself counts for none.
  private func isBelow(_ inner: DecodedToken, _ outer: DecodedToken) -> Bool {
    let places = PlaceResolver(knowledge: knowledge, text: text)
    let codes = Set(places.codes(of: outer.start..<outer.end).map(\.code)).subtracting(["", "CN"])
    if codes.isEmpty { return false }
    return places.codes(of: inner.start..<inner.end).contains { candidate in
      PlaceResolver.parents(code: candidate.code, parent: candidate.parent).contains(where: codes.contains)
    }
  }

  func kindName(_ token: DecodedToken) -> String? {
    let names = knowledge.kindNames[Int(token.image)]
    let name = Int(token.kind) < names.count ? names[Int(token.kind)] : ""
    return name.isEmpty ? nil : name
  }

  func rows(_ token: DecodedToken) -> [EntryReference] {
    guard token.entry >= 0, token.source != .scanner, token.source != .document else { return [] }
    return [EntryReference(image: token.image, entry: token.entry, range: token.start..<token.end)]
  }

  private func mention(of token: DecodedToken, _ document: DecodedDocument) -> Mention? {
    let type: EntityType
    switch token.wordClass {
    case .person: type = .person
    case .place: type = .place
    case .organization: type = .organization
    case .other:
      let category = knowledge.images[Int(token.image)].entry(Int(token.entry)).category
      guard let own = knowledge.roles[Int(token.image)][Int(category)].type else { return nil }
      type = own
    default: return nil
    }
    var mention = Mention(
      range: token.start..<token.end, type: type, kind: type == .person ? nil : kindName(token),
      rule: ruleName(token, type), source: token.source)
    if token.source == .placeSuffix { mention.kind = PlaceKinds.kind(ofSuffix: text.folded[token.end - 1]) }
    mention.rows = rows(token)
    if token.innerCount > 0 {
      for inner in document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)] {
        mention.rows += rows(inner).filter { _ in inner.wordClass != .noun && inner.wordClass != .verb }
        if let part = part(of: inner) { mention.parts.append(part) }
      }
    }
    return mention
  }

  private static let ruleNames: [[String]] = ["person", "place", "organization"].map { type in
    EdgeSource.allCases.map { "\(type).\($0.rule)" }
  }

  private func ruleName(_ token: DecodedToken, _ type: EntityType) -> String {
    let source = Int(token.source.rawValue)
    switch token.wordClass {
    case .person: return Self.ruleNames[0][source]
    case .place: return Self.ruleNames[1][source]
    case .organization: return Self.ruleNames[2][source]
    default: return "\(type.rawValue).\(token.source.rule)"
    }
  }

  private func part(of token: DecodedToken) -> MentionPart? {
    let type: EntityType
    switch token.wordClass {
    case .place: type = .place
    case .person: type = .person
    case .organization: type = .organization
    default: return nil
    }
    return MentionPart(
      range: token.start..<token.end, type: type, kind: type == .person ? nil : kindName(token), rows: rows(token))
  }

  /// Whether a place of two characters or more is listed at the start of the token.
  private func beginsWithPlace(_ token: DecodedToken) -> Bool {
    for (number, image) in knowledge.images.enumerated() {
      for size in 2..<max(3, min(6, token.end - token.start)) {
        var found = false
        image.withEntries(of: text.folded[token.start..<min(token.start + size, token.end)]) { _, entry in
          if knowledge.roles[number][Int(entry.category)].wordClass == .place { found = true }
        }
        if found { return true }
      }
    }
    return false
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
    if body.innerCount > 0, document.inner[Int(body.innerStart)].wordClass == .place, !isChina(place) { return nil }
    guard var mention = mention(of: body, document), mention.kind != "international" else { return nil }
    if body.source != .composed, beginsWithPlace(body) { return nil }
    mention.range = place.start..<body.end
    mention.rows = rows(place) + mention.rows
    if let part = part(of: place) { mention.parts.insert(part, at: 0) }
    return mention
  }
}

/// Kinds of places that a suffix tells.
enum PlaceKinds {
  /// The kind of a place that ends with this folded character.
  static func kind(ofSuffix scalar: UInt32) -> String {
    switch scalar {
    case 0x7701: "province"
    case 0x5E02: "city"
    case 0x53BF, 0x65D7: "county"
    case 0x533A: "district"
    case 0x9547, 0x4E61: "township"
    case 0x6751, 0x5E84, 0x5C6F, 0x5BE8: "village"
    case 0x5DDE, 0x76DF: "prefecture"
    case 0x5C71, 0x5CF0, 0x5CAD, 0x5C9B, 0x5C7F, 0x8C37, 0x539F, 0x6D32, 0x6EE9, 0x5CE1, 0x6C9F, 0x6D1E: "natural"
    case 0x6C5F, 0x6CB3, 0x6E56, 0x6D77, 0x6E7E, 0x6E20, 0x6CC9, 0x6EAA, 0x6F6D: "water"
    case 0x8DEF, 0x8857, 0x6865, 0x6E2F, 0x7AD9, 0x5854, 0x56ED, 0x82D1, 0x5DF7, 0x5BFA, 0x575D, 0x5821, 0x5173:
      "facility"
    default: "other"
    }
  }
}
