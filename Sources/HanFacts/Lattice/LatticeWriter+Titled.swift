import HanGazetteer

/// Names that stand behind a title and that no other generator knows: 副主席|巴图那生|陪同, 处长|昂梭温|在会上说.
///
/// What stands there is as strange to the tables as its characters are: the costs decide.
extension LatticeWriter {
  /// So many characters such a name has.
  private static let titledSizes = 3...5

  /// Adds a name behind each title of two characters or more.
  func addNamesBehindTitles() {
    for index in 0..<titleStarts.count {
      forEachEdge(at: Int(titleStarts.base[index])) { edge in
        if edge.pointee.wordClass == .title { addName(behindTitle: Int(edge.pointee.end)) }
      }
    }
  }

  private func addName(behindTitle from: Int) {
    if from + Self.titledSizes.lowerBound > length { return }
    let first = characters[from]
    addSinglePart(from: from)
    // 岩
    if folded[from] == 0x5CA9 { addDaiName(from: from) }
    if first.surname != 0, folded[from + 1] == 0x5728 { addKoreanName(from: from) }
    // 部|长官安德根: the title is the longer one. 康淼, 小骆: a Chinese name is made of its surname.
    if first.surname != 0 && first.surname < Self.rareSurname || first.flags.contains(.honorificPrefix)
      || beginsSurface(from) || hasWord(at: from - 1, .title) || hasListedName(at: from)
    {
      return
    }
    var end = from
    // Few names hold a character that no transliteration was seen with, none two.
    var unseen: Int32 = 0
    while end < length, characters[end].kind == .han, end == from || !beginsSurface(end), !isGrammar(end) {
      if characters[end].placeSuffix != 0, characters[end].transliteration == 0 { return }
      if characters[end].transliteration == 0 { unseen += 1 }
      end += 1
      if end - from > Self.titledSizes.upperBound { return }
    }
    // 迪迪则|拄着拐杖
    if end > from, hasListed(at: end - 1, size: 1, isGrammar),
      characters[end - 1].transliteration == 0 || !isVerb(at: end - 1)
    {
      end -= 1
    }
    guard unseen <= 1, Self.titledSizes.contains(end - from), endsActor(end) else { return }
    let cost =
      tuning.pointee.behindTitle + unseen * 1_500 + Int32(end - from - Self.titledSizes.lowerBound) * 3_000
    add(from: from, to: end, EdgeRole(.person), cost: cost, source: .titled)
  }

  /// 茶农|岩叫|说, 村民|岩温扁|在: adds a name of a man of the Dai.
  private func addDaiName(from: Int) {
    for size in 2...3 where from + size <= length && endsActor(from + size) {
      let isName = (1..<size).allSatisfy { mayBeGiven(from + $0) }
      if isName, !beginsSurface(from), size == 2 || !beginsSurface(from + 1) {
        addPerson(from: from, to: from + size, cost: tuning.pointee.joined + 5_000, source: .titled)
        return
      }
    }
  }

  /// 社长|旺久|在座谈会上说: adds a part of names of two parts that stands alone, where it is nothing else.
  private func addSinglePart(from: Int) {
    for size in 2...3 where endsActor(from + size) {
      let isPart = hasListed(at: from, size: size) { $0.pointee.action == .joinedName }
      if isPart, !hasListed(at: from, size: size, { $0.pointee.action == .word || $0.pointee.action == .place }) {
        addPerson(from: from, to: from + size, cost: tuning.pointee.joined + 3_000, source: .joined)
      }
    }
  }

  /// A surname that costs more is hardly anybody's: 昂, 岩, 罕.
  private static let rareSurname: Int16 = 11_000

  /// 会长|卢在勋|说: adds a Korean name of a surname, 在 and one more character.
  private func addKoreanName(from: Int) {
    let last = characters + (from + 2)
    guard last.pointee.kind == .han, last.pointee.givenLast < 9_000, !last.pointee.flags.contains(.noGiven),
      !hasWord(at: from + 2), endsActor(from + 3)
    else { return }
    let cost = tuning.pointee.chinese + Int32(characters[from].surname) + Int32(last.pointee.givenLast) + 4_000
    addPerson(from: from, to: from + 3, cost: cost, source: .chineseName)
  }

