import HanGazetteer

/// Places where the text asks for a name: there an ordinary word is one.
extension LatticeWriter {
  /// What a generated name costs less where the text asks for a name; a listed one in the lattice is made cheaper too.
  @inline(__always)
  func slot(from: Int, to: Int) -> Int32 {
    let isOpen = characters[to].kind != .han
    // 名叫黎明的年轻人
    if isOpen && isSlot(from: from, to: to) || scalar(from - 1) == 0x53EB && isNamed(from - 2)
      || isPart(before: from, to)
    {
      cheapenListed(from: from, to: to)
      return tuning.pointee.slot
    }
    // 骆承志 边月仙: the second of two who sign.
    if isOpen, hasSpaces, spaces[from &+ 1] > spaces[from], endsSigner(from) { return tuning.pointee.slot / 2 }
    // 聘任王立新为总经理，许可为财务总监; but not 、山东华为|副总经理.
    if folded[to] == 0x4E3A, characters[from - 1].mark == .comma || characters[from - 1].mark == .pause,
      !beginsBody(to - 1), isPost(to + 1)
    {
      return tuning.pointee.slot
    }
    // 研究员方向说: no adverb, as in 部长郑重指出.
    return !isOpen && hasTitles && hasWord(at: to, .speechVerb) ? speakerSlot(from: from) : 0
  }

  /// Whether a Chinese name of three characters that no word begins ends at an offset.
  @inline(never)
  private func endsSigner(_ end: Int) -> Bool {
    end >= 3 && !hasWord(at: end - 3)
      && hasEdge(end - 3, end, notes[end - 3].persons) { $0.pointee.source == .chineseName }
  }

  /// 饰演女主人公杨柳叶的, 男主角石头说: whether a part in a play stands before a name.
  @inline(__always)
  private func isPart(before from: Int, _ to: Int) -> Bool {
    let last = scalar(from - 1)
    // 公 角
    return (last == 0x516C || last == 0x89D2) && endsPart(from, to)
  }

  @inline(never)
  private func endsPart(_ from: Int, _ to: Int) -> Bool {
    let before = scalar(from - 2)
    // 主人公, 主角
    guard scalar(from - 1) == 0x516C ? before == 0x4EBA && scalar(from - 3) == 0x4E3B : before == 0x4E3B else {
      return false
    }
    return characters[to].kind != .han || scalar(to) == 0x7684 || endsActor(to) && !hasWord(at: to - 1)
  }

  /// 财务总监, 公司副总经理: whether a title begins at an offset or a few characters behind it, before any mark.
  @inline(never)
  func isPost(_ offset: Int, within reach: Int = 5) -> Bool {
    for place in offset..<(offset + reach) {
      if place >= length || characters[place].kind != .han { return false }
      if hasWord(at: place, .title) || hasListed(at: place, size: 3, { $0.pointee.edge.wordClass == .title }) {
        return true
      }
    }
    return false
  }

  /// What a name gains between a title and a verb of speech.
  @inline(never)
  private func speakerSlot(from: Int) -> Int32 {
    let isFree = endsTitle(at: from) && !hasWord(at: from, .adverb) && !hasWord(at: from, .adjective)
    return isFree ? tuning.pointee.slot / 2 : 0
  }

  /// A listed person gains as much, so that the row stays the evidence.
  @inline(never)
  private func cheapenListed(from: Int, to: Int) {
    forEachEdge(at: from) { edge in
      if edge.pointee.source == .listed, edge.pointee.wordClass == .person, edge.pointee.end == Int32(to) {
        edge.pointee.cost += tuning.pointee.slot
      }
    }
  }

  /// 名 我 他 她 字
  private func isNamed(_ offset: Int) -> Bool {
    let one = scalar(offset)
    return one == 0x540D || one == 0x6211 || one == 0x4ED6 || one == 0x5979 || one == 0x5B57
  }

  /// 安全,男,苗族; 房建设,1974年8月生; 龙长春(侗族); 联系人：王光明，
  @inline(never)
  private func isSlot(from: Int, to: Int) -> Bool {
    let before = characters[from - 1]
    if characters[to].mark == .comma, before.kind != .han, opensCurriculum(to + 1) { return true }
    if characters[to].mark == .open, opensDescription(to + 1) { return true }
    guard before.mark == .colon else { return false }
    // 人 者 员 辑 演 审 对 影: the label of whom something is by.
    let label = scalar(from - 2)
    return label == 0x4EBA || label == 0x8005 || label == 0x5458 || label == 0x8F91 || label == 0x6F14
      || label == 0x5BA1 || label == 0x5BF9 || label == 0x5F71
  }

