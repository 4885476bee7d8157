/// What the words around a number add to it.
struct Qualification {
  /// Where the figure begins with them.
  var start: Int
  /// Where it ends with them.
  var end: Int
  /// The bound a prefix sets.
  var prefix: ApproximationCode?
  /// The bound a suffix sets.
  var suffix: ApproximationCode?
  /// A word that stays outside but sets the bound: `突破`, `约占`.
  var outside: ApproximationCode?
  /// The rows of the qualifiers used.
  var rows = RowList()
}

extension FigureScan {
  /// Reads the qualifiers before a figure.
  func qualifiersBefore(_ quantity: Quantity, _ result: inout Qualification) {
    var position = result.start
    for _ in 0..<3 {
      let end = skippingBlankBackwards(position)
      if let found = lexicon.prefix(in: text, endingAt: end, floor: floor) {
        if found.start > floor, lexicon.excludes(found.row, at(found.start - 1), at(found.start - 2)) { break }
        position = found.start
        if NegatedBound.ends(with: at(end - 1)), let bound = negatedBound(endingAt: end), bound.start < position {
          position = bound.start
          result.prefix = bound.isUpper ? .atMost : .atLeast
        }
        if result.prefix == nil || rank(found.row.approximation) > rank(result.prefix ?? .exact) {
          result.prefix = found.row.approximation
        }
        result.rows.append(found.row.row)
        result.start = position
        continue
      }
      guard let found = vaguePrefix(quantity, end) else { break }
      result.prefix = found.approximation
      position = found.start
      result.start = position
    }
  }

  /// `不得少于`, `未超过`: a denied comparison.
  private func negatedBound(endingAt end: Int) -> (start: Int, isUpper: Bool)? {
    let bound = NegatedBound.find(endingAt: end) { words, end in
      for word in words where has(word, endingAt: end) { return end - StaticScalars.count(word) }
      return nil
    }
    guard let bound, bound.start >= floor else { return nil }
    return bound
  }

  /// `上万`, `过百`, `好几个`, `成百`: words that qualify a round number only.
  private func vaguePrefix(_ quantity: Quantity, _ end: Int) -> (start: Int, approximation: ApproximationCode)? {
    guard end > floor else { return nil }
    let isRound = quantity.numeral.style.contains(.bareUnit)
    switch at(end - 1) {
    case code("上") where isRound && !isOne(of: "以路网线身马晚早海", at: end - 2): return (end - 1, .vague)
    case code("过") where isRound && !isOne(of: "超通经越不", at: end - 2): return (end - 1, .over)
    case code("好") where quantity.numeral.style.contains(.vague): return (end - 1, .vague)
    default: return nil
    }
  }

  /// Verbs before a figure that bound its value and stay outside.
  func outsideQualifier(_ start: Int) -> ApproximationCode? {
    switch at(start - 1) {
    case code("破"): if isOne(of: "突冲", at: start - 2) { return .over }
    case code("了"): if has("突破了", endingAt: start) { return .over }
    default: break
    }
    guard !isBoundary(start - 1) else { return nil }
    for distance in 2..<9 {
      let index = start - distance
      guard index >= floor, !isBoundary(index) else { break }
      if at(index) == code("约"), isOne(of: "占为合有达等需相", at: index + 1), !isOne(of: "节条公契签合预制", at: index - 1) {
        return .about
      }
    }
    return nil
  }

  /// Reads the qualifiers behind a figure: `左右`, `以上`, `开外`, `多`.
  func qualifiersBehind(_ quantity: Quantity, _ qualification: inout Qualification) {
    for _ in 0..<2 {
      let end = skippingBlank(qualification.end)
      guard let found = lexicon.suffix(in: text, at: end), acceptsSuffix(found.row, quantity, end, found.end) else {
        return
      }
      qualification.end = found.end
      if found.row.approximation != .exact {
        qualification.suffix = qualification.suffix ?? found.row.approximation
      }
      qualification.rows.append(found.row.row)
    }
  }

  private func acceptsSuffix(_ row: QualifierMark, _ quantity: Quantity, _ start: Int, _ end: Int) -> Bool {
    switch row.word {
    case .more:
      guard quantity.approximation == .exact, quantity.high == nil else { return false }
      guard let unit = quantity.unit else { return quantity.numeral.style.contains(.endsInUnit) }
      if at(start) == code("余"), isOne(of: "额地热", at: end) { return false }
      return unit.row.kind != .classifier && !isOne(of: "样元少数月个", at: end)
    case .perhaps: return quantity.unit != nil && (isBoundary(end) || at(end) == code("的"))
    case .upDown: return !isOne(of: "游级文班浮", at: end)
    case .leftRight: return !isOne(of: "手两侧", at: end)
    case .bound: return !isOne(of: "几简是", at: end) && !has("内容", at: end)
    case .notTo, .whole: return isBoundary(end)
    case .unequal, .other: return true
    }
  }

  /// Which of several bounds wins: limits over tendencies over 约.
  func rank(_ approximation: ApproximationCode) -> Int {
    switch approximation {
    case .atLeast, .atMost: 4
    case .over, .under: 3
    case .vague: 2
    case .about: 1
    default: 0
    }
  }
}
