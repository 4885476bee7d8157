/// What a row of the tables means to the scanner.
package struct DateWord: Hashable, Sendable {
  /// What kind of word it is.
  package enum Kind: UInt8, Sendable {
    /// A festival; the number indexes `DateTables.festivals`.
    case festival
    /// A solar term; the number is that of `SolarTerms.names`.
    case term
    /// An era; the number is the Gregorian year before its first, the second the length.
    case era
    /// A day relative to the reference; the number counts days.
    case day
    /// A year relative to the reference.
    case year
    /// A month relative to the reference.
    case month
    /// A quarter relative to the reference.
    case quarter
    /// A half year relative to the reference.
    case halfYear
    /// A week relative to the reference.
    case week
    /// A weekend relative to the reference.
    case weekend
    /// A day relative to the last date of the text.
    case textDay
    /// A month relative to the last date of the text.
    case textMonth
    /// A year relative to the last date of the text.
    case textYear
    /// A week relative to the last date of the text.
    case textWeek
    /// A weekday, 1…7.
    case weekday
    /// A part of the day; the number is a `DatePart`.
    case part
    /// A part of the day that stands only behind a day or before an hour.
    case shortPart
    /// A season, 1…4.
    case season
    /// Half of a year, 1 or 2.
    case half
    /// Half of a month, 1 or 2.
    case halfMonth
    /// Half of a week, 1 or 2.
    case halfWeek
    /// A lunar month by name (正月 腊月).
    case lunarMonth
    /// A Gregorian month by name (元月).
    case monthName
    /// A five-year plan; number and second number are its years.
    case plan
    /// A time zone.
    case zone
    /// A vague time: 1 PAST_REF, 2 PRESENT_REF, 3 FUTURE_REF.
    case vague
    /// A span of the year that is no festival (暑假); number and second number are months.
    case months
    /// The word that begins an enumeration of days (今明两天): number and second number are day offsets.
    case days
    /// No date at all: the word is stepped over.
    case stop
    /// A recurring time (工作日).
    case recurring
    /// A century relative to the reference.
    case century
    /// The next (1) or last (−1) of a festival (下一个国庆节).
    case adjacent
    /// The hour next to now (上个小时).
    case hour
    /// A season of a year relative to the reference: number is the year, second the season (今秋).
    case seasonYear
    /// A year by its place in a cycle: number is the place, second the length (60 干支, 12 生肖).
    case cyclic
  }
  /// The kind.
  package var kind: Kind
  /// The meaning of the number is the kind's.
  package var number: Int
  /// The second number, where the kind has one.
  package var second: Int
  /// The row: an index into `DateTables.rows`.
  package var row: Int
}

/// A wrong row of a date table.
package struct DateTableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The table's name.
  package var table: String
  /// The line, from 1.
  package var line: Int
  /// What is wrong.
  package var message: String
  /// `table:line: error: message`.
  package var description: String { "\(table):\(line): error: \(message)" }
}

/// The tables of `Gazetteers/dates` in the form that the scanner reads.
package struct DateTables: Sendable {
  /// A row: the table's name and the surface, which is the evidence that records show.
  package struct Row: Hashable, Sendable {
    /// The table, `dates/festivals.tsv`.
    package var table: String
    /// The surface.
    package var surface: String
  }

  /// All rows.
  package private(set) var rows: [Row] = []
  /// The rules of the festivals.
  package private(set) var festivals: [FestivalRule] = []
  /// The values of the zones (`+08:00`, `Asia/Tokyo`).
  package private(set) var zones: [String] = []
  /// The words.
  package private(set) var words: [DateWord] = []
  var trie = DateTrie()

  /// No tables.
  static let none = DateTables()
  private init() {}

  /// Reads tables, each a name (`dates/festivals.tsv`) and the bytes of the file.
  package init(_ tables: [(name: String, bytes: [UInt8])]) throws(DateTableError) {
    for table in tables { try read(table.name, table.bytes) }
  }

  /// The longest word that begins at a place of the folded text.
  @inline(__always)
  package func longest(_ text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int) -> (word: DateWord, end: Int)? {
    guard let hit = trie.longest(text, at: start, end: end) else { return nil }
    return (words[hit.value], hit.end)
  }

  private mutating func read(_ name: String, _ bytes: [UInt8]) throws(DateTableError) {
    var header: [String] = []
    var number = 0
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 35 { continue }
      let cells = line.split(separator: 9, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      if header.isEmpty {
        header = cells
        continue
      }
      var fields: [String: String] = [:]
      for (column, cell) in zip(header, cells) { fields[column] = cell }
      do { try add(fields, table: name) } catch {
        throw DateTableError(table: name, line: number, message: error.message)
      }
    }
  }

  private struct RowError: Error { var message: String }

  private mutating func add(_ fields: [String: String], table: String) throws(RowError) {
    guard let surface = fields["surface"], !surface.isEmpty else { throw RowError(message: "the row has no surface") }
    guard let kindName = fields["kind"] else { throw RowError(message: "the row has no kind") }
    let value = fields["value"] ?? ""
    guard let kind = Self.kinds[kindName] else { throw RowError(message: "unknown kind \(kindName)") }
    var word = DateWord(kind: kind, number: 0, second: 0, row: rows.count)
    switch kind {
    case .festival:
      guard let rule = FestivalRule(value) else { throw RowError(message: "wrong rule \(value)") }
      word.number = festivals.count
      festivals.append(rule)
    case .zone:
      word.number = zones.count
      zones.append(value)
    case .stop: break
    default:
      let parts = value.split(separator: "/").map { Int($0) }
      if !value.isEmpty {
        guard parts.count <= 2, let first = parts[0] else { throw RowError(message: "wrong value \(value)") }
        word.number = first
        if parts.count == 2 {
          guard let second = parts[1] else { throw RowError(message: "wrong value \(value)") }
          word.second = second
        }
      }
    }
    let aliases = (fields["aliases"] ?? "").split(separator: "|").map(String.init)
    for name in [surface] + aliases {
      trie.insert(name.unicodeScalars.map(\.value), value: words.count)
    }
    rows.append(Row(table: table, surface: surface))
    words.append(word)
  }

  private static let kinds: [String: DateWord.Kind] = [
    "festival": .festival, "term": .term, "era": .era, "day": .day, "year": .year, "month": .month,
    "quarter": .quarter, "half-year": .halfYear, "week": .week, "weekend": .weekend, "text-day": .textDay,
    "text-month": .textMonth, "text-year": .textYear, "text-week": .textWeek, "weekday": .weekday, "part": .part,
    "short-part": .shortPart, "season": .season, "half": .half, "half-month": .halfMonth, "half-week": .halfWeek,
    "lunar-month": .lunarMonth, "month-name": .monthName, "plan": .plan, "zone": .zone, "vague": .vague,
    "months": .months, "days": .days, "stop": .stop, "recurring": .recurring,
    "century": .century, "adjacent": .adjacent, "hour": .hour, "cyclic": .cyclic,
    "season-year": .seasonYear,
  ]
}
