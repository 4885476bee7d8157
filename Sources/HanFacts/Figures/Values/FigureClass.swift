/// The kind of a figure while it is scanned: one byte for each `FigureKind` that the scanner knows.
enum FigureClass: UInt8, Sendable, BitwiseCopyable {
  case count, money, percent, fraction, measure, ordinal, age, multiple, score, rank, plain

  /// The kind in the record.
  var kind: FigureKind {
    switch self {
    case .count: .count
    case .money: .money
    case .percent: .percent
    case .fraction: .fraction
    case .measure: .measure
    case .ordinal: .ordinal
    case .age: .age
    case .multiple: .multiple
    case .score: .score
    case .rank: .rank
    case .plain: .plain
    }
  }
}

/// An approximation while a figure is scanned: its place among the named ones, behind which stand those that only a
/// user's table has.
struct ApproximationCode: Hashable, Sendable, BitwiseCopyable {
  let rawValue: UInt8

  static let exact = ApproximationCode(rawValue: 0)
  static let about = ApproximationCode(rawValue: 1)
  static let over = ApproximationCode(rawValue: 2)
  static let under = ApproximationCode(rawValue: 3)
  static let atLeast = ApproximationCode(rawValue: 4)
  static let atMost = ApproximationCode(rawValue: 5)
  static let vague = ApproximationCode(rawValue: 6)

  /// The approximations of the codes above, in their order.
  static let named: [Approximation] = [.exact, .about, .over, .under, .atLeast, .atMost, .vague]
}
