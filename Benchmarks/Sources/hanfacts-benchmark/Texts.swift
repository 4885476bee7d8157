import Foundation

/// A small generator of reproducible numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The documents that are measured.
enum Texts {
  /// The pages of `seeds/`.
  static func seeds() -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) }
    }
  }

  /// Documents of about 20 kB made from the sentences of the pages, shuffled, with new names, places and numbers between
  /// them, so that no cache learns them.
  static func generated(bytes: Int) -> [[UInt8]] {
    var random = SeededGenerator(state: 20)
    let sentences = seeds().flatMap { page in
      String(decoding: page, as: UTF8.self).replacing("\n", with: "").split(separator: "。").map { $0 + "。" }
    }.filter { $0.utf8.count > 30 }
    let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧")
    let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春红建国志文海燕立新宏升")
    let sounds = Array("阿巴卡达埃法加哈伊贾卡拉马纳奥帕奇拉萨塔乌瓦西亚扎尔德克尼斯特姆恩")
    let places = ["江苏省南京市", "河南嵩县", "四川成都", "法国巴黎", "重庆市渝北区", "广东深圳", "莫斯科", "东南亚"]
    let units = ["家", "项", "万元", "公里", "名代表", "个国家", "吨", "％", "亿美元", "平方米"]
    func pick<Element>(_ from: [Element]) -> Element { from[Int.random(in: 0..<from.count, using: &random)] }
    func name() -> String {
      if Bool.random(using: &random) { return String([pick(surnames), pick(given), pick(given)]) }
      return String((0..<4).map { _ in pick(sounds) }) + "·" + String((0..<3).map { _ in pick(sounds) })
    }
    var documents: [[UInt8]] = []
    var total = 0
    while total < bytes {
      var text = ""
      while text.utf8.count < 20_000 {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text += "\(name())在\(pick(places))表示，去年已有\(Int.random(in: 2..<90_000, using: &random))\(pick(units))。"
        case 1:
          text +=
            "\(Int.random(in: 1980..<2030, using: &random))年\(Int.random(in: 1...12, using: &random))月，\(name())来到\(pick(places))。"
        case 2: text += "\n\n"
        default: text += pick(sentences)
        }
      }
      documents.append(Array(text.utf8))
      total += text.utf8.count
    }
    return documents
  }

  /// Repeats a piece up to a length in bytes.
  static func repeated(_ piece: String, bytes: Int) -> [UInt8] {
    let piece = Array(piece.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes + piece.count)
    while out.count < bytes { out += piece }
    return out
  }

  /// Characters of a string in random order up to a length in bytes.
  static func shuffled(_ characters: String, bytes: Int) -> [UInt8] {
    let pieces = characters.map { Array(String($0).utf8) }
    var random = SeededGenerator(state: 5)
    var out: [UInt8] = []
    out.reserveCapacity(bytes + 4)
    while out.count < bytes { out += pieces[Int.random(in: 0..<pieces.count, using: &random)] }
    return out
  }

  /// Inputs that invite work that is not linear.
  static let adversarial: [(name: String, make: @Sendable (Int) -> [UInt8])] = [
    ("一", { repeated("一", bytes: $0) }),
    ("中", { repeated("中", bytes: $0) }),
    ("省", { repeated("省", bytes: $0) }),
    ("surnames", { shuffled("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕", bytes: $0) }),
    ("transliteration", { shuffled("阿埃艾奥巴贝比布达德迪尔法菲弗格哈赫吉加卡克拉莱里卢罗马米姆纳尼诺帕普奇萨斯塔特瓦维沃西亚伊扎", bytes: $0) }),
    ("transliteration with ·", { shuffled("阿埃艾奥巴贝布达德尔法菲格哈吉加卡克拉里罗马米纳尼普萨斯塔特瓦维西亚····", bytes: $0) }),
    ("open brackets", { repeated("（《“【", bytes: $0) }),
    ("brackets in pairs", { repeated("（《“”》）", bytes: $0) }),
    ("heads of organizations", { repeated("公司集团中心委员会研究院", bytes: $0) }),
    ("organizations", { repeated("中国科学院长春光学精密机械与物理研究所", bytes: $0) }),
    ("numeral, digits", { repeated("7", bytes: $0) }),
    ("numeral, Chinese", { shuffled("一二三四五六七八九十百千万亿零", bytes: $0) }),
    ("numbers and signs", { shuffled("0123456789.,:-—/%年月日时", bytes: $0) }),
    ("dates", { repeated("2020年9月15日至", bytes: $0) }),
    ("one name, many times", { repeated("王宏升说，宏升。", bytes: $0) }),
    (
      "new names",
      { bytes in
        var random = SeededGenerator(state: 9)
        let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕")
        let given = (0x4E00..<0x9000).compactMap { Unicode.Scalar($0).map(Character.init) }
        var text = ""
        while text.utf8.count < bytes {
          let pick = (0..<2).map { _ in given[Int.random(in: 0..<given.count, using: &random)] }
          text += "记者\(surnames[Int.random(in: 0..<surnames.count, using: &random)])\(pick[0])\(pick[1])说，"
        }
        return Array(text.utf8)
      }
    ),
    ("line ends", { repeated("\n", bytes: $0) }),
    ("one character a line", { repeated("中\n", bytes: $0) }),
    ("blanks", { repeated("中 ", bytes: $0) }),
    ("Latin", { repeated("Acme Foo. ", bytes: $0) }),
    ("Latin without blanks", { repeated("a", bytes: $0) }),
  ]
}
