import HanGazetteer

/// What the tables list: words, names, heads of bodies and places, surnames of two characters.
extension LatticeWriter {
  /// Adds an edge for each surface of the built-in tables that starts at a Chinese character, the shortest first.
  @inline(__always)
  func addListed(at offset: Int) {
    hasSingle = false
    hasHead = false
    addSingles(at: offset)
    let sizes = sizes[offset]
    if sizes.contains(.two) { addSurface(second[offset], offset, 2) }
    if sizes.rawValue > TrieFront.Sizes.two.rawValue { addLonger(at: offset, sizes) }
    if hasHead { raiseCutHeads(at: offset) }
  }

  /// Does the same at another character; no surface may cut a run of Latin letters that begins there.
  @inline(never)
  func addListedInLetters(at offset: Int) {
    hasSingle = false
    hasHead = false
    if !cutsWord(offset &+ 1) { addSingles(at: offset) }
    let sizes = sizes[offset]
    if sizes.contains(.two), !cutsWord(offset &+ 2) { addSurface(second[offset], offset, 2) }
    if sizes.rawValue > TrieFront.Sizes.two.rawValue { addLonger(at: offset, sizes) }
    if hasHead { raiseCutHeads(at: offset) }
  }

  /// Adds the edges of the entries of a character alone, as `readSingles` has read them.
  @inline(__always)
  private func addSingles(at offset: Int) {
    let code = Int(codes[offset])
    let own = singles[code].isKnown ? singles[code] : readSingles(code)
    hasSingle = own.isWord
    if own.isPlain { notes[offset].words |= OffsetNotes.bit(1) }
    var next = UnsafePointer(singleEdges.base) + Int(own.first)
    let end = next + Int(own.count)
    while next < end {
      let edge = next
      next += 1
      if edge.pointee.end == 0 || notes[offset].count >= UInt8(truncatingIfNeeded: LatticeBuilder.edgeLimit) {
        let entry = builtIn[Int(edge.pointee.entry)]
        addMore(entry, Int(edge.pointee.entry), roles + entry.ownClass, from: offset, to: offset &+ 1, image: 0)
        continue
      }
      let slot = edges + edgeCount
      slot.pointee = edge.pointee
      slot.pointee.end = Int32(truncatingIfNeeded: offset &+ 1)
      slot.pointee.next = first[offset]
      link(offset)
    }
  }

  /// Reads what the tables list of a character alone: ordinary words as edges; an edge that ends at 0 stands for an
  /// entry of which more is to be asked where it stands.
  @inline(never)
  private func readSingles(_ code: Int) -> SingleEdges {
    var own = SingleEdges()
    own.isKnown = true
    own.first = Int32(truncatingIfNeeded: singleEdges.count)
    let cell = known[code].cell
    var list = cell.isTail ? -1 : cell.value
    while list >= 0, own.count < 255 {
      let entry = builtIn[list]
      readSingle(entry, list, code, &own)
      list = entry.endsList ? -1 : list + 1
    }
    singles[code] = own
    return own
  }

  private func readSingle(_ entry: CompactEntry, _ list: Int, _ code: Int, _ own: inout SingleEdges) {
    let role = roles + entry.ownClass
    if role.pointee.action == .none { return }
    if role.pointee.action == .word { own.isWord = true }
    var edge = Edge(
      end: 0, next: -1, cost: Int32(entry.cost), insideCost: role.pointee.inside(entry.cost),
      entry: Int32(truncatingIfNeeded: list), source: .word, flags: role.pointee.flags,
      role: singleRole(role.pointee.edge, known[code].flags))
    // No mark is a word: of a Chinese character all edges of this class stand here.
    let isCharacter = role.pointee.action == .word && edge.wordClass == .character && known[code].kind == .han
    if role.pointee.traits.contains(.isPlainAlone) || isCharacter {
      own.isPlain = true
      let edges = singleEdges.base + Int(own.first)
      let count = Int(own.count)
      // Of two of one class the cheaper one stands for both; `append` would look for it among the last few edges.
      guard let same = (0..<count).first(where: { edges[$0].wordClass == edge.wordClass }) else {
        edge.end = 1
        singleEdges.append(edge)
        own.count += 1
        return
      }
      if count <= 3, edges[same].end > 0 {
        if edges[same].cost > edge.cost {
          edge.end = 1
          edges[same] = edge
        }
        return
      }
    }
    singleEdges.append(edge)
    own.count += 1
  }

