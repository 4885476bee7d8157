/// Bylines: who wrote, took the picture or drew the chart.
///
/// ```
/// （参与记者：潘晔、朱涵、孟含琪）     credit 参与记者, reporters 潘晔 朱涵 孟含琪
/// ◎ 本报记者 马爱平      重庆日报记者 张亦霖      制图 江蕊松
/// ```
/// Reporters' credits side by side are one byline, whose credit is the first one's: 本报记者, reporters 马爱平 张亦霖.
/// Credits of other work, 制图 江蕊松 or 责任编辑：王小五, are bylines of their own.
enum BylineRules {
  private static let credits = OneOf(
    "参与记者", "本报记者", "本社记者", "本网记者", "本台记者", "记者", "通讯员", "制图", "制表", "摄影", "文字", "撰文", "编辑",
    "责任编辑", "责编", "校对", "摄影报道", "策划", "统筹", "执笔", "采写", "视频", "图", "文", "撰稿", "监制", "审核", "美编", "文/图", "图/文",
    "编译", "作者", "整理", "采访", "审校", "主编", "值班编辑", "文案", "供稿", "摄像", "剪辑", "录音", "绘图", "插画")
  /// A further credit behind the names, with or without a mark before it; no 告诉记者.
  private static let following = OneOf {
    Token().text(
      "编辑", "责任编辑", "版面编辑", "责编", "校对", "美编", "制图", "制表", "摄影", "通讯员", "记者", "实习生", "统筹", "监制", "审核", "视频", "文字",
      "图表", "□", "■", "●", "○", "◎", "◆", "▲"
    ).ahead
    Token("title").ends("记者", "通讯员", "实习生", "编辑").ahead
    // 每经记者 刘颂辉　每经编辑 陈俊杰
    RulePattern.joined([
      Repeat(1...2) { Token("organization", "noun", "brand", "character") }.pattern,
      Token("title").ends("记者", "通讯员", "实习生", "编辑").ahead,
    ])
  }

  private static let list = RulePattern.repeated(
    .joined([
      Capture("reporters") { Token("person") }.pattern,
      Maybe("、", "，", ",", "/", " ", "　").pattern,
    ]), 1...40)

  /// The credit of further reporters beside the first: 通讯员, 环球时报记者, 实习记者.
  private static let further = RulePattern.joined([
    Maybe("|", "□", "■", "●", "○", "◎", "◆", "▲", "·").pattern,
    Repeat(0...4) {
      OneOf {
        Token("organization", "place", "brand")
        Token("noun").length(2...8)
        "·"
        "驻"
        "本报"
      }
    }.pattern,
    Token().ends("记者", "通讯员", "实习生").pattern,
    Maybe("：", ":", "/", "|").pattern,
  ])

  /// The names behind a credit, and those of further reporters where it credits reporters.
  private static let credited = OneOf {
    RulePattern.joined([
      Token().ends("记者", "通讯员", "实习生").behind, Maybe("：", ":", "/", "|").pattern, list,
      Repeat(0...6) {
        further
        list
      }.pattern,
    ])
    RulePattern.joined([Maybe("：", ":", "/", "|").pattern, list])
  }

  /// `北京、上海报道`
  private static let report = RulePattern.joined([
    Repeat(1...4) {
      Token("place")
      Maybe("、", "，", ",", "/", "和")
    }.pattern, OneOf("报道", "报导", "摄影报道").pattern,
  ])

  /// Where they report from, or what they did: `发自北京`, `对本文亦有贡献`.
  static let tail = OneOf {
    report
    RulePattern.joined([
      OneOf("发自", "发于").pattern,
      Repeat(1...4) { Token("open", "close", "comma", "stop", "colon").negated }.pattern,
    ])
    "对本文亦有贡献"
    "对本文也有贡献"
    "对本文有贡献"
    "亦有贡献"
  }

  private static let ending = OneOf {
    At(.sentenceEnd)
    Token("close")
  }.pattern

