import HanGazetteer

/// Generated names: persons, transliterations, strings in quotation marks.
extension LatticeWriter {
  // MARK: Persons

  @inline(never)
  func addChineseNames(at offset: Int) {
    let info = characters + offset
    // 应乔石委员长的邀请
    if folded[offset] == 0x5E94, isInvited(offset) { return }
    let surname = Int32(info.pointee.surname)
    addGiven(from: offset, at: offset &+ 1, surname: surname)
    let next = info + 1
    if next.pointee.surname != 0, offset + 4 <= length {
      // A married woman's double surname: 范徐丽泰.
      let third = info + 2
      let fourth = info + 3
      if third.pointee.kind == .han, fourth.pointee.kind == .han {
        let surnames = surname + Int32(next.pointee.surname)
        let cost =
          tuning.pointee.chinese + surnames + 6_000 + Int32(third.pointee.givenFirst) + Int32(fourth.pointee.givenLast)
        if cost < tuning.pointee.generatedLimit {
          addPerson(from: offset, to: offset + 4, cost: cost, source: .chineseName)
        }
      }
    }
    if next.pointee.flags.contains(.honorificSuffix) {
      let gain = hidesName(offset + 1) ? tuning.pointee.masked : 0
      addPerson(from: offset, to: offset + 2, cost: tuning.pointee.honorific + surname + gain, source: .surname)
    }
    // 雷|答道, 雷|曰
    if folded[offset + 1] == 0x66F0 || folded[offset + 2] == 0x9053 { addSpeaker(offset, surname: surname) }
    // 沈氏|语记者
    if folded[offset + 1] == 0x6C0F { addClan(from: offset, surname: surname) }
    if offset > 0, characters[offset - 1].flags.contains(.honorificPrefix) {
      addPerson(
        from: offset - 1, to: offset + 1, cost: tuning.pointee.honorific + surname + neighbourGain(offset),
        source: .surname)
    }
  }

  func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// A surname and a given name of one or two characters.
  @inline(__always)
  func addGiven(from: Int, at: Int, surname: Int32) {
    let one = characters + at
    // 某 is the only mask among the Chinese characters.
    if one.pointee.kind == .han ? folded[at] == 0x67D0 : isMask(folded[at]) {
      addMasked(from: from, at: at, surname: surname)
      return
    }
    // 老
    if folded[at] == 0x8001 { addNickname(from: from, at: at, surname: surname) }
    // 得
    if folded[at] == 0x5F97 { addFortunate(from: from, at: at, surname: surname) }
    guard one.pointee.kind == .han, !one.pointee.flags.contains(.noGiven) else { return }
    let base = tuning.pointee.chinese &+ surname
    let single = base &+ tuning.pointee.one &+ Int32(one.pointee.givenSingle)
    // 李家 is a family, and a name hardly ends in 家; 李家豪 is a name.
    let home: UInt32 = 0x5BB6
    if single < tuning.pointee.generatedLimit, folded[at] != home {
      addPerson(from: from, to: at &+ 1, cost: single &+ slot(from: from, to: at &+ 1), source: .chineseName)
    }
    let two = one + 1
    guard two.pointee.kind == .han, !two.pointee.flags.contains(.noGiven), folded[at &+ 1] != home,
      folded[at] != home || !two.pointee.flags.contains(.noFamily)
    else { return }
    // 闻而贤之
    if folded[at] == 0x800C, folded[at &+ 2] == 0x4E4B { return }
    let double = base &+ tuning.pointee.two &+ Int32(one.pointee.givenFirst) &+ Int32(two.pointee.givenLast)
    if double < tuning.pointee.generatedLimit {
      // 刘翔|揉了揉腿: whom a table lists is hardly somebody else with one character more.
      // 英子|摄: a blank before the last character alone.
      let isSplit = hasSpaces && spaces[at &+ 2] > spaces[at &+ 1] && spaces[at &+ 1] == spaces[from &+ 1]
      let known =
        (isSplit ? tuning.pointee.splitGiven : 0)
        // 应阿根, but 张阿姨.
        - (folded[at] == 0x963F && !hasWord(at: at) ? 3_000 : 0)
        + (hasWord(at: at &+ 1) && !hasWord(at: at) || beginsClause(at &+ 1) ? tuning.pointee.beginsWord : 0)
        // 老|马|领来
        + (folded[from &- 1] == 0x8001 && isVerb(at: at) ? 2 * tuning.pointee.beginsWord : 0)
        + (at &- from == 2 && isPlaceOfBody(at) ? 3 * tuning.pointee.beginsWord : 0)
        + (at &- from == 1 && hasListedPerson(at: from) && mayStandAlone(at &+ 1) ? tuning.pointee.knownLonger : 0)
      addPerson(
        from: from, to: at &+ 2,
        cost: double + known + slot(from: from, to: at &+ 2)
          + (isParallel(from, at) ? tuning.pointee.parallel : 0),
        source: .chineseName)
      // Before the words are added, what begins there was scanned.
      if first[at] >= 0 { raiseFestival(from: at, surname: from) }
    }
  }

