import HanGazetteer

/// Generated places: by suffix and by head, and what the abbreviations of places cost where they stand.
extension LatticeWriter {
  func addPlacesBySuffix() {
    for index in 0..<placeSuffixes.count {
      let offset = Int(placeSuffixes.base[index])
      if offset == 0 || !mayClosePlace(offset) { continue }
      let suffix = characters[offset].placeSuffix
      var cost = tuning.pointee.suffix + Int32(suffix) + (endsWord(at: offset) ? tuning.pointee.wordSuffix : 0)
      if characters[offset - 1].transliteration != 0 { addForeignPlaces(before: offset) }
      // 柏树巷: behind a word a lane hardly is anything else.
      let isLane = folded[offset] == 0x5DF7
      let isRoad = isLane || Self.isRoad(folded[offset])
      var from = offset - 1
      while from >= 0, offset - from <= 4 {
        let char = characters + from
        // 距县城, 离瑞海: no name begins with such a word of place. 古桥成危桥: nor does it hold its suffix twice.
        guard char.pointee.kind == .han, !Self.leadsToPlace(folded[from]),
          folded[from] != folded[offset] || from == offset - 1
        else { break }
        cost += Int32(char.pointee.placeChar)
        let count = offset - from
        let standsAsRoad =
          isRoad && count > 1
          && (isLane ? count == 2 && isWord(from, offset) : isWordRoad(from: from, to: offset + 1))
        let isVillage = count == 2 && isFamilyVillage(from)
        // 坐落在翁你河畔, 沿颍水南下
        let lying = count > 1 && isLying(from) ? tuning.pointee.lying : 0
        if cost + lying > 10_000 + Int32(count) * 7_000, !standsAsRoad, !isVillage { break }
        let extra: Int32 =
          standsAsRoad ? tuning.pointee.road : count == 2 ? 0 : count == 1 ? 1_500 : count == 3 ? 1_000 : 2_500
        // 东临|黄海: what a table lists needs no more before it.
        let shore = isShore(offset + 1) ? tuning.pointee.shore : 0
        let isListed = hasEdge(from, offset + 1, notes[from].places) {
          $0.pointee.source == .listed && $0.pointee.wordClass == .place
        }
        let village =
          isVillage
          ? tuning.pointee.familyVillage : lying
        add(
          from: from, to: offset + 1, EdgeRole(.place, inner: .place), cost: cost + extra + shore + village,
          source: .placeSuffix)
        // 小李庄, though 李庄 is listed.
        if isListed, count > 1 || from == 0 || !isFamilyVillage(from - 1) { break }
        from -= 1
      }
    }
  }

  /// 萨姆纳湖, 布拉德山: a transliteration of three characters or more and the suffix of a place.
  @inline(never)
  private func addForeignPlaces(before suffix: Int) {
    // 约翰逊|市长, but 萨姆纳湖|畔.
    if !Self.closesForeignPlace(folded[suffix]) || hasWord(at: suffix) && !Self.isSide(folded[suffix + 1]) { return }
    var from = suffix - 3
    while from >= 0, suffix - from <= 8, characters[from + 2].transliteration != 0 {
      forEachEdge(at: from) { stem in
        if stem.pointee.end == Int32(suffix), stem.pointee.source == .transliteration {
          add(
            from: from, to: suffix + 1, EdgeRole(.place, inner: .place),
            cost: stem.pointee.cost + tuning.pointee.placeHead + (isShore(suffix + 1) ? tuning.pointee.shore : 0),
            source: .placeSuffix)
        }
      }
      from -= 1
    }
  }

