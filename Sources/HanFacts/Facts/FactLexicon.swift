import HanText

/// What a word does in the statement of a fact.
///
/// The words stand in `Gazetteers/facts/words.tsv`, a row with the names of its traits for each.
struct WordTraits: OptionSet, BitwiseCopyable, Hashable {
  let rawValue: UInt64

  /// Introduces what somebody said, also without a mark behind it: 说, 认为.
  static let cue = WordTraits(rawValue: 1 << 0)
  /// Introduces speech only before a mark or a quotation: 介绍, 解释.
  static let weakCue = WordTraits(rawValue: 1 << 1)
  /// Announces speech behind a quotation without introducing it: 发表, 提出.
  static let speechAct = WordTraits(rawValue: 1 << 2)
  /// A person by profession or group, who may speak: 人士, 负责人.
  static let human = WordTraits(rawValue: 1 << 3)
  /// A document that states something: 公报, 报告.
  static let statement = WordTraits(rawValue: 1 << 4)
  /// A body that is no name by itself: 公司, 协会.
  static let body = WordTraits(rawValue: 1 << 5)
  /// Belongs to the title behind it: 副, 前, 执行.
  static let titlePrefix = WordTraits(rawValue: 1 << 6)
  /// A title that nouns before it belong to: 专家, 教授.
  static let professional = WordTraits(rawValue: 1 << 7)
  /// An office of state or diplomacy, whose body may be a country: 总统, 大使.
  static let stateOffice = WordTraits(rawValue: 1 << 8)
  /// Calls a person without being a post: 先生, 同志.
  static let address = WordTraits(rawValue: 1 << 9)
  /// Joins titles or bodies: 兼, 及, 和.
  static let joint = WordTraits(rawValue: 1 << 10)
  /// Takes up a post: 任, 担任, 当选.
  static let appointment = WordTraits(rawValue: 1 << 11)
  /// Gives up a post: 卸任, 辞去.
  static let dismissal = WordTraits(rawValue: 1 << 12)
  /// Is: 是, 为, 系.
  static let copula = WordTraits(rawValue: 1 << 13)
  /// 他, 她 and their like.
  static let pronoun = WordTraits(rawValue: 1 << 14)
  /// Leads from a thing to its number: 达, 超过, 增至.
  static let link = WordTraits(rawValue: 1 << 15)
  /// Rises: 增长, 提高.
  static let up = WordTraits(rawValue: 1 << 16)
  /// Falls: 下降, 减少.
  static let down = WordTraits(rawValue: 1 << 17)
  /// Says against what a change is measured: 同比, 环比.
  static let basis = WordTraits(rawValue: 1 << 18)
  /// Denies: 没有, 未.
  static let denial = WordTraits(rawValue: 1 << 19)
  /// Plans: 将, 拟.
  static let plan = WordTraits(rawValue: 1 << 20)
  /// Estimates: 预计, 有望.
  static let estimate = WordTraits(rawValue: 1 << 21)
  /// Makes a condition: 如果, 若.
  static let condition = WordTraits(rawValue: 1 << 22)
  /// Stands between a noun and its verb without changing the fact: 已, 共, 目前.
  static let filler = WordTraits(rawValue: 1 << 23)
  /// Reporter and the like: no role, but a byline.
  static let reporter = WordTraits(rawValue: 1 << 24)
  /// A side in talks behind a place: 方.
  static let side = WordTraits(rawValue: 1 << 25)
  /// 该, 本.
  static let demonstrative = WordTraits(rawValue: 1 << 26)
  /// 作为, 身为.
  static let asRole = WordTraits(rawValue: 1 << 27)
  /// Holds, takes place: 举行, 召开.
  static let takesPlace = WordTraits(rawValue: 1 << 28)
  /// Not a post by itself though listed as a title: 伙伴, 患者.
  static let noTitle = WordTraits(rawValue: 1 << 29)
  /// A kind of meeting, fair or mission that closes the name of an event.
  static let eventHead = WordTraits(rawValue: 1 << 30)
  /// A prize or honour, which makes a title but no role: 得主.
  static let honour = WordTraits(rawValue: 1 << 31)
  /// Means more than its subject's clause: 双方, 大家; never a speaker.
  static let collective = WordTraits(rawValue: 1 << 32)
  /// Government of a place: 市长, 省长; a party committee before it is no body of it.
  static let government = WordTraits(rawValue: 1 << 33)
  /// Introduces speech only before a colon or a quotation, since more is done by it than saying: 道歉, 打趣.
  static let tone = WordTraits(rawValue: 1 << 34)

