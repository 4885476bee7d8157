import HanGazetteer
import HanText

/// All costs of the decoder, in thousandths of a nat, as flat arrays; read from the tables in `Gazetteers/model/`.
///
/// Transitions follow decoder.md: the cost of a class after a context, where the context is the word itself if it was
/// often counted beside a name, else its class. Immutable after `init`, shared by all threads.
package final class CostModel: @unchecked Sendable {
  /// Classes per row of the matrices.
  static let width = 64
  /// The cost of what was never counted.
  static let never: Int16 = 9_000

  /// Row `c` (a class) or `width + n - 1` (own context `n`): the cost of each next class.
  let transitions: UnsafeMutablePointer<Int16>
  /// Row person, place, organization (0, 1, 2): what the word with own context `n` costs more right behind it;
  /// at 0 stands what all other words cost, and the last column is for names, which cost no more. The row behind them
  /// is for tokens that are no names.
  let followers: UnsafeMutablePointer<Int16>
  let contextCount: Int
  /// The classes that have a row of `followers`.
  static let followerRows = 3
  /// The length of a row of `followers`.
  var followerWidth: Int { contextCount + 2 }
  /// Class after class inside organizations.
  let inside: UnsafeMutablePointer<Int16>
  /// By class: what an unseen word costs more inside an organization than outside.
  let insideBackoff: UnsafeMutablePointer<Int32>
  /// By character code of the built-in image; behind the last code stand two for unknown characters.
  let characters: UnsafeMutablePointer<CharacterInfo>
  let characterCount: Int
  /// The index in `characters` of a Han character, and of another, that no table has.
  let unknownHan: UInt16
  let unknownOther: UInt16
  /// Row and column by that number; row 0 is the start, column 0 the end of a name.
  let transliteration: UnsafeMutablePointer<Int16>
  let transliterationCount: Int
  private(set) var shares: [String: Int32] = [:]
  /// How margins become confidences.
  private(set) var confidence = ConfidenceCurve()
  private(set) var parameters: [String: Int32] = [:]

  /// The row of `transitions` that a token gives to what follows: that of its own context, else that of its class.
  @inline(__always)
  static func row(_ wordClass: WordClass, _ own: UInt16) -> UInt16 {
    own == 0 || wordClass.isName ? UInt16(wordClass.rawValue) : UInt16(width - 1) + own
  }

  /// What all tables stand in.
  private let room: LargeRoom
  /// The bytes that the tables take, or some more.
  static let roomSize = 5 << 18

  /// Reads the model tables of an image.
  ///
  /// - Parameter room: where the tables are to stand; nobody else takes of it meanwhile
  init(_ image: GazetteerImage, in room: LargeRoom) {
    self.room = room
    func table<Cost: BitwiseCopyable>(_ count: Int, _ value: Cost) -> UnsafeMutablePointer<Cost> {
      let pointer = room.take(Cost.self, count: count)
      pointer.initialize(repeating: value, count: count)
      return pointer
    }
    let width = Self.width
    var tables: [String: ModelTable] = [:]
    for (name, bytes) in image.verbatimTables where name.hasPrefix("model/") { tables[name] = ModelTable(bytes) }
    contextCount = image.contexts.count
    transitions = table((width + contextCount) * width, Self.never)
    followers = table((Self.followerRows + 1) * (contextCount + 2), 0 as Int16)
    inside = table(width * width, Self.never)
    insideBackoff = table(width, 3_000 as Int32)
    let count = image.scalarCount
    unknownHan = UInt16(clamping: count + 1)
    unknownOther = UInt16(clamping: count + 2)
    characterCount = count + 3
    characters = room.take(CharacterInfo.self, count: characterCount)
    characters.initialize(repeating: CharacterInfo(), count: characterCount)
    let pairs = Self.pairs(tables["model/transliteration.tsv"])
    let numbers = Self.readTransliterationIndex(pairs, image, into: characters)
    transliterationCount = numbers + 1
    // Every cost is set below.
    transliteration = room.take(Int16.self, count: transliterationCount * transliterationCount)
    Self.classify(characters, image)

    tables["model/parameters.tsv"]?.forEachRow { row in
      guard let name = row.cell(), let cell = row.cell(), let nats = Double(ModelTable.string(cell)),
        abs(nats) < 1_000_000
      else { return }
      parameters[ModelTable.string(name)] = Int32((nats * 1000).rounded())
    }
    readTransitions(tables["model/transitions.tsv"], image)
    readFollowers(tables["model/followers.tsv"], image)
    readInside(tables["model/inside.tsv"], tables["model/inside_words.tsv"])
    readCharacters(tables, image)
    readTransliteration(pairs, image)
    setBeginnings(image)
    tables["model/confidence.tsv"]?.forEachRow { row in
      if let margin = row.integer(), let share = row.integer() { confidence.add(margin: margin, share: share) }
    }
    tables["model/counted.tsv"]?.forEachRow { row in
      if let name = row.cell(), let cost = row.integer() { shares[ModelTable.string(name)] = cost }
    }
  }

  /// A counted share of `model/counted.tsv`, else the fallback.
  func share(_ name: String, _ fallback: Int32) -> Int32 { shares[name] ?? fallback }

  /// A parameter of `model/parameters.tsv` in thousandths, else the fallback.
  func parameter(_ name: String, _ fallback: Int32) -> Int32 { parameters[name] ?? fallback }
}