  /// Whether a person of two characters or more whom a table lists begins at an offset.
  private func hasListedName(at offset: Int) -> Bool {
    notes[offset].persons > OffsetNotes.bit(1) | 1
      && hasEdge(at: offset) {
        $0.pointee.source == .listed && $0.pointee.wordClass == .person && Int($0.pointee.end) - offset > 1
          && $0.pointee.flags & EntryFlag.ambiguous == 0
      }
  }

  /// Whether a listed word, place, body or head of two characters or more, a date or a figure begins at an offset.
  private func beginsSurface(_ offset: Int) -> Bool {
    if notes[offset].words > OffsetNotes.bit(1) | 1 || notes[offset].marks.contains(.isScanned) { return true }
    return hasEdge(at: offset) {
      $0.pointee.source == .listed && $0.pointee.wordClass != .person && Int($0.pointee.end) - offset > 1
    }
  }

  /// Whether a character is a verb or a word of grammar, and hardly one of a foreign name.
  func isGrammar(_ offset: Int) -> Bool {
    let info = characters[offset]
    if info.flags.contains(.noBrand) || info.flags.contains(.noGiven) || Self.isChineseNumeral(folded[offset]) {
      return true
    }
    return info.transliteration == 0 && hasListed(at: offset, size: 1, isGrammar)
  }

  private func isGrammar(_ role: UnsafePointer<EntryRole>) -> Bool {
    guard role.pointee.action == .word else { return false }
    switch role.pointee.edge.wordClass {
    case .preposition, .conjunction, .particle, .pronoun, .adverb, .modal, .speechVerb, .time, .numeral, .verb,
      .roleVerb, .locality:
      return true
    default: return false
    }
  }

  /// Whether what stands at an offset may follow the one who does something: a mark, a verb, a word of grammar.
  func endsActor(_ offset: Int) -> Bool {
    if offset >= length || characters[offset].kind == .mark || notes[offset].marks.contains(.isScanned)
      || hasListed(at: offset, size: 1, isGrammar)
    {
      return true
    }
    return hasListed(at: offset, isGrammar) || hasListed(at: offset, size: 3, isGrammar)
  }

  // MARK: Surnames of two characters

  /// 鲜于老, 欧阳总; 司马大夫, 端木老师: adds a surname of two characters before an honorific or a title.
  @inline(never)
  func addCompoundSurname(from: Int, to: Int, isWord: Bool) {
    let more: Int32 = isWord ? 3_000 : 0
    if hasWord(at: to, .title) || hasListed(at: to, size: 3, { $0.pointee.edge.wordClass == .title })
      || isPlaceOfBody(to)
    {
      addPerson(from: from, to: to, cost: tuning.pointee.surnameBeforeTitle + 7_000 + more, source: .surname)
    } else if characters[to].flags.contains(.honorificSuffix), !hasWord(at: to), folded[to] != 0x67D0 {
      addPerson(from: from, to: to + 1, cost: tuning.pointee.honorific + 5_000 + more, source: .surname)
    }
  }

  /// 潘老三, 逯老栓: adds a surname, 老 and what a villager is called by, but not 李老|三次提出.
  @inline(never)
  func addNickname(from: Int, at: Int, surname: Int32) {
    switch scalar(at + 1) {
    // 二 三 四 五 六 七 八 九 大 幺 栓 根 虎 蔫 憨
    case 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5927, 0x5E7A, 0x6813, 0x6839, 0x864E, 0x852B,
      0x61A8:
      break
    default:
      // 校长|龙老罕, 龙老罕|说; but not 李老|又说.
      let isNamed = endsTitle(at: from) || hasWord(at: at + 2, .speechVerb) || scalar(at + 2) == 0x8BF4
      if !isNamed || !mayBeGiven(at + 1) || hasListed(at: at + 1, size: 1, isGrammar) { return }
    }
    if hasWord(at: at) || hasWord(at: at + 1) || !endsActor(at + 2) { return }
    addPerson(from: from, to: at + 2, cost: tuning.pointee.chinese + surname + 9_000, source: .chineseName)
  }

  /// 瓦工|苗得水: adds a surname, 得 and one more character behind a title, where 得 is the mark of no verb.
  @inline(never)
  func addFortunate(from: Int, at: Int, surname: Int32) {
    let last = characters + (at + 1)
    guard hasTitles, endsTitle(at: from), mayBeGiven(at + 1), !hasWord(at: from), endsActor(at + 2) else { return }
    let cost = tuning.pointee.chinese + surname + Int32(last.pointee.givenLast) + 4_000
    addPerson(from: from, to: at + 2, cost: cost, source: .chineseName)
  }

