/// What the scanner asks of a row of the unit tables: plain numbers, so that a match costs no reference counting.
struct UnitMark: BitwiseCopyable, Sendable {
  /// The row, an index into `UnitLexicon.rows`.
  var row: Int32
  /// The character of a surface of one character, else 0.
  var character: UInt32
  /// Where its excluded characters begin in the lexicon's list, and how many they are.
  var excludedStart: Int32
  var excludedCount: Int32
  /// How many characters stand behind those in the list: pairs that let the surface stand nevertheless.
  var pardonedCount: Int32
  /// The number of characters of the surface.
  var surfaceLength: Int32
  /// The canonical unit, as the lexicon numbers them.
  var canonical: Canonical
  /// The dimension, as the lexicon numbers them.
  var dimension: Dimension
  var kind: UnitRow.Kind
  var flags: UnitRow.Flags
  /// Whether the surface is written in ASCII.
  var isASCII: Bool
  /// Whether a Latin symbol is common enough to stand behind one Chinese digit.
  var isCommonSymbol: Bool
  /// Whether the canonical unit is one of mass, volume or energy.
  var isAmount: Bool

  /// The number of a canonical unit.
  struct Canonical: Hashable, BitwiseCopyable, Sendable {
    var number: Int32
    static let degree = Canonical(number: 0)
    static let celsius = Canonical(number: 1)
    static let fahrenheit = Canonical(number: 2)
    static let yuan = Canonical(number: 3)
    /// The canonical units of the numbers above.
    static let named = ["deg", "Cel", "[degF]", "CNY"]
  }

  /// The number of a dimension.
  struct Dimension: Hashable, BitwiseCopyable, Sendable {
    var number: Int32
    static let information = Dimension(number: 0)
    static let pressure = Dimension(number: 1)
    static let length = Dimension(number: 2)
    static let volume = Dimension(number: 3)
    /// The dimensions of the numbers above.
    static let named = ["information", "pressure", "length", "volume"]
  }
}

/// The rows that a figure shows as evidence: at most six, without an allocation.
struct RowList: BitwiseCopyable, Sendable {
  private var rows: (Int32, Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0, 0)
  /// How many there are.
  private(set) var count = 0

  /// Adds a row; no figure has more than six.
  mutating func append(_ row: Int32) {
    switch count {
    case 0: rows.0 = row
    case 1: rows.1 = row
    case 2: rows.2 = row
    case 3: rows.3 = row
    case 4: rows.4 = row
    case 5: rows.5 = row
    default: return
    }
    count += 1
  }

  /// The row at a place below `count`.
  subscript(place: Int) -> Int {
    switch place {
    case 0: Int(rows.0)
    case 1: Int(rows.1)
    case 2: Int(rows.2)
    case 3: Int(rows.3)
    case 4: Int(rows.4)
    default: Int(rows.5)
    }
  }
}

/// What the scanner asks of a qualifier.
struct QualifierMark: BitwiseCopyable, Sendable {
  /// The row, an index into `UnitLexicon.qualifiers`.
  var row: Int32
  /// Where its excluded characters begin in the lexicon's list, and how many they are.
  var excludedStart: Int32
  var excludedCount: Int32
  /// How many characters stand behind those in the list: pairs that let the word stand nevertheless.
  var pardonedCount: Int32
  /// What it makes of the value.
  var approximation: ApproximationCode
  /// The word, where the scanner has rules for it.
  var word: Word

  /// The suffixes that the scanner has rules for.
  enum Word: UInt8, BitwiseCopyable, Sendable {
    case other, more, perhaps, upDown, leftRight, bound, notTo, whole, unequal

    init(_ surface: String) {
      switch surface {
      case "多", "余": self = .more
      case "许": self = .perhaps
      case "上下": self = .upDown
      case "左右": self = .leftRight
      case "以下", "以上": self = .bound
      case "不到": self = .notTo
      case "整": self = .whole
      case "不等": self = .unequal
      default: self = .other
      }
    }
  }
}

/// Makes the marks of a lexicon's rows.
struct UnitMarkMaker {
  /// Texts by number.
  struct Numbering {
    private(set) var texts: [String]
    private var numbers: [String: Int32]
    /// The number that was asked for last: rows of one line have one unit and one dimension.
    private var last: Int32 = 0

    init(_ named: [String]) {
      texts = named
      numbers = Dictionary(uniqueKeysWithValues: zip(named, 0...))
    }

    mutating func number(_ text: String) -> Int32 {
      if texts[Int(last)] == text { return last }
      if let number = numbers[text] {
        last = number
        return number
      }
      last = add(text)
      numbers[text] = last
      return last
    }

    /// Adds a text that no other is compared with by number.
    mutating func add(_ text: String) -> Int32 {
      texts.append(text)
      return Int32(texts.count - 1)
    }
  }

  private(set) var excluded: [UInt32] = []
  private(set) var approximations = ApproximationCode.named
  private(set) var canonicals = Numbering(UnitMark.Canonical.named)
  private var dimensions = Numbering(UnitMark.Dimension.named)

  private static let commonSymbols = ["L", "m", "g", "kg", "km", "cm", "mm", "ml", "mL", "KG", "M"]

  private static let amounts: Set<String> = [
    "t", "kg", "g", "斤", "两", "L", "mL", "m3", "亩", "har", "[bbl_us]", "kW.h", "MW.h", "{TEU}", "km", "P", "桶", "W",
    "kW", "MW", "GW",
  ]

  /// The canonical unit that was asked for last, and whether it is an amount.
  private var lastAmount: (canonical: Int32, isAmount: Bool) = (-1, false)

  private mutating func isAmount(_ row: UnitRow, _ canonical: Int32) -> Bool {
    if row.kind != .measure { return false }
    if canonical != lastAmount.canonical { lastAmount = (canonical, Self.amounts.contains(row.canonical)) }
    return lastAmount.isAmount
  }

  mutating func mark(of row: UnitRow, number: Int) -> UnitMark {
    let start = Int32(excluded.count)
    excluded += row.excluded
    excluded += row.pardoned
    let canonical =
      row.kind == .classifier ? canonicals.add(row.canonical) : canonicals.number(row.canonical)
    return UnitMark(
      row: Int32(number), character: row.character, excludedStart: start, excludedCount: Int32(row.excluded.count),
      pardonedCount: Int32(row.pardoned.count),
      surfaceLength: Int32(row.surfaceLength),
      canonical: .init(number: canonical),
      dimension: .init(number: dimensions.number(row.dimension)), kind: row.kind, flags: row.flags,
      isASCII: row.isASCII, isCommonSymbol: row.isASCII && Self.commonSymbols.contains(row.surface),
      isAmount: isAmount(row, canonical))
  }

  mutating func mark(of row: Qualifier, number: Int) -> QualifierMark {
    let start = add(row.excluded + row.pardoned)
    return QualifierMark(
      row: Int32(number), excludedStart: start, excludedCount: Int32(row.excluded.count),
      pardonedCount: Int32(row.pardoned.count), approximation: code(row.approximation), word: .init(row.surface))
  }

  private mutating func add(_ scalars: [UInt32]) -> Int32 {
    let start = Int32(excluded.count)
    excluded += scalars
    return start
  }

  private mutating func code(_ approximation: Approximation) -> ApproximationCode {
    if let place = approximations.firstIndex(of: approximation) {
      return ApproximationCode(rawValue: UInt8(clamping: place))
    }
    guard approximations.count < 256 else { return .exact }
    approximations.append(approximation)
    return ApproximationCode(rawValue: UInt8(approximations.count - 1))
  }
}
