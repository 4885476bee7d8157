/// Names that sign what stands above them.
extension BylineRules {
  /// 记者甲 通讯员乙 is one byline, in which another rule finds 通讯员乙: what lies in a longer byline goes.
  static func dropInner(_ drafts: inout [FactDraft]) {
    let order = drafts.indices.filter { drafts[$0].type == .byline }.sorted {
      (drafts[$0].range.lowerBound, -drafts[$0].range.upperBound) < (
        drafts[$1].range.lowerBound, -drafts[$1].range.upperBound
      )
    }
    var outer = 0..<0
    var inner: Set<Int> = []
    for index in order {
      let range = drafts[index].range
      if range != outer, range.upperBound <= outer.upperBound {
        inner.insert(index)
      } else if range.upperBound > outer.upperBound {
        outer = range
      }
    }
    if !inner.isEmpty { drafts = drafts.indices.filter { !inner.contains($0) }.map { drafts[$0] } }
  }

  /// `（慕容岩）` alone behind the text, and who signs a letter to the editor: `河南泌阳县  祁建业`.
  static func addSignatures(to context: inout FactContext) {
    let sentences = context.stream.sentences
    var isLetter = false
    for number in 1..<max(sentences.count, 1) {
      let line = sentences.base[number]
      let before = sentences.base[number - 1]
      // 编辑同志：
      if before.beginsParagraph, before.endsParagraph, isAddress(before.tokens, context) { isLetter = true }
      guard line.beginsParagraph, line.endsParagraph, before.endsParagraph, line.tokens.count <= 12,
        !before.tokens.isEmpty,
        context.token(before.tokens.upperBound - 1).wordClass == .stop || isEndOfSpeech(before, context)
      else { continue }
      let names =
        bracketed(line.tokens, context).flatMap { isLast(number, context) ? $0 : nil }
        ?? (isLetter ? signed(line.tokens, context) : nil)
      guard let names, let last = names.last else { continue }
      var draft = FactDraft(
        type: .byline, rule: "byline.signature",
        range: Int(
          context.token(line.tokens.lowerBound).start)..<Int(context.token(max(last, line.tokens.upperBound - 1)).end))
      draft.arguments.append(("reporters", .list(names.map { context.piece($0, $0) })))
      context.drafts.append(draft)
    }
  }

  private static func isLast(_ number: Int, _ context: FactContext) -> Bool {
    number + 1 >= context.stream.sentences.count
  }

  /// `……很难。”`: a mark behind the end mark.
  private static func isEndOfSpeech(_ sentence: FactStream.Sentence, _ context: FactContext) -> Bool {
    let last = sentence.tokens.upperBound - 1
    return last > sentence.tokens.lowerBound && context.token(last).wordClass == .close
      && context.token(last - 1).wordClass == .stop
  }

  /// Whether a line addresses the editor: 编辑同志：, 编辑部：.
  private static func isAddress(_ tokens: Range<Int>, _ context: FactContext) -> Bool {
    guard tokens.count > 1, tokens.count <= 5, context.token(tokens.upperBound - 1).wordClass == .colon else {
      return false
    }
    let range = Int(context.token(tokens.lowerBound).start)..<Int(context.token(tokens.upperBound - 1).end)
    return context.reads(editor, at: range.lowerBound, before: range.upperBound)
  }

  private static let editor = "编辑".foldedScalars

  /// The names of a line that is a bracket around them, or nil.
  private static func bracketed(_ tokens: Range<Int>, _ context: FactContext) -> [Int]? {
    guard tokens.count > 2, context.folded[Int(context.token(tokens.lowerBound).start)] == 0x28,
      context.token(tokens.upperBound - 1).wordClass == .close
    else { return nil }
    let inner = tokens.dropFirst().dropLast()
    guard inner.allSatisfy({ context.token($0).wordClass == .person || context.token($0).wordClass == .pause }) else {
      return nil
    }
    return inner.filter { context.token($0).wordClass == .person }
  }

  /// The names behind a place or a body that make up a line, or nil.
  private static func signed(_ tokens: Range<Int>, _ context: FactContext) -> [Int]? {
    var names: [Int] = []
    for index in tokens {
      switch context.token(index).wordClass {
      case .person: names.append(index)
      case .place, .organization: if !names.isEmpty { return nil }
      case .noun, .title: if !names.isEmpty || !context.token(index).traits.contains(.human) { return nil }
      case .pause, .open, .close: break
      default: return nil
      }
    }
    return names.isEmpty || names.count > 4 ? nil : names
  }
}
