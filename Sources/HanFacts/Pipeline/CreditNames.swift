import HanGazetteer
import HanText

/// Names in lists of credits: what stands between 记者 and the bracket or the end of its line is a person, also where the
/// lexicon knows it as a word.
///
/// ```
/// 电（记者[温馨]、[邹多为]）      ◎ 本报记者 [马爱平]      重庆日报记者 [刘旖旎] [郑宇] 摄
/// 责任编辑：[王五] 美编：[赵六]
/// ```
/// A list counts only as a whole: it opens behind a word of credit, every part of it is as long as a name, one at least
/// begins with a surname, and it ends with a bracket, with the paragraph, or with 摄 or 报道. One pass, linear.
struct CreditNames {
  private let knowledge: KnowledgeBase
  private let text: SourceText

  init(knowledge: KnowledgeBase, text: SourceText) {
    self.knowledge = knowledge
    self.text = text
  }

  /// At most so many names stand in a list, and at most so many characters before it in its line.
  private static let longestList = 60
  private static let longestLead = 16
  private static let longestName = 4
  private static let longestDottedName = 24

  /// What opens a list; the longest first.
  private static let credits: [[UInt32]] = [
    "责任编辑", "版面编辑", "摄影报道", "特约记者", "特约通讯员", "实习记者", "见习记者", "首席记者", "特派记者", "摄影记者", "实习生", "通讯员", "记者", "编辑", "责编",
    "美编", "校对", "摄影", "制图", "制表",
    "漫画", "撰文", "采写", "执笔", "统筹", "监制", "文字", "视频", "图表", "撰稿", "编译", "作者", "整理", "审校", "文", "图", "摄",
  ].map(\.foldedScalars).sorted { $0.count > $1.count }
  /// What reporters are credited as, also at the end of a longer credit: 实习记者.
  private static let roles: [[UInt32]] = ["记者", "通讯员", "实习生"].map(\.foldedScalars)
  /// What closes a list behind a blank.
  private static let closers: [[UInt32]] = [
    "摄影报道", "摄影", "报道", "报导", "制图", "供图", "整理", "编译", "采写", "供稿", "摄", "文", "图",
  ].map(\.foldedScalars)
  /// What closes a list also without a blank.
  private static let joinedClosers: [[UInt32]] = ["摄影报道", "摄影", "报道", "报导", "摄"].map(\.foldedScalars)
  /// By scalar of the basic plane: one more than the place in `byFirst` of the words of credit that begin with it; else 0.
  private static let firsts: CharacterBytes = {
    let table = CharacterBytes()
    for (number, words) in byFirst.enumerated() {
      if let first = words.first?.first, first < 0x10000 { table[Int(first)] = UInt8(clamping: number + 1) }
    }
    return table
  }()
  /// The words of credit with one first character, the longest first.
  private static let byFirst: [[[UInt32]]] = {
    var lists: [[[UInt32]]] = []
    for word in credits {
      if let list = lists.firstIndex(where: { $0.first?.first == word.first }) {
        lists[list].append(word)
      } else {
        lists.append([word])
      }
    }
    return lists
  }()
  /// What ends the names of a list, with what stands behind it: where they report from, what they did.
  private static let tails: [[UInt32]] = ["发自", "发于", "对本文", "亦有贡献"].map(\.foldedScalars)
  private static let dispatches = Set("电讯息".foldedScalars)

  private static let open: UInt32 = 0x28
  private static let close: UInt32 = 0x29
  private static let slash: UInt32 = 0x2F
  private static let dot: UInt32 = 0xB7
  private static let lineEnd: UInt32 = 0x0A

  /// The names of all lists, in text order.
  func names() -> [Range<Int>] {
    var names: [Range<Int>] = []
    let byFirst = Self.byFirst
    let firsts = Self.firsts.buffer
    text.folded.withUnsafeBufferPointer { folded in
      guard let base = folded.baseAddress else { return }
      for paragraph in text.paragraphs {
        var place = paragraph.lowerBound
        while true {
          // U+FFFF, which is no character, stands for all beyond the basic plane.
          while place < paragraph.upperBound, firsts[Int(min(base[place], 0xFFFF))] == 0 { place &+= 1 }
          if place >= paragraph.upperBound { break }
          let number = Int(firsts[Int(base[place])])
          if let name = photographer(before: place, paragraph, folded) {
            names.append(name)
            place += 1
          } else if let credit = Self.word(byFirst[number - 1], at: place, folded, paragraph),
            let list = list(behind: place..<place + credit, paragraph, folded)
          {
            names += list.names
            place = max(list.end, place + credit)
          } else {
            place += 1
          }
        }
      }
    }
    return names
  }

  // MARK: Lists

  private struct List {
    var names: [Range<Int>] = []
    var end = 0
    var hasCloser = false
  }

