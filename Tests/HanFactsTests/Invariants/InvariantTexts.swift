/// Texts of our own that try every form a source can have.
enum InvariantTexts {
  static let plain = """
    新华社北京9月15日电（记者姜微、周琳）江苏省产业技术研究院（以下简称产研院）院长刘庆14日说，产研院已有66家生态伙伴，
    转移转化技术成果4500多项，服务企业超过15000家，营收同比增长39.5%。“这是第40次发射。”路易吉·甘巴尔代拉告诉记者。
    甘巴尔代拉今年96岁，去年5月从法国巴黎来到上海市浦东新区。外交部发言人汪文斌表示，中方愿同德方落实《中欧地理标志协定》。
    """

  static let traditional = """
    新華社華盛頓2020年9月15日電 美國總統川普與國務卿龐培歐會見了台灣積體電路製造公司董事長劉德音，
    雙方簽署了價值１２０億美元的協議。國立臺灣大學教授陳建仁說，過去三年臺北市的氣溫上升了０．５℃。
    """

  static let astral = """
    𠮷野家的😀店长王小明说，北京𫖯仰路有3家店；𣲘江边的张𬭎教授在5月20日到访👨‍👩‍👧‍👦社区，捐款1.5万元🎉。
    """

  static let spaced = """
    习 近 平 会 见 法 国 总 统 马 克 龙

      新华社北京 9 月 15 日电（记者姜
    微、周琳）会议在 N e w York 和 New
    York 举行， 1 2 0 名代表出席，耗资 3 . 5 亿 元。研究员克

    里斯蒂娜·比埃说，欧 盟是中国第 二 大 贸易伙伴。
    """

  static let marks = "《「【（“‘《中国》’”）】」》、，。；：？！——……·~@#￥%……&*()_+{}|:\"<>?[]\\;',./`①②③㈠Ⅳ№℃㎡"

  static let all: [TestText] = {
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return [
      TestText(name: "plain", text: plain), TestText(name: "traditional", text: traditional),
      TestText(name: "astral", text: astral), TestText(name: "spaced", text: spaced),
      TestText(name: "marks", text: marks), TestText(name: "a comma before the first name", text: "，王小明"),
      TestText(name: "CRLF", text: lines.joined(separator: "\r\n")),
      TestText(name: "lone CR", text: lines.joined(separator: "\r")),
      TestText(name: "mixed line ends", text: spaced.replacing("\n\n", with: "\r\n\r") + "\n\r" + plain),
      TestText(name: "BOM", text: "\u{FEFF}" + plain), TestText(name: "BOM inside", text: plain + "\u{FEFF}" + astral),
      TestText(name: "zero-width", text: plain.map(String.init).joined(separator: "\u{200B}")),
      TestText(name: "one character a line", text: plain.map(String.init).joined(separator: "\n")),
      TestText(name: "blanks everywhere", text: plain.map(String.init).joined(separator: " ")),
      TestText(name: "ideographic blanks", text: spaced.replacing(" ", with: "\u{3000}")),
      TestText(name: "tabs and form feeds", text: spaced.replacing(" ", with: "\t").replacing("\n\n", with: "\u{C}\n")),
      TestText(name: "nulls", text: plain.replacing("，", with: "\u{0}")), TestText(name: "empty", text: ""),
      TestText(name: "only a BOM", text: "\u{FEFF}"), TestText(name: "only line ends", text: "\r\n\n\r\r\n"),
      TestText(name: "all in one", text: [plain, traditional, astral, spaced, marks].joined(separator: "\n\n")),
    ]
  }()
}