  @inline(never)
  private func addLonger(at offset: Int, _ sizes: TrieFront.Sizes) {
    if sizes.contains(.three), !cutsWord(offset &+ 3) { addSurface(third[offset], offset, 3) }
    if !sizes.contains(.more) { return }
    var index = front.firstLonger.base[offset]
    while index >= 0 {
      let longer = front.longer.base[Int(index)]
      index = longer.next
      if cutsWord(Int(longer.end)) { continue }
      addSurface(longer.surface, offset, Int(longer.end) &- offset)
    }
  }

  /// Adds the edges of all entries of a surface of the built-in tables.
  @inline(__always)
  private func addSurface(_ surface: TrieFront.Surface, _ offset: Int, _ size: Int) {
    var list = Int(surface.list)
    var entry = surface.entry
    // The classes of the words with these characters.
    var classes: UInt64 = 0
    while true {
      let role = roles + entry.ownClass
      let own: UInt64 = 1 &<< UInt64(role.pointee.edge.wordClass.rawValue)
      if role.pointee.traits.contains(.isPlain), classes & own == 0 {
        classes |= own
        addPlain(entry, list, role, offset, size)
      } else {
        classes |= own
        addMore(entry, list, role, from: offset, to: offset &+ size, image: 0)
      }
      if entry.endsList { return }
      list &+= 1
      entry = builtIn[list]
    }
  }

  /// Adds an ordinary word of two characters or more, as most entries are; no other edge has its class and its end.
  @inline(__always)
  private func addPlain(
    _ entry: CompactEntry, _ list: Int, _ role: UnsafePointer<EntryRole>, _ offset: Int, _ size: Int
  ) {
    if size == 2, isTwiceBeforeHead(offset) { return }
    let own = notes + offset
    if own.pointee.count >= UInt8(truncatingIfNeeded: LatticeBuilder.edgeLimit) { return }
    own.pointee.words |= OffsetNotes.bit(size)
    notes[offset &+ size].marks.formUnion(role.pointee.ends)
    let cost = Int32(entry.cost)
    put(
      offset, offset &+ size, role.pointee.edge, crossed(offset, offset &+ size, cost), role.pointee.inside(entry.cost),
      Int32(truncatingIfNeeded: list), .word, role.pointee.flags, 0)
    link(offset)
  }

  /// Adds the edges of an entry that is no plain word.
  @inline(never)
  func addMore(
    _ entry: CompactEntry, _ number: Int, _ role: UnsafePointer<EntryRole>, from: Int, to: Int, image: UInt8
  ) {
    switch role.pointee.action {
    case .none: return
    case .word: addEntry(entry, number, role, from: from, to: to, image: image)
    case .denied: if to &- from < 32 { notes[from].denied |= 1 &<< UInt32(truncatingIfNeeded: to &- from) }
    case .abbreviation: addAbbreviation(entry, number, role, from: from, to: to, image: image)
    default: addSpecial(entry, number, role, from: from, to: to, image: image)
    }
  }

  /// 是, 有, 到, 原: words of grammar stand in no name, whatever their class; 和 and 与 may join its parts.
  @inline(__always)
  private func singleRole(_ role: EdgeRole, _ flags: CharacterInfo.Flags) -> EdgeRole {
    var role = role
    if flags.contains(.noBrand), role.innerClass != .conjunction { role.innerClass = .bos }
    return role
  }

