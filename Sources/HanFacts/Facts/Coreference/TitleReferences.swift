/// `该负责人`, `这位专家`, `总书记` alone: the last person before them who held that title.
///
/// ```
/// 外交部发言人汪文斌…。该发言人强调，…      → 汪文斌
/// 习近平总书记…。总书记指出，…              → 习近平
/// ```
struct TitleReferences {
  /// A title and its holder, in text order.
  struct Holder {
    var title: Range<Int>
    var person: Int
  }

  /// How many characters back a holder is looked for.
  static let reach = 1_500
  /// How many holders are looked at.
  static let candidates = 32

  private let holders: [Holder]

  init(_ holders: [Holder]) { self.holders = holders.sorted { $0.title.lowerBound < $1.title.lowerBound } }

  /// The mention of the person that a title without a name stands for, or nil.
  ///
  /// - Parameters:
  ///   - head: the token of the title
  ///   - pointed: whether 该 or 这位 stands before it; else the title must be the same and more than a profession
  func person(_ head: Int, pointed: Bool, _ context: FactContext) -> Int? {
    let token = context.token(head)
    if !pointed, !token.traits.isDisjoint(with: [.professional, .reporter, .collective]) || token.wordClass != .title {
      return nil
    }
    var low = 0
    var high = holders.count
    while low < high {
      let middle = (low + high) / 2
      if holders[middle].title.lowerBound < Int(token.start) { low = middle + 1 } else { high = middle }
    }
    for holder in holders[..<low].suffix(Self.candidates).reversed() {
      if Int(token.start) - holder.title.upperBound > Self.reach { return nil }
      let count = holder.title.count
      guard pointed ? count >= token.count : count == token.count else { continue }
      let start = holder.title.upperBound - token.count
      if (0..<token.count).allSatisfy({ context.folded[start + $0] == context.folded[Int(token.start) + $0] }) {
        return holder.person
      }
    }
    return nil
  }
}
