import HanText

/// The state of one pass over one text.
struct FigureScan {
  let text: UnsafeBufferPointer<UInt32>
  let lexicon: UnitLexicon
  let numerals: NumeralReader
  var candidates: [FigureCandidate] = []
  var refusals: [FigureRefusal] = []
  var keepsRefusals = false
  /// Where the last figure ended: nothing reaches back over it.
  var floor = 0

  init(text: UnsafeBufferPointer<UInt32>, lexicon: UnitLexicon) {
    self.text = text
    self.lexicon = lexicon
    numerals = NumeralReader(text: text)
  }

  /// Runs over the text.
  mutating func run() {
    var index = 0
    let text = text
    let count = text.count
    let table = FigureTrigger.table.buffer
    while index < count {
      while index < count, text[index] >= 0x10000 || table[Int(text[index])] == 0 { index += 1 }
      if index < count { index = max(dispatch(table[Int(text[index])], at: index), index + 1) }
    }
  }

  /// Whether a Chinese digit stands between characters that let it be no figure.
  @inline(__always)
  private func isMereDigit(at index: Int) -> Bool {
    let character = numerals.kind(index)
    guard character.kind == .digit, character.value > 0, index > 0, index + 1 < text.count else {
      return false
    }
    return lexicon.neighbour(text[index + 1]) & NumberNeighbour.behindDigit == 0
      && lexicon.neighbour(text[index - 1]) & NumberNeighbour.before == 0
  }

  /// Tries the recognisers of a trigger; the result is where to go on.
  private mutating func dispatch(_ trigger: UInt8, at index: Int) -> Int {
    if !keepsRefusals, isMereDigit(at: index) { return index + 1 }
    switch trigger {
    case FigureTrigger.ordinal: return ordinal(at: index)
    case FigureTrigger.front: return front(at: index)
    case FigureTrigger.idiom: return idiom(at: index) ?? index + 1
    case FigureTrigger.idiomOrNumber: return idiom(at: index) ?? number(at: index)
    case FigureTrigger.dot:
      guard isDigit(index + 1), !isDigit(index - 1), !isLetter(index - 1), at(index - 1) != code(".") else {
        return index + 1
      }
      return number(at: index)
    default: return number(at: index)
    }
  }

  /// The folded character at a position; 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < text.count ? text[index] : 0 }

  /// True for `0`–`9`.
  func isDigit(_ index: Int) -> Bool { at(index) >= 0x30 && at(index) <= 0x39 }

  /// True for a Latin letter.
  func isLetter(_ index: Int) -> Bool { at(index) | 0x20 >= 0x61 && at(index) | 0x20 <= 0x7A }

  /// True for a Chinese character.
  func isHan(_ index: Int) -> Bool { at(index) >= 0x4E00 && at(index) <= 0x9FFF }

  /// The position behind a blank, if one stands here.
  func skippingBlank(_ index: Int) -> Int { at(index) == 0x20 ? index + 1 : index }

  /// The position before a blank, if one stands before.
  func skippingBlankBackwards(_ index: Int) -> Int { index > floor && at(index - 1) == 0x20 ? index - 1 : index }

  /// True where a word stands at a position.
  func has(_ word: StaticString, at index: Int) -> Bool {
    var position = index
    var scalars = StaticScalars(word)
    while let scalar = scalars.next() {
      if at(position) != scalar { return false }
      position += 1
    }
    return true
  }

  /// The end of the first of several words at a position.
  func firstWord(_ words: [StaticString], at index: Int) -> Int? {
    for word in words where has(word, at: index) { return index + StaticScalars.count(word) }
    return nil
  }

  /// True where a word ends at a position.
  func has(_ word: StaticString, endingAt end: Int) -> Bool {
    let start = end - StaticScalars.count(word)
    return start >= 0 && has(word, at: start)
  }

  /// True where one of the characters stands at a position.
  func isOne(of characters: StaticString, at index: Int) -> Bool {
    StaticScalars.contains(characters, at(index))
  }

  /// True where one of the words stands between two positions.
  func contains(_ words: [StaticString], in range: Range<Int>) -> Bool {
    let start = max(range.lowerBound, 0)
    let end = min(max(range.upperBound, start), text.count)
    if start >= end { return false }
    for word in words {
      var scalars = StaticScalars(word)
      guard let first = scalars.next() else { return true }
      for index in start..<end where text[index] == first && has(word, at: index) { return true }
    }
    return false
  }

  /// True at the text's or paragraph's end, or before punctuation.
  func isBoundary(_ index: Int) -> Bool {
    let scalar = at(index)
    if scalar == 0 || scalar <= 0x20 { return true }
    if scalar < 0x80 { return !isDigit(index) && !isLetter(index) }
    return scalar >= 0x3000 && scalar <= 0x303F || scalar >= 0xFF00 || scalar >= 0x2010 && scalar <= 0x2027
      || scalar == 0xB7
  }

  /// Notes a refusal and says where to go on.
  mutating func refuse(_ range: Range<Int>, _ reason: FigureRefusal.Reason) -> Int {
    if keepsRefusals { refusals.append(FigureRefusal(range: range, reason: reason)) }
    return range.upperBound
  }
}

/// Which characters can begin a figure, and what they call.
enum FigureTrigger {
  static let number: UInt8 = 1
  static let ordinal: UInt8 = 2
  static let front: UInt8 = 3
  static let idiom: UInt8 = 4
  static let idiomOrNumber: UInt8 = 5
  static let dot: UInt8 = 6

  /// One byte for each character of the basic plane; 0 passes over.
  static let table: CharacterBytes = {
    let table = CharacterBytes()
    func set(_ characters: StaticString, _ value: UInt8) {
      characters.withUTF8Buffer { UTF8Decoding.forEach($0) { table[Int($0)] = value } }
    }
    NumeralCharacter.visitAll { if $1.kind != .point { table[Int($0)] = number } }
    set("第", ordinal)
    set("前", front)
    set("半翻成过对½⅓⅔¼¾⅛", idiom)
    set("一上百千数几两", idiomOrNumber)
    set(".", dot)
    return table
  }()
}