  /// The column that a reporter writes for: `“新华视点”`.
  private static let column = RulePattern.joined([
    .literal("“"), Repeat(1...4) { Token("open", "close", "comma", "stop", "colon").negated }.pattern, .literal("”"),
  ])

  private static let arguments: [Rule.Argument] = [
    Rule.Argument("credit", .capture("credit")), Rule.Argument("reporters", .list("reporters")),
  ]

  static let rules: [Rule] = [
    .fact(
      .byline, "byline.brackets", arguments: arguments,
      examples: [
        .finds("（参与记者：潘晔、朱涵、孟含琪）", "credit=参与记者", "reporters=潘晔、朱涵、孟含琪"),
        .finds("（本报记者 高山 通讯员 方向）", "credit=本报记者", "reporters=高山、方向"),
        .finds("（本报记者 高山 整理）", "credit=本报记者", "reporters=高山"),
        .finds("（编译/高山）", "credit=编译", "reporters=高山"),
        .finds("（实习生胡琪对本文亦有贡献 编辑：高山）", "credit=编辑", "reporters=高山"),
        .finds("（本报记者 郎悦 发自北京）", "credit=本报记者", "reporters=郎悦"),
        .finds("（实习生胡琪对本文亦有贡献）", "credit=实习生", "reporters=胡琪"),
        .skips("（参与会议的有王宏升、刘庆）"),
      ]
    ) {
      OneOf {
        Token("open")
        Token("person").behind
        Token().ends("贡献").behind
      }
      Capture("credit") {
        OneOf {
          Repeat(1...3) { Token("title", "noun", "verb", "organization") }
          credits
        }
      }
      credited
      OneOf {
        RulePattern.joined([
          Maybe("摄", "摄影", "文", "图", "文/图", "报道", "摄影报道", "整理", "编译", "采写", "供稿").pattern,
          Repeat(0...1) { tail }.pattern, Token("close").pattern,
        ])
        RulePattern.joined([tail.pattern, following.pattern])
        following
      }
    },
    .fact(
      .byline, "byline.line", arguments: arguments,
      examples: [
        .finds("◎ 本报记者 马爱平", "credit=本报记者", "reporters=马爱平"),
        .finds("制图 江蕊松", "credit=制图", "reporters=江蕊松"),
        .finds("本报记者 张小明 李四光 摄", "credit=本报记者", "reporters=张小明、李四光"),
        .finds("责任编辑：王小五　美编：温馨", "credit=美编", "reporters=温馨"),
        .finds("文/图 本报记者 张小明", "reporters=张小明"),
        .finds("本报记者　王亦君　发自柏林", "credit=本报记者", "reporters=王亦君"),
        .finds("本报记者 饶舒扬 北京、上海报道", "credit=本报记者", "reporters=饶舒扬"),
        .finds("本报驻美国特派记者 张晓峰", "reporters=张晓峰"),
        .finds("□本报记者 张晓峰 □通讯员 李明哲", "credit=本报记者", "reporters=张晓峰、李明哲"),
        .finds("□楚天金报记者 张晓峰 通讯员 李明哲 实习生 王小五", "reporters=张晓峰、李明哲、王小五"),
        .finds("编译/李明哲", "credit=编译", "reporters=李明哲"), .finds("作者｜李明哲", "reporters=李明哲"),
        .finds("每经记者 张晓峰　每经编辑 李明哲", "reporters=张晓峰"),
        .finds("本报记者　张晓峰　发自山西柳林", "reporters=张晓峰"), .skips("作者李明哲获奖。"),
        .finds("记者张晓峰／台北报导", "reporters=张晓峰"),
        .finds("新华社“新华视点”记者 吴振冬 黄筱菁", "reporters=吴振冬、黄筱菁"),
        .finds("记者 张晓峰 摄影 李明哲", "credit=摄影", "reporters=李明哲"),
        .finds("摄影 张晓峰 本报记者 李明哲", "credit=本报记者", "reporters=李明哲"),
        .finds("文/本报记者 张晓峰 图/李明哲", "credit=图", "reporters=李明哲"),
        .finds("大众日报记者 王亚楠 常青林 济南报道 7月4日，研究院揭牌。", "reporters=王亚楠、常青林"),
        .skips("记者姜微昨天到达上海。"), .skips("应化所研究员王立民告诉记者，合金卖到了德国。"),
      ]
    ) {
      OneOf {
        At(.sentenceStart)
        Token("person").behind
      }
      Maybe("●", "◎", "■", "□", "○", "▲", "◆", "#", "*", "·", "—")
      Capture("credit") {
        Maybe("文/图", "图/文", "文", "图")
        Repeat(0...4) {
          OneOf {
            Token("organization", "place", "brand", "noun")
            "·"
            "/"
            "驻"
            "本报"
            "本社"
            "本刊"
            "本网"
            "本台"
          }
        }
        Maybe { column }
        OneOf {
          Token("title").ends("记者", "通讯员", "员", "编辑", "实习生")
          credits
        }
      }
      credited
      OneOf {
        At(.sentenceEnd)
        report
        RulePattern.joined([tail.pattern, At(.sentenceEnd).pattern])
        RulePattern.joined([
          OneOf("摄", "摄影", "报道", "摄影报道", "文", "图", "制图", "供图", "/", "整理", "编译", "采写").pattern,
          // 记者 陈晓东 摄影 李明哲, 文/陈晓东 图/李明哲: the credit of the next.
          Token("person").notAhead, Token().text("/", ":", "|").notAhead,
        ])
        following
        Token().text("文", "图", "摄").ahead
      }
    },
    .fact(
      .byline, "byline.picture", arguments: arguments,
      examples: [
        .finds("右图：两人握手。　何建农摄", "credit=摄", "reporters=何建农"), .finds("新华社发（唐可儿摄）", "credit=摄", "reporters=唐可儿"),
        .finds("（李明哲/文 张晓峰/图）", "credit=文", "reporters=李明哲"),
        .skips("何建农摄下这一刻。"),
      ]
    ) {
      OneOf {
        At(.sentenceStart)
        Token("open")
        Token().text("文", "图", "摄").behind
      }
      list
      OneOf {
        RulePattern.joined([Capture("credit") { OneOf("摄", "摄影", "供图", "制图", "绘", "整理", "编译") }.pattern, ending])
        // 思佳/文 老北/图
        RulePattern.joined([
          .literal("/"), Capture("credit") { OneOf("文", "图", "摄", "摄影", "文图", "编译", "整理") }.pattern,
        ])
      }
    },
  ]

