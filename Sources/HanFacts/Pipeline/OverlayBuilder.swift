import HanGazetteer
import HanText

/// Finds works and events: names that stand over the tokens and hide no other record.
///
/// - `《中欧地理标志协定》` is a work; with the noun of a medium behind it (`《新团结》报`) it is an organization.
/// - `第二届“一带一路”科技交流大会` is an event, as are those that the tables list.
struct OverlayBuilder {
  let knowledge: KnowledgeBase
  let notes: MentionNotes
  /// The folded characters of the text.
  let folded: UnsafeBufferPointer<UInt32>

  private static let workLimit = 80
  private static let eventLimit = 30
  /// Nouns that make the name of a medium of a title in 《》; longest first.
  private static let media: [[UInt32]] = words("杂志社 双月刊 半月刊 电视台 日报 晚报 周刊 周报 月刊 季刊 杂志 网站 频道 报社 报 刊 网")
  /// What the name of a newspaper or journal in 《》 ends with; longest first.
  private static let mediaEnds: [[UInt32]] = words("双月刊 半月刊 都市报 日报 晚报 早报 晨报 时报 商报 周报 邮报 快报 导报 画报 学报 周刊 月刊 季刊 杂志 报")
  /// Nouns in 报 that are no newspapers.
  private static let otherReports: [[UInt32]] = words(
    "情报 海报 汇报 简报 预报 捷报 喜报 举报 申报 战报 公报 警报 回报 财报 年报 板报 抄报 字报 墙报 壁报 电报 通报 谎报 密报 善报 恶报")
  /// What newspapers and journals are called behind a list of their titles.
  private static let mediaNouns: [[UInt32]] = words("期刊 杂志 刊物 报刊 报纸 媒体")
  /// 报道, 报告, 报导: the verb behind a title is no part of the medium's name.
  private static let reporting: Set<UInt32> = [0x9053, 0x544A, 0x5BFC]
  /// What an event's name ends with; longest first.
  private static let eventHeads: [[UInt32]] = words(
    "学术研讨会 部长级会议 学术年会 全国大会 代表大会 电视大赛 博览会 展览会 运动会 研讨会 交易会 洽谈会 展销会 座谈会 奥运会 亚运会 锦标赛 艺术节 文化节 电影节 音乐节 旅游节 科技节 读书节 大会 会议 论坛 峰会 年会 联赛 大赛 全会 庙会"
  )