  /// 秦兵|均认为, 李明|任主任, 王元|笑了: whether the last character of a name of three begins what follows, as an adverb
  /// before a verb, or as a verb before a title, a work or the mark of an aspect.
  private func beginsClause(_ offset: Int) -> Bool {
    switch scalar(offset + 1) {
    // 王元|笑了, 老鲁|掰着, 李明|去过
    case 0x4E86, 0x7740, 0x8FC7:
      if hasListed(at: offset, size: 1, { $0.pointee.action == .word && $0.pointee.edge.wordClass == .verb }) {
        return true
      }
    // 端木青|寄来明信片: 来 给 到 回 进
    case 0x6765, 0x7ED9, 0x5230, 0x56DE, 0x8FDB:
      if !hasWord(at: offset + 1),
        hasListed(at: offset, size: 1, { $0.pointee.action == .word && $0.pointee.edge.wordClass == .verb })
      {
        return true
      }
    // 陈泉|译《…》, 李丽|饰: what somebody did with the work.
    case 0x300A:
      switch folded[offset] {
      // 译 著 编 绘 饰 演 唱 写 读
      case 0x8BD1, 0x8457, 0x7F16, 0x7ED8, 0x9970, 0x6F14, 0x5531, 0x5199, 0x8BFB: return true
      default: break
      }
    default: break
    }
    switch folded[offset] {
    // 均 先 原 正 刚 即 便 才 再 将 率 则 亦
    case 0x5747, 0x5148, 0x539F, 0x6B63, 0x521A, 0x5373, 0x4FBF, 0x624D, 0x518D, 0x5C06, 0x7387, 0x5219, 0x4EA6:
      return hasWord(at: offset + 1, .verb) || hasWord(at: offset + 1, .speechVerb)
        || hasWord(at: offset + 1, .roleVerb)
        || offset + 1 < length && (folded[offset + 1] == 0x7531 || folded[offset + 1] == 0x88AB)
    // 李明|任主任, 宇文蕙|任闽江智驱财务总监
    case 0x4EFB: return isPost(offset + 1, within: 12)
    // 成岳|受市长委托, 李明|替主帅: 受 替 陪 随
    case 0x53D7, 0x66FF, 0x966A, 0x968F:
      return hasWord(at: offset + 1, .title)
        || hasListed(at: offset + 1, size: 3) { $0.pointee.edge.wordClass == .title }
    // 王元|携众人, 李明|携团队: 携 before 众 全 团 队 家
    case 0x643A:
      switch scalar(offset + 1) {
      case 0x4F17, 0x5168, 0x56E2, 0x961F, 0x5BB6: return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether the last character of a name of three may as well be a word, or begin one: 刘翔|揉, 姜文|新作, but not 于海斌、.
  func mayStandAlone(_ offset: Int) -> Bool {
    if characters[offset + 1].kind != .han { return false }
    return hasWord(at: offset)
      || hasListed(at: offset, size: 1) { $0.pointee.action == .word && $0.pointee.edge.wordClass != .character }
  }

  /// 一东一西, 水更清、天更蓝: the character stands in the same place of a phrase of one pattern with this one.
  @inline(__always)
  private func isParallel(_ from: Int, _ at: Int) -> Bool {
    let one = folded[at]
    if scalar(from - 1) == one { return true }
    // 更 最 越 愈
    guard one == 0x66F4 || one == 0x6700 || one == 0x8D8A || one == 0x6108 else { return false }
    return scalar(at - 4) == one || scalar(at + 4) == one
  }

  /// 董事长于清明指出: behind a title, or before a verb of speech, a surname and a festival are a name.
  @inline(never)
  private func raiseFestival(from: Int, surname: Int) {
    let edge = edges + Int(first[from])
    let end = from + 2
    guard edge.pointee.source == .scanner, edge.pointee.role.kind == ScannedSpan.dateKind,
      edge.pointee.end == Int32(end), !Punctuation.deictic.contains(folded[from])
    else { return }
    // 中午, but not 中秋.
    if folded[from] == 0x4E2D, folded[from + 1] != 0x79CB { return }
    let isBehindTitle = endsTitle(at: surname)
    // 公司于春节宣布, 市长于春节慰问: a preposition and a date, unless a title is before it and a speech behind.
    let mayBeDate = folded[surname] == 0x4E8E || folded[surname] == 0x81EA || folded[surname] == 0x4ECE
    let isSpeaker = hasWord(at: end, .speechVerb)
    if mayBeDate ? isBehindTitle && isSpeaker : isBehindTitle || isSpeaker {
      edge.pointee.cost += tuning.pointee.festivalName
    }
  }

  func addJapaneseGiven(from: Int, at: Int) {
    // 岸田|内阁, 安倍|政府
    if beginsHead(at) { return }
    // 水原|和|平泽
    if folded[at] == 0x548C, hasListed(at: at + 1, { $0.pointee.action == .place }) { return }
    var cost = tuning.pointee.japanese + 7_000
    var end = at
    while end < length, end < at + 3 {
      let info = characters + end
      guard info.pointee.kind == .han, !info.pointee.flags.contains(.noGiven) || endsJapaneseName(at: end, given: at)
      else { return }
      // 黑田义雄|逼其
      if end - at == 2, isVerb(at: end), !hasWord(at: end - 1) { return }
      cost += min(7_000, Int32(min(info.pointee.givenFirst, info.pointee.givenLast)))
      end += 1
      if cost < tuning.pointee.generatedLimit {
        // 龙之介, 新太郎: few other given names have three characters.
        let long: Int32 = Self.endsLongGiven(folded[end - 1]) ? 1_500 : 6_000
        addPerson(
          from: from, to: end, cost: cost + (end - at == 2 ? 0 : end - at == 1 ? 1_500 : long), source: .japaneseName)
      }
    }
  }

  /// 郎 介 子 助 门 男 丸 夫 雄 人
  private static func endsLongGiven(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x90CE, 0x4ECB, 0x5B50, 0x52A9, 0x95E8, 0x7537, 0x4E38, 0x592B, 0x96C4, 0x4EBA: true
    default: false
    }
  }

  /// 扎西多吉, 乌云其木格: two parts of the names of one people, without a dot.
  @inline(never)
  func addJoinedName(from: Int, at: Int, kind: UInt16) {
    // 多吉|牵着牦牛, 玉罕|端出: a part alone behind a mark, before what somebody does.
    if characters[from - 1].kind != .han, isVerb(at: at), isOfAction(at + 1),
      !hasListed(at: from, size: at - from, { $0.pointee.action == .word || $0.pointee.action == .place })
    {
      addPerson(from: from, to: at, cost: tuning.pointee.joined + 5_000, source: .joined)
    }
    for size in 2...3 {
      // 牛牛牛牛
      if size == at - from, (0..<size).allSatisfy({ scalar(from + $0) == scalar(at + $0) }) { continue }
      let isPart = hasListed(at: at, size: size) { $0.pointee.action == .joinedName && $0.pointee.edge.kind == kind }
      if isPart { addPerson(from: from, to: at + size, cost: tuning.pointee.joined, source: .joined) }
    }
    // 洛桑尖措: a second part that is not listed, of characters that no word holds.
    // 巴雅尔|捧出
    if kind != tuning.pointee.yi, mayBeGiven(at), mayBeGiven(at + 1), characters[at + 1].placeSuffix == 0,
      !isVerb(at: at + 1),
      !hasWord(at: at - 1), !hasWord(at: at), !hasWord(at: at + 1),
      characters[at].transliteration != 0 || characters[at + 1].transliteration != 0, endsActor(at + 2),
      !hasListed(at: at, { $0.pointee.action == .place || $0.pointee.action == .name })
    {
      addPerson(from: from, to: at + 2, cost: tuning.pointee.joined + 7_000, source: .joined)
    }
  }

  /// 着 出 起 来 上 下 过 了 响
  private func isOfAction(_ offset: Int) -> Bool {
    switch scalar(offset) {
    case 0x7740, 0x51FA, 0x8D77, 0x6765, 0x4E0A, 0x4E0B, 0x8FC7, 0x4E86, 0x54CD: true
    default: false
    }
  }

  // MARK: Transliterations

  @inline(never)
  func addTransliterations(at offset: Int) {
    let size = transliterationCount
    let table = transliteration
    var previous = Int(characters[offset].transliteration)
    let isInitial = characters[offset].flags.contains(.capital)
    if previous == 0, !isInitial { return }
    if offset > 0, characters[offset - 1].flags.contains(.dot) { return }
    var cost = isInitial ? 3_000 : Int32(table[previous])
    if cost > 9_500 { return }
    var end = offset + 1
    while true {
      if characters[end].flags.contains(.dot) {
        // 花|开·中国: few first names have one character.
        let short: Int32 = end - offset == 1 && !isInitial ? tuning.pointee.dottedShort * 2 / 3 : 0
        addDotted(from: offset, at: end + 1, cost: cost + short, dots: 1)
        return
      }
      let count = end - offset
      if count >= 2 {
        let whole = cost + Int32(table[previous * size])
        if whole < Int32(truncatingIfNeeded: count) &* tuning.pointee.translitLimit &+ 1_500,
          // 毛根|任总工程师, 热西提|拉着
          folded[end - 1] != 0x4EFB || !hasWord(at: end, .title),
          folded[end] != 0x7740 || !isVerb(at: end - 1)
        {
          addPerson(
            from: offset, to: end, cost: tuning.pointee.translitPerson + whole,
            source: .transliteration)
          // 收复了库尔塔巴德, 泽伊图尼地区
          let isSupported = hasSupport(kind: tuning.pointee.city, from: offset, to: end)
          // 新马|地区: two characters prove less.
          let gain = isSupported ? tuning.pointee.placeSupported + (count == 2 ? 2_000 : 0) : 0
          add(
            from: offset, to: end, EdgeRole(.place, inner: .place),
            cost: tuning.pointee.translitPlace + whole + gain, source: .transliteration)
        }
      }
      if count >= 8 { return }
      let index = Int(characters[end].transliteration)
      // 罗西|和|达尼洛
      if index == 0 || folded[end] == 0x548C && count >= 2 { return }
      cost += Int32(table[previous * size + index])
      if cost > 11_000 + Int32(truncatingIfNeeded: count) * 6_500 { return }
      previous = index
      end += 1
    }
  }

  /// The next part of a name with dots: `at` is the first character behind a dot.
  func addDotted(from: Int, at: Int, cost: Int32, dots: Int) {
    let size = transliterationCount
    let table = transliteration
    var previous = 0
    var cost = cost
    var part: Int32 = 0
    var isUnseen = false
    // Where a character stands that is a verb elsewhere.
    var verb = -1
    var end = at
    while end < length, end - at < 9 {
      let info = characters + end
      if info.pointee.flags.contains(.dot), end > at {
        if dots < 5 { addDotted(from: from, at: end + 1, cost: cost, dots: dots + 1) }
        return
      }
      let isLetter = info.pointee.flags.contains(.capital)
      guard info.pointee.kind == .han || isLetter else { return }
      // 拉里·萨默斯|和|亚当·德安杰洛
      if folded[end] == 0x548C, end > at, opensDotted(end + 1) { return }
      let index = Int(info.pointee.transliteration)
      if index == 0, !isLetter {
        // 花开·中国树木: of characters that no transliteration was seen with a part has one at most, and 赖特尔|获奖,
        // 费雷罗|端来: it is no verb, unless the name ends soon, as in 阿迪力·吾守尔和.
        if isUnseen || info.pointee.flags.contains(.noBrand) { return }
        if end > at, isVerb(at: end) {
          if hasWord(at: end) || hasWord(at: end + 1) { return }
          verb = end
        }
        isUnseen = true
      }
      let step = isLetter ? 3_000 : index == 0 ? 7_000 : Int32(table[previous * size + index])
      cost += step
      part += step
      previous = index
      end += 1
      if part > 8_000 + Int32(end - at) * 5_500 { return }
      // 莱德菲尔德著: a name may hold a character that no transliteration was seen with, but does not end in it.
      // 拉罕·罗幸|表示
      if index == 0, !isLetter, end - at < 2 || verb >= 0 || !hasWord(at: end, .speechVerb) || isGrammar(end - 1) {
        continue
      }
      if verb >= 0, end > verb + 3 || !closesDotted(end) { continue }
      // 穆斯塔法·申|胡: few last parts have one character.
      let seen = Int32(table[previous * size]) + (end - at == 1 ? tuning.pointee.dottedShort : 0)
      let close = isLetter ? 3_000 : index == 0 ? 7_000 : seen
      addPerson(
        from: from, to: end,
        cost: max(1_500, tuning.pointee.dotted + (cost + close) * 8 / 10 - Int32(dots) * 3_000), source: .dotted)
    }
  }

  /// Whether a name with dots surely ends at an offset: a mark, 和, 与, the verb of speech or of a post.
  private func closesDotted(_ end: Int) -> Bool {
    let next = characters + end
    if next.pointee.kind == .mark, !next.pointee.flags.contains(.dot) { return true }
    switch scalar(end) {
    // 和 与 及 说 任
    case 0x548C, 0x4E0E, 0x53CA, 0x8BF4, 0x4EFB: return true
    default: return hasWord(at: end, .speechVerb) || hasWord(at: end, .roleVerb)
    }
  }

  /// 德扬·斯托伊科维奇: whether the dot at an offset stands in a name, whose parts are hardly two.
  @inline(never)
  func joinsParts(_ dot: Int) -> Bool {
    guard characters[dot - 1].transliteration != 0, characters[dot + 1].transliteration != 0 else { return false }
    addDottedBehindTitle(dot: dot)
    // 花开·中国树木
    return !hasListed(at: dot + 1) { role in
      role.pointee.action == .word || role.pointee.action == .place
        || role.pointee.action == .name && role.pointee.edge.wordClass == .organization
    }
  }

  /// 前锋|买尔旦江·图尔荪, 议员|萝莎·伊巴拉: adds a name behind a title whose first part holds one character that no
  /// transliteration was seen with.
  func addDottedBehindTitle(dot: Int) {
    if !hasTitles { return }
    var unseen: Int32 = 0
    for size in 1...5 where dot - size >= 0 {
      let from = dot - size
      let info = characters + from
      guard info.pointee.kind == .han, !info.pointee.flags.contains(.noBrand) else { return }
      if info.pointee.transliteration == 0 { unseen += 1 }
      if unseen > 1 { return }
      if size > 1, endsTitle(at: from) {
        let cost = Int32(truncatingIfNeeded: size) * 5_500 + unseen * 1_500
        addDotted(from: from, at: dot + 1, cost: cost, dots: 1)
        return
      }
    }
  }

  /// Whether a part of a name and a dot stand at an offset.
  private func opensDotted(_ offset: Int) -> Bool {
    var end = offset
    while end < offset + 8, characters[min(end, length)].transliteration != 0 { end += 1 }
    return end > offset && characters[min(end, length)].flags.contains(.dot)
  }

  // MARK: Quotation marks

  /// 台风“苏拉”, 飓风“海伦妮”: what stands in the marks is neither a person nor a place.
  private func namesStorm(before offset: Int) -> Bool {
    // 台风, 飓风, 风暴
    let last = scalar(offset - 1)
    let one = scalar(offset - 2)
    return last == 0x98CE && (one == 0x53F0 || one == 0x98D3) || last == 0x66B4 && one == 0x98CE
  }

  /// “一带一路”, “挑战者”: a short string in quotation marks, which stands inside a name like a brand.
  func addQuoted(at offset: Int) {
    guard scalar(offset) == 0x201C else { return }
    var end = offset + 1
    while end < length, end - offset <= 9 {
      let kind = characters[end].kind
      if characters[end].mark == .close, scalar(end) == 0x201D {
        if end - offset < 3 { return }
        if namesStorm(before: offset) {
          // Every length up to the closing mark.
          for inner in (offset + 1)..<end {
            notes[inner].denied |= (2 &<< UInt32(truncatingIfNeeded: end - inner)) &- 1
          }
        }
        add(
          from: offset, to: end + 1, EdgeRole(.brand, inner: .brand), cost: 0, insideCost: tuning.pointee.quoted,
          source: .unknown)
        return
      }
      guard kind == .han || kind.isASCIIWord else { return }
      end += 1
    }
  }
}