  /// 申屠|手里没有余粮: whether a part of the body or the home and a place word stand there.
  func isPlaceOfBody(_ offset: Int) -> Bool {
    switch scalar(offset + 1) {
    // 里 上 下 中 边
    case 0x91CC, 0x4E0A, 0x4E0B, 0x4E2D, 0x8FB9: break
    default: return false
    }
    switch scalar(offset) {
    // 手 心 脚 身 家 眼 嘴 脸
    case 0x624B, 0x5FC3, 0x811A, 0x8EAB, 0x5BB6, 0x773C, 0x5634, 0x8138: return true
    default: return false
    }
  }

  /// 应乔石委员长的邀请: whether 应 at an offset is no surname but goes with an invitation.
  @inline(never)
  func isInvited(_ offset: Int) -> Bool {
    for place in (offset + 2)..<(offset + 24) where place < length {
      switch characters[place].mark {
      case .comma, .stop, .colon: return false
      default: break
      }
      // 邀
      if folded[place] != 0x9080 { continue }
      let before = folded[place - 1]
      // 之邀, 的邀请
      if before == 0x4E4B || before == 0x7684 { return true }
      guard scalar(place + 1) == 0x8BF7 else { return false }
      if characters[place + 2].kind != .han { return true }
      switch scalar(place + 2) {
      // 前 来 出 赴 于 率 到 访 参 对
      case 0x524D, 0x6765, 0x51FA, 0x8D74, 0x4E8E, 0x7387, 0x5230, 0x8BBF, 0x53C2, 0x5BF9: return true
      default: return false
      }
    }
    return false
  }

  /// 沈氏|语记者, 裘氏|报告: adds a surname and 氏 where somebody does something, but not 李氏|集团.
  @inline(never)
  func addClan(from: Int, surname: Int32) {
    let end = from + 2
    guard end < length, !hasWord(at: from) else { return }
    // 母王氏, 妻陈氏, 娶黄氏: 母 妻 妾 媳 室 娶 聘 配
    switch scalar(from - 1) {
    case 0x6BCD, 0x59BB, 0x59BE, 0x5AB3, 0x5BA4, 0x5A36, 0x8058, 0x914D:
      addPerson(from: from, to: end, cost: tuning.pointee.honorific + surname, source: .surname)
      return
    default: if characters[from - 1].kind == .han, !endsActor(from - 1) { return }
    }
    switch scalar(end) {
    // 行 语 曰 谓 称 则 乃 遂 即 系 之 于 以 亦
    case 0x884C, 0x8BED, 0x66F0, 0x8C13, 0x79F0, 0x5219, 0x4E43, 0x9042, 0x5373, 0x7CFB, 0x4E4B, 0x4E8E, 0x4EE5, 0x4EA6:
      break
    default:
      let isActor =
        characters[end].mark == .comma || hasWord(at: end, .verb) || hasWord(at: end, .speechVerb)
        || hasWord(at: end, .adverb)
      if !isActor { return }
    }
    addPerson(from: from, to: end, cost: tuning.pointee.honorific + surname, source: .surname)
  }

  /// What 老卞, 老逄 cost less than 老马: behind 老 a character that is no word alone is a surname, where the phrase ends.
  @inline(__always)
  func neighbourGain(_ offset: Int) -> Int32 {
    folded[offset - 1] == 0x8001 && isNeighbour(offset) ? tuning.pointee.neighbour : 0
  }

  @inline(never)
  private func isNeighbour(_ offset: Int) -> Bool {
    switch folded[offset] {
    // 车 房 井 路 钱 党 林 山 石 汤 城 街 宅 本 年 友 师 板 少: what is old itself.
    case 0x8F66, 0x623F, 0x4E95, 0x8DEF, 0x94B1, 0x515A, 0x6797, 0x5C71, 0x77F3, 0x6C64, 0x57CE, 0x8857, 0x5B85, 0x672C,
      0x5E74, 0x53CB, 0x5E08, 0x677F, 0x5C11:
      return false
    default: break
    }
    let end = offset + 1
    // 老盖啊: the verb of nothing.
    let isCalled = folded[end] == 0x554A || folded[end] == 0x5440
    // 老史|通读, but not 老纪|特票.
    let ends =
      isCalled || characters[end].kind != .han || characters[end].flags.contains(.noBrand) || hasWord(at: end, .verb)
      || hasWord(at: end, .speechVerb) || hasWord(at: end, .adverb)
    return ends && !hasWord(at: offset) && !hasWord(at: offset - 1) && !hasWord(at: offset - 2)
      && (isCalled
        || !hasListed(at: offset, size: 1) { $0.pointee.action == .word && $0.pointee.edge.wordClass != .character })
  }