  private static func words(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  /// Adds works and events to the mentions, and takes away what is only a part of such a name.
  func add(to mentions: inout [Mention], _ document: DecodedDocument) {
    var found = marked(mentions)
    addListedEvents(document, to: &found)
    let ends = eventEnds(in: document)
    addCountedEvents(ends, document, to: &found)
    addNamedEvents(ends, document, to: &found)
    if found.isEmpty { return }
    // Organizations in 《》 hide what stands inside; an event's number is no figure.
    let bodies = RangeIndex(found.filter { $0.type == .organization }.map(\.range))
    let events = RangeIndex(found.filter { $0.type == .event }.map(\.range))
    if !bodies.isEmpty || !events.isEmpty {
      mentions.removeAll { mention in
        switch mention.type {
        case .figure: events.enclose(mention.range)
        case .person, .place, .organization: bodies.overlaps(mention.range)
        default: false
        }
      }
    }
    mentions += found
  }

  // MARK: 《…》

  private func marked(_ mentions: [Mention]) -> [Mention] {
    var found: [Mention] = []
    // The mentions of names are in text order, as the titles are: this is the first that begins at a title or behind.
    var next = 0
    guard let base = folded.baseAddress else { return [] }
    let count = folded.count
    var index = CharacterSearch.first(0x300A, base, from: 0, to: count)
    while index < count {
      let open = index + 1
      index = open
      // 《 and 》 differ in the last bit.
      while index < count, base[index] | 1 != 0x300B, base[index] != 0x0A { index &+= 1 }
      if index == count { break }
      if base[index] == 0x300A { continue }
      let range = open..<index
      if base[index] == 0x300B, !range.isEmpty, range.count <= Self.workLimit,
        !Self.isKnownMedium(range, in: mentions, from: &next)
      {
        found.append(mention(ofTitle: range))
      }
      index = CharacterSearch.first(0x300A, base, from: index, to: count)
    }
    return found
  }

  /// Whether the names hold a medium of this range.
  private static func isKnownMedium(_ range: Range<Int>, in mentions: [Mention], from next: inout Int) -> Bool {
    mentions.withUnsafeBufferPointer { mentions in
      guard let first = mentions.baseAddress else { return false }
      while next < mentions.count, (first + next).pointee.range.lowerBound < range.lowerBound { next += 1 }
      var index = next
      while index < mentions.count, (first + index).pointee.range.lowerBound == range.lowerBound {
        let mention = first + index
        if mention.pointee.type == .organization, mention.pointee.kind == KindCodes.media,
          mention.pointee.range == range
        {
          return true
        }
        index += 1
      }
      return false
    }
  }

  private func mention(ofTitle range: Range<Int>) -> Mention {
    let index = range.upperBound
    let behind = index + 2 < folded.count ? folded[index + 2] : 0
    var mention: Mention
    if let noun = Self.suffix(Self.media, in: folded, at: index + 1), noun > 1 || !Self.reporting.contains(behind) {
      mention = Mention(
        range: (range.lowerBound - 1)..<(index + 1 + noun), type: .organization, kind: KindCodes.media,
        rule: "marked-medium", source: .composed)
    } else if let row = knownMedium(range) {
      mention = Mention(
        range: range, type: .organization, kind: KindCodes.media, rule: "gazetteer", source: .listed)
      mention.rows = notes.row(row)
    } else if Self.isMedium(folded, range) {
      mention = Mention(
        range: range, type: .organization, kind: KindCodes.media, rule: "marked-medium", source: .composed)
    } else {
      mention = Mention(range: range, type: .work, rule: "marked", source: .composed)
    }
    mention.margin = 8_000
    return mention
  }

  /// The row of a newspaper or journal that the tables list: 《大公报》; one that is also a word, where what stands beside
  /// the title or behind a list of such says so: 《当代》主编, 刊于《收获》, 《科学》《细胞》等期刊.
  private func knownMedium(_ range: Range<Int>) -> EntryReference? {
    guard let base = folded.baseAddress else { return nil }
    var found: EntryReference?
    var isSure = false
    for (number, image) in knowledge.images.enumerated() {
      image.forEachEntry(of: base + range.lowerBound, count: range.count) { index in
        let common = image.common(index)
        let role = knowledge.roles[number][Int(common.category)]
        guard role.wordClass == .organization,
          knowledge.vocabulary.kind(image: UInt8(number), common.kind) == KindCodes.media
        else { return }
        let sure = common.flags & GazetteerEntry.ambiguous == 0
        if found == nil || sure && !isSure {
          found = EntryReference(image: UInt8(number), entry: Int32(index), range: range)
          isSure = sure
        }
      }
    }
    guard found != nil, !isSure else { return found }
    let isSupported = knowledge.supports.support(
      kind: knowledge.mediaKind, base, from: range.lowerBound - 1, to: range.upperBound + 1, length: folded.count)
    return isSupported || isListedAsMedium(behind: range.upperBound + 1) ? found : nil
  }

  /// 》、《细胞》等学术期刊: whether more titles and a noun of media stand behind a title.
  private func isListedAsMedium(behind start: Int) -> Bool {
    var place = start
    let end = min(folded.count, start + Self.workLimit)
    while place < end {
      if folded[place] == 0x3001 { place += 1 }
      guard place < end, folded[place] == 0x300A else { break }
      while place < end, folded[place] != 0x300B { place += 1 }
      place += 1
    }
    // 等
    guard place < folded.count, folded[place] == 0x7B49 else { return false }
    return (1...5).contains { Self.suffix(Self.mediaNouns, in: folded, at: place + $0) != nil }
  }

  /// Whether a title in 《》 is the name of a newspaper or journal: 《生活报》, 《青年文摘周刊》.
  private static func isMedium(_ folded: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
    func ends(_ list: [[UInt32]]) -> Bool {
      list.contains { $0.count < range.count && reads($0, in: folded, at: range.upperBound - $0.count) }
    }
    return range.count >= 3 && range.count <= 14 && ends(mediaEnds) && !ends(otherReports)
  }

  private static func suffix(_ list: [[UInt32]], in folded: UnsafeBufferPointer<UInt32>, at start: Int) -> Int? {
    for word in list where reads(word, in: folded, at: start) { return word.count }
    return nil
  }

  private static func reads(_ word: [UInt32], in folded: UnsafeBufferPointer<UInt32>, at start: Int) -> Bool {
    guard start >= 0, start + word.count <= folded.count else { return false }
    for offset in word.indices where folded[start + offset] != word[offset] { return false }
    return true
  }

  // MARK: Events

  private func addListedEvents(_ document: DecodedDocument, to found: inout [Mention]) {
    if document.overlays.isEmpty { return }
    var last = 0
    for overlay in document.overlays.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where overlay.start >= last {
      let image = knowledge.images[Int(overlay.image)]
      let entry = image.entry(Int(overlay.entry))
      guard knowledge.roles[Int(overlay.image)][Int(entry.category)].type == .event,
        !entry.has(GazetteerEntry.ambiguous)
      else { continue }
      // A word that a longer token owns is not the event's name.
      guard !document.cutsToken(at: overlay.start), !document.cutsToken(at: overlay.end) else { continue }
      var mention = Mention(
        range: withYear(overlay.start..<overlay.end, document), type: .event,
        kind: knowledge.vocabulary.kind(image: overlay.image, entry.kind), rule: "gazetteer", source: .listed)
      mention.rows = notes.row(
        EntryReference(image: overlay.image, entry: overlay.entry, range: overlay.start..<overlay.end))
      found.append(mention)
      last = overlay.end
    }
  }

  /// A token whose last character may begin the search for an event.
  private struct EventEnd {
    var token: Int
    var sentence: DecodedDocument.Sentence
    /// That character.
    var last: UInt32
  }

  /// 届, and the last characters of all that may be the name of a meeting or fair.
  private static let eventEnds = ScalarSet("届会坛晤展议赛节”")

  /// The tokens that end so: few, so that the searches below are over them alone.
  private func eventEnds(in document: DecodedDocument) -> [EventEnd] {
    guard let folded = folded.baseAddress else { return [] }
    let ends = Self.eventEnds
    var found: [EventEnd] = []
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        for index in sentence.tokens where ends.contains(folded[tokens[index].end - 1]) {
          found.append(EventEnd(token: index, sentence: sentence, last: folded[tokens[index].end - 1]))
        }
      }
    }
    return found
  }

  /// 第…届 … 大会: the number, words without a mark between them, and a noun of meetings.
  private func addCountedEvents(_ ends: [EventEnd], _ document: DecodedDocument, to found: inout [Mention]) {
    // All that were found, and those of them that no later one overlaps; these are apart and in text order.
    var all: [Range<Int>] = []
    var kept: [Range<Int>] = []
    for place in ends where place.last == 0x5C4A {
      // A number that begins with 第 and whose classifier is 届; 首届.
      let token = document.tokens[place.token]
      guard token.end - token.start >= 2, folded[token.start] == 0x7B2C || folded[token.start] == 0x9996,
        let end = eventEnd(behind: place.token, place.sentence, document)
      else { continue }
      while let last = kept.last, last.upperBound > token.start { kept.removeLast() }
      kept.append(token.start..<end)
      all.append(token.start..<end)
    }
    if all.isEmpty { return }
    // A counted event hides the listed ones that it overlaps.
    let counted = RangeIndex(all)
    found.removeAll { $0.type == .event && counted.overlaps($0.range) }
    for range in kept {
      found.append(Mention(range: range, type: .event, kind: KindCodes.meeting, rule: "counted", source: .composed))
    }
  }

  private func eventEnd(behind index: Int, _ sentence: DecodedDocument.Sentence, _ document: DecodedDocument) -> Int? {
    let start = document.tokens[index].end
    var end: Int?
    var next = index + 1
    while next < sentence.tokens.upperBound, document.tokens[next].end - start <= Self.eventLimit {
      let token = document.tokens[next]
      switch token.wordClass {
      case .comma, .stop, .colon, .pause, .particle, .pronoun, .preposition, .speechVerb, .bos, .eos: return end
      default: break
      }
      let isHead = Self.eventHeads.contains { head in
        token.end - head.count >= start && Self.reads(head, in: folded, at: token.end - head.count)
      }
      if isHead { end = token.end }
      if end != nil, !isHead { return end }
      next += 1
    }
    return end
  }

  /// 2026世界人工智能大会: the year of the edition is part of the name.
  private func withYear(_ range: Range<Int>, _ document: DecodedDocument) -> Range<Int> {
    let start = range.lowerBound - 4
    guard start >= 0, folded[start] == 0x31 || folded[start] == 0x32 else { return range }
    for index in start..<range.lowerBound where folded[index] < 0x30 || folded[index] > 0x39 { return range }
    // No part of a longer number or code, no end of a range.
    if start > 0 {
      let before = folded[start - 1]
      if CharacterKind(before).isASCIIWord || [0x2D, 0x2E, 0x2F, 0x7E, 0x2014, 0xFF0D].contains(before) {
        return range
      }
    }
    return document.cutsToken(at: start) ? range : start..<range.upperBound
  }

  // MARK: Events that are named where they are held

  /// What the name of a meeting ends with that a sentence holds or attends; longest first.
  private static let namedHeads: [[UInt32]] = words(
    "高级别会议 部长级会议 座谈会 研讨会 博览会 交易会 洽谈会 公开赛 锦标赛 挑战赛 邀请赛 大奖赛 电影节 艺术节 文化节 音乐节 "
      + "成果展 成就展 大会 大赛 峰会 论坛 会晤")
  /// 中德欧|领导人|视频|会晤: who meets, what may stand behind, and what such a meeting is called.
  private static let chiefs: [[UInt32]] = words("领导人 元首 首脑 外长 防长 总理 总统 国防部长 财长")
  private static let manners: [[UInt32]] = words("视频 非正式 定期 年度 三边 双边")
  private static let chiefsMeetings: [[UInt32]] = words("会晤 峰会 会议")
  private static let exhibitions: [[UInt32]] = words("成果展 成就展 文化展 艺术展 摄影展 书画展 图片展 作品展 主题展 特展 大展")
  /// What stands before the name of a meeting.
  private static let holding: [[UInt32]] = words("在 暨 出席 参加 参观 举行 举办 召开 主办 承办 举行了 举办了 召开了 参观了 参加了 出席了")
  /// 上 期 框 举 召 开 闭 现: what follows a meeting behind 在.
  private static let atMeeting: Set<UInt32> = [0x4E0A, 0x671F, 0x6846, 0x4E3E, 0x53EC, 0x5F00, 0x95ED, 0x73B0]

  /// 在加强基础研究座谈会上, 举办了“…”合作成果展; “…·中国树木文化展”.
  private func addNamedEvents(_ ends: [EventEnd], _ document: DecodedDocument, to found: inout [Mention]) {
    var ranges: [Range<Int>] = []
    document.tokens.withUnsafeBufferPointer { tokens in
      for place in ends where place.last != 0x5C4A {
        let (index, sentence) = (place.token, place.sentence.tokens)
        let range =
          place.last == 0x201D
          ? quotedEvent(closedBy: index, tokens, sentence)
          : chiefsMeeting(endingAt: index, tokens, sentence) ?? namedEvent(endingAt: index, tokens, sentence)
        if let range { ranges.append(range) }
      }
    }
    if ranges.isEmpty { return }
    let known = RangeIndex(found.filter { $0.type == .event }.map(\.range))
    for range in ranges where !known.overlaps(range) {
      // Two names that overlap: the later one is the longer.
      if let last = found.last, last.type == .event, last.range.overlaps(range) { found.removeLast() }
      found.append(
        Mention(
          range: withYear(range, document), type: .event, kind: KindCodes.meeting, rule: "named", source: .composed))
    }
  }

  /// The name that a word of meetings ends, from the verb or preposition before it.
  private func namedEvent(
    endingAt index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let end = tokens[index].end
    guard let head = Self.namedHeads.first(where: { reads($0, endingAt: end) }) else { return nil }
    var first = index
    var depth = 0
    var isNumbered = false
    while first > sentence.lowerBound, end - tokens[first - 1].start <= Self.eventLimit {
      let token = tokens[first - 1]
      if depth == 0, holds(token) { break }
      switch token.wordClass {
      case .close: depth += 1
      case .open: depth -= 1
      case .noun, .verb, .adjective, .place, .organization, .title, .conjunction, .idiom, .brand, .head: break
      case .number where folded[token.start] == 0x7B2C: isNumbered = true
      case .number where token.kind == ScannedSpan.dateKind: break
      default: if depth == 0 { return nil }
      }
      if depth < 0 { return nil }
      first -= 1
    }
    guard depth == 0, first > sentence.lowerBound, holds(tokens[first - 1]) else { return nil }
    let start = tokens[first].start
    // 参加群众大会, 举行双边会晤: common nouns.
    if end - head.count - start < 4 { return nil }
    if head.last == 0x6664, !isNumbered { return nil }
    switch tokens[first].wordClass {
    case .adjective, .number, .conjunction: return nil
    default: break
    }
    // 举办学术会议和论坛: two nouns.
    for inner in tokens[first...index] where inner.wordClass == .conjunction && inner.end == end - head.count {
      return nil
    }
    // In 在…座谈会上 the preposition is the meeting's.
    let before = tokens[first - 1]
    if before.end - before.start == 1, folded[before.start] == 0x5728 {
      guard end < folded.count, Self.atMeeting.contains(folded[end]) else { return nil }
    }
    return start..<end
  }

  /// 中德欧领导人视频会晤, 金砖国家领导人会晤: two countries or more, or a group of them, and the chiefs who meet.
  private func chiefsMeeting(
    endingAt index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    func isOne(_ token: DecodedToken, of words: [[UInt32]]) -> Bool {
      words.contains { $0.count == token.end - token.start && Self.reads($0, in: folded, at: token.start) }
    }
    guard isOne(tokens[index], of: Self.chiefsMeetings) else { return nil }
    var first = index - 1
    while first > sentence.lowerBound, isOne(tokens[first], of: Self.manners) { first -= 1 }
    guard first > sentence.lowerBound, isOne(tokens[first], of: Self.chiefs) else { return nil }
    var count = 0
    while first > sentence.lowerBound, tokens[first - 1].wordClass == .place {
      first -= 1
      count += tokens[first].end - tokens[first].start > 2 ? 2 : 1
    }
    return count > 1 ? tokens[first].start..<tokens[index].end : nil
  }

  /// Whether a token is the verb or preposition of a meeting, 了 or 的 behind such a verb.
  private func holds(_ token: DecodedToken) -> Bool {
    let end = token.end
    var start = folded[token.start] == 0x4E86 && end - token.start == 1 ? max(end - 3, 0) : token.start
    // 平台举办的|全球人工智能公开赛
    if folded[token.start] == 0x7684, end - token.start == 1 {
      start = max(start - 2, 0)
      return Self.holding.contains { $0.count == 2 && Self.reads($0, in: folded, at: start) }
    }
    return Self.holding.contains { $0.count == end - start && Self.reads($0, in: folded, at: start) }
  }

  /// “一树花开·中国树木文化展”: what stands in quotation marks and ends as the name of a fair does.
  private func quotedEvent(
    closedBy index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let end = tokens[index].start
    guard tokens[index].wordClass == .close else { return nil }
    var first = index
    while first > sentence.lowerBound, end - tokens[first - 1].start <= Self.eventLimit {
      first -= 1
      if folded[tokens[first].start] != 0x201C { continue }
      let start = tokens[first].end
      let isEvent =
        Self.exhibitions.contains { reads($0, endingAt: end) }
        || Self.eventHeads.contains { $0.count > 2 && reads($0, endingAt: end) }
      return isEvent && end - start >= 7 ? start..<end : nil
    }
    return nil
  }

  private func reads(_ word: [UInt32], endingAt end: Int) -> Bool {
    Self.reads(word, in: folded, at: end - word.count)
  }
}