extension CostModel {
  private static func className(_ cell: ModelTable.Cell) -> WordClass? {
    guard cell.count > 2, cell[0] == UInt8(ascii: "<") else { return nil }
    return classes[ModelTable.string(UnsafeBufferPointer(rebasing: cell[1..<(cell.count - 1)]))]
  }

  private static var classes: [String: WordClass] { WordClass.byName }

  /// Reads a matrix: a context a row, a class a column.
  private func readMatrix(
    _ table: ModelTable?, row number: (ModelTable.Cell) -> Int?, into target: UnsafeMutablePointer<Int16>
  ) {
    var columns: [Int] = []
    table?.forEachRow(
      header: { row in
        while let cell = row.cell() {
          let name = ModelTable.string(cell)
          columns.append(Int((name == "end" ? .eos : Self.classes[name])?.rawValue ?? 255))
        }
      },
      { row in
        guard let context = row.cell(), let number = number(context) else { return }
        let costs = target + number * Self.width
        for column in columns.dropFirst() {
          guard let cost = row.integer() else { return }
          if column < Self.width { costs[column] = Int16(clamping: cost) }
        }
      })
  }

  /// Adds to a cost of a matrix.
  private static func add(_ more: Int32, to cost: inout Int16) { cost = Int16(clamping: Int32(cost) &+ more) }

  private func readTransitions(_ table: ModelTable?, _ image: GazetteerImage) {
    let width = Self.width
    // The rows of own contexts stand in the order of the contexts' numbers.
    var number = 0
    readMatrix(
      table,
      row: { cell in
        if let context = Self.className(cell) { return Int(context.rawValue) }
        number += 1
        return number <= contextCount ? width + number - 1 : nil
      }, into: transitions)
    // Names were taken out of the text that was counted: the characters that it left side by side are no measure.
    let character = Int(WordClass.character.rawValue)
    Self.add(parameter("character.pair", 0), to: &transitions[character * width + character])
    // Types of users behave like nouns.
    let noun = Int(WordClass.noun.rawValue)
    let other = Int(WordClass.other.rawValue)
    for row in 0..<(width + contextCount) {
      transitions[row * width + other] = transitions[row * width + noun]
      Self.add(2_000, to: &transitions[row * width + other])
    }
    for next in 0..<width { transitions[other * width + next] = transitions[noun * width + next] }
  }

  private func readFollowers(_ table: ModelTable?, _ image: GazetteerImage) {
    // The rows stand in the order of the contexts' numbers; only where they do not, a word is looked for.
    let words = image.contexts
    var expected = 0
    func number(_ cell: ModelTable.Cell) -> Int? {
      if expected >= words.count || !ModelTable.spells(cell, words[expected]) {
        guard let found = words.firstIndex(where: { ModelTable.spells(cell, $0) }) else { return nil }
        expected = found
      }
      expected += 1
      return expected
    }
    table?.forEachRow { row in
      guard let word = row.cell() else { return }
      let isOther = ModelTable.holds(word, "<other>")
      let number = isOther ? nil : number(word)
      guard number != nil || isOther, let person = row.integer(), let place = row.integer(),
        let organization = row.integer()
      else { return }
      for (row, cost) in [person, place, organization].enumerated() {
        let start = row * followerWidth
        if let number {
          followers[start + number] = Int16(clamping: cost)
        } else {
          (followers + start).update(repeating: Int16(clamping: cost), count: contextCount + 1)
        }
      }
    }
  }

