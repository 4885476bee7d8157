import HanGazetteer

/// All that the generators know of one character, in one place of memory.
///
/// The model holds them in an array by character code, frequent characters first, so that ordinary text stays in the
/// first few cache lines. Costs are in thousandths of a nat; 0 stands for "none" in `surname` and `placeSuffix`.
struct CharacterInfo: BitwiseCopyable {
  /// As a given name: alone, first of two, last of two.
  var givenSingle: Int16 = 9_000
  var givenFirst: Int16 = 9_000
  var givenLast: Int16 = 9_000
  /// As a one-character surname.
  var surname: Int16 = 0
  /// In a brand string of an organization.
  var brand: Int16 = 9_000
  /// In the name of a place before its suffix.
  var placeChar: Int16 = 9_000
  /// As the suffix of a generated place.
  var placeSuffix: Int16 = 0
  /// Its row in the transliteration costs, from 1; 0 where it is no character of transliterations.
  var transliteration: UInt16 = 0
  var kind = CharacterKind.other
  /// The class of a mark.
  var mark = WordClass.character
  var flags: Flags = []
  var begins: Beginnings = []
  /// The cell of the trie of the built-in image that the character leads to from the root; free where it does not.
  var cell = TrieCellFields.free

  /// What may begin at a character, or right behind it.
  struct Beginnings: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    /// A surname.
    static let surname = Beginnings(rawValue: 1)
    /// A transliteration.
    static let transliteration = Beginnings(rawValue: 2)
    /// The suffix of a place: a place ends there.
    static let placeSuffix = Beginnings(rawValue: 4)
    /// 第, a unit that bears a number.
    static let ordinal = Beginnings(rawValue: 8)
    /// 的, behind the owner of what follows.
    static let owner = Beginnings(rawValue: 16)
    /// 字 号 名, right before a courtesy name, and 子 before a son's.
    static let nameLabel = Beginnings(rawValue: 32)
    /// What no body's name goes across: a mark, 的; and 号, where it ends the number of a house.
    static let barrier = Beginnings(rawValue: 64)

    /// What is noted, or begins at few places.
    static var rare: Beginnings { [.placeSuffix, .owner, .ordinal] }

    /// What may begin at a character that is known so far.
    init(of info: CharacterInfo, _ scalar: UInt32) {
      rawValue = 0
      if info.surname != 0 { insert(.surname) }
      if info.transliteration != 0 { insert(.transliteration) }
      if info.placeSuffix != 0 { insert(.placeSuffix) }
      if info.flags.contains(.barrier) { insert(.barrier) }
      switch scalar {
      case 0x7B2C: insert(.ordinal)
      case 0x7684: insert(.owner)
      case 0x5B57, 0x540D, 0x5B50: insert(.nameLabel)
      case 0x53F7: formUnion([.nameLabel, .barrier])
      default: break
      }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// What a character may do.
  struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt16
    /// 某 氏 杯 老 家 的: no given name.
    static let noGiven = Flags(rawValue: 1)
    /// 的 了 和 与 …: in no brand.
    static let noBrand = Flags(rawValue: 2)
    /// 老 小 阿 before a surname.
    static let honorificPrefix = Flags(rawValue: 4)
    /// 老 总 某 工 behind a surname.
    static let honorificSuffix = Flags(rawValue: 8)
    /// Before an abbreviation of a place: 访, 赴, 驻.
    static let gateBefore = Flags(rawValue: 16)
    /// Behind an abbreviation of a place: 方, 军, 侨.
    static let gateAfter = Flags(rawValue: 32)
    /// An abbreviation that pairs with others: 中美, 中德欧.
    static let pair = Flags(rawValue: 64)
    /// An abbreviation of a place.
    static let abbreviation = Flags(rawValue: 128)
    /// A province's abbreviation that pairs with others: 川渝, 京津.
    static let homePair = Flags(rawValue: 2048)
    /// `·` between the parts of a name.
    static let dot = Flags(rawValue: 256)
    /// A capital letter A–Z.
    static let capital = Flags(rawValue: 512)
    /// A mark that no organization's name holds, and 的.
    static let barrier = Flags(rawValue: 1024)
    /// 省 市 县 …: the unit that a body without a place of its own belongs to.
    static let localUnit = Flags(rawValue: 4096)
    /// Behind 家 no given name: 李家庄, 李家人.
    static let noFamily = Flags(rawValue: 16384)
    /// Behind 某 that means a certain one: 某些, 某公司.
    static let behindCertain = Flags(rawValue: 32768)
    /// An abbreviation of a country that stands before offices: 俄总统.
    static let office = Flags(rawValue: 8192)
  }
}