  private func list(
    behind credit: Range<Int>, _ paragraph: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>
  ) -> List? {
    var list = List()
    var place = credit.upperBound
    let isMarked = place < paragraph.upperBound && (Self.isColon(folded[place]) || folded[place] == Self.slash)
    if credit.count == 1, !isMarked { return nil }
    if let name = nameBeforeDate(at: place, paragraph, folded) {
      return List(names: [name], end: name.upperBound)
    }
    var parts: [Range<Int>] = []
    var start = place
    func endPart(_ end: Int) { if end > start { parts.append(start..<end) } }
    while place < paragraph.upperBound, parts.count <= Self.longestList {
      let scalar = folded[place]
      if scalar == Self.close || !Self.isName(scalar) && !Self.isBetween(scalar) { break }
      // What is longer than any name ends the search: it stays linear.
      if place - start > Self.longestDottedName { return nil }
      if place > start, isBlank(before: place) {
        endPart(place)
        start = place
      }
      if Self.isBetween(scalar) {
        endPart(place)
        start = place + 1
      }
      place += 1
    }
    endPart(place)
    list.end = place
    guard let names = names(of: parts, folded, paragraph, &list), !names.isEmpty else { return nil }
    list.names = names
    return isAccepted(list, credit, paragraph, folded, isMarked: isMarked) ? list : nil
  }

  /// [何农]摄, （[唐可]摄）: the name that stands alone between a mark and 摄, which ends the line or the bracket.
  private func photographer(
    before place: Int, _ paragraph: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>
  ) -> Range<Int>? {
    guard folded[place] == 0x6444 else { return nil }
    let end = place + 1
    guard end == paragraph.upperBound || folded[end] == Self.close else { return nil }
    var start = place
    while start > paragraph.lowerBound, place - start <= Self.longestName, Self.isName(folded[start - 1]) { start -= 1 }
    guard place - start >= 2, place - start <= Self.longestName,
      start == paragraph.lowerBound || folded[start - 1] == Self.open || folded[start - 1] == 0x3002,
      beginsWithSurname(start..<place, folded)
    else { return nil }
    return start..<place
  }

  private func isBlank(before place: Int) -> Bool {
    let flags = text.flags[place]
    return flags & (CharacterFlags.spaceBefore | CharacterFlags.wideGapBefore) != 0
      && flags & CharacterFlags.lineBreakBefore == 0
  }

  private static func isName(_ scalar: UInt32) -> Bool {
    scalar >= 0x4E00 && scalar <= 0x9FFF || scalar >= 0x3400 && scalar <= 0x4DBF || scalar == dot
  }

