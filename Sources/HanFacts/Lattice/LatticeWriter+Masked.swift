import HanGazetteer

/// Names of which a part is hidden.
extension LatticeWriter {
  /// 判处王某|有期徒刑: whether 某 hides a name, not as in 于某种原因, 向某公司.
  func hidesName(_ offset: Int) -> Bool {
    folded[offset] == 0x67D0 && !characters[offset + 1].flags.contains(.behindCertain)
  }

  /// 张某某, 罗×东, 李××, 王XX, 赵某甲, 孙*军: a surname whose given name is wholly or partly hidden.
  func addMasked(from: Int, at: Int, surname: Int32) {
    let mask = scalar(at)
    let cost = tuning.pointee.honorific + surname + (hidesName(at) ? tuning.pointee.masked : 0)
    let end = scalar(at + 1) == mask ? at + 2 : at + 1
    let next = scalar(end)
    let mayEndName = characters[end].kind == .han && !characters[end].flags.contains(.noGiven)
    if mask == 0x67D0 {
      // 张某 itself is a surname with an honorific; 欧阳某 is not.
      if end == at + 2 || at - from > 1 { addPerson(from: from, to: end, cost: cost, source: .masked) }
      // 甲 乙 丙 丁 戊, or a figure, tells several apart.
      let isOrdinal = next == 0x7532 || next == 0x4E59 || next == 0x4E19 || next == 0x4E01 || next == 0x620A
      if isOrdinal || isDigit(next) && !isDigit(scalar(end + 1)) {
        addPerson(from: from, to: end + 1, cost: cost, source: .masked)
      } else if end == at + 1, mayEndName {
        let last = Int32(characters[end].givenLast)
        addPerson(from: from, to: end + 1, cost: cost + 2_000 + last, source: .masked)
      }
      return
    }
    // Letters that go on, and marks that emphasise, hide nothing.
    let isLetter = mask == 0x58 || mask == 0x78
    if from > 0, scalar(from - 1) == mask || isLetter && characters[from - 1].kind.isASCIIWord { return }
    if next == mask || isLetter && characters[end].kind.isASCIIWord { return }
    addPerson(from: from, to: end, cost: end == at + 2 ? cost : cost + 1_000, source: .masked)
    if end == at + 1, mayEndName {
      addPerson(
        from: from, to: end + 1, cost: cost + Int32(characters[end].givenLast) / (isLetter ? 1 : 2), source: .masked)
    }
  }

  /// Whether a character stands for one of a name that is hidden.
  @inline(__always)
  func isMask(_ scalar: UInt32) -> Bool {
    // 某, ×, X, x, *, ✕, ╳
    scalar == 0x67D0 || scalar == 0xD7 || scalar == 0x58 || scalar == 0x78 || scalar == 0x2A || scalar == 0x2715
      || scalar == 0x2573
  }
}
