/// What the characters around a number say, as bits of one byte.
///
/// Most numbers (`一些`, `一直`, `三亚`) have no unit, qualifier, sign or mark of a range beside them; a look-up on each side
/// tells them from the others.
enum NumberNeighbour {
  /// Behind a single Chinese digit it may make a figure.
  static let behindDigit: UInt8 = 1
  /// Before a number it may be the end of a qualifier, a sign, a currency or a scale.
  static let before: UInt8 = 2
  /// Behind a quantity it may begin a qualifier.
  static let suffix: UInt8 = 4

  /// The bits of all characters of the basic plane.
  static func table(_ rows: [UnitRow], _ qualifiers: [Qualifier]) -> [UInt8] {
    var table = [UInt8](repeating: behindDigit, count: 0x10000)
    for scalar in 0x4E00...0x9FFF { table[scalar] = 0 }
    NumeralCharacter.visitAll { if $1.isNumeral { table[Int($0)] = behindDigit } }
    func mark(_ scalar: Unicode.Scalar?, _ bit: UInt8) {
      if let scalar, scalar.value < 0x10000 { table[Int(scalar.value)] |= bit }
    }
    for row in rows {
      mark(row.surface.unicodeScalars.first, behindDigit)
      if row.kind == .money { mark(row.surface.unicodeScalars.last, before) }
    }
    for row in qualifiers where row.position != .series {
      mark(row.surface.unicodeScalars.first, behindDigit | suffix)
      mark(row.surface.unicodeScalars.last, before)
    }
    for scalar in "分又比至到与和个多余来许几半大这不那而".unicodeScalars { mark(scalar, behindDigit) }
    for scalar in "负的下-−－氏度时秒钟上过好米比 ".unicodeScalars { mark(scalar, before) }
    mark(" ", suffix)
    return table
  }
}