  /// Names that stand alone between the headline and the text: `公交车上那二十分钟⏎高言⏎我每天…`.
  static func addBelowHeadline(to context: inout FactContext) {
    let sentences = context.stream.sentences
    guard sentences.count > 2 else { return }
    for number in 1...min(2, sentences.count - 2) {
      let line = sentences.base[number]
      let before = sentences.base[number - 1]
      let behind = sentences.base[number + 1]
      let names = line.tokens
      guard line.beginsParagraph, line.endsParagraph, !names.isEmpty, names.count <= 4, before.endsParagraph,
        names.allSatisfy({ context.token($0).wordClass == .person }),
        !before.tokens.isEmpty, context.token(before.tokens.upperBound - 1).wordClass != .stop,
        !context.token(before.tokens.upperBound - 1).traits.contains(.reporter),
        behind.tokens.count >= 8,
        !behind.endsParagraph || context.token(behind.tokens.upperBound - 1).wordClass == .stop
      else { continue }
      var draft = FactDraft(
        type: .byline, rule: "byline.headline",
        range: Int(context.token(names.lowerBound).start)..<Int(context.token(names.upperBound - 1).end))
      draft.arguments.append(("reporters", .list(names.map { context.piece($0, $0) })))
      context.drafts.append(draft)
      return
    }
  }

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
