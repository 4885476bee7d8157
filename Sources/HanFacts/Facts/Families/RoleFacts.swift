/// Roles: who holds which post where.
///
/// ```
/// 外交部发言人汪文斌               person 汪文斌, title 发言人, organization 外交部
/// 董事长兼CEO曾毓群                two posts, two facts
/// 德国总理默克尔                   a country only for offices of state
/// ```
/// The posts are read where titles are found (``TitleFinder``). The same person, title and organization is one fact
/// however often the text says it.
enum RoleFacts {
  /// A post and its holder by their characters.
  struct Holding {
    var person: Range<Int>
    var title: Range<Int>
    var organization: FactPiece?
    var rule: StaticString
    var modality: String?
    var polarity: String?

    init(_ holding: TitleFinder.Holding, _ context: FactContext) {
      person = context.token(holding.person).range
      title = holding.post.title.range
      organization = holding.post.organization
      rule = holding.rule
      modality = holding.modality
      polarity = holding.polarity
    }
  }

  /// What a piece is called for identity: the number of its thing, else its characters.
  private struct Name: Hashable {
    var type: MentionType?
    var thing = 0
    var characters: [UInt32] = []
  }

  private struct Key: Hashable {
    var person: Name
    var title: [UInt32]
    var organization: Name
  }

  static func add(_ holdings: [Holding], to context: inout FactContext) {
    var seen: Set<Key> = []
    let placed = placed(holdings, in: context)
    for holding in holdings {
      let person = piece(holding.person, in: context)
      var rule = "role." + holding.rule.description
      var organization = holding.organization.map { piece($0.range, in: context) }
      if let range = organization?.range, organization?.mention == -1,
        let first = context.stream.token(startingAt: range.lowerBound),
        let last = context.stream.token(endingAt: range.upperBound),
        let body = BodyReferences.resolve(first..<last + 1, context)
          ?? (first == last ? BodyReferences.company(first, context) : nil)
      {
        organization?.mention = body
        rule += "+coreference.body"
      }
      let title = (holding.title).map { context.folded[$0] }
      // 山东农业大学教授端木秉义…端木教授: said again with less.
      if organization == nil, holding.polarity == nil, holding.modality == nil,
        placed.contains(
          Key(person: name(person, in: context), title: title, organization: Name()))
      {
        continue
      }
      let key = Key(
        person: name(person, in: context), title: title,
        organization: organization.map { name($0, in: context) } ?? Name())
      guard seen.insert(key).inserted else { continue }
      var range =
        min(person.range.lowerBound, holding.title.lowerBound)..<max(person.range.upperBound, holding.title.upperBound)
      if let organization {
        range =
          min(range.lowerBound, organization.range.lowerBound)..<max(range.upperBound, organization.range.upperBound)
      }
      var draft = FactDraft(type: .role, rule: rule, range: range)
      draft.set("person", person)
      draft.set("title", FactPiece(range: holding.title))
      draft.set("organization", organization)
      draft.modality = holding.modality
      draft.polarity = holding.polarity
      context.drafts.append(draft)
    }
  }

  /// Who holds which title in a body that is named, without the body.
  private static func placed(_ holdings: [Holding], in context: FactContext) -> Set<Key> {
    var placed: Set<Key> = []
    for holding in holdings where holding.organization != nil {
      let person = name(piece(holding.person, in: context), in: context)
      placed.insert(Key(person: person, title: holding.title.map { context.folded[$0] }, organization: Name()))
    }
    return placed
  }

  /// The piece with the mention that is exactly it.
  private static func piece(_ range: Range<Int>, in context: FactContext) -> FactPiece {
    var piece = FactPiece(range: range)
    if let token = context.stream.token(startingAt: range.lowerBound), context.token(token).range == range {
      piece.mention = Int(context.token(token).mention)
    }
    return piece
  }

  private static func name(_ piece: FactPiece, in context: FactContext) -> Name {
    if piece.mention >= 0 {
      let (type, thing) = (context.mentions[piece.mention].type, context.mentions[piece.mention].thing)
      if thing > 0, [.person, .organization, .place].contains(type) { return Name(type: type, thing: thing) }
    }
    return Name(characters: piece.range.map { context.folded[$0] })
  }
}