  /// 字子光，号达朝; 乳名久娃; 笔名冷血: adds a name of two or three characters between such a label and a mark.
  @inline(never)
  func addCourtesyName(at offset: Int) {
    guard labelsCourtesyName(offset) else { return }
    // 字迹潦草: a courtesy name has two characters.
    let longest = folded[offset - 1] == 0x5B57 || folded[offset - 1] == 0x5B50 ? 2 : 3
    for end in (offset + 2)...(offset + longest) where end <= length && characters[end].kind != .han {
      for place in offset..<end where characters[place].kind != .han || characters[place].flags.contains(.noGiven) {
        return
      }
      addPerson(from: offset, to: end, cost: tuning.pointee.courtesy, source: .courtesy)
      return
    }
  }

  /// Whether the label of a courtesy name, an assumed name or a name of childhood ends there, behind a mark.
  private func labelsCourtesyName(_ offset: Int) -> Bool {
    switch folded[offset - 1] {
    // 字
    case 0x5B57: return offset > 1 && characters[offset - 2].kind != .han && !hasWord(at: offset - 1)
    // 号, behind a 字
    case 0x53F7:
      guard offset > 2, characters[offset - 2].kind != .han, !hasWord(at: offset - 1) else { return false }
      return (2...6).contains { scalar(offset - 1 - $0) == 0x5B57 && characters[offset - 2 - $0].kind != .han }
    // 子世骅，官刑部郎中
    case 0x5B50:
      return characters[offset - 2].kind != .han && !hasWord(at: offset - 1) && isSonsCareer(offset + 2)
    // 名
    case 0x540D:
      guard offset > 2, characters[offset - 3].kind != .han else { return false }
      // 乳 学 笔 艺 化 谱 小 法
      switch folded[offset - 2] {
      case 0x4E73, 0x5B66, 0x7B14, 0x827A, 0x5316, 0x8C31, 0x5C0F, 0x6CD5: return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether a comma and what a local history says of a son stand at an offset: 官 举 进 字 仕 历 袭 荫 亦 登 诸 贡 监 廪 授 任.
  private func isSonsCareer(_ offset: Int) -> Bool {
    guard characters[offset].mark == .comma else { return false }
    switch scalar(offset + 1) {
    case 0x5B98, 0x4E3E, 0x8FDB, 0x5B57, 0x4ED5, 0x5386, 0x88AD, 0x836B, 0x4EA6, 0x767B, 0x8BF8, 0x8D21, 0x76D1, 0x5EEA,
      0x6388, 0x4EFB:
      return true
    default: return false
    }
  }

  /// (女), (男,汉族), (侗族): what stands in brackets behind a name.
  private func opensDescription(_ offset: Int) -> Bool {
    let one = scalar(offset)
    let next = characters[offset + 1].mark
    if one == 0x7537 || one == 0x5973 { return next == .close || next == .comma }
    for end in (offset + 1)..<(offset + 5) where scalar(end) == 0x65CF {
      return characters[end + 1].mark == .close || characters[end + 1].mark == .comma
    }
    return false
  }

  /// Whether 男 or 女 and a mark, or a date and 生, stand at an offset.
  private func opensCurriculum(_ offset: Int) -> Bool {
    let one = scalar(offset)
    // 男 女
    if one == 0x7537 || one == 0x5973 { return characters[offset + 1].kind != .han || scalar(offset + 1) == 0x6027 }
    var end = offset
    while end < offset + 11, isDigit(scalar(end)) || isDatePart(scalar(end)) { end += 1 }
    // 生, 出生
    return end > offset + 4 && (scalar(end) == 0x751F || scalar(end) == 0x51FA && scalar(end + 1) == 0x751F)
  }

  /// 年, 月, 日, a full stop.
  private func isDatePart(_ scalar: UInt32) -> Bool {
    scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x65E5 || scalar == 0x2E
  }
}