  /// The names that the table uses.
  static let names: [(StaticString, WordTraits)] = [
    ("cue", cue), ("weakCue", weakCue), ("speechAct", speechAct), ("human", human), ("statement", statement),
    ("body", body), ("titlePrefix", titlePrefix), ("professional", professional), ("stateOffice", stateOffice),
    ("address", address), ("joint", joint), ("appointment", appointment), ("dismissal", dismissal), ("copula", copula),
    ("pronoun", pronoun), ("link", link), ("up", up), ("down", down), ("basis", basis), ("denial", denial),
    ("plan", plan), ("estimate", estimate), ("condition", condition), ("filler", filler), ("reporter", reporter),
    ("side", side), ("demonstrative", demonstrative), ("asRole", asRole), ("takesPlace", takesPlace),
    ("noTitle", noTitle), ("eventHead", eventHead), ("honour", honour), ("collective", collective),
    ("government", government), ("tone", tone),
  ]
}

extension WordUse {
  /// The use of a name, looked for from `place` on, which it moves behind it; nil where there is none of the name.
  fileprivate init?(name: ModelTable.Cell, from place: inout Int) {
    for step in 0..<Self.names.count {
      let index = (place + step) % Self.names.count
      if ModelTable.holds(name, Self.names[index].0) {
        place = index + 1
        self = Self.names[index].1
        return
      }
    }
    return nil
  }
}

extension WordTraits {
  /// The trait of a name; none where there is none of the name.
  fileprivate init(name: ModelTable.Cell) {
    self = Self.names.first { ModelTable.holds(name, $0.0) }?.1 ?? []
  }
}