  /// 医政处|处长: what is written twice before 长 is no word.
  @inline(__always)
  private func isTwiceBeforeHead(_ offset: Int) -> Bool {
    folded[offset] == folded[offset &+ 1] && scalar(offset &+ 2) == 0x957F
  }

  /// 科技|创新, 大学|生: a head that is the beginning of a longer word is hardly one, but for 科技|公司.
  @inline(never)
  private func raiseCutHeads(at offset: Int) {
    forEachEdge(at: offset) { head in
      guard head.pointee.wordClass == .head, head.pointee.source == .listed else { return }
      let isCut = hasEdge(at: offset) { word in
        word.pointee.source == .word && word.pointee.end > head.pointee.end
          && word.pointee.wordClass == .noun
          && !hasEdge(at: offset) { $0.pointee.wordClass == .head && $0.pointee.end == word.pointee.end }
      }
      if isCut { head.pointee.insideCost += tuning.pointee.cutHead }
    }
  }

  /// Adds the edges of a word.
  @inline(never)
  private func addEntry(
    _ entry: CompactEntry, _ number: Int, _ role: UnsafePointer<EntryRole>, from: Int, to: Int, image: UInt8
  ) {
    let cost = Int32(entry.cost)
    var edge = role.pointee.edge
    if to &- from == 1 {
      hasSingle = true
      edge = singleRole(edge, characters[from].flags)
    }
    if to &- from == 2, isTwiceBeforeHead(from) { return }
    if edge.innerClass == .numeral, to &- from > 1, scalar(from) != 0x7B2C { edge.innerClass = .bos }
    // 去年: where the scanner found a date, no word of time stands for the same characters.
    if edge.wordClass == .time, hasScannedDate(from, to) { return }
    if edge.wordClass == .title, to &- from >= 2 {
      noteTitle(at: from)
      notes[from].marks.insert(.startsTitle)
      notes[to].marks.insert(.endsTitle)
    }
    notes[to].marks.formUnion(role.pointee.ends)
    append(
      from: from, to: to, edge, cost: cost, insideCost: role.pointee.inside(entry.cost),
      entry: Int32(truncatingIfNeeded: number), source: .word, flags: role.pointee.flags, image: image)
    if role.pointee.traits.contains(.mayBeHead), to &- from >= 3 {
      add(
        from: from, to: to, EdgeRole(.head, inner: .head, kind: edge.kind), cost: 0,
        insideCost: cost &+ tuning.pointee.nounHead,
        entry: Int32(truncatingIfNeeded: number), source: .word, image: image)
      markHead(to)
    }
  }

  /// What a place costs, and more, that counting saw as an ordinary word too.
  private static let dearPlace: Int32 = 12_000
  /// What a place costs that counting never met, or less.
  private static let unseenPlace: Int32 = 10_000
  /// What a country costs at most.
  private static let dearCountry: Int32 = 9_000

