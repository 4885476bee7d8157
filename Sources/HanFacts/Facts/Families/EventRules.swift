/// Events with their date and place where the sentence gives them.
///
/// ```
/// 6月11日，第二届“一带一路”科技交流大会在成都召开    event, date 6月11日, place 成都
/// ```
enum EventRules {
  private static let arguments = ["event", "date", "place"].map { Rule.Argument($0, .capture($0)) }
  private static let takesPlace = OneOf("举行", "召开", "举办", "开幕", "闭幕", "启动", "开赛", "落幕", "揭幕", "拉开帷幕")

  static let rules: [Rule] = [
    .fact(
      .event, "event.in-place", arguments: arguments, priority: 10,
      examples: [
        .finds("6月11日，第二届“一带一路”科技交流大会在成都召开。", "date=6月11日", "place=成都"),
        .finds("第二届“一带一路”科技交流大会6月11日在成都开幕。", "date=6月11日", "place=成都"),
        .skips("会议在成都召开。"),
      ]
    ) {
      Maybe {
        Capture("date") { Token("date").kind("date", "time") }
        Maybe("，")
      }
      Capture("event") { Token("event") }
      Maybe { Token("adverb", "time", "noun") }
      Maybe {
        Capture("date") { Token("date").kind("date", "time") }
      }
      Maybe { Token("adverb", "time", "noun") }
      OneOf("在", "于")
      Capture("place") {
        OneOf {
          Repeat(1...3) { Token("place") }
          Repeat(1...2) { Token("organization", "noun") }
        }
      }
      Repeat(0...3) { Token("adverb", "adjective", "verb") }
      takesPlace
    },
    .fact(
      .event, "event.place-before", arguments: arguments, priority: 5,
      examples: [.finds("11月7日在重庆闭幕的首届“一带一路”科技交流大会上，我国提出倡议。", "date=11月7日", "place=重庆")]
    ) {
      Maybe { Capture("date") { Token("date").kind("date", "time") } }
      "在"
      Capture("place") { Token("place") }
      takesPlace
      "的"
      Capture("event") { Token("event") }
    },
    .fact(
      .event, "event.date",
      arguments: [Rule.Argument("event", .capture("event")), Rule.Argument("date", .capture("date"))],
      examples: [.finds("6月11日，第二届“一带一路”科技交流大会拉开帷幕。", "date=6月11日")]
    ) {
      Capture("date") { Token("date").kind("date", "time") }
      Maybe("，")
      Capture("event") { Token("event") }
      Repeat(0...2) { Token("adverb", "adjective", "verb") }
      takesPlace
    },
  ]
}