  private func readInside(_ table: ModelTable?, _ words: ModelTable?) {
    readMatrix(table, row: { Self.className($0).map { Int($0.rawValue) } }, into: inside)
    // 高升镇建起批发市场: most verbs stand before a body, not in its name.
    let verb = parameter("organization.verb", 0)
    for row in 0..<Self.width { Self.add(verb, to: &inside[row * Self.width + Int(WordClass.verb.rawValue)]) }
    // 武汉反贪局与… : behind a head or before a place a conjunction joins two names.
    let conjunction = Int(WordClass.conjunction.rawValue)
    for name in [WordClass.head, .organization, .place, .bos] {
      inside[Int(name.rawValue) * Self.width + conjunction] = Self.never
      inside[conjunction * Self.width + Int(name.rawValue)] =
        name == .head ? inside[conjunction * Self.width + Int(name.rawValue)] : Self.never
    }
    words?.forEachRow { row in
      guard let name = row.cell(), let wordClass = Self.className(name), row.cell() != nil, let cost = row.integer()
      else { return }
      insideBackoff[Int(wordClass.rawValue)] = cost
    }
  }

  /// The place in `characters` of the one character in a cell; nil where it holds none or more.
  private static func index(_ cell: UnsafeBufferPointer<UInt8>, _ image: GazetteerImage) -> Int? {
    guard let scalar = ModelTable.scalar(cell) else { return nil }
    let code = Int(image.code(of: scalar))
    return code == 0 ? nil : code
  }

  /// Kinds, classes of marks, and what the small lists of `Punctuation` and `model/gates.tsv` say.
  private static func classify(_ characters: UnsafeMutablePointer<CharacterInfo>, _ image: GazetteerImage) {
    for code in 1...max(image.scalarCount, 1) where code <= image.scalarCount {
      let scalar = image.scalars[code - 1]
      let kind = CharacterKind(scalar)
      characters[code].kind = kind
      if kind == .han { continue }
      characters[code].mark = Punctuation.wordClass(of: scalar)
      characters[code].flags = Punctuation.flags(of: scalar)
    }
    characters[image.scalarCount + 1].kind = .han
    func mark(_ scalar: UInt32, _ flag: CharacterInfo.Flags) {
      let code = Int(image.code(of: scalar))
      if code != 0 { characters[code].flags.insert(flag) }
    }
    for (flag, list) in Punctuation.lists {
      list.withUTF8Buffer { UTF8Decoding.forEach($0) { mark($0, flag) } }
    }
    for scalar in image.abbreviatedPlaces { mark(scalar, .abbreviation) }
    for (name, bytes) in image.verbatimTables where name == "model/gates.tsv" {
      ModelTable(bytes).forEachRow { row in
        guard let side = row.cell(), let list = row.cell() else { return }
        let flag: CharacterInfo.Flags =
          if ModelTable.holds(side, "before") {
            .gateBefore
          } else if ModelTable.holds(side, "after") {
            .gateAfter
          } else if ModelTable.holds(side, "home") {
            .homePair
          } else if ModelTable.holds(side, "office") {
            .office
          } else if ModelTable.holds(side, "apart") {
            .noBrand
          } else {
            .pair
          }
        UTF8Decoding.forEach(list) { mark($0, flag) }
      }
    }
  }