  @inline(never)
  private func addSpecial(
    _ entry: CompactEntry, _ number: Int, _ role: UnsafePointer<EntryRole>, from: Int, to: Int, image: UInt8
  ) {
    let edge = role.pointee.edge
    let flags = role.pointee.flags
    var cost = Int32(entry.cost)
    if flags & EntryFlag.ambiguous != 0, image == 0, to &- from > 1,
      role.pointee.action == .name || role.pointee.action == .place
    {
      switch doubtful.meet(entry: number, start: start &+ from) {
      case .likely: cost &+= tuning.pointee.likelyRow
      case .sure: cost &+= tuning.pointee.sureRow
      default: break
      }
    }
    let number = Int32(truncatingIfNeeded: number)
    switch role.pointee.action {
    case .place:
      // 马里, 苏丹: a country that counting never met is no rare place; but not 新中国, nor 俄罗斯联邦 in its 政府.
      if edge.kind == tuning.pointee.country, cost > Self.dearCountry, to &- from > 1,
        flags & EntryFlag.ambiguous == 0, folded[from] != 0x65B0 || folded[from &+ 1] != 0x4E2D, !beginsHead(to)
      {
        cost = min(cost, Self.dearCountry)
      }
      // 熊本|地震, 位于庄桥: a place that counting never met, beside a word that stands beside places.
      if cost > Self.unseenPlace, to &- from > 1, flags & EntryFlag.ambiguous == 0,
        isLying(from) || folded[to] == 0x5730 && folded[to &+ 1] == 0x9707 && folded[to &- 1] != 0x5927
      {
        cost += tuning.pointee.lying
      }
      let inside = cost
      if flags & EntryFlag.ambiguous != 0 || cost > Self.dearPlace, image == 0, closesPhrase(to),
        isBelowPlace(number, from: from)
      {
        cost &+= tuning.pointee.belowPlace
      } else if flags & EntryFlag.ambiguous != 0, to - from > 1, supports.has(kind: edge.kind),
        hasSupport(kind: edge.kind, from: from, to: to)
      {
        // 定都|长安, 收复|平原
        cost &+= tuning.pointee.placeSupported
      }
      // “双流”模式: two characters alone in quotation marks are hardly a place.
      let isQuoted = to - from == 2 && scalar(from - 1) == 0x201C && scalar(to) == 0x201D
      // 今日|本地, not 今|日本|地: as dear as a place alone in marks.
      let isCut =
        hasSpans && hasWord(at: from + 1)
        && hasEdge(at: from - 1) { $0.pointee.end == Int32(from + 1) && $0.pointee.source == .scanner }
      // 嘉义|县长: the last character begins the title; but not 如皋市|长江镇.
      let isOfTitle =
        to < length && folded[to] == 0x957F && hasWord(at: to - 1, .title)
        && !hasListed(at: to) { $0.pointee.action == .place }
        && hasEdge(at: from) { $0.pointee.end == Int32(to - 1) && $0.pointee.wordClass == .place }
      let around =
        isQuoted || isCut
        ? tuning.pointee.quotedPlace
        : isOfTitle ? tuning.pointee.headJoin : isShore(to) ? tuning.pointee.shore : 0
      append(
        from: from, to: to, edge, cost: cost &+ around, insideCost: inside &+ around,
        entry: number, source: .listed, flags: flags, image: image)
      if hasSpans, flags & EntryFlag.ambiguous == 0 { raiseScanned(in: from, to) }
      let suffix = characters[to].placeSuffix
      // 坦帕|市长, 沈阳|原市长
      if to - from >= 2, suffix != 0, to < length, scalar(to + 1) != 0x957F, folded[to] != 0x539F {
        add(
          from: from, to: to + 1, EdgeRole(.place, inner: .place),
          cost: cost + tuning.pointee.gazetteerSuffix + Int32(suffix) / 2, entry: number, source: .placeSuffix,
          flags: flags, image: image)
      }
    case .name:
      append(
        from: from, to: to, edge,
        cost: edge.wordClass == .organization
          ? bodyCost(cost, edge, flags, from, to, image) : personCost(cost, flags, from, to), insideCost: nil,
        entry: number, source: .listed, flags: flags, image: image)
      if hasSpans, flags & EntryFlag.ambiguous == 0 { raiseScanned(in: from, to) }
      // 颂猜·拉达纳暖: few transliterations have the characters of the name that is listed.
      if characters[to].flags.contains(.dot), edge.wordClass == .person {
        addDotted(from: from, at: to + 1, cost: Int32(truncatingIfNeeded: to - from) * 5_500, dots: 1)
      }
    case .head:
      hasHead = true
      if hasSpans, to - from == 2 { raiseCutting(at: from, to) }
      append(
        from: from, to: to, edge, cost: 0,
        insideCost: role.pointee.inside
          + (flags & EntryFlag.ambiguous != 0 ? tuning.pointee.weakHead : 0)
          // 干部, 格局: the end of a word is no head; nor is 署 behind 禁毒署.
          + (to - from == 1 && (scalar(from) == scalar(from - 1) || endsWord(at: from, isHead: true))
            ? tuning.pointee.wordHead : 0)
          // 产业营|收, 旅游部|门: the last character may be the first of the next word; but 公司|法人.
          + (hasWord(at: to - 1) && !hasWord(at: to) ? tuning.pointee.headJoin : 0)
          // 空间光学三部一支团队, but 协会三部作品.
          + (to - from == 2 && Self.isChineseNumeral(folded[from]) && hasWord(at: to, .noun)
            ? tuning.pointee.headJoin : 0)
          // 指数报2570点
          + (to - from == 1 && folded[from] == 0x62A5 && characters[to].kind == .digit ? tuning.pointee.wordHead : 0)
          // “评委会奖”五部: a head of one character makes no name of what stands in marks.
          + (to - from == 1 && characters[from - 1].mark == .close ? tuning.pointee.quotedHead : 0),
        entry: number, source: .listed, flags: flags, image: image)
      markHead(to)
    case .placeHead: addPlaces(before: from, to, kind: edge.kind, isWeak: flags & EntryFlag.ambiguous != 0)
    case .overlay:
      let overlay = Overlay(start: start + from, end: start + to, entry: number, image: image)
      overlays.append(overlay)
    case .compoundSurname:
      if to - from >= 2 {
        addGiven(from: from, at: to, surname: 7_000)
        addCompoundSurname(from: from, to: to, isWord: flags & EntryFlag.ambiguous != 0)
      }
    case .vietnameseSurname: if to - from == 1 { addVietnameseName(from: from, at: to) }
    case .japaneseSurname:
      if to - from >= 2 {
        addJapaneseGiven(from: from, at: to)
        // 桥本首相: the surname alone.
        let alone = tuning.pointee.japaneseSurname
        addPerson(
          from: from, to: to, cost: alone + (flags & EntryFlag.ambiguous != 0 ? alone / 4 : 0), source: .surname)
      }
    case .joinedName: addJoinedName(from: from, at: to, kind: edge.kind)
    case .none, .word, .denied, .abbreviation: break
    }
  }