  /// 山 河 湖 岛 峰 镇 港 湾 谷 溪 村 县 市 州 桥 街 路: suffixes of places that seldom end a transliteration.
  private static func closesForeignPlace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5C71, 0x6CB3, 0x6E56, 0x5C9B, 0x5CF0, 0x9547, 0x6E2F, 0x6E7E, 0x8C37, 0x6EAA, 0x6751, 0x53BF, 0x5E02, 0x5DDE,
      0x6865, 0x8857, 0x8DEF:
      true
    default: false
    }
  }

  /// 上 下 中 里 内 外 边 畔 岸 口 旁 脚 底 顶 面 区: what side of a place is spoken of.
  private static func isSide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E0A, 0x4E0B, 0x4E2D, 0x91CC, 0x5185, 0x5916, 0x8FB9, 0x7554, 0x5CB8, 0x53E3, 0x65C1, 0x811A, 0x5E95, 0x9876,
      0x9762, 0x533A:
      true
    default: false
    }
  }

  /// 大王庄, 小李屯, 前赵村: whether a word of size or place, a common surname and the suffix of villages stand there,
  /// which no word goes on with.
  private func isFamilyVillage(_ from: Int) -> Bool {
    switch folded[from] {
    // 大 小 东 西 南 北 前 后 上 下
    case 0x5927, 0x5C0F, 0x4E1C, 0x897F, 0x5357, 0x5317, 0x524D, 0x540E, 0x4E0A, 0x4E0B: break
    default: return false
    }
    switch folded[from + 2] {
    // 庄 村 屯 寨 堡 沟 湾
    case 0x5E84, 0x6751, 0x5C6F, 0x5BE8, 0x5821, 0x6C9F, 0x6E7E: break
    default: return false
    }
    let surname = characters[from + 1].surname
    return surname != 0 && surname < Self.commonSurname && !hasWord(at: from + 2)
      && !isWord(from + 1, from + 3)
  }

  /// Whether a word that stands before places stands right before an offset, where no word of grammar begins.
  func isLying(_ offset: Int) -> Bool {
    supports.support(kind: tuning.pointee.city, folded, from: offset, to: offset, length: offset)
      && !characters[offset].flags.contains(.noBrand)
  }

  /// The surnames that villages are called by cost less.
  private static let commonSurname: Int16 = 6_500

  /// 距 离 到 至 赴 往 从
  private static func leadsToPlace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x8DDD, 0x79BB, 0x5230, 0x81F3, 0x8D74, 0x5F80, 0x4ECE: true
    default: false
    }
  }

  /// 青海玉树, 苏州太仓: whether the row of a place says that it lies in the province or prefecture right before it.
  @inline(never)
  func isBelowPlace(_ entry: Int32, from: Int) -> Bool {
    for start in stride(from: from - 2, through: max(from - 3, 0), by: -1)
    where notes[start].places & OffsetNotes.bit(from - start) != 0 {
      let isAbove = hasEdge(at: start) {
        $0.pointee.end == Int32(from) && $0.pointee.source == .listed && $0.pointee.wordClass == .place
          && $0.pointee.image == 0 && isBelow(entry, $0.pointee.entry)
      }
      if isAbove { return true }
    }
    return false
  }

  /// Whether no body's name goes on at an offset, as in 深圳罗湖|工业研究所, 上海金桥|（集团）有限公司.
  func closesPhrase(_ offset: Int) -> Bool {
    if characters[offset].kind != .han { return characters[offset].mark != .open }
    switch folded[offset] {
    // 的 在 有 是 等 和
    case 0x7684, 0x5728, 0x6709, 0x662F, 0x7B49, 0x548C: return true
    default: return false
    }
  }

  private func isBelow(_ inner: Int32, _ outer: Int32) -> Bool {
    let above = codes(ofEntry: outer).code
    if above.isEmpty || above == .china { return false }
    let (code, parent) = codes(ofEntry: inner)
    return parent == above || code.province == above || parent.province == above
  }

  /// The codes of a place of the built-in tables and of what is above it.
  private func codes(ofEntry entry: Int32) -> (code: PlaceCode, parent: PlaceCode) {
    let columns = vocabulary.columns(ofTable: image.common(Int(entry)).table, image: 0)
    let cells = image.bytes(ofCells: Int(columns.code), Int(columns.parent), entry: Int(entry))
    return (PlaceCode(cells.0), PlaceCode(cells.1))
  }

  /// 太湖边, 艾溪湖畔, 嵩山脚下: whether what stands at an offset is the shore or the foot of a water or a mountain that
  /// ends there.
  func isShore(_ offset: Int) -> Bool {
    // 边 畔 岸 滨 脚 麓
    switch scalar(offset) {
    case 0x8FB9, 0x7554, 0x5CB8, 0x6EE8, 0x811A, 0x9E93: break
    default: return false
    }
    // 湖 河 江 海 溪 山
    switch scalar(offset - 1) {
    case 0x6E56, 0x6CB3, 0x6C5F, 0x6D77, 0x6EAA, 0x5C71: return true
    default: return false
    }
  }

  /// 路 街
  private static func isRoad(_ suffix: UInt32) -> Bool { suffix == 0x8DEF || suffix == 0x8857 }

  /// Not 苏州、南通|三市, 沈阳市|原市长.
  func mayClosePlace(_ offset: Int) -> Bool {
    let before = folded[offset - 1]
    switch folded[offset] {
    // 市 县 区 省 州: how many there are.
    case 0x5E02, 0x53BF, 0x533A, 0x7701, 0x5DDE:
      return !(Self.isChineseNumeral(before) || before == 0x4E24 || before == 0x51E0 || before == 0x5404)
    case 0x539F: return characters[offset - 1].placeSuffix == 0
    default: return true
    }
  }

  /// 苏尔钦机场, 戴高乐广场, 卢塞尔球场: a place that ends in a head of places, behind a name or characters of no word.
  ///
  /// - Parameter isWeak: whether what stands before may as well be the place where such a thing is: 北京小区
  @inline(never)
  func addPlaces(before head: Int, _ end: Int, kind: UInt16, isWeak: Bool) {
    let role = EdgeRole(.place, inner: .place, kind: kind)
    // 考克斯巴扎尔|的|难民营
    if scalar(head - 1) == 0x7684 { return }
    var from = head - 1
    while from >= 0, head - from <= 12 {
      let isRun = characters[from].kind == .han || characters[from].flags.contains(.dot)
      if !isRun, !characters[from].kind.isASCIIWord { break }
      var index = first[from]
      while index >= 0 {
        let stem = edges + Int(index)
        index = stem.pointee.next
        if Int(stem.pointee.end) != head || head - from < 2 { continue }
        let wordClass = stem.pointee.role.wordClass
        let source = stem.pointee.source
        var cost = stem.pointee.cost + tuning.pointee.placeHead
        if source == .listed, wordClass == .place {
          // 北京小区, 中国公园: in a whole country or province such a thing needs a name of its own.
          let kind = stem.pointee.role.kind
          if isWeak || isNetwork(from, head), kind == tuning.pointee.country || kind == tuning.pointee.province {
            continue
          }
          // 长三角|铁路, but 成渝铁路.
          if kind == tuning.pointee.region, head - from > 2, isNetwork(from, head) { continue }
          cost += isWeak ? 3 * tuning.pointee.placeHead : tuning.pointee.placeHead
        } else if source == .chineseName {
          // 苏尔钦机场: a string that may be a Chinese name or a transliteration.
          if isWeak || !(from..<head).allSatisfy({ characters[$0].transliteration != 0 }) { continue }
        } else if source == .transliteration || source == .dotted || source == .listed && wordClass == .person {
          if isWeak { cost += tuning.pointee.placeHead / 2 }
        } else if wordClass == .latin, isRoadNumber(from, head, end) {
          raiseScanned(in: from, end)
        } else {
          continue
        }
        if wordClass == .place || wordClass == .person || wordClass == .latin {
          add(from: from, to: end, role, cost: cost, source: .placeHead)
        }
      }
      from -= 1
    }
    // 甘新公路, 川藏铁路: a road between two provinces or countries.
    if head > 1, isLine(head), joins(head - 2), joins(head - 1), !isWord(head - 2, head), !joins(head - 3) {
      let cost = tuning.pointee.suffix + tuning.pointee.placeStem
      add(from: head - 2, to: end, role, cost: cost, source: .placeHead)
      return
    }
    // 楚江街道|澧阳路
    let isStreet = end - head == 2 && scalar(head) == 0x8857 && scalar(end - 1) == 0x9053
    if isWeak && !isStreet || hasSpaces && spaces[end] > spaces[head] || hasWord(at: end - 1) { return }
    // 迎宾大道
    if !isStreet, scalar(end - 1) == 0x9053, head >= 2, isWord(head - 2, head), standsAsRoad(from: head - 2, to: end) {
      add(
        from: head - 2, to: end, role, cost: tuning.pointee.suffix + tuning.pointee.placeStem, source: .placeHead)
      return
    }
    // 凤凰洲大桥: two or three characters that no word holds.
    var cost = tuning.pointee.suffix + tuning.pointee.placeStem
    from = head - 1
    while from >= 0, head - from <= 3 {
      let info = characters + from
      guard info.pointee.kind == .han, !info.pointee.flags.contains(.noBrand), !holdsWord(from, head),
        !isStreet || !isGrammar(from)
      else { return }
      cost += Int32(info.pointee.placeChar)
      if head - from >= 2 { add(from: from, to: end, role, cost: cost, source: .placeHead) }
      from -= 1
    }
  }

  /// 湖南|高速公路出口流量: whether a head is the railways or motorways of what stands before it, of which it has many.
  private func isNetwork(_ from: Int, _ head: Int) -> Bool {
    isLine(head) && (from == 0 || characters[from - 1].kind != .han || !characters[from - 1].flags.contains(.homePair))
  }

  /// 铁路, 公路, 高速, 高铁
  private func isLine(_ head: Int) -> Bool {
    switch scalar(head) {
    case 0x94C1, 0x516C: scalar(head + 1) == 0x8DEF
    case 0x9AD8: scalar(head + 1) == 0x901F || scalar(head + 1) == 0x94C1
    default: false
    }
  }

  /// Whether an abbreviation that pairs with others stands at an offset.
  private func joins(_ offset: Int) -> Bool {
    let flags = characters[offset].flags
    return flags.contains(.pair) || flags.contains(.homePair)
  }

  /// 由宁来沪, 自渝飞昆, 1959年进京: whether an abbreviation is where a way begins or ends.
  private func isOnWay(_ from: Int, _ to: Int) -> Bool {
    switch folded[from - 1] {
    // 由 自 从
    case 0x7531, 0x81EA, 0x4ECE: return Self.isMove(scalar(to))
    // 进 晋
    case 0x8FDB, 0x664B: return folded[from] == 0x4EAC
    case let move where Self.isMove(move):
      let origin = scalar(from - 3)
      return characters[from - 2].flags.contains(.abbreviation)
        && (origin == 0x7531 || origin == 0x81EA || origin == 0x4ECE)
    default: return false
    }
  }

  /// 来 赴 返 抵 飞 转 往 至
  private static func isMove(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6765, 0x8D74, 0x8FD4, 0x62B5, 0x98DE, 0x8F6C, 0x5F80, 0x81F3: true
    default: false
    }
  }

  /// What the characters around an abbreviation of a place add to its cost.
  @inline(__always)
  func abbreviationCost(from: Int, to: Int) -> Int32 {
    let previous = characters[from - 1].flags
    let next = characters[to].flags
    let letters = characters[from].flags
    // 美德, 日中: the second character of a word makes no pair.
    if isWord(from - 1, to) { return tuning.pointee.abbreviation }
    if isOfCountries(from) { return tuning.pointee.abbreviationCountries }
    // 港澳, 京津冀: one region.
    if letters.contains(.pair) || letters.contains(.homePair), isInRegion(from) { return tuning.pointee.abbreviation }
    // 沈知意|新剧, but 中新关系.
    let isNew = folded[to] == 0x65B0 && hasWord(at: to) && !previous.contains(.abbreviation)
    let isDouble = scalar(from) == scalar(to) || scalar(from) == scalar(from - 1)
    if letters.contains(.pair), !isDouble,
      previous.contains(.pair) || next.contains(.pair) && !isNew
        || isListedPair(from, .pair)
    {
      return tuning.pointee.abbreviationPair
    }
    if letters.contains(.homePair) {
      if previous.contains(.homePair) || next.contains(.homePair) { return tuning.pointee.abbreviationPair }
      if isListedPair(from, .homePair) { return tuning.pointee.abbreviationPair }
    }
    if isOnWay(from, to) { return tuning.pointee.abbreviationPair }
    if previous.contains(.gateBefore) || next.contains(.gateAfter) { return tuning.pointee.abbreviationGated }
    return tuning.pointee.abbreviation
  }

  /// 中几两国, 卢、美两国, 中老缅泰四国: whether an abbreviation is one of as many as are counted behind them.
  @inline(__always)
  private func isOfCountries(_ offset: Int) -> Bool {
    let next = characters + offset + 1
    // Nothing counts behind the abbreviation, nor may another stand there.
    if !next.pointee.flags.contains(.abbreviation), next.pointee.mark != .pause, scalar(offset + 2) != 0x56FD {
      return false
    }
    return areCountedCountries(offset)
  }

  @inline(never)
  private func areCountedCountries(_ offset: Int) -> Bool {
    var count = 1
    var end = offset + 1
    while count < 7 {
      let next = characters[end].mark == .pause ? end + 1 : end
      guard characters[next].flags.contains(.abbreviation) else { break }
      count += 1
      end = next + 1
    }
    guard scalar(end + 1) == 0x56FD, let number = Self.smallNumber(scalar(end)) else { return false }
    var start = offset
    while count < 7, start > 0 {
      let previous = characters[start - 1].mark == .pause ? start - 2 : start - 1
      guard previous >= 0, characters[previous].flags.contains(.abbreviation) else { break }
      count += 1
      start = previous
    }
    // 卢森堡、美两国: another that is written in full.
    return count == number || count == 1 && number == 2 && characters[start - 1].mark == .pause
  }

  /// 两 to 七.
  private static func smallNumber(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    default: nil
    }
  }

  /// 中、英、德; 桂、黔、湘: an abbreviation beyond a 、 on either side.
  private func isListedPair(_ offset: Int, _ pair: CharacterInfo.Flags) -> Bool {
    characters[offset + 1].mark == .pause && characters[offset + 2].flags.contains(pair)
      || characters[offset - 1].mark == .pause && characters[offset - 2].flags.contains(pair)
  }
}