  private static func isBetween(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x2C, 0x3B, slash, 0x20, 0x3000: true
    default: isColon(scalar)
    }
  }

  private static func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0x7C }

  /// The names among the parts of a list, or nil where one is neither a name nor a credit.
  private func names(
    of parts: [Range<Int>], _ folded: UnsafeBufferPointer<UInt32>, _ paragraph: Range<Int>, _ list: inout List
  ) -> [Range<Int>]? {
    var names: [Range<Int>] = []
    var single: Range<Int>?
    for (number, part) in parts.enumerated() {
      var part = part
      // 郎悦 发自北京
      if let tail = tail(in: part, folded) {
        list.hasCloser = true
        part = part.lowerBound..<tail
        if part.isEmpty { break }
      } else if list.hasCloser {
        break
      }
      // 实习记者, 环球时报记者: a credit with what it adds is no name.
      if Self.roles.contains(where: { part.count >= $0.count && $0.elementsEqual(folded[part.suffix($0.count)]) }) {
        continue
      }
      // 记者甲 通讯员乙: a list in the list.
      if let credit = Self.word(Self.credits, at: part.lowerBound, folded, part), credit > 1 || credit == part.count {
        let isLast = number == parts.count - 1
        if isLast, Self.closers.contains(where: { $0.elementsEqual(folded[part]) }) {
          list.hasCloser = true
          continue
        }
        part = part.lowerBound + credit..<part.upperBound
        if part.isEmpty { continue }
      }
      if number == parts.count - 1 {
        if Self.closers.contains(where: { $0.elementsEqual(folded[part]) }) {
          list.hasCloser = true
          if Self.isReport(part, folded) { removePlaces(from: &names, folded) }
          continue
        }
        for closer in Self.joinedClosers
        where part.count >= closer.count + 2 && closer.elementsEqual(folded[part.suffix(closer.count)]) {
          let isReport = Self.isReport(part.suffix(2), folded)
          part = part.dropLast(closer.count)
          list.hasCloser = true
          // 记者 孙静 厦门报道: where from.
          if isReport, isPlace(part, folded) {
            part = part.upperBound..<part.upperBound
            removePlaces(from: &names, folded)
          }
          break
        }
        if part.isEmpty { continue }
      }
      // 白 洋
      if part.count == 1 {
        if let first = single, first.upperBound == part.lowerBound {
          names.append(first.lowerBound..<part.upperBound)
          single = nil
        } else if single == nil {
          single = part
        } else {
          return nil
        }
        continue
      }
      if single != nil { return nil }
      let isDotted = folded[part].contains(Self.dot)
      guard part.count <= (isDotted ? Self.longestDottedName : Self.longestName) else { return nil }
      names.append(part)
    }
    return single == nil ? names : nil
  }

  /// 北京、上海报道: the places behind the names.
  private func removePlaces(from names: inout [Range<Int>], _ folded: UnsafeBufferPointer<UInt32>) {
    while let last = names.last, isPlace(last, folded) { names.removeLast() }
  }

  /// Where a tail begins in a part of a list.
  private func tail(in part: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Int? {
    for place in part {
      for tail in Self.tails where place + tail.count <= part.upperBound && Self.reads(tail, at: place, folded) {
        return place
      }
    }
    return nil
  }

  /// 中央社记者[许秩维]台北12日电: the name of the only reporter where place and date of the dispatch follow.
  private func nameBeforeDate(
    at start: Int, _ paragraph: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>
  ) -> Range<Int>? {
    var end = start
    while end < paragraph.upperBound, end - start <= Self.longestName + 6, Self.isName(folded[end]) { end += 1 }
    guard end < paragraph.upperBound, folded[end] &- 0x30 < 10 else { return nil }
    var wire = end
    while wire < paragraph.upperBound, wire - end < 8,
      folded[wire] &- 0x30 < 10 || folded[wire] == 0x6708 || folded[wire] == 0x65E5
    {
      wire += 1
    }
    guard wire < paragraph.upperBound, folded[wire - 1] == 0x65E5, folded[wire] == 0x7535 else { return nil }
    for count in [3, 2, 4] where start + count < end {
      let name = start..<start + count
      if beginsWithSurname(name, folded), isPlace(start + count..<end, folded) { return name }
    }
    return nil
  }

  private static func isReport(_ part: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    part.count >= 2 && folded[part.upperBound - 2] == 0x62A5
      && (folded[part.upperBound - 1] == 0x9053 || folded[part.upperBound - 1] == 0x5BFC)
  }

  private func isPlace(_ name: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    isListed(name, as: "places", folded)
  }

  /// Whether a table of a category lists a string.
  private func isListed(_ name: Range<Int>, as category: String, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    for image in knowledge.images {
      var found = false
      image.withEntries(of: folded[name]) { _, entry in
        if image.categories[Int(entry.category)] == category { found = true }
      }
      if found { return true }
    }
    return false
  }

  private func isAccepted(
    _ list: List, _ credit: Range<Int>, _ paragraph: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>, isMarked: Bool
  ) -> Bool {
    let surnames = list.names.count { beginsWithSurname($0, folded) }
    let lead = lead(of: credit, paragraph, folded)
    let isClosed = list.end < paragraph.upperBound && folded[list.end] == Self.close
    if isClosed {
      guard let open = lead.open else { return false }
      // 电（记者…）
      let isDispatch = open > paragraph.lowerBound && Self.dispatches.contains(folded[open - 1])
      return isDispatch || surnames > 0
    }
    let isAtEnd = list.end == paragraph.upperBound
    if list.hasCloser { return surnames > 0 && (isAtEnd || folded[list.end] == 0x3002) }
    return isAtEnd && lead.isShort && surnames == list.names.count
  }

  /// What stands before the credit: the bracket that it stands in, and whether little more than a body opens the line.
  private func lead(
    of credit: Range<Int>, _ paragraph: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>
  ) -> (open: Int?, isShort: Bool) {
    var place = credit.lowerBound
    while place > paragraph.lowerBound, credit.lowerBound - place <= Self.longestLead {
      place -= 1
      if folded[place] == Self.open { return (place, false) }
      if [0x2C, 0x3002, 0x3B, Self.close, 0x201D].contains(folded[place]) { return (nil, false) }
    }
    return (nil, place == paragraph.lowerBound)
  }

  private func beginsWithSurname(_ name: Range<Int>, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    (1...2).contains { $0 < name.count && isListed(name.prefix($0), as: "surname", folded) }
  }

  private static func word(
    _ words: [[UInt32]], at place: Int, _ folded: UnsafeBufferPointer<UInt32>, _ limits: Range<Int>
  ) -> Int? {
    for word in words where place + word.count <= limits.upperBound && reads(word, at: place, folded) {
      return word.count
    }
    return nil
  }

  private static func reads(_ word: [UInt32], at place: Int, _ folded: UnsafeBufferPointer<UInt32>) -> Bool {
    for offset in word.indices where folded[place + offset] != word[offset] { return false }
    return true
  }
}
