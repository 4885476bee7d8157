/// A post as it stands beside a person: `前外交部长`, `内科血液学专家`, `执行主任`.
struct TitleUnit {
  /// Its characters.
  var range: Range<Int>
  /// Its first and last token.
  var first: Int
  var last: Int
  /// What the lexicon says of its head.
  var traits: WordTraits
  /// The part of its body that the tables list with it: 专家组 of 专家组组长.
  var bodyTail: Range<Int>?
}

/// A post with the body that it is held in.
struct Post {
  var title: TitleUnit
  var organization: FactPiece?
}

/// Reads posts from right to left: `[德国联邦议院]议员、[德中议员小组]副主席` ends before the person.
///
/// A post is a listed title with the words that belong to it; before it stands the body, a name or a described one
/// (`《七日》周刊`), with its parts (`农业农村部小麦专家指导组`). Posts are chained by 、 兼 及; those without a body of their own
/// share the one on their left. Every step goes to the left and at most ``reach`` tokens are read, so reading posts
/// before every person of a text is linear.
struct PostParser {
  static let reach = 24
  /// Tokens that a body's parts may have behind its name.
  private static let tailLimit = 9

  let context: FactContext

  /// The posts that end at a token, leftmost first, and their first token; nil where no title ends there.
  func posts(endingAt last: Int, floor: Int) -> (posts: [Post], first: Int)? {
    let floor = max(floor, last - Self.reach)
    guard let unit = unit(endingAt: last, floor: floor) else { return nil }
    var posts: [Post] = []
    // Titles that wait for the body on their left.
    var waiting: [TitleUnit] = [unit]
    var first = unit.first
    while true {
      let bodies = organizations(endingAt: first - 1, for: waiting[0], floor: floor)
      if let leftmost = bodies.first {
        posts =
          waiting.flatMap { title in bodies.map { Post(title: title, organization: fitting($0.piece, title, waiting)) }
          } + posts
        waiting = []
        first = leftmost.first
      }
      guard first - 2 >= floor, isJoint(first - 1), let next = self.unit(endingAt: first - 2, floor: floor),
        next.first == floor || context.token(next.first - 1).wordClass != .person
      else { break }
      if waiting.isEmpty { waiting = [next] } else { waiting.insert(next, at: 0) }
      first = next.first
    }
    posts = waiting.map { Post(title: $0, organization: nil) } + posts
    return (posts, first)
  }

  /// A party committee is no body of a mayor.
  private func fitting(_ body: FactPiece, _ title: TitleUnit, _ titles: [TitleUnit]) -> FactPiece? {
    // 市委 省委 党委 …
    guard titles.count > 1, title.traits.contains(.government), context.folded[body.range.upperBound - 1] == 0x59D4
    else { return body }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    context.token(index).wordClass == .pause || context.token(index).traits.contains(.joint)
  }

  // MARK: Titles

  /// Whether a token can be the head of a title.
  func isHead(_ index: Int) -> Bool {
    let token = context.token(index)
    if !token.traits.isDisjoint(with: [.noTitle, .address]) { return false }
    switch token.wordClass {
    case .title:
      let kind = context.titleKind(token.range)
      return kind != "kinship" && kind != "address"
    case .latin: return token.count <= 5 && context.isListedTitle(token.range)
    case .noun: return token.traits.contains(.professional) || token.traits.contains(.honour)
    default: return false
    }
  }

  /// The title that ends at a token.
  func unit(endingAt last: Int, floor: Int) -> TitleUnit? {
    guard last >= floor, isHead(last) else { return nil }
    let traits = context.token(last).traits
    var first = last
    var index = last - 1
    var nouns = 0
    while index >= floor, last - index <= 7 {
      let token = context.token(index)
      if isPrefix(index, of: first, last) {
        first = index
      } else if token.wordClass == .title, nouns == 0, isHead(index) {
        first = index
      } else if token.wordClass == .place, index > floor, context.reads(index - 1, as: Self.stationed) {
        first = index - 1
        index -= 1
      } else if nouns == 0, context.isListedTitle(Int(token.start)..<Int(context.token(last).end)),
        !isPartOfBody(index, floor)
      {
        first = index
      } else if traits.contains(.professional), !traits.contains(.reporter), nouns < 4, isSubject(index) {
        nouns += 1
      } else {
        break
      }
      index -= 1
    }
    if nouns > 0 { first = min(first, subjectStart(index + 1, first)) }
    var start = Int(context.token(first).start)
    // The project is none of the title's where it has a name of its own.
    if first == last, start + 2 < Int(context.token(last).end), first > floor,
      context.reads(Self.projectLeader, at: start, before: Int(context.token(last).end)), namesProject(first - 1)
    {
      start += 2
    }
    let tail = first == last && first > floor ? bodyTail(of: first) : nil
    if let tail { start = tail.upperBound }
    let range = start..<Int(context.token(last).end)
    var known = traits
    if context.titleKind(range) == "honour" { known.insert(.honour) }
    return TitleUnit(range: range, first: first, last: last, traits: known, bodyTail: tail)
  }

