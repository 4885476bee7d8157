/// Datelines: where, when and by whom a dispatch was sent.
///
/// ```
/// 新华社北京9月15日电（记者姜微、周琳）…      source 新华社, place 北京, date 9月15日, reporters 姜微 周琳
/// (记者郑汉根)新华社北京9月15日电              reporters before
/// （中央社記者許秩維台北12日電）               reporters inside
/// 本报华盛顿11月6日电　记者张亮报道：          reporters behind, without brackets
/// 本报北京3月5日讯   科技日报讯(记者陈曦)      a paper's own report
/// ```
enum DatelineRules {
  /// The agency or the paper, with the channel that it speaks through: `中国青年报客户端`.
  private static let source = RulePattern.joined([
    OneOf {
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
      "本刊"
      "法新社"
      "路透社"
      "美联社"
      "塔斯社"
      "共同社"
      "韩联社"
      Token("organization")
    }.pattern,
    Maybe {
      Repeat(0...2) { marks.negated }
      channel
    }.pattern,
  ])

  /// What a source adds to its name: `证券时报|e公司`, `新浪|娱乐`.
  private static let section = Repeat(0...2) { Token("latin", "noun", "brand") }

  private static let channel = OneOf("新闻客户端", "客户端", "微信公众号", "微信", "微博", "融媒体")

  private static let place = OneOf {
    Repeat(1...2) { Token("place", "organization") }
    Repeat(1...3) {
      Token("open", "close", "comma", "stop", "colon", "person", "title").negated
      Token().ends("客户端", "公众号", "微信", "微博", "融媒体").notBehind
    }
  }

  /// What closes the place and date of a dispatch; sport and features have wires of their own.
  private static let wire = OneOf(
    "电", "讯", "消息", "专电", "体育专电", "综合电", "综合消息", "体育电", "财经专电", "特稿", "特电", "急电", "专讯", "综合讯", "快讯")

  private static let marks = Token("open", "close", "comma", "stop", "colon", "person")

  /// 记者, 通讯员, with who sends them: `光明日报全媒体记者`, `中青报·中青网记者`, `驻比利时记者`.
  private static let credit = RulePattern.joined([
    Repeat(0...6) { marks.negated }.pattern,
    OneOf {
      Token("title").ends("记者", "通讯员", "实习生", "员")
      "记者"
      "本报记者"
      "通讯员"
      "实习生"
    }.pattern,
    Maybe("：", ":", "/").pattern,
  ])

  /// The reporters of a credit, one behind the other.
  private static let names = RulePattern.repeated(
    .joined([
      Capture("reporters") { Token("person") }.pattern,
      Maybe("、", "，", ",", "和", "/").pattern,
    ]), 1...24)

  /// `（记者姜微、周琳 通讯员李明）`
  private static let reporters = RulePattern.joined([
    Token("open").pattern,
    Repeat(1...4) {
      Maybe { credit }
      names
    }.pattern,
    Maybe {
      OneOf {
        "文/图"
        "图/文"
        "文/摄"
        "摄"
        "图"
        "文"
        "报道"
        BylineRules.tail
      }
    }.pattern,
    Token("close").pattern,
  ])

