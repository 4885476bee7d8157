/// Whether a statement is denied, planned, estimated or made on a condition.
///
/// ```
/// 没有发现3例      polarity denied          将建设100个…       modality planned
/// 预计增长5%       modality estimated       如果超过3万吨，…    modality conditional
/// ```
enum Stance {
  /// Reads the tokens of a clause up to the fact, and the clause before where it only sets the stance.
  static func read(_ tokens: Range<Int>, _ context: FactContext, into draft: inout FactDraft) {
    for index in tokens {
      var traits = context.token(index).traits
      if traits.isDisjoint(with: [.denial, .plan, .estimate, .condition]) { continue }
      // 只有6%: only so much.
      if traits.contains(.condition), traits.contains(.link), context.token(index + 1).wordClass == .figure {
        traits.remove(.condition)
      }
      // “石油换食品”计划运送…: a noun.
      if traits.contains(.plan), context.token(index).wordClass == .noun, index > tokens.lowerBound,
        [.noun, .close, .organization].contains(context.token(index - 1).wordClass)
          || context.isCharacter(index - 1, 0x7684)
      {
        traits.remove(.plan)
      }
      if traits.contains(.denial) { draft.polarity = draft.polarity == nil ? "denied" : nil }
      if traits.contains(.estimate) {
        draft.modality = draft.modality == "conditional" ? "conditional" : "estimated"
      } else if traits.contains(.condition) {
        draft.modality = "conditional"
      } else if traits.contains(.plan), isPlan(index, tokens, context) {
        draft.modality = draft.modality ?? "planned"
      }
    }
    readClauseBefore(tokens.lowerBound, context, into: &draft)
  }

  /// `初步预测，今年还会有…`, `如果超过3万吨，…`
  private static func readClauseBefore(_ first: Int, _ context: FactContext, into draft: inout FactDraft) {
    guard first > 1, context.token(first - 1).wordClass == .comma, draft.modality != "conditional" else { return }
    var start = first - 1
    while start > 0, first - start < 24, context.token(start - 1).end == context.token(start).start,
      !context.endsClause(start - 1)
    { start -= 1 }
    let clause = start..<first - 1
    if clause.isEmpty { return }
    // 人民银行将支持…，将资金规模由…扩容至…
    if context.reads(first, as: .disposal),
      let plan = clause.first(where: { context.token($0).traits.contains(.plan) }), isPlan(plan, clause, context)
    {
      draft.modality = draft.modality ?? "planned"
      return
    }
    if context.token(start).traits.contains(.condition) {
      draft.modality = "conditional"
    } else if clause.count <= 3, clause.contains(where: { context.token($0).traits.contains(.estimate) }) {
      draft.modality = "estimated"
    }
  }

  private static let will = "将".foldedScalars

  /// 将 before a verb is a plan; before a noun that a verb acts on it is none.
  private static func isPlan(_ index: Int, _ tokens: Range<Int>, _ context: FactContext) -> Bool {
    guard context.reads(index, as: will), index + 1 < tokens.upperBound else { return true }
    switch context.token(index + 1).wordClass {
    case .verb, .adverb, .preposition, .roleVerb, .speechVerb, .conjunction, .figure, .date, .adjective: return true
    default:
      if context.reads(index + 1, as: .themeVerb) { return true }
      // 产品将全球首发: what was counted stands before it.
      return (tokens.lowerBound..<index).contains { context.token($0).wordClass == .figure }
    }
  }
}
