import HanGazetteer

/// What a folded scalar is for the lattice.
enum CharacterKind: UInt8, BitwiseCopyable {
  case han, latin, digit, mark, other

  @inline(__always)
  init(_ scalar: UInt32) {
    if scalar >= 0x4E00 && scalar <= 0x9FFF || scalar == 0x3007 || scalar >= 0x3400 && scalar < 0x4DC0
      || scalar >= 0x20000 && scalar < 0x32000
    {
      self = .han
    } else if scalar < 0x80 {
      if scalar >= 0x30 && scalar <= 0x39 {
        self = .digit
      } else if scalar >= 0x41 && scalar <= 0x5A || scalar >= 0x61 && scalar <= 0x7A {
        self = .latin
      } else {
        self = .mark
      }
    } else if scalar >= 0x2000 && scalar < 0x2070 || scalar >= 0x3000 && scalar < 0x3030
      || scalar >= 0xFF00 && scalar < 0xFF10
      || scalar == 0xB7
    {
      self = .mark
    } else if scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7 {
      self = .latin
    } else {
      self = .other
    }
  }

  /// ASCII letters and digits, and Latin letters beyond.
  var isASCIIWord: Bool { self == .latin || self == .digit }
}

/// Marks, and the few characters that the generators treat by themselves.
enum Punctuation {
  @inline(__always)
  static func wordClass(of scalar: UInt32) -> WordClass {
    switch scalar {
    case 0x2C, 0xFF0C: .comma
    case 0x3001: .pause
    case 0x3A, 0xFF1A: .colon
    case 0x3002, 0x3B, 0x21, 0x3F, 0xFF1B, 0xFF01, 0xFF1F, 0x0A, 0x2026: .stop
    case 0x201C, 0x2018, 0x28, 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x5B: .open
    case 0x201D, 0x2019, 0x29, 0xFF09, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x5D: .close
    case 0x2014, 0x2015, 0x2D: .dash
    case 0x22, 0x27: .quote
    default: .character
    }
  }

  /// 今 昨 明 前 后 次 当 去 近 上 下 本 早 傍 深 凌 即 同 翌: what begins a word of time that is no festival.
  static let deictic: Set<UInt32> = Set("今昨明前后次当去近上下本早傍深凌即同翌".unicodeScalars.map(\.value))

  /// What the small lists say of Chinese characters.
  static let lists: [(CharacterInfo.Flags, StaticString)] = [
    // Marks of grammar, and what stands behind a surname without being a name.
    (.noGiven, "某氏杯老昨的了是说在就都被把皆返案曾已也仍暨巷街"),
    // Characters of grammar that no brand holds.
    (.noBrand, "的了和与及是在对把被从为向将也就都这那他她我你不说欠"),
    // 李家庄, 李家人: behind 家 no given name.
    (.noFamily, "人里庄村沟屯湾院长族口门店坡山河镇乡楼坟营寨铺坝坪桥塘冲堡台岭岗洼浜宅弄巷园墩埠渡淀集圩垸中大小父兄弟妹姐嫂婶腊"),
    // 某些, 某公司: 某 in front means a certain one, and hides no name.
    (.behindCertain, "些种个位项类时日月年天段地市省县区国公单企厂校部医银知大一两几"),
    (.honorificPrefix, "老小阿"),
    (.honorificSuffix, "老总某工"),
    // 市教育局, 县公安局, 校团委.
    (.localUnit, "省市县区乡镇村州盟旗校厂"),
    (.barrier, "的"),
  ]

  /// What is to be said of a character that is no Chinese one.
  static func flags(of scalar: UInt32) -> CharacterInfo.Flags {
    var flags: CharacterInfo.Flags = []
    if scalar == 0xB7 { flags.insert(.dot) }
    if scalar >= 0x41, scalar <= 0x5A { flags.insert(.capital) }
    if CharacterKind(scalar) == .mark {
      switch wordClass(of: scalar) {
      case .comma, .stop, .colon, .pause: flags.insert(.barrier)
      default: break
      }
    }
    return flags
  }
}