  /// `记者张亮、通讯员赵铁林报道`, `记者张亮从商务部获悉`
  private static let report = RulePattern.joined([
    Repeat(1...4) {
      credit
      names
    }.pattern,
    OneOf {
      "报道"
      "摄影报道"
      "综合报道"
      // 电　记者张亮从商务部获悉
      Token("preposition", "date", "close").ahead
    }.pattern,
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
        .finds("光明日报哈尔滨5月27日电（光明日报全媒体记者张士捷）普查启动。", "source=光明日报", "reporters=张士捷"),
        .finds("新华社沈阳10月7日体育专电（记者公兵　王镜宇）中国队获胜。", "source=新华社", "reporters=公兵、王镜宇"),
        .finds("【新华社柏林9月28日电】（记者吴黎明）比赛结束。", "place=柏林", "reporters=吴黎明"),
        .finds("本报沈阳九月三日电　记者孟晓云、通讯员赵铁林报道：工厂扩建。", "reporters=孟晓云、赵铁林"),
        .finds("中国青年报客户端郑州4月2日电（记者梁璇）比赛开始。", "source=中国青年报客户端", "place=郑州"),
        .skips("新华社记者今天在北京报道。"), .skips("本报记者张亮报道了这件事。"),
      ]
    ) {
      Capture("source") { source }
      Maybe {
        Capture("place") { place }
      }
      Capture("date") { Token("date") }
      wire
      Maybe("】", "]", "〕")
      Repeat(0...1) {
        OneOf {
          reporters
          report
        }
      }
    },
    .fact(
      .dateline, "dateline.inside", arguments: arguments, priority: 15,
      examples: [
        .finds("（中央社记者许秩维台北12日电）教育部今天公布统计。", "source=中央社", "place=台北", "date=12日", "reporters=许秩维"),
        .skips("（中央社记者许秩维在台北）"),
      ]
    ) {
      Token("open")
      Capture("source") { source }
      credit
      names
      Maybe {
        Capture("place") { place }
      }
      Capture("date") { Token("date") }
      OneOf("电", "专电", "讯", "综合外电报道")
      Token("close")
    },
    .fact(
      .dateline, "dateline.site", arguments: arguments,
      examples: [
        .finds("参考消息网2月3日报道 美媒称，公司营收下降。", "source=参考消息网", "date=2月3日"),
        .finds("网易娱乐11月18日报道　电视剧昨日在榆林开机。", "source=网易娱乐", "date=11月18日"),
        .skips("据参考消息网2月3日报道，营收下降。"), .skips("参考消息网2月3日报道说，营收下降。"),
      ]
    ) {
      At(.sentenceStart)
      Capture("source") { Token("organization").ends("网", "客户端", "新闻", "娱乐", "体育", "财经", "科技", "汽车") }
      Capture("date") { Token("date") }
      OneOf("报道", "讯", "消息")
      Token("comma", "verb", "speechVerb").notAhead
    },
    .fact(
      .dateline, "dateline.reporters-before", arguments: arguments, priority: 20,
      examples: [.finds("(记者郑汉根)新华社北京9月15日电", "source=新华社", "reporters=郑汉根")]
    ) {
      reporters
      Maybe("(", "（")
      Capture("source") { source }
      Maybe {
        Capture("place") { place }
      }
      Capture("date") { Token("date") }
      wire
    },
    .fact(
      .dateline, "dateline.report",
      arguments: [
        Rule.Argument("source", .capture("source")), Rule.Argument("place", .capture("place")),
        Rule.Argument("reporters", .list("reporters")),
      ],
      examples: [
        .finds("科技日报讯(记者陈曦)日前，名单公布。", "source=科技日报", "reporters=陈曦"),
        .finds("大河网讯 (河南日报记者 董娉婷 实习生 陈海雁) 12月29日，条例废止。", "source=大河网", "reporters=董娉婷、陈海雁"),
        .finds("本报上海电（全媒体记者陈嘉文 文/图）展览开幕。", "source=本报", "place=上海", "reporters=陈嘉文"),
        .finds("【本报讯】（记者陈嘉文）校长昨日荣休。", "source=本报", "reporters=陈嘉文"), .skips("他发来电讯。"),
        .finds("证券时报e公司讯（记者陈嘉文）三大指数走低。", "source=证券时报e公司", "reporters=陈嘉文"),
      ]
    ) {
      At(.sentenceStart)
      Maybe("【", "[", "〔")
      Capture("source") {
        source
        section
      }
      Maybe { Capture("place") { Repeat(1...2) { Token("place") } } }
      OneOf("讯", "电", "消息")
      Maybe("】", "]", "〕")
      OneOf {
        reporters
        report
      }
    },
    .fact(
      .dateline, "dateline.brackets",
      arguments: [Rule.Argument("source", .capture("source")), Rule.Argument("reporters", .list("reporters"))],
      priority: 12,
      examples: [
        .finds("【财新网】（记者 陈嘉文）又一名高管转赴券商。", "source=财新网", "reporters=陈嘉文"),
        .finds("【环球网报道 记者 陈嘉文】据法新社报道，新任外长就职。", "source=环球网", "reporters=陈嘉文"),
        .skips("【财新网】又一名高管转赴券商。"),
      ]
    ) {
      At(.sentenceStart)
      OneOf("【", "[", "〔")
      Capture("source") { source }
      OneOf {
        RulePattern.joined([OneOf("】", "]", "〕").pattern, reporters])
        RulePattern.joined([
          Maybe("报道", "讯", "综合报道", "消息").pattern, credit, names, Maybe("报道").pattern,
          OneOf("】", "]", "〕").pattern,
        ])
      }
    },
    .fact(
      .dateline, "dateline.bare", arguments: [Rule.Argument("source", .capture("source"))], priority: -5,
      examples: [
        .finds("本报讯 昨天上午，处长做客热线。", "source=本报"), .finds("新浪娱乐讯 电影昨日在北京首映。", "source=新浪娱乐"),
        .skips("他收到本报讯。"), .skips("本报通讯员昨天到达。"),
      ]
    ) {
      At(.paragraphStart)
      Maybe("【", "[", "〔")
      Capture("source") {
        source
        section
      }
      "讯"
      Maybe("】", "]", "〕")
      Token("comma", "stop", "colon", "open").notAhead
    },
  ]
}
