import HanGazetteer

/// Roads: those that bear a number, and those that are named with an ordinary word.
extension LatticeWriter {
  /// 218国道, G318国道, S209省道: whether two to four digits, a letter of the road's rank before them or none, stand
  /// right before a head of places that is a numbered road, and nothing longer does.
  func isRoadNumber(_ from: Int, _ head: Int, _ end: Int) -> Bool {
    // 国道, 省道, 县道: the last character says so.
    guard scalar(end - 1) == 0x9053, end - head == 2, !characters[from - 1].kind.isASCIIWord else { return false }
    let rank = folded[from] | 0x20
    // g s x y
    let hasRank = rank == 0x67 || rank == 0x73 || rank == 0x78 || rank == 0x79
    let first = hasRank ? from + 1 : from
    if head - first < 2 || head - first > 4 { return false }
    for offset in first..<head where !isDigit(folded[offset]) { return false }
    return true
  }

  /// 文化路, 人民东路: whether a word of two characters and 路 or 街 are a road where they stand.
  func isWordRoad(from: Int, to end: Int) -> Bool {
    var word = end - 1
    if word - from == 3 {
      guard Self.isSide(scalar(word - 1)) else { return false }
      word -= 1
    }
    return word - from == 2 && isWord(from, word) && standsAsRoad(from: from, to: end)
  }

  /// 人民路与解放路交叉口, 文化路88号, 沿建设街: whether a road may well stand there.
  @inline(never)
  func standsAsRoad(from: Int, to end: Int) -> Bool {
    // 沿
    if scalar(from - 1) == 0x6CBF { return true }
    if characters[end].kind == .digit { return isHouseNumber(at: end) }
    // 交叉口, 路口, 段, 沿线, 两侧
    switch scalar(end) {
    case 0x4EA4: return scalar(end + 1) == 0x53C9 || scalar(end + 1) == 0x4F1A || scalar(end + 1) == 0x6C47
    case 0x53E3, 0x6BB5: return true
    case let side where Self.isSide(side): return scalar(end + 1) == 0x6BB5 || scalar(end + 1) == 0x53E3
    case 0x6CBF: return scalar(end + 1) == 0x7EBF || scalar(end + 1) == 0x8857
    case 0x4E24: return scalar(end + 1) == 0x4FA7 || scalar(end + 1) == 0x65C1
    default: break
    }
    // Beside another road: 人民路、文化路, 中山路与人民路.
    if joinsRoads(end), let next = roadEnd(behind: end + 1), next <= length { return true }
    return joinsRoads(from - 1) && endsRoad(from - 1) && from - 4 >= 0 && characters[from - 3].kind == .han
  }

  /// 东 西 南 北 中
  private static func isSide(_ scalar: UInt32) -> Bool {
    scalar == 0x4E1C || scalar == 0x897F || scalar == 0x5357 || scalar == 0x5317 || scalar == 0x4E2D
  }

  /// The digits of a house and 号 behind a road.
  private func isHouseNumber(at offset: Int) -> Bool {
    var end = offset
    while end < offset + 5, characters[end].kind == .digit { end += 1 }
    return scalar(end) == 0x53F7
  }

  /// 、 与 和 至 到
  private func joinsRoads(_ offset: Int) -> Bool {
    let one = scalar(offset)
    return characters[offset].mark == .pause || one == 0x4E0E || one == 0x548C || one == 0x81F3 || one == 0x5230
  }

  private func endsRoad(_ end: Int) -> Bool {
    let last = scalar(end - 1)
    return last == 0x8DEF || last == 0x8857 || last == 0x9053 && scalar(end - 2) == 0x5927
  }

  /// Where a road of three to five characters ends that begins at an offset.
  private func roadEnd(behind from: Int) -> Int? {
    var end = from
    while end < from + 5, characters[end].kind == .han {
      end += 1
      if end - from >= 3, endsRoad(end) { return end }
    }
    return nil
  }
}
