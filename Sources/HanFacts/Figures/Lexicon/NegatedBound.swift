/// Words that deny a comparison and so turn its bound round: `不得超过` is at most, `不应少于` at least.
///
/// Dates and figures both ask, backwards from a number.
enum NegatedBound {
  /// What stands before the comparison; longer words before those that they end in.
  static let negations: [StaticString] = [
    "不得", "不能", "不能够", "不可", "不可以", "不可能", "不应", "不应该", "不应当", "不该", "不宜", "不会", "不准", "不许", "不允许", "不要", "不必", "不用",
    "不须", "不再", "不曾", "未曾", "未能", "没有", "不", "未", "没",
  ]
  /// Words that end like one and are none.
  private static let others: [StaticString] = ["淹没", "沉没", "吞没", "出没", "埋没", "覆没", "隐没"]
  /// What says more: with a negation, at most.
  static let over: [StaticString] = ["超过", "超出", "多于", "大于", "高于", "长于", "重于", "逾", "超"]
  /// What says less: with a negation, at least.
  static let under: [StaticString] = ["少于", "小于", "低于", "短于", "轻于", "弱于"]
  /// What may stand before it all and says the same: `最多不超过`.
  static let doubled: [StaticString] = ["最多", "至多", "最长", "最少", "至少", "最短"]

  /// Whether a comparison may end with a character.
  @inline(__always)
  static func ends(with scalar: UInt32) -> Bool {
    scalar == code("过") || scalar == code("于") || scalar == code("逾") || scalar == code("超") || scalar == code("出")
  }

  /// The start of a denied comparison that ends at a place, and whether it sets the upper bound; `before` looks a word
  /// of a list up that ends there.
  static func find(
    endingAt end: Int, before: ([StaticString], Int) -> Int?
  ) -> (start: Int, isUpper: Bool)? {
    let isUpper: Bool
    let comparison: Int
    if let start = before(over, end) {
      (comparison, isUpper) = (start, true)
    } else if let start = before(under, end) {
      (comparison, isUpper) = (start, false)
    } else {
      return nil
    }
    guard let negation = before(negations, comparison), before(others, comparison) == nil else { return nil }
    return (before(doubled, negation) ?? negation, isUpper)
  }
}
