/// Datelines: where, when and by whom a dispatch was sent.
///
/// ```
/// 新华社北京9月15日电（记者姜微、周琳）…      source 新华社, place 北京, date 9月15日, reporters 姜微 周琳
/// (记者郑汉根)新华社北京9月15日电              reporters before
/// 本报北京3月5日讯   科技日报讯(记者陈曦)      a paper's own report
/// ```
enum DatelineRules {
  private static let source = OneOf {
    "新华社"
    "中新社"
    "中新网"
    "新华网"
    "人民网"
    "光明网"
    "央广网"
    "本报"
    "本社"
    "本网"
    "本台"
    "法新社"
    "路透社"
    "美联社"
    "塔斯社"
    "共同社"
    "韩联社"
    Token("organization")
  }

  /// `（记者姜微、周琳 通讯员李明）`
  private static let reporters = RulePattern.joined([
    Token("open").pattern,
    Repeat(1...4) {
      Maybe {
        OneOf {
          Token("title").ends("记者", "通讯员", "实习生", "员")
          "记者"
          "本报记者"
          "通讯员"
          "实习生"
        }
      }
      Maybe("：", ":")
      Repeat(1...24) {
        Capture("reporters") { Token("person") }
        Maybe("、", "，", ",", "和", "/")
      }
    }.pattern,
    Token("close").pattern,
  ])

  private static let arguments: [Rule.Argument] = [
    Rule.Argument("source", .capture("source")), Rule.Argument("place", .capture("place")),
    Rule.Argument("date", .capture("date")), Rule.Argument("reporters", .list("reporters")),
  ]

  static let rules: [Rule] = [
    .fact(
      .dateline, "dateline.dispatch", arguments: arguments, priority: 10,
      examples: [
        .finds("新华社北京9月15日电（记者姜微、周琳）会议今天举行。", "source=新华社", "place=北京", "date=9月15日", "reporters=姜微、周琳"),
        .finds("新华社巴黎11月7日电(记者 徐永春)欧洲航天局公布图像。", "place=巴黎", "reporters=徐永春"),
        .skips("新华社记者今天在北京报道。"),
      ]
    ) {
      Capture("source") { source }
      Maybe {
        Capture("place") {
          OneOf {
            Repeat(1...2) { Token("place", "organization") }
            Gap(1...3)
          }
        }
      }
      Capture("date") { Token("date") }
      OneOf("电", "讯", "消息")
      Repeat(0...1) { reporters }
    },
    .fact(
      .dateline, "dateline.reporters-before", arguments: arguments, priority: 20,
      examples: [.finds("(记者郑汉根)新华社北京9月15日电", "source=新华社", "reporters=郑汉根")]
    ) {
      reporters
      Maybe("(", "（")
      Capture("source") { source }
      Maybe {
        Capture("place") {
          OneOf {
            Repeat(1...2) { Token("place", "organization") }
            Gap(1...3)
          }
        }
      }
      Capture("date") { Token("date") }
      OneOf("电", "讯")
    },
    .fact(
      .dateline, "dateline.report",
      arguments: [
        Rule.Argument("source", .capture("source")), Rule.Argument("reporters", .list("reporters")),
      ], examples: [.finds("科技日报讯(记者陈曦)日前，名单公布。", "source=科技日报", "reporters=陈曦"), .skips("他发来电讯。")]
    ) {
      At(.sentenceStart)
      Capture("source") { source }
      OneOf("讯", "电")
      reporters
    },
  ]
}
