/// A part of the day, as TIMEX3 writes it.
package enum DatePart: UInt8, Sendable, Hashable, BitwiseCopyable {
  case morning = 1
  case noon
  case afternoon
  case evening
  case night
  case earlyMorning
  case day

  /// The TIMEX3 code.
  package var code: String {
    switch self {
    case .morning: "TMO"
    case .noon: "TMI"
    case .afternoon: "TAF"
    case .evening: "TEV"
    case .night, .earlyMorning: "TNI"
    case .day: "TDT"
    }
  }

  /// The hour on the clock of 24 that an hour of the clock of 12 means in this part of the day.
  package func hour(_ hour: Int) -> Int {
    switch self {
    case .morning, .day: hour
    case .noon: hour >= 1 && hour <= 3 ? hour + 12 : hour
    case .afternoon: hour >= 1 && hour < 12 ? hour + 12 : hour
    case .evening: hour >= 5 && hour < 12 ? hour + 12 : hour == 12 ? 24 : hour
    case .night: hour >= 6 && hour < 12 ? hour + 12 : hour == 12 ? 24 : hour
    case .earlyMorning: hour == 12 ? 0 : hour
    }
  }
}

/// The early, middle or late part of a period.
package enum DatePhase: UInt8, Sendable, Hashable, BitwiseCopyable {
  case start = 1
  case mid
  case end
}

/// A time of day as written.
package struct DateClock: Sendable, Hashable, BitwiseCopyable {
  private var storedHour: Int16
  private var storedMinute: Int16 = -1
  private var storedSecond: Int16 = -1
  private var storedOffset: Int16 = -1
  /// Whether a.m. or p.m. fixes the half of the day.
  package var isFixed = false

  /// Makes a time of day.
  package init(hour: Int, minute: Int? = nil) {
    storedHour = Int16(truncatingIfNeeded: hour)
    self.minute = minute
  }

  /// The hour, 0…24.
  package var hour: Int {
    get { Int(storedHour) }
    set { storedHour = Int16(truncatingIfNeeded: newValue) }
  }
  /// The minute, where one is written.
  package var minute: Int? {
    get { storedMinute < 0 ? nil : Int(storedMinute) }
    set { storedMinute = newValue.map { Int16(truncatingIfNeeded: $0) } ?? -1 }
  }
  /// The second, where one is written.
  package var second: Int? {
    get { storedSecond < 0 ? nil : Int(storedSecond) }
    set { storedSecond = newValue.map { Int16(truncatingIfNeeded: $0) } ?? -1 }
  }
  /// The offset from UTC in minutes, where one is written.
  package var offset: Int? {
    get { storedOffset < 0 ? nil : Int(storedOffset) }
    set { storedOffset = newValue.map { Int16(truncatingIfNeeded: $0) } ?? -1 }
  }
}

/// A date, a time or a period as written: what is said of the year, the month, the day and the clock.
///
/// Every part may be absolute, relative to the reference, or relative to the last date of the text;
/// nothing is resolved here.
package struct DatePoint: Sendable, Hashable, BitwiseCopyable {
  /// What is said of the year.
  package enum Year: Sendable, Hashable, BitwiseCopyable {
    case none
    /// An astronomical year.
    case absolute(Int)
    /// Two digits.
    case short(Int)
    /// So many years from the reference.
    case relative(Int)
    /// So many years from the last date in the text.
    case text(Int)
    /// The years from … to ….
    case span(Int, Int)
    /// The decade of an unnamed century.
    case decade(Int)
    /// A decade: its first year.
    case fullDecade(Int)
    /// Decades: the first years of the first and the last.
    case fullDecades(Int, Int)
    /// A century by its number.
    case century(Int)
    /// A century relative to the reference.
    case relativeCentury(Int)
    /// A decade in a century relative to the reference.
    case relativeDecade(century: Int, Int)
    /// A year by its place in a cycle, and the length of the cycle.
    case cyclic(Int, of: Int)
    /// The year in which a festival falls next (1) or fell last (−1).
    case adjacent(Int)
  }
  /// What is said of the part of the year.
  package enum Month: Sendable, Hashable, BitwiseCopyable {
    case none
    case number(Int)
    case lunar(Int, leap: Bool)
    case relative(Int)
    case text(Int)
    case half(Int)
    case relativeHalf(Int)
    case quarter(Int)
    case quarters(Int, Int)
    case relativeQuarter(Int)
    case season(Int)
    case span(Int, Int)
    /// The first months, or the last where negative.
    case first(Int)
  }
  /// What is said of the day or the week.
  package enum Day: Sendable, Hashable, BitwiseCopyable {
    case none
    case number(Int)
    case relative(Int)
    case text(Int)
    /// Two relative days and all between.
    case span(Int, Int)
    case weekday(Int, week: Int?)
    case week(Int)
    case textWeek(Int)
    case weekend(Int)
    case halfWeek(Int)
    case halfMonth(Int)
    case third(Int)
    /// Two thirds of a month that follow each other (中下旬).
    case thirds(Int, Int)
    /// The nth week of the month or year, from the end where negative.
    case nthWeek(Int)
    case nthWeekday(Int, weekday: Int)
    /// The nth day of the month or year, from the end where negative.
    case nth(Int)
    /// The first days, or the last where negative.
    case first(Int)
    /// The first weeks, or the last where negative.
    case firstWeeks(Int)
    case festival(Int)
    case term(Int)
    case workday
    /// The day so many months from the reference.
    case monthsAway(Int)
  }

  /// A calendar that is not the Gregorian.
  package enum Calendar: Sendable, Hashable, BitwiseCopyable {
    case chinese
    /// The years of the Republic of China.
    case republic
    /// An era: its row in the tables.
    case era(row: Int)
  }

  package var year = Year.none
  package var month = Month.none
  package var day = Day.none
  package var part: DatePart?
  package var clock: DateClock?
  package var phase: DatePhase?
  package var mod: DateModCode?
  /// An index into the zones of the tables.
  package var zone: Int?
  /// The calendar, where it is not the Gregorian.
  package var calendar: Calendar?
  /// Whether the whole is lunar (农历).
  package var isLunar = false
  /// The grain that is filled already: a component may follow only if it is finer.
  package var slot = DateSlot.nothing

  package init() {}
}

