import HanGazetteer
import HanText

/// Composed bodies that are two, or words and a body.
extension BodyMender {

  /// The parts of a composed body that is two, or words and a body; nil where it is one.
  mutating func split(_ token: DecodedToken) -> [DecodedToken]? {
    guard token.innerCount >= 2, let parts = cut(token) else { return nil }
    // Each part has fewer tokens inside than the whole.
    return parts.flatMap { split($0) ?? [$0] }
  }

  private mutating func cut(_ token: DecodedToken) -> [DecodedToken]? {
    let first = Int(token.innerStart)
    let end = first + Int(token.innerCount)
    if end - first == 2, words[.relative].contains(inner[first], folded), knowledge.isKind(token, "school") {
      return [word(inner[first]), word(inner[first + 1])]
    }
    if let parts = cutTownship(token) ?? cutFirst(token, first, end) { return parts }
    for place in first..<(end - 1) {
      let part = inner[place]
      let next = inner[place + 1]
      let isName =
        next.wordClass == .brand || next.wordClass == .place || next.wordClass == .organization
        || next.wordClass == .person
      // 马鞍山市中级人民法院|公开宣判|皖江集团, 思朗科技|宣布|收购…
      if place > first, part.wordClass != .head, joinsBodies(part, place, end, isName),
        let before = bodyEnd(place - 1)
      {
        inner[place - 1] = before
        return [rest(first..<place, of: token), word(part), rest(place + 1..<end, of: token)]
      }
      if isDescription(place, end, token, isName) {
        return inner[first...place].map(word) + [rest(place + 1..<end, of: token)]
      }
    }
    return cutEnterprise(token, first, end)
  }

  /// Whether an inner token is what a body says, or does with the body behind it.
  private func joinsBodies(_ part: DecodedToken, _ place: Int, _ end: Int, _ isName: Bool) -> Bool {
    if part.wordClass == .speechVerb, words[.claim].contains(part, folded) { return true }
    return words[.act].contains(part, folded) && endsAsBody(place + 1, end)
      && (isName || words[.level].contains(inner[place + 1], folded))
  }

  /// The token at a place as the end of a body: a head, or a noun that is one elsewhere; nil where it is neither.
  private func bodyEnd(_ place: Int) -> DecodedToken? {
    let token = inner[place]
    switch token.wordClass {
    case .head, .organization: return token
    case .noun, .verb, .adjective: return token.end - token.start >= 2 ? head(token.start..<token.end) : nil
    default: return nil
    }
  }

  /// 沙坪镇|清溪村小学, 桐梓县|马鬃乡中学: what begins with a village or township of its own, behind the places above it.
  private mutating func cutTownship(_ token: DecodedToken) -> [DecodedToken]? {
    let first = Int(token.innerStart)
    let last = first + Int(token.innerCount)
    guard inner[first].wordClass == .place, !knowledge.isCompany(token) else { return nil }
    var next = first + 1
    while next < last, inner[next].wordClass == .place { next += 1 }
    let outer = inner[next - 1]
    guard next < last, outer.end - outer.start >= 3, let level = Self.level(folded[outer.end - 1]) else { return nil }
    for suffix in (outer.end + 2)...(outer.end + 3) where suffix + 2 < token.end {
      guard let own = Self.level(folded[suffix]), own < level, own < 2 else { continue }
      // 农村, 乡村, 城镇
      switch folded[suffix - 1] {
      case 0x519C, 0x4E61, 0x57CE: continue
      default: break
      }
      let place = village(outer.end..<suffix + 1)
      let above = Array(inner[first..<next])
      if let rest = (next..<last).first(where: { inner[$0].start == suffix + 1 }) {
        return above + [compose([place] + inner[rest..<last])]
      }
      return head(suffix + 1..<token.end).map { above + [compose([place, $0])] }
    }
    return nil
  }

