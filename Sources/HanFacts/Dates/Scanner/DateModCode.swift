/// What qualifies an expression while it is scanned: one byte for each `DateMod`.
package enum DateModCode: UInt8, Sendable, Hashable, BitwiseCopyable {
  case approx, moreThan, lessThan, equalOrMore, equalOrLess, start, mid, end, before, after, onOrBefore, onOrAfter

  /// The mod of the value.
  package var mod: DateMod {
    switch self {
    case .approx: .approx
    case .moreThan: .moreThan
    case .lessThan: .lessThan
    case .equalOrMore: .equalOrMore
    case .equalOrLess: .equalOrLess
    case .start: .start
    case .mid: .mid
    case .end: .end
    case .before: .before
    case .after: .after
    case .onOrBefore: .onOrBefore
    case .onOrAfter: .onOrAfter
    }
  }
}
