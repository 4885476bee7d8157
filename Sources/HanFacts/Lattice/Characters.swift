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
    } else if scalar >= 0xC0 && scalar < 0x250 {
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

  /// Characters that are no given name: 某 氏 杯 老 家 的 and marks of grammar.
  static func isNoGivenName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x67D0, 0x6C0F, 0x676F, 0x8001, 0x5BB6, 0x7684, 0x4E86, 0x662F, 0x8BF4, 0x5728, 0x5C31, 0x90FD, 0x88AB, 0x628A:
      true
    default: false
    }
  }

  /// Characters of grammar that no brand holds: 的 了 和 与 及 是 在 对 把 被 从 为 向 将 也 就 都 这 那 他 她 我 你 不 说.
  static func isNoBrand(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7684, 0x4E86, 0x548C, 0x4E0E, 0x53CA, 0x662F, 0x5728, 0x5BF9, 0x628A, 0x88AB, 0x4ECE, 0x4E3A, 0x5411, 0x5C06,
      0x4E5F,
      0x5C31, 0x90FD, 0x8FD9, 0x90A3, 0x4ED6, 0x5979, 0x6211, 0x4F60, 0x4E0D, 0x8BF4:
      true
    default: false
    }
  }

  /// 老 小 阿 before a surname.
  static func isHonorificPrefix(_ scalar: UInt32) -> Bool { scalar == 0x8001 || scalar == 0x5C0F || scalar == 0x963F }

  /// 老 总 某 工 氏 behind a surname.
  static func isHonorificSuffix(_ scalar: UInt32) -> Bool {
    scalar == 0x8001 || scalar == 0x603B || scalar == 0x67D0 || scalar == 0x5DE5
  }

  /// 省 市 县 区 乡 镇 村 州 盟 旗 校 厂: 市教育局, 县公安局, 校团委.
  static func isLocalUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x4E61, 0x9547, 0x6751, 0x5DDE, 0x76DF, 0x65D7, 0x6821, 0x5382: true
    default: false
    }
  }

  /// All that the lists above say of a character.
  static func flags(of scalar: UInt32) -> CharacterInfo.Flags {
    var flags: CharacterInfo.Flags = []
    if isNoGivenName(scalar) { flags.insert(.noGiven) }
    if isNoBrand(scalar) { flags.insert(.noBrand) }
    if isHonorificPrefix(scalar) { flags.insert(.honorificPrefix) }
    if isHonorificSuffix(scalar) { flags.insert(.honorificSuffix) }
    if isLocalUnit(scalar) { flags.insert(.localUnit) }
    if scalar == 0xB7 { flags.insert(.dot) }
    if scalar >= 0x41, scalar <= 0x5A { flags.insert(.capital) }
    if scalar == 0x7684 { flags.insert(.barrier) }
    if CharacterKind(scalar) == .mark {
      switch wordClass(of: scalar) {
      case .comma, .stop, .colon, .pause: flags.insert(.barrier)
      default: break
      }
    }
    return flags
  }
}
