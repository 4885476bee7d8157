import HanGazetteer

/// Companies with a place in brackets: 粤海新能(惠州)有限公司.
extension LatticeWriter {
  /// Whether the bracket at an offset holds a listed place of two or three characters, and a company ends behind it.
  func opensBranch(_ offset: Int) -> Bool {
    // 某公司(北京)有限公司
    guard offset > 1, characters[offset - 1].kind == .han, folded[offset - 1] != 0x53F8 else { return false }
    for size in 2...3 where scalar(offset + 1 + size) == 0x29 {
      let isPlace = hasListed(at: offset + 1, size: size) {
        $0.pointee.action == .place && $0.pointee.edge.wordClass == .place
      }
      return isPlace && closesCompany(behind: offset + 2 + size)
    }
    return false
  }

  /// 有限公司, 投资有限公司, 股份公司, 集团: what stands behind the bracket.
  private func closesCompany(behind start: Int) -> Bool {
    var offset = start
    while offset < min(start + 14, length - 1), characters[offset].kind == .han {
      let pair = (folded[offset], folded[offset + 1])
      // 公司 集团
      if pair == (0x516C, 0x53F8) && offset >= start + 2 || pair == (0x96C6, 0x56E2) { return true }
      offset += 1
    }
    return false
  }
}