  /// What stands before a body and is no part of it: 签约时|乐队, 山西|大同煤矿集团公司, 石泉村|欠|野店供销社.
  private mutating func cutFirst(_ token: DecodedToken, _ first: Int, _ end: Int) -> [DecodedToken]? {
    let (one, next) = (inner[first], inner[first + 1])
    // 时
    if end - first == 2, one.end - one.start == 1, folded[one.start] == 0x65F6, next.wordClass == .head {
      return [word(one), word(next)]
    }
    // A listed body that begins with a place of its own.
    if end - first >= 3, one.wordClass == .place, next.wordClass == .organization, next.source == .listed,
      next.end - next.start >= 5, one.kind == knowledge.provinceKind, one.image == 0,
      knowledge.beginsWithDivision(next, folded)
    {
      return [one, rest(first + 1..<end, of: token)]
    }
    return cutVerb(token, first, end)
  }

  /// 石泉村|欠|野店供销社, 丹达用刚|学会: a verb is no part of a mark.
  private mutating func cutVerb(_ token: DecodedToken, _ first: Int, _ end: Int) -> [DecodedToken]? {
    // 学会 behind 刚
    let last = inner[end - 1]
    if end - first == 2, inner[first].wordClass == .brand, words[.society].contains(last, folded),
      words[.beforeVerb].contains(inner[first].end - 1..<inner[first].end, folded)
    {
      return [word(inner[first]), DecodedToken(start: last.start, end: last.end, wordClass: .verb)]
    }
    guard end - first == 3, inner[first].wordClass == .place, inner[first + 1].end - inner[first + 1].start >= 3,
      inner[first + 1].wordClass == .brand || inner[first + 1].source == .placeSuffix,
      words[.owing].contains(inner[first + 1].start..<inner[first + 1].start + 1, folded)
    else { return nil }
    let start = inner[first + 1].start
    inner[first + 1].start += 1
    return [
      inner[first], DecodedToken(start: start, end: start + 1, wordClass: .verb), rest(first + 1..<end, of: token),
    ]
  }

  /// 村 below 乡 and 镇, below 县, 区, 市 and 旗; nil for another character.
  private static func level(_ suffix: UInt32) -> Int? {
    switch suffix {
    case 0x6751: 0
    case 0x4E61, 0x9547: 1
    case 0x53BF, 0x533A, 0x5E02, 0x65D7: 2
    default: nil
    }
  }

  /// 新能源车|企岚驰汽车: the last character of 车企 begins no name.
  private mutating func cutEnterprise(_ token: DecodedToken, _ first: Int, _ end: Int) -> [DecodedToken]? {
    for place in first..<(end - 1) {
      let brand = inner[place]
      // 企
      guard brand.wordClass == .brand, folded[brand.start] == 0x4F01, brand.end - brand.start >= 3, brand.start > 0,
        words[.kindOfFirm].contains(brand.start - 1..<brand.start + 1, folded)
      else { continue }
      let last = DecodedToken(start: brand.start, end: brand.start + 1, wordClass: .noun)
      inner[place].start += 1
      return inner[first..<place].map(word) + [last, rest(place..<end, of: token)]
    }
    return nil
  }

  /// Whether the noun at a place says what the company behind it is.
  private func isDescription(_ place: Int, _ end: Int, _ token: DecodedToken, _ isName: Bool) -> Bool {
    let part = inner[place]
    guard part.wordClass == .noun || part.wordClass == .head, part.end - part.start >= 2, token.end - part.end >= 3,
      endsAsBody(place + 1, end), knowledge.isCompany(token)
    else { return false }
    let next = inner[place + 1]
    let last = part.end - 2..<part.end
    if words[.trader].contains(last, folded) { return next.wordClass != .head }
    if words[.kindOfFirm].contains(last, folded) { return isName }
    if words[.firm].contains(last, folded) {
      return part.end - part.start == 2 && (next.wordClass == .brand || isName && end - place == 3)
        && !words[.branch].contains(inner[end - 1], folded)
        && inner[Int(token.innerStart)..<place].allSatisfy { Self.isModifier($0) || knowledge.isCountry($0) }
    }
    guard part.wordClass == .noun, place > Int(token.innerStart), words[.enterprise].contains(last, folded) else {
      return false
    }
    return isName
      || next.wordClass == .noun && next.end - next.start == 2 && end - place == 3
        && !words[.business].contains(next, folded)
  }

  /// Whether inner tokens are a listed body, or words with a head behind them.
  private func endsAsBody(_ start: Int, _ end: Int) -> Bool {
    let last = inner[end - 1]
    return last.wordClass == .organization || last.wordClass == .head && end - start >= 2
  }
}