  @inline(never)
  private func addAbbreviation(
    _ entry: CompactEntry, _ number: Int, _ role: UnsafePointer<EntryRole>, from: Int, to: Int, image: UInt8
  ) {
    let around = abbreviationCost(from: from, to: to)
    // 华为, 对华为: the character begins the body that is listed there, but not 访华|为期三天.
    let isCut =
      (around == tuning.pointee.abbreviation || around == tuning.pointee.abbreviationGated && !hasWord(at: to))
      && beginsBody(from)
    if notes[from].denied != 0, isDenied(from, to) { return }
    append(
      from: from, to: to, role.pointee.edge,
      cost: Int32(entry.cost) + around + (isCut ? tuning.pointee.abbreviationCut : 0), insideCost: nil,
      entry: Int32(truncatingIfNeeded: number), source: .abbreviation, flags: role.pointee.flags, image: image)
  }

  /// What a listed person costs where it stands.
  @inline(__always)
  private func personCost(_ cost: Int32, _ flags: UInt8, _ from: Int, _ to: Int) -> Int32 {
    // 歌手|黎明, 队长|高峰: behind a title a word that is somebody's name may well be; but not 所长|于海|斌.
    let isTitled =
      flags & EntryFlag.ambiguous != 0 && hasTitles && endsTitle(at: from)
      && (characters[to].kind != .han || mayStandAlone(to))
    return isTitled ? cost &+ tuning.pointee.titled : cost
  }

