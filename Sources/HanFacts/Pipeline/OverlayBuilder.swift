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
    addCountedEvents(document, to: &found)
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
    var open = -1
    guard let base = folded.baseAddress else { return [] }
    for index in 0..<folded.count {
      let scalar = base[index]
      // 《 and 》 differ in the last bit.
      if scalar | 1 != 0x300B, scalar != 0x0A { continue }
      if scalar == 0x300A {
        open = index + 1
      } else if scalar == 0x0A {
        open = -1
      } else if open >= 0 {
        let range = open..<index
        open = -1
        if range.isEmpty || range.count > Self.workLimit { continue }
        if Self.isKnownMedium(range, in: mentions, from: &next) { continue }
        found.append(mention(ofTitle: range))
      }
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
    } else if Self.isMedium(folded, range) {
      mention = Mention(
        range: range, type: .organization, kind: KindCodes.media, rule: "marked-medium", source: .composed)
    } else {
      mention = Mention(range: range, type: .work, rule: "marked", source: .composed)
    }
    mention.margin = 8_000
    return mention
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
        range: overlay.start..<overlay.end, type: .event,
        kind: knowledge.vocabulary.kind(image: overlay.image, entry.kind), rule: "gazetteer", source: .listed)
      mention.rows = notes.row(EntryReference(image: overlay.image, entry: overlay.entry, range: mention.range))
      found.append(mention)
      last = overlay.end
    }
  }

  /// 第…届 … 大会: the number, words without a mark between them, and a noun of meetings.
  private func addCountedEvents(_ document: DecodedDocument, to found: inout [Mention]) {
    guard let folded = folded.baseAddress else { return }
    // All that were found, and those of them that no later one overlaps; these are apart and in text order.
    var all: [Range<Int>] = []
    var kept: [Range<Int>] = []
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        for index in sentence.tokens {
          // A number that begins with 第 and whose classifier is 届; 首届.
          let first = folded[tokens[index].start]
          if first != 0x7B2C, first != 0x9996 { continue }
          let token = tokens[index]
          guard token.end - token.start >= 2, folded[token.end - 1] == 0x5C4A,
            let end = eventEnd(behind: index, sentence, document)
          else { continue }
          while let last = kept.last, last.upperBound > token.start { kept.removeLast() }
          kept.append(token.start..<end)
          all.append(token.start..<end)
        }
      }
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
}