/// The grains of a date, from coarse to fine.
package enum DateSlot: UInt8, Sendable, Comparable, BitwiseCopyable {
  case nothing
  case century
  case decade
  case year
  case half
  case month
  case week
  case day
  case part
  case clock

  package static func < (left: DateSlot, right: DateSlot) -> Bool { left.rawValue < right.rawValue }
}

/// How an amount of time lies to now.
package enum DateAmountUse: UInt8, Sendable, Hashable, BitwiseCopyable {
  /// 三年
  case plain
  /// 三年前
  case ago
  /// 三年后
  case later
  /// 过去三年
  case past
  /// 未来三年, 三年内
  case next
  /// 三十三年 that fills a clause: an amount, or a year of the era that the text counts in
  case regnal
}

/// A temporal expression as read, not yet resolved.
package enum DateExpression: Sendable, Hashable, BitwiseCopyable {
  /// A date, time or period.
  case point(DatePoint)
  /// From one to another, both included.
  case range(DatePoint, DatePoint)
  /// An amount of time.
  case amount(DateAmount, DateAmountUse)
  /// Between two amounts of time.
  case amountRange(DateAmount, DateAmount)
  /// So much after (sign 1) or before (sign −1) a date.
  case offset(DatePoint, DateAmount, Int)
  /// The days (or longer) that begin at a date.
  case stretch(DatePoint, DateAmount)
  /// Every such date.
  case every(DatePoint)
  /// Every such range.
  case everyRange(DatePoint, DatePoint)
  /// Every so much time.
  case everyAmount(DateAmount)
  /// The hour before (−1) or after (1) now.
  case adjacentHour(Int)
  /// PAST_REF (1), PRESENT_REF (2), FUTURE_REF (3).
  case vague(Int)
}

extension DateExpression {
  /// Whether a year is said, other than this one.
  var hasYear: Bool {
    switch self {
    case .point(let point): point.year != .none && point.year != .relative(0)
    case .range(let low, let high): low.year != .none || high.year != .none
    default: false
    }
  }
}

extension DateExpression {
  /// Whether its year is one of the Republic of China.
  var isRepublic: Bool {
    switch self {
    case .point(let point), .range(_, let point): point.calendar == .republic
    default: false
    }
  }
}

/// How sure a reading is before its neighbours are known.
package enum DateStrength: UInt8, Sendable, Comparable {
  /// Only where nothing else claims the characters and the place is isolated: `3.20`, `百年`, a bare `三点`.
  case weak
  /// A plain reading that another word may claim: `20日`, `上海`-like beginnings, bare weekdays.
  case fair
  /// Beyond doubt: `2020年8月1日`.
  case strong

  package static func < (left: DateStrength, right: DateStrength) -> Bool { left.rawValue < right.rawValue }
}

/// A reading of a stretch of text as a temporal expression.
package struct DateCandidate: Sendable {
  /// The place in the normalised text.
  package var range: Range<Int>
  /// What stands there.
  package var expression: DateExpression
  /// The rule that read it.
  package var rule: StaticString
  /// The rows of the tables that took part: indices into `DateTables.rows`.
  package var evidenceRows: [Int]
  /// How sure the reading is.
  package var strength: DateStrength
  /// Whether only a separator (、 和 及 与 或) stands between this and the candidate before.
  package var continues = false
}