  /// 专家组 of 专家组组长 behind 农业农村部: a part of the body, which the title names again.
  private func bodyTail(of index: Int) -> Range<Int>? {
    let range = context.token(index).range
    guard context.token(index - 1).wordClass == .organization, range.count > 3 else { return nil }
    // 组|组长, 放射科|主任
    return (range.lowerBound + 2..<range.upperBound - 1).first { cut in
      (context.folded[cut] == context.folded[cut - 1] || Self.parts.contains(context.folded[cut - 1]))
        && context.isListedTitle(cut..<range.upperBound)
    }.map { range.lowerBound..<$0 }
  }

  private static let parts = Set("科处室厅局司".foldedScalars)

  /// 放射科 behind 北京医院: a part of the body, although the tables list 放射科主任.
  private func isPartOfBody(_ index: Int, _ floor: Int) -> Bool {
    index > floor && context.token(index - 1).wordClass == .organization && namesPart(index)
  }

  private func namesPart(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .noun && token.count > 1 && Self.parts.contains(context.folded[Int(token.end) - 1])
  }

  private static let stationed = "驻".foldedScalars
  private static let projectLeader = "项目负责人".foldedScalars
  private static let generalPrefixes: [[UInt32]] = ["国家", "国务", "党组", "党委", "第一", "第二", "临时", "独立", "共同"].map(
    \.foldedScalars)