  // MARK: Foreign names in Chinese characters

  /// 阮氏秋庄, 阮黎青草: adds a Vietnamese name of four characters, the second of which is 氏 or another surname.
  @inline(never)
  func addVietnameseName(from: Int, at: Int) {
    let isLady = folded[at] == 0x6C0F
    // 阮
    let isNguyen = folded[from] == 0x962E
    guard isLady || isNguyen && characters[at].surname != 0, mayBeGiven(at + 1) else { return }
    // 谢氏永耀楼, 杜氏盐藻: but for 阮 the lady needs a title or a list before her.
    if isLady, !isNguyen, !endsTitle(at: from), characters[from - 1].mark != .pause { return }
    let first = characters + (at + 1)
    let last = characters + (at + 2)
    // 张氏兄弟, 李氏集团
    let isGivenWord = isLady && hasWord(at: at + 1)
    if isGivenWord && !isNguyen || isLady && hasWord(at: from) { return }
    let surname = Int32(characters[from].surname) + (isLady ? 0 : Int32(characters[at].surname) - 3_000)
    let base = tuning.pointee.chinese + tuning.pointee.vietnamese + surname
    // 阮氏温|获得金牌
    if isLady, !isGivenWord, endsActor(at + 2) {
      addPerson(from: from, to: from + 3, cost: base + Int32(first.pointee.givenSingle), source: .chineseName)
    }
    if !mayBeGiven(at + 2) || hasWord(at: at + 2) && !isGivenWord { return }
    let given = Int32(first.pointee.givenFirst) + Int32(last.pointee.givenLast)
    let cost = base + given + (isGivenWord ? 4_000 : 0)
    if cost < tuning.pointee.generatedLimit { addPerson(from: from, to: from + 4, cost: cost, source: .chineseName) }
  }

  func mayBeGiven(_ offset: Int) -> Bool {
    let info = characters[offset]
    return info.kind == .han && !info.flags.contains(.noGiven) && !info.flags.contains(.noBrand)
  }

  /// Whether the head of a body begins at an offset: 内阁, 政府, 公司.
  func beginsHead(_ offset: Int) -> Bool {
    hasListed(at: offset) {
      $0.pointee.action == .head
        || $0.pointee.action == .word && $0.pointee.edge.wordClass == .noun && $0.pointee.edge.kind != 0
    }
  }

  /// Whether a listed person, or the surname of a Japanese, ends at an offset.
  func endsSurnameOrName(at end: Int) -> Bool {
    for start in stride(from: end - 2, through: max(end - 4, 0), by: -1) {
      let isPerson = hasEdge(start, end, notes[start].persons) {
        $0.pointee.wordClass == .person && ($0.pointee.source == .listed || $0.pointee.source == .surname)
      }
      if isPerson { return true }
    }
    return false
  }

  /// 宇佐美达也, 木村拓也: whether 也 ends a given name and is no adverb.
  func endsJapaneseName(at offset: Int, given: Int) -> Bool {
    guard folded[offset] == 0x4E5F, offset == given + 1 else { return false }
    switch folded[given] {
    // 达 拓 哲 和 直 伸 雅 真 晋 克 贵 慎 信 裕 智 龙 卓 敦
    case 0x8FBE, 0x62D3, 0x54F2, 0x548C, 0x76F4, 0x4F38, 0x96C5, 0x771F, 0x664B, 0x514B, 0x8D35, 0x614E, 0x4FE1, 0x88D5,
      0x667A, 0x9F99, 0x5353, 0x6566:
      break
    default: return false
    }
    // 说 在 与 和
    switch scalar(offset + 1) {
    case 0x8BF4, 0x5728, 0x4E0E, 0x548C: return true
    default: break
    }
    return characters[offset + 1].kind != .han || hasWord(at: offset + 1, .speechVerb)
      || hasWord(at: offset + 1, .title) || hasWord(at: offset + 1, .roleVerb)
  }
}
