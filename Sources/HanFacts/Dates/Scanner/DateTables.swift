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
    /// An era that may call its years 载 (天宝).
    case zaiEra
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
    /// The same where the sentence names a year before it (当年).
    case thatYear
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
    /// The beginning of a dynasty or of the Republic (清初): number and second number are its years.
    case periodStart
    /// Its end (清末).
    case periodEnd
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

  /// The tables of `Gazetteers/dates` in the order in which they are read: later words win over earlier ones.
  package static let names = [
    "stops", "festivals", "terms", "eras", "plans", "zones", "relative", "parts", "seasons", "vague", "cyclic",
  ]

  /// All rows.
  package private(set) var rows: [Row] = []
  /// The rules of the festivals.
  package private(set) var festivals: [FestivalRule] = []
  /// The values of the zones (`+08:00`, `Asia/Tokyo`).
  package private(set) var zones: [String] = []
  /// The words.
  package private(set) var words: [DateWord] = []
  private(set) var trie = DateTrie()

  /// No tables.
  package static let none = DateTables()
  private init() {}

  /// Reads tables, each a name (`dates/festivals.tsv`) and the bytes of the file. Where two rows have one surface the
  /// later one wins, but a word that is no date never replaces one; a surface with `-` before it takes the word away.
  package init(_ tables: [(name: String, bytes: [UInt8])]) throws(DateTableError) {
    // A row has some twenty bytes, a node nine.
    let size = tables.reduce(0) { $0 + $1.bytes.count }
    words.reserveCapacity(size / 20)
    rows.reserveCapacity(size / 20)
    trie = DateTrie(capacity: size / 8)
    for table in tables {
      var failure: DateTableError?
      table.bytes.withUnsafeBufferPointer { bytes in
        do throws(DateTableError) { try read(table.name, bytes) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  /// The longest word that begins at a place of the folded text.
  @inline(__always)
  package func longest(_ text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int) -> (word: DateWord, end: Int)? {
    guard let hit = trie.longest(text, at: start, end: end) else { return nil }
    return (words[hit.value], hit.end)
  }

  private typealias Cell = UnsafeBufferPointer<UInt8>

  /// The cells of a row that matter here.
  private struct Cells {
    var surface = Cell(start: nil, count: 0)
    var aliases = Cell(start: nil, count: 0)
    var kind = Cell(start: nil, count: 0)
    var value = Cell(start: nil, count: 0)
  }

  private mutating func read(_ name: String, _ bytes: Cell) throws(DateTableError) {
    var header: [Column] = []
    var number = 0
    var start = 0
    var last = LastKind()
    while start < bytes.count {
      number += 1
      let end = Self.index(of: 10, in: bytes, from: start, to: bytes.count)
      let lineStart = start
      start = end + 1
      if lineStart == end || bytes[lineStart] == 35 { continue }
      var cells = Cells()
      let isHeader = header.isEmpty
      var column = 0
      var cell = lineStart
      while cell <= end {
        let stop = Self.index(of: 9, in: bytes, from: cell, to: end)
        let text = Cell(rebasing: bytes[cell..<stop])
        if isHeader {
          header.append(Self.column(text))
        } else if column < header.count {
          switch header[column] {
          case .surface: cells.surface = text
          case .aliases: cells.aliases = text
          case .kind: cells.kind = text
          case .value: cells.value = text
          case .other: break
          }
        } else {
          throw DateTableError(table: name, line: number, message: "the row has more cells than the header")
        }
        column += 1
        cell = stop + 1
      }
      if isHeader { continue }
      do { try add(cells, table: name, &last) } catch {
        throw DateTableError(table: name, line: number, message: error.message)
      }
    }
  }

  /// Where a byte stands first in a range; its end where it does not.
  private static func index(of byte: UInt8, in bytes: Cell, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] != byte { index &+= 1 }
    return index
  }

  /// The columns that matter here.
  private enum Column { case surface, aliases, kind, value, other }

  private static func column(_ name: Cell) -> Column {
    switch String(decoding: name, as: UTF8.self) {
    case "surface": .surface
    case "aliases": .aliases
    case "kind": .kind
    case "value": .value
    default: .other
    }
  }

  private struct RowError: Error { var message: String }

  /// The kind of the row before, which is that of most rows.
  private struct LastKind {
    var name: Cell?
    var kind = DateWord.Kind.stop

    mutating func kind(_ cell: Cell) -> DateWord.Kind? {
      if let name, name.count == cell.count, name.indices.allSatisfy({ name[$0] == cell[$0] }) { return kind }
      guard let found = DateTables.kinds[String(decoding: cell, as: UTF8.self)] else { return nil }
      (name, kind) = (cell, found)
      return found
    }
  }

  private mutating func add(_ cells: Cells, table: String, _ last: inout LastKind) throws(RowError) {
    guard let first = cells.surface.first else { throw RowError(message: "the row has no surface") }
    if first == UInt8(ascii: "-") {
      trie.insert(Cell(rebasing: cells.surface.dropFirst()), value: -1)
      return
    }
    guard let kind = last.kind(cells.kind) else {
      throw RowError(message: "unknown kind '\(String(decoding: cells.kind, as: UTF8.self))'")
    }
    var word = DateWord(kind: kind, number: 0, second: 0, row: rows.count)
    switch kind {
    case .festival:
      guard let rule = FestivalRule(Array(cells.value)[...]) else {
        throw RowError(message: "wrong rule '\(String(decoding: cells.value, as: UTF8.self))'")
      }
      word.number = festivals.count
      festivals.append(rule)
    case .zone:
      word.number = zones.count
      zones.append(String(decoding: cells.value, as: UTF8.self))
    case .stop: break
    default:
      guard let (first, second) = DateDigits.pair(cells.value) else {
        throw RowError(message: "wrong value '\(String(decoding: cells.value, as: UTF8.self))'")
      }
      (word.number, word.second) = (first, second)
    }
    insert(cells.surface, kind)
    var alias = 0
    while alias < cells.aliases.count {
      let stop = Self.index(of: UInt8(ascii: "|"), in: cells.aliases, from: alias, to: cells.aliases.count)
      if stop > alias { insert(Cell(rebasing: cells.aliases[alias..<stop]), kind) }
      alias = stop + 1
    }
    rows.append(Row(table: table, surface: String(decoding: cells.surface, as: UTF8.self)))
    words.append(word)
  }

  private mutating func insert(_ surface: Cell, _ kind: DateWord.Kind) {
    if kind == .stop, let old = trie.value(of: surface), words[old].kind != .stop { return }
    trie.insert(surface, value: words.count)
  }

  fileprivate static let kinds: [String: DateWord.Kind] = [
    "festival": .festival, "term": .term, "era": .era, "zai-era": .zaiEra, "day": .day, "year": .year, "month": .month,
    "quarter": .quarter, "half-year": .halfYear, "week": .week, "weekend": .weekend, "text-day": .textDay,
    "text-month": .textMonth, "text-year": .textYear, "that-year": .thatYear, "text-week": .textWeek,
    "weekday": .weekday, "part": .part,
    "short-part": .shortPart, "season": .season, "half": .half, "half-month": .halfMonth, "half-week": .halfWeek,
    "lunar-month": .lunarMonth, "month-name": .monthName, "plan": .plan, "zone": .zone, "vague": .vague,
    "months": .months, "days": .days, "stop": .stop, "recurring": .recurring,
    "century": .century, "adjacent": .adjacent, "hour": .hour, "cyclic": .cyclic,
    "season-year": .seasonYear, "period-start": .periodStart, "period-end": .periodEnd,
  ]
}