  /// What a listed body costs where it stands.
  @inline(never)
  private func bodyCost(
    _ cost: Int32, _ role: EdgeRole, _ flags: UInt8, _ from: Int, _ to: Int, _ image: UInt8
  ) -> Int32 {
    // 湖人|队长, 大公报|社长: the last character begins the title; but not 中央社|长沙.
    if to < length, folded[to] == 0x957F, hasWord(at: to - 1, .title),
      !hasListed(at: to, { $0.pointee.action == .place }),
      hasEdge(at: from, { $0.pointee.end == Int32(to - 1) && $0.pointee.wordClass == .organization })
    {
      return cost &+ tuning.pointee.headJoin
    }
    // 宝马|中国市场, 麦当劳|中国区; but 空客中国|首席执行官.
    if to - from > 3, to < length, folded[to - 1] == 0x56FD, folded[to - 2] == 0x4E2D,
      folded[to] == 0x533A || hasWord(at: to, .noun)
    {
      return cost &+ tuning.pointee.headJoin
    }
    // 中国|移动游戏, 中国|移动支付: what tables list as mobile.
    if to + 2 <= length, folded[to - 1] == 0x52A8, folded[to - 2] == 0x79FB,
      self.image.list(of: folded + (to - 2), count: 4) >= 0
    {
      return cost &+ tuning.pointee.headJoin
    }
    // 国民党|籍, not 国民|党籍.
    if to < length, folded[to] == 0x7C4D, folded[to - 1] == 0x515A { return cost &- tuning.pointee.headJoin }
    if flags & EntryFlag.ambiguous == 0 {
      return cost &+ (to - from >= 4 ? tuning.pointee.listedLong : tuning.pointee.listedShort)
    }
    guard image == 0 else { return cost }
    // 岸田|内阁
    if role.kind == tuning.pointee.government, endsSurnameOrName(at: from) { return cost &+ tuning.pointee.headJoin }
    guard supports.has(kind: role.kind) else { return cost }
    if supports.support(kind: role.kind, folded, from: from, to: to, length: length) {
      return cost &+ tuning.pointee.supported
    }
    return supports.isOutOfPlace(kind: role.kind, folded, from: from, to: to, length: length)
      ? cost &+ tuning.pointee.outOfPlace : cost
  }

  /// 二十国集团, 五台山, 王重阳, 百度: a date or figure inside a listed name, or written as one, is hardly one.
  @inline(never)
  func raiseScanned(in from: Int, _ to: Int) {
    for offset in from..<to where notes[offset].marks.contains(.isScanned) {
      forEachEdge(at: offset) { edge in
        let isInside = edge.pointee.source == .scanner && edge.pointee.end <= Int32(to)
        if isInside, edge.pointee.flags & Self.isRaised == 0 {
          edge.pointee.cost += tuning.pointee.scannedInName
          edge.pointee.flags |= Self.isRaised
        }
      }
    }
  }

  /// 高速四|支队: a figure that ends with the first character of a head of two characters, which no longer word takes.
  @inline(never)
  private func raiseCutting(at head: Int, _ end: Int) {
    if hasWord(at: end - 1) { return }
    for offset in max(head - 4, 0)..<head where notes[offset].marks.contains(.isScanned) {
      forEachEdge(at: offset) { edge in
        if edge.pointee.source == .scanner, edge.pointee.end == Int32(head + 1), edge.pointee.flags & Self.isRaised == 0
        {
          edge.pointee.cost += tuning.pointee.scannedInName
          edge.pointee.flags |= Self.isRaised
        }
      }
    }
  }

  /// The flag of a scanner's edge that a listed name has made dearer.
  private static let isRaised: UInt8 = 0x80

  @inline(__always)
  private func markHead(_ end: Int) {
    if end > length { return }
    firstHead = min(firstHead, end)
    lastHead = max(lastHead, end)
    if !hasHeads {
      hasHeads = true
      headReach.update(repeating: -1, count: length + 2)
      titles.update(repeating: .none, count: length + 2)
    }
    headReach[end] = Int32(end)
  }
}