  private func readCharacters(_ tables: [String: ModelTable], _ image: GazetteerImage) {
    let all = characterCount
    func read(_ name: String, columns: Int, _ set: (inout CharacterInfo, (Int16, Int16, Int16)) -> Void) {
      tables[name]?.forEachRow { row in
        guard let character = row.cell() else { return }
        var costs: (Int16, Int16, Int16) = (0, 0, 0)
        guard let cost = row.integer() else { return }
        costs.0 = Int16(clamping: cost)
        if columns > 1 {
          guard let second = row.integer(), let third = row.integer() else { return }
          costs.1 = Int16(clamping: second)
          costs.2 = Int16(clamping: third)
        }
        if let code = Self.index(character, image) {
          set(&characters[code], costs)
        } else if ModelTable.holds(character, "<other>") {
          for code in 0..<all { set(&characters[code], costs) }
        }
      }
    }
    read("model/given.tsv", columns: 3) { ($0.givenSingle, $0.givenFirst, $0.givenLast) = $1 }
    read("model/brand_chars.tsv", columns: 1) { $0.brand = $1.0 }
    read("model/place_chars.tsv", columns: 1) { $0.placeChar = $1.0 }
    read("model/surnames.tsv", columns: 1) { $0.surname = $1.0 }
    read("model/place_suffixes.tsv", columns: 1) { $0.placeSuffix = $1.0 }
  }

  /// Sets what begins at a character, once all else is known of it.
  private func setBeginnings(_ image: GazetteerImage) {
    let root = TrieCellFields(image.cells[0]).base
    for code in 1...max(image.scalarCount, 1) where code <= image.scalarCount {
      let info = characters + code
      info.pointee.begins = CharacterInfo.Beginnings(of: info.pointee, image.scalars[code - 1])
      let cell = TrieCellFields(image.cells[root + code])
      if Int(cell.label) == code { info.pointee.cell = cell }
    }
  }

  /// A row of the costs of transliterations: two characters, `*` for any, `^` and `$` for the ends of a name.
  private struct Pair: BitwiseCopyable {
    var first: UInt32
    var second: UInt32
    var cost: Int32

    static let any: UInt32 = 0x2A
  }

  private static func pairs(_ table: ModelTable?) -> [Pair] {
    var pairs: [Pair] = []
    // A row has two characters, two tabs, a cost and the line's end.
    pairs.reserveCapacity((table?.size ?? 0) / 11)
    table?.forEachRow { row in
      guard let first = row.scalar(), let second = row.scalar(), let cost = row.integer(), first > 0, second > 0
      else { return }
      pairs.append(Pair(first: first, second: second, cost: cost))
    }
    return pairs
  }

  private static func readTransliterationIndex(
    _ pairs: [Pair], _ image: GazetteerImage, into characters: UnsafeMutablePointer<CharacterInfo>
  ) -> Int {
    var count = 0
    for pair in pairs where pair.first == Pair.any && pair.second > 0x4E00 {
      let code = Int(image.code(of: pair.second))
      if code == 0 { continue }
      count += 1
      characters[code].transliteration = UInt16(count)
    }
    return count
  }

  private func readTransliteration(_ pairs: [Pair], _ image: GazetteerImage) {
    let size = transliterationCount
    var single = [Int32](repeating: 9_000, count: size)
    var backoff = [Int32](repeating: 0, count: size)
    func number(_ scalar: UInt32) -> Int? {
      if scalar == UInt32(UInt8(ascii: "^")) || scalar == UInt32(UInt8(ascii: "$")) { return 0 }
      let found = Int(characters[Int(image.code(of: scalar))].transliteration)
      return found == 0 ? nil : found
    }
    for pair in pairs {
      if pair.first == Pair.any, let second = number(pair.second) { single[second] = pair.cost }
      if pair.second == Pair.any, let first = number(pair.first) { backoff[first] = pair.cost }
    }
    for first in 0..<size {
      let row = transliteration + first * size
      let base = backoff[first]
      single.withUnsafeBufferPointer { single in
        for second in 0..<size { row[second] = Int16(clamping: base &+ single[second]) }
      }
    }
    // Pairs of one first character stand side by side.
    var last: (scalar: UInt32, number: Int?) = (0, nil)
    for pair in pairs where pair.first != Pair.any && pair.second != Pair.any {
      if pair.first != last.scalar { last = (pair.first, number(pair.first)) }
      guard let first = last.number, let second = number(pair.second) else { continue }
      transliteration[first * size + second] = Int16(clamping: pair.cost)
    }
  }
}