/// The words of `facts/words.tsv` and `facts/uses.tsv`, looked up by their folded characters.
///
/// Open addressing over the first eight characters; one probe in the mean. The words stand in a row, so that the table
/// of places, most of which are free, is small.
struct FactLexicon: Sendable {
  /// What is known of a word; nothing for most.
  struct Word: BitwiseCopyable {
    var traits = WordTraits()
    var uses = WordUses()
  }

  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var word: Word
  }

  static let longest = 8
  private var entries: [Entry] = []
  /// One more than the place in `entries`, 0 where the place is free; at most half full.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  /// A bit for each pair of a first and a last character that a word has, by a small hash: most words of a text are none.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// Reads the tables `facts/words.tsv` and `facts/uses.tsv`, those of users behind the built-in ones.
  init(tables: [(name: String, bytes: [UInt8])]) {
    let tables = tables.filter { $0.name.hasPrefix("facts/") }
    // A word has some ten bytes.
    let size = tables.reduce(0) { $0 + $1.bytes.count }
    entries.reserveCapacity(size / 9)
    var capacity = slots.count
    while capacity < size / 9 * 3 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    for table in tables { table.bytes.withUnsafeBufferPointer { read(ModelTable($0)) } }
  }

  /// Adds what is known of a word to what is known already.
  private mutating func add(_ hash: UInt64, _ word: Word) {
    let slot = slot(hash)
    if slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      entries[place].word.traits.formUnion(word.traits)
      entries[place].word.uses.formUnion(word.uses)
      return
    }
    entries.append(Entry(hash: hash, word: word))
    slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for place in entries.indices {
        slots[self.slot(entries[place].hash)] = UInt32(truncatingIfNeeded: place + 1)
      }
    }
  }

  /// The slot of a hash, or the free one where it would stand.
  private func slot(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] > 0, entries[Int(slots[index]) - 1].hash != hash { index = (index + 1) & mask }
    return index
  }

  /// Adds the words of a table.
  private mutating func read(_ table: ModelTable) {
    var surfaceColumn = -1
    var traitsColumn = -1
    var usesColumn = -1
    // The rows of uses stand in the order of their names.
    var nextUse = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.longest) { scalars in
      table.forEachRow(
        header: { row in
          var column = 0
          while let cell = row.cell() {
            if surfaceColumn < 0, ModelTable.holds(cell, "surface") { surfaceColumn = column }
            if traitsColumn < 0, ModelTable.holds(cell, "traits") { traitsColumn = column }
            if usesColumn < 0, ModelTable.holds(cell, "uses") { usesColumn = column }
            column += 1
          }
        },
        { row in
          // A table of other words: facts/bodies.tsv.
          if traitsColumn < 0, usesColumn < 0 { return }
          var column = 0
          var surfaces: ModelTable.Cell?
          var known = Word()
          while let cell = row.cell() {
            if column == surfaceColumn { surfaces = cell }
            if column == traitsColumn { Self.forEachWord(cell) { known.traits.formUnion(WordTraits(name: $0)) } }
            if column == usesColumn {
              Self.forEachWord(cell) { name in
                if let use = WordUse(name: name, from: &nextUse) { known.uses.insert(use) }
              }
            }
            column += 1
          }
          guard let surfaces, let start = scalars.baseAddress else { return }
          var count = 0
          var place = 0
          while let text = surfaces.baseAddress, place <= surfaces.count {
            if place < surfaces.count, text[place] != UInt8(ascii: " ") {
              let (scalar, length) = UTF8Decoding.scalar(text, at: place)
              if count < Self.longest { scalars.initializeElement(at: count, to: scalar) }
              count += 1
              place += length
              continue
            }
            place += 1
            if count > 0, count <= Self.longest {
              add(Self.hash(start, count), known)
              let bit = Self.filterBit(start, count)
              filter[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            count = 0
          }
        })
    }
  }

  /// Calls `body` with what stands between blanks.
  private static func forEachWord(_ cell: ModelTable.Cell, _ body: (ModelTable.Cell) -> Void) {
    var start = 0
    for index in 0...cell.count where index == cell.count || cell[index] == UInt8(ascii: " ") {
      if index > start { body(ModelTable.Cell(rebasing: cell[start..<index])) }
      start = index + 1
    }
  }

  /// Sixty-four mixed bits, never zero; the few thousand words of the tables are far from a collision.
  @inline(__always)
  private static func hash(_ scalars: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<count {
      hash = (hash ^ UInt64(scalars[index])) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash | 1 << 63
  }

  @inline(__always)
  private static func filterBit(_ scalars: UnsafePointer<UInt32>, _ count: Int) -> Int {
    Int((scalars[0] &* 0x9E37_79B1 ^ scalars[count &- 1] &* 0x85EB_CA6B &+ UInt32(truncatingIfNeeded: count)) >> 16)
  }

  /// What is known of a word; nothing for most.
  @inline(__always)
  func word(_ scalars: UnsafePointer<UInt32>, count: Int) -> Word {
    if count > Self.longest || count == 0 { return Word() }
    let bit = Self.filterBit(scalars, count)
    if filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return Word() }
    let hash = Self.hash(scalars, count)
    return slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        let mask = slots.count &- 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index] > 0 {
          let entry = Int(slots[index]) &- 1
          if entries[entry].hash == hash { return entries[entry].word }
          index = (index &+ 1) & mask
        }
        return Word()
      }
    }
  }

  @inline(__always)
  func traits(of scalars: UnsafePointer<UInt32>, count: Int) -> WordTraits { word(scalars, count: count).traits }

  @inline(__always)
  func uses(of scalars: UnsafePointer<UInt32>, count: Int) -> WordUses { word(scalars, count: count).uses }
}
