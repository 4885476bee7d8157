import HanGazetteer

/// Units of armies that bear a number.
extension LatticeWriter {
  /// Adds a unit of a word of `size` characters.
  private func addUnit(from: Int, _ end: Int, size: Int) {
    // A word of one character, as in 第三团, needs a post behind it or an army before: 陆军第三十二师.
    if size == 1, !hasPost(at: end), scalar(from - 1) != 0x519B || !hasEdge(at: from - 2, { isArmy($0, to: from) }) {
      return
    }
    add(
      from: from, to: end, EdgeRole(.organization, inner: .organization, kind: tuning.pointee.military),
      cost: tuning.pointee.numberedUnit, source: .numbered)
  }

  /// Whether an edge is an army that ends there.
  private func isArmy(_ edge: UnsafeMutablePointer<Edge>, to end: Int) -> Bool {
    edge.pointee.end == Int32(end) && edge.pointee.wordClass == .organization
  }

  /// 第七舰队, 第31集团军, 第三十一师师长: a unit of an army that bears a number.
  @inline(never)
  func addNumberedUnit(at offset: Int) {
    var end = offset + 1
    while end < offset + 6, Self.isNumeral(scalar(end)) { end += 1 }
    if end == offset + 1 { return }
    if let unit = Self.units.first(where: { has($0, at: end) }) {
      addUnit(from: offset, end + unit.count, size: unit.count)
    }
  }

  /// Units by their characters, the longer ones first.
  private static let units: [[UInt32]] = [
    "集团军", "方面军", "野战军", "路军", "兵团", "纵队", "舰队", "支队", "军团", "空降师", "装甲师", "步兵师", "师", "旅", "团", "军",
  ].map(\.foldedScalars)

  private func has(_ word: [UInt32], at offset: Int) -> Bool {
    for (index, one) in word.enumerated() where scalar(offset + index) != one { return false }
    return true
  }

  /// 师长, 副旅长, 政委, 参谋长, 司令: the post of who leads a unit, and what its soldiers are called.
  private func hasPost(at offset: Int) -> Bool {
    let start = scalar(offset) == 0x526F || scalar(offset) == 0x539F ? offset + 1 : offset
    return Self.posts.contains { has($0, at: start) }
  }

  private static let posts: [[UInt32]] = ["师长", "旅长", "团长", "军长", "政委", "政治委员", "参谋长", "司令", "政治部", "司令部", "官兵", "指战员"]
    .map(\.foldedScalars)

  /// 0–9 or a Chinese digit, 十, 百, 〇.
  static func isNumeral(_ scalar: UInt32) -> Bool {
    scalar >= 0x30 && scalar <= 0x39 || isChineseNumeral(scalar)
  }

  /// 一…九, 十, 百, 〇, 零.
  @inline(__always)
  static func isChineseNumeral(_ scalar: UInt32) -> Bool {
    scalar > 0x39 && scalar != 0x4E24 && (DateCursor.digit(scalar) >= 0 || scalar == 0x5341 || scalar == 0x767E)
  }
}