  private func namesProject(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .place, .noun, .dash, .close, .latin, .character: true
    default: false
    }
  }

  /// 前 原 副 执行 …; words that are more than that only where the tables list the whole.
  private func isPrefix(_ index: Int, of first: Int, _ last: Int) -> Bool {
    let token = context.token(index)
    guard token.traits.contains(.titlePrefix) else { return false }
    for word in Self.generalPrefixes where context.reads(index, as: word) {
      return context.isListedTitle(Int(token.start)..<Int(context.token(last).end))
    }
    return true
  }

  /// A noun that says what a professional is one of: 血液 学 before 专家.
  private func isSubject(_ index: Int) -> Bool {
    let token = context.token(index)
    if token.traits.contains(.body) || token.mention >= 0 { return false }
    switch token.wordClass {
    case .noun, .latin, .adjective, .verb, .character: return true
    default: return false
    }
  }

  /// Without the verb or adjective that the nouns begin with: 著名.
  private func subjectStart(_ index: Int, _ head: Int) -> Int {
    var start = index
    while start < head, context.token(start).wordClass != .noun, context.token(start).wordClass != .latin { start += 1 }
    return start
  }

  // MARK: Bodies

  /// The bodies that end at a token, leftmost first, with their first token.
  private func organizations(
    endingAt last: Int, for title: TitleUnit, floor: Int
  ) -> [(piece: FactPiece, first: Int)] {
    guard var body = organization(endingAt: last, for: title, floor: floor) else { return [] }
    if let tail = title.bodyTail, body.piece.range.upperBound == tail.lowerBound {
      body.piece = FactPiece(range: body.piece.range.lowerBound..<tail.upperBound)
    }
    // 《七日》周刊及《日报》网站
    if body.isDescribed, body.first - 2 >= floor, context.token(body.first - 1).traits.contains(.joint),
      context.token(body.first - 2).traits.contains(.body),
      let other = organization(endingAt: body.first - 2, for: title, floor: floor)
    {
      return [(other.piece, other.first), (body.piece, body.first)]
    }
    return [(body.piece, body.first)]
  }

  private struct Body {
    var piece: FactPiece
    var first: Int
    var isDescribed = false
  }

  private func organization(endingAt last: Int, for title: TitleUnit, floor: Int) -> Body? {
    guard last >= floor else { return nil }
    // 该公司首席财务官
    for first in max(floor, last - 2)...last
    where BodyReferences.phrase(at: first, last + 1, context) == first..<last + 1
      && BodyReferences.resolve(first..<last + 1, context) != nil
    {
      return Body(piece: context.piece(first, last), first: first)
    }
    if context.token(last).wordClass == .place {
      if title.traits.contains(.stateOffice) { return Body(piece: context.piece(last, last), first: last) }
    }
    var index = last
    while index >= floor, last - index <= Self.tailLimit {
      let token = context.token(index)
      if token.wordClass == .organization { return named(index, last) }
      if isCharacter(index, 0x7684) {
        // 产研院的“当家人”
        guard index > floor, context.token(index - 1).wordClass == .organization else { break }
        return Body(piece: context.piece(index - 1, index - 1), first: index - 1)
      }
      if !isTail(index, last) { break }
      // 北京医院放射科主任兼医学影像中心: behind another post stands another body.
      if index > floor, index < last, token.traits.contains(.joint), isHead(index - 1) {
        return described(last, floor: index + 1)
      }
      index -= 1
    }
    return described(last, floor: floor)
  }

  private func isCharacter(_ index: Int, _ scalar: UInt32) -> Bool { context.isCharacter(index, scalar) }

  /// What may stand between a body's name and the post: its parts, and what the person is besides.
  private func isTail(_ index: Int, _ last: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .noun, .latin, .adjective, .character, .numeral, .dash, .place, .open, .close, .other, .locality: return true
    case .title: return true
    case .figure: return true
    case .verb, .idiom: return index < last
    case .conjunction:
      return index < last && token.traits.contains(.joint) && context.token(last).traits.contains(.body)
    default: return false
    }
  }

  /// A name, with the parts behind it where they end like a body.
  private func named(_ index: Int, _ last: Int) -> Body {
    let name = context.piece(index, index)
    if index == last { return Body(piece: name, first: index) }
    let tail = context.token(last)
    let hasMarks = (index + 1...last).contains { context.token($0).wordClass == .open }
    guard tail.traits.contains(.body) || namesPart(last), !hasMarks else { return Body(piece: name, first: index) }
    // 爱尔兰智库亚洲事务: the first is no name but says what the second is.
    if isPlaceAndNoun(index), last - index >= 2 {
      return Body(piece: context.piece(index + 1, last), first: index)
    }
    return Body(piece: context.piece(index, last), first: index)
  }

  /// A body with the parts that stand behind its name: `…研究所空间光学三部`.
  func withParts(_ index: Int, _ limit: Int) -> FactPiece {
    var last = index
    var next = index + 1
    while next < limit, next - index <= 4 {
      let token = context.token(next)
      if token.traits.contains(.body), token.wordClass == .noun || token.wordClass == .numeral { last = next }
      guard token.wordClass == .noun || token.wordClass == .verb else { break }
      next += 1
    }
    return context.piece(index, last)
  }

  private static let descriptions = ["智库", "媒体", "企业", "机构", "学界"].map(\.foldedScalars)

  private func isPlaceAndNoun(_ index: Int) -> Bool {
    let range = context.token(index).range
    guard range.count > 3,
      Self.descriptions.contains(where: { context.reads($0, at: range.upperBound - 2, before: range.upperBound) })
    else { return false }
    return context.isListedPlace(range.lowerBound..<range.upperBound - 2)
  }

  /// A body that is described but not named: `《日报》网站`, `德中议员小组`.
  private func described(_ last: Int, floor: Int) -> Body? {
    guard context.token(last).traits.contains(.body) else { return nil }
    var first = last
    var index = last - 1
    while index >= floor, last - index <= Self.tailLimit {
      let token = context.token(index)
      if token.wordClass == .close, isCharacter(index, 0x300B) {
        // Back to 《.
        var open = index - 1
        while open >= floor, !isCharacter(open, 0x300A) { open -= 1 }
        guard open >= floor else { break }
        first = open
        break
      }
      guard
        token.wordClass == .noun || token.wordClass == .latin || token.wordClass == .place || token.wordClass == .title
          || token.wordClass == .verb || token.wordClass == .adjective || token.wordClass == .character
      else { break }
      first = index
      index -= 1
    }
    while first < last, [.verb, .adjective].contains(context.token(first).wordClass) { first += 1 }
    if Int(context.token(last).end - context.token(first).start) < 3 || first == last { return nil }
    return Body(piece: context.piece(first, last), first: first, isDescribed: true)
  }
}
