/// Bylines: who wrote, took the picture or drew the chart.
///
/// ```
/// （参与记者：潘晔、朱涵、孟含琪）     credit 参与记者, reporters 潘晔 朱涵 孟含琪
/// ◎ 本报记者 马爱平      重庆日报记者 张亦霖      制图 江蕊松
/// ```
enum BylineRules {
  private static let credits = OneOf(
    "参与记者", "本报记者", "本社记者", "本网记者", "本台记者", "记者", "通讯员", "制图", "制表", "摄影", "文字", "撰文", "编辑",
    "责任编辑", "责编", "校对", "摄影报道", "策划", "统筹", "执笔", "采写", "视频", "图", "文", "撰稿", "监制", "审核", "美编")

  private static let names = RulePattern.repeated(
    .joined([
      Capture("reporters") { Token("person") }.pattern,
      Maybe("、", "，", ",", "/", " ", "　").pattern,
    ]), 1...40)

  private static let arguments: [Rule.Argument] = [
    Rule.Argument("credit", .capture("credit")), Rule.Argument("reporters", .list("reporters")),
  ]

  static let rules: [Rule] = [
    .fact(
      .byline, "byline.brackets", arguments: arguments,
      examples: [
        .finds("（参与记者：潘晔、朱涵、孟含琪）", "credit=参与记者", "reporters=潘晔、朱涵、孟含琪"),
        .skips("（参与会议的有王宏升、刘庆）"),
      ]
    ) {
      Token("open")
      Capture("credit") {
        OneOf {
          Repeat(1...3) { Token("title", "noun", "verb", "organization") }
          credits
        }
      }
      Maybe("：", ":")
      names
      Token("close")
    },
    .fact(
      .byline, "byline.line", arguments: arguments,
      examples: [
        .finds("◎ 本报记者 马爱平", "credit=本报记者", "reporters=马爱平"),
        .finds("制图 江蕊松", "credit=制图", "reporters=江蕊松"),
        .skips("记者姜微昨天到达上海。"),
      ]
    ) {
      At(.sentenceStart)
      Maybe("●", "◎", "■", "□", "○", "▲", "◆", "#", "*", "·", "—")
      Capture("credit") {
        Maybe { Token("organization") }
        OneOf {
          Token("title").ends("记者", "通讯员", "员", "编辑", "实习生")
          credits
        }
      }
      Maybe("：", ":", "/", "|")
      names
      OneOf {
        At(.sentenceEnd)
        RulePattern.joined([OneOf("摄", "摄影", "报道", "文", "图", "制图", "/").pattern])
      }
    },
  ]

  /// Credits that end a line, with the names on the next: `成都日报锦观新闻记者⏎白洋 陈秋妤 吴怡霏`.
  static func addAcrossLines(to context: inout FactContext) {
    let sentences = context.stream.sentences
    for number in 1..<max(sentences.count, 1) {
      let names = sentences.base[number].tokens
      let line = sentences.base[number - 1].tokens
      guard names.count <= 20, line.count <= 8, let last = line.last, context.token(last).traits.contains(.reporter),
        names.allSatisfy({ context.token($0).wordClass == .person || context.token($0).wordClass == .pause }),
        names.contains(where: { context.token($0).wordClass == .person })
      else { continue }
      let persons = names.filter { context.token($0).wordClass == .person }.map { context.piece($0, $0) }
      var draft = FactDraft(
        type: .byline, rule: "byline.two-lines",
        range: Int(context.token(line.lowerBound).start)..<Int(context.token(names.upperBound - 1).end))
      draft.set("credit", context.piece(line.lowerBound, last))
      draft.arguments.append(("reporters", .list(persons)))
      context.drafts.append(draft)
    }
  }
}
