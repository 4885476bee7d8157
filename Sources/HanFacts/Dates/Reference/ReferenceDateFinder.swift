import HanText

/// Finds the reference date in a document: dateline, masthead, signature, in this order; a dateline whose year
/// stays unknown comes behind the masthead.
///
/// - A *dateline* is `…电` behind a month and a day at the beginning of a paragraph (`新华社北京9月15日电`,
///   `本报讯9月15日电`). Where it lacks the year and all full dates of the document agree on one, that is the year
///   (`dateline+text`).
/// - A *masthead* is a full date with its weekday that stands alone or heads the page (`2023年11月8日 星期三`).
/// - A *signature* is a full date alone in the last paragraph.
package struct ReferenceDateFinder: Sendable {
  /// The tables the candidates were read with.
  package let tables: DateTables

  /// Makes a finder.
  package init(tables: DateTables) { self.tables = tables }

  /// The reference date of a text, from the candidates of its scan.
  package func find(in text: SourceText, candidates: [DateCandidate]) -> ReferenceDate? {
    let folded = text.folded
    let dateline = dateline(folded, text, candidates)
    if let dateline, dateline.year != nil { return dateline }
    return masthead(folded, text, candidates) ?? dateline ?? signature(folded, text, candidates)
  }

  /// The full day that a candidate says.
  private func day(_ candidate: DateCandidate) -> (year: Int?, month: Int, day: Int)? {
    guard case .point(let point) = candidate.expression, point.calendar == nil, !point.isLunar,
      case .number(let month) = point.month, case .number(let day) = point.day
    else { return nil }
    switch point.year {
    case .absolute(let year) where year > 0: return (year, month, day)
    case .none: return (nil, month, day)
    default: return nil
    }
  }

  private func dateline(_ folded: [UInt32], _ text: SourceText, _ candidates: [DateCandidate]) -> ReferenceDate? {
    for candidate in candidates {
      let end = candidate.range.upperBound
      guard let day = day(candidate), end < folded.count else { continue }
      guard let end = wire(at: end, folded), isNearStart(candidate.range.lowerBound, folded) else { continue }
      if end + 1 < folded.count, folded[end] == 0x7535, Self.wordsOfElectricity.contains(folded[end + 1]) { continue }
      if let year = day.year { return ReferenceDate(year: year, month: day.month, day: day.day, from: .dateline) }
      if let year = agreedYear(candidates, folded, near: (day.month, day.day)) {
        return ReferenceDate(year: year, month: day.month, day: day.day, from: .datelineAndText)
      }
      return ReferenceDate(year: nil, month: day.month, day: day.day, from: .dateline)
    }
    return nil
  }

  /// Where 电 or 讯 stands behind the day: `…电`, `…讯`, `…专电`, `…体育专电`; nil where none does.
  private func wire(at end: Int, _ folded: [UInt32]) -> Int? {
    var place = end
    // 体 育 专 综 合 财 经 特 急 快
    while place < folded.count, place - end < 4,
      [0x4F53, 0x80B2, 0x4E13, 0x7EFC, 0x5408, 0x8D22, 0x7ECF, 0x7279, 0x6025, 0x5FEB].contains(folded[place])
    { place += 1 }
    guard place < folded.count, folded[place] == 0x7535 || folded[place] == 0x8BAF else { return nil }
    return place
  }

  /// 话 力 影 视 子 脑 商 网 池 器: 电 is no wire there.
  private static let wordsOfElectricity: Set<UInt32> = [
    0x8BDD, 0x529B, 0x5F71, 0x89C6, 0x5B50, 0x8111, 0x5546, 0x7F51, 0x6C60, 0x5668, 0x52A8, 0x6E90, 0x91CF, 0x4EF7,
  ]

  /// Whether an agency or 本报 stands before, within a line's beginning.
  private func isNearStart(_ start: Int, _ folded: [UInt32]) -> Bool {
    var position = start - 1
    var steps = 0
    while position >= 0, folded[position] != 0x0A, steps < 24 {
      // 社 报 网 台 (新华社 本报 中新网)
      if [0x793E, 0x62A5, 0x7F51, 0x53F0].contains(folded[position]) { return true }
      position -= 1
      steps += 1
    }
    return false
  }

  /// The year on which all full dates of the document agree, but for those of a founding or a birth; one date alone counts
  /// where it lies within half a year of the dateline.
  private func agreedYear(
    _ candidates: [DateCandidate], _ folded: [UInt32], near dateline: (month: Int, day: Int)
  ) -> Int? {
    var agreed: Int?
    var count = 0
    var isNear = false
    for candidate in candidates {
      guard let day = day(candidate), let year = day.year, !isOrigin(candidate.range, folded) else { continue }
      if let agreed, agreed != year { return nil }
      agreed = year
      count += 1
      let distance = abs((day.month - dateline.month) * 30 + day.day - dateline.day)
      if distance <= 183 { isNear = true }
    }
    return count > 1 || isNear ? agreed : nil
  }

  /// `成立于1945年9月3日`, `1945年9月3日成立`: the day on which something or someone began, which is long past.
  private func isOrigin(_ range: Range<Int>, _ folded: [UInt32]) -> Bool {
    // 生于, 成立于, 建于, 创办于, 创刊于, 始于
    if range.lowerBound > 1, folded[range.lowerBound - 1] == 0x4E8E,
      [0x751F, 0x7ACB, 0x5EFA, 0x529E, 0x520A, 0x59CB].contains(folded[range.lowerBound - 2])
    {
      return true
    }
    let behind = folded[range.upperBound...].prefix(2)
    return Self.origins.contains { behind.starts(with: $0) }
  }

  private static let origins: [[UInt32]] = ["出生", "诞生", "成立", "创刊", "创立", "创办", "创建", "建成", "建交", "生,"].map {
    $0.unicodeScalars.map(\.value)
  }

  private func masthead(_ folded: [UInt32], _ text: SourceText, _ candidates: [DateCandidate]) -> ReferenceDate? {
    for candidate in candidates {
      guard let day = day(candidate), let year = day.year else { continue }
      // 星期三 behind it belongs to the span.
      let tail = folded[candidate.range].suffix(6)
      let hasWeekday = tail.contains(0x661F) || tail.contains(0x5468) || tail.contains(0x793C)
      guard hasWeekday, isHead(candidate.range, folded, limit: 30) else { continue }
      return ReferenceDate(year: year, month: day.month, day: day.day, from: .masthead)
    }
    return nil
  }

  /// Whether a range stands in a short line of its own.
  private func isHead(_ range: Range<Int>, _ folded: [UInt32], limit: Int) -> Bool {
    var start = range.lowerBound
    while start > 0, folded[start - 1] != 0x0A, range.lowerBound - start <= limit { start -= 1 }
    var end = range.upperBound
    while end < folded.count, folded[end] != 0x0A, end - range.upperBound <= limit { end += 1 }
    let isClosed = (start == 0 || folded[start - 1] == 0x0A) && (end == folded.count || folded[end] == 0x0A)
    guard isClosed else { return false }
    // No sentence there.
    return !folded[start..<end].contains { $0 == 0x3002 || $0 == 0x2C || $0 == 0xFF0C }
  }

  private func signature(_ folded: [UInt32], _ text: SourceText, _ candidates: [DateCandidate]) -> ReferenceDate? {
    guard let last = text.paragraphs.last else { return nil }
    for candidate in candidates.reversed() {
      guard last.contains(candidate.range.lowerBound) else { break }
      guard let day = day(candidate), let year = day.year, last.count - candidate.range.count <= 2,
        text.paragraphs.count > 1
      else { continue }
      return ReferenceDate(year: year, month: day.month, day: day.day, from: .signature)
    }
    return nil
  }
}
