import HanGazetteer
import HanText

/// Builds the candidates of one sentence: listed words and names, scanned dates and figures, generated names.
///
/// Every generator has a bounded window and every start a bounded number of edges, so that the lattice is linear in
/// the text whatever the text.
final class LatticeBuilder {
  /// At most so many edges start at one character.
  static let edgeLimit = 48

  let knowledge: KnowledgeBase
  let model: CostModel
  let edges = ScratchBuffer<Edge>(capacity: 8192)
  /// By offset in the sentence: the first edge that starts there, -1 for none.
  let first = ScratchBuffer<Int32>()
  /// By offset: the end of the last head that can be reached from there without a mark between, -1 for none.
  let headReach = ScratchBuffer<Int32>()
  private let edgeCount = ScratchBuffer<UInt8>()
  private let spaces = ScratchBuffer<Int32>()
  private let noText = ScratchBuffer<UInt32>(capacity: 1)
  private var hasSpaces = false
  private var input: DecoderInput
  private(set) var start = 0
  private(set) var length = 0
  /// Names that the document has proven; see `DocumentNames`.
  var documentNames: DocumentNames?
  private let tuning: Tuning
  private let gates: AbbreviationGates

  /// Costs of generated names, from `model/counted.tsv` and `model/parameters.tsv`.
  struct Tuning {
    let chinese, one, two, translitPerson, translitPlace, dotted, suffix, surnameOnly, japanese: Int32
    let gazetteerSuffix, abbreviation, unknown, latin, space, generatedLimit, latinName, weakHead, abbreviationPair: Int32

    init(_ model: CostModel) {
      chinese = model.share("person.chinese", 350) + model.parameter("person.chinese", 0)
      one = model.share("given.one", 1190)
      two = model.share("given.two", 360)
      translitPerson = model.share("person.transliterated", 2060) + model.parameter("person.transliterated", 0)
      translitPlace = model.share("place.other", 286) + model.parameter("place.transliterated", 3_000)
      dotted = model.share("person.dotted", 3400) + model.parameter("person.dotted", -2_000)
      suffix = model.share("place.suffix", 1390) + model.parameter("place.suffix", 500)
      surnameOnly = model.parameter("person.surname", 4_000)
      japanese = model.share("person.other", 2310) + model.parameter("person.japanese", 1_000)
      gazetteerSuffix = model.parameter("place.gazetteer-suffix", 1_500)
      abbreviation = model.parameter("place.abbreviation", 4_000)
      unknown = model.parameter("character.unknown", 8_500)
      latin = model.parameter("latin", 3_000)
      space = model.parameter("space", 3_000)
      generatedLimit = model.parameter("generated.limit", 34_000)
      latinName = model.share("person.latin", 3270) + model.parameter("person.latin", 4_000)
      abbreviationPair = model.parameter("place.abbreviation-pair", -2_500)
      weakHead = model.parameter("organization.weak-head", 1_000)
    }
  }

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    model = knowledge.model
    tuning = Tuning(model)
    gates = AbbreviationGates(knowledge.images[0])
    input = DecoderInput(
      folded: UnsafePointer(noText.base), flags: UnsafePointer(edgeCount.base), codes: [], count: 0)
  }

  /// Builds the lattice of `range`; the spans are those of the document, in order, from `span` on.
  func build(_ input: DecoderInput, range: Range<Int>, spans: UnsafeBufferPointer<ScannedSpan>) {
    self.input = input
    start = range.lowerBound
    length = range.count
    edges.count = 0
    for buffer in [first, headReach, spaces] {
      buffer.reserve(length + 2)
      buffer.count = length + 2
    }
    edgeCount.reserve(length + 2)
    for index in 0..<(length + 2) {
      first.base[index] = -1
      headReach.base[index] = -1
      edgeCount.base[index] = 0
    }
    countSpaces()
    for span in spans where Int(span.end) <= range.upperBound {
      add(
        from: Int(span.start) - start, to: Int(span.end) - start, wordClass: .number, inner: .number, cost: span.cost,
        entry: span.candidate, source: .scanner, own: 0, kind: span.wordClass == .date ? ScannedSpan.dateKind : 0)
    }
    for offset in 0..<length { addCandidates(at: offset) }
    addPlacesBySuffix()
    closeHeads()
  }

  private func countSpaces() {
    hasSpaces = false
    spaces.base[0] = 0
    for offset in 0..<length {
      let flag = Int32(input.flags[start + offset] & 1)
      if flag != 0 { hasSpaces = true }
      spaces.base[offset + 1] = spaces.base[offset] + flag
    }
  }

  @inline(__always)
  func scalar(_ offset: Int) -> UInt32 { offset >= 0 && offset < length ? input.folded[start + offset] : 0x0A }

  // MARK: Adding edges

  @inline(__always)
  private func add(
    from: Int, to: Int, wordClass: WordClass, inner: WordClass, cost: Int32, insideCost: Int32? = nil, entry: Int32 = -1,
    source: EdgeSource, own: UInt16 = 0, kind: UInt16 = 0, flags: UInt8 = 0, image: UInt8 = 0
  ) {
    if Int(edgeCount.base[from]) >= Self.edgeLimit { return }
    var cost = cost
    if hasSpaces, to - from > 1 {
      let crossed = spaces.base[to] - spaces.base[from + 1]
      if crossed > 0 { cost += crossed * (wordClass == .number ? 200 : tuning.space) }
    }
    // Two rows of one class: the cheaper one stands for both.
    var index = first.base[from]
    var steps = 0
    while index >= 0, steps < 6 {
      let edge = edges.base[Int(index)]
      if edge.end == Int32(to), edge.wordClass == wordClass, wordClass != .number {
        if edge.cost <= cost { return }
        let next = edge.next
        edges.base[Int(index)] = Edge(
          end: Int32(to), next: next, cost: cost, entry: entry, insideCost: insideCost ?? cost,
          context: row(wordClass, own), own: own, kind: kind, wordClass: wordClass, innerClass: inner, source: source,
          flags: flags, image: image)
        return
      }
      index = edge.next
      steps += 1
    }
    edges.append(
      Edge(
        end: Int32(to), next: first.base[from], cost: cost, entry: entry, insideCost: insideCost ?? cost,
        context: row(wordClass, own), own: own, kind: kind, wordClass: wordClass, innerClass: inner, source: source,
        flags: flags, image: image))
    first.base[from] = Int32(edges.count - 1)
    edgeCount.base[from] += 1
  }

  @inline(__always)
  private func row(_ wordClass: WordClass, _ own: UInt16) -> UInt16 {
    own == 0 || wordClass.isName ? UInt16(wordClass.rawValue) : UInt16(CostModel.width - 1) + own
  }

  // MARK: Candidates at a character

  private func addCandidates(at offset: Int) {
    let scalar = input.folded[start + offset]
    let kind = CharacterKind(scalar)
    if kind == .latin || kind == .digit {
      addLatin(at: offset, scalar)
      return
    }
    if kind != .han {
      let wordClass = Punctuation.wordClass(of: scalar)
      add(
        from: offset, to: offset + 1, wordClass: wordClass, inner: wordClass == .open || wordClass == .close || wordClass == .quote ? wordClass : .bos,
        cost: 100, insideCost: 1_000, source: .unknown)
      if kind == .mark { return }
    } else {
      add(
        from: offset, to: offset + 1, wordClass: .character, inner: .bos, cost: tuning.unknown, source: .unknown)
    }
    addListed(at: offset)
    if kind == .han {
      addChineseNames(at: offset)
      addTransliterations(at: offset)
    }
    if let names = documentNames { addDocumentNames(names, at: offset) }
  }

  private func addLatin(at offset: Int, _ scalar: UInt32) {
    if offset > 0, CharacterKind(self.scalar(offset - 1)).isASCIIWord {
      // Inside a run: reachable only where a scanner's span ended there.
      add(from: offset, to: runEnd(offset), wordClass: .latin, inner: .latin, cost: tuning.latin + 2_000, source: .unknown)
      return
    }
    let end = runEnd(offset)
    // Digits alone are a number where the scanner says so; as a token of their own they are the last resort.
    var isNumber = true
    for index in offset..<end where CharacterKind(self.scalar(index)) == .latin { isNumber = false }
    add(
      from: offset, to: end, wordClass: .latin, inner: .latin, cost: tuning.latin + (isNumber ? 4_000 : 0), insideCost: 4_000,
      source: .unknown)
    addListed(at: offset, latinEnd: end)
    if scalar >= 0x41, scalar <= 0x5A { addLatinName(at: offset, end: end) }
    if scalar >= 0x41, scalar <= 0x5A, end == offset + 1, self.scalar(end) == 0xB7 { addTransliterations(at: offset) }
    if let names = documentNames { addDocumentNames(names, at: offset) }
  }

  /// The end of the run of ASCII letters and digits that a place stands in.
  private func runEnd(_ offset: Int) -> Int {
    var end = offset
    while end < length, end < offset + 64 {
      let scalar = input.folded[start + end]
      if CharacterKind(scalar).isASCIIWord { end += 1; continue }
      // Joiners stay inside a run only between two of its characters.
      let joins = scalar == 0x2E || scalar == 0x26 || scalar == 0x2D || scalar == 0x27
      if joins, end + 1 < length, CharacterKind(input.folded[start + end + 1]).isASCIIWord { end += 1; continue }
      break
    }
    return max(end, offset + 1)
  }

  private func addListed(at offset: Int, latinEnd: Int = 0) {
    for (number, image) in knowledge.images.enumerated() {
      let roles = knowledge.roles[number]
      image.forEachWord(in: input.codes[number] + start, from: offset, to: length) { size, list in
        let end = offset + size
        if latinEnd > end || (end < length && CharacterKind(scalar(end - 1)).isASCIIWord && CharacterKind(scalar(end)).isASCIIWord) {
          return
        }
        var index = list
        while true {
          let entry = image.entry(index)
          addEntry(entry, index, roles[Int(entry.category)], from: offset, to: end, image: UInt8(number))
          if entry.has(GazetteerEntry.last) { break }
          index += 1
        }
      }
    }
  }

  @inline(__always)
  private func addEntry(
    _ entry: GazetteerEntry, _ index: Int, _ role: CategoryRole, from: Int, to: Int, image: UInt8
  ) {
    if role.isSilent {
      if role.wordClass == .noun { addBySilentEntry(entry, from: from, to: to, image: image) }
      return
    }
    if role.isOverlay { return }
    let own = image == 0 ? entry.context : 0
    if role.isHead {
      let inside = entry.inside == GazetteerEntry.unseen ? model.insideBackoff[Int(WordClass.head.rawValue)] + 5_000 : Int32(entry.inside)
      add(
        from: from, to: to, wordClass: .head, inner: .head, cost: 0, insideCost: inside + (entry.has(GazetteerEntry.ambiguous) ? tuning.weakHead : 0),
        entry: Int32(index), source: .listed, kind: entry.kind, flags: entry.flags, image: image)
      markHead(to)
      return
    }
    var cost = Int32(entry.cost)
    switch role.wordClass {
    case .place:
      if entry.has(GazetteerEntry.abbreviation) {
        if gates.isPair(self, from) {
          cost += tuning.abbreviationPair
        } else if !gates.allows(self, from) {
          cost += tuning.abbreviation
        }
        add(
          from: from, to: to, wordClass: .place, inner: .place, cost: cost, entry: Int32(index), source: .abbreviation,
          own: own, kind: entry.kind, flags: entry.flags, image: image)
        return
      }
      add(
        from: from, to: to, wordClass: .place, inner: .place, cost: cost, entry: Int32(index), source: .listed, own: own,
        kind: entry.kind, flags: entry.flags, image: image)
      let next = scalar(to)
      if next < 65_536, to - from >= 2, model.placeSuffix[Int(next)] != 0, to < length {
        add(
          from: from, to: to + 1, wordClass: .place, inner: .place,
          cost: cost + tuning.gazetteerSuffix + Int32(model.placeSuffix[Int(next)]) / 2, entry: Int32(index),
          source: .placeSuffix, kind: 0, flags: entry.flags, image: image)
      }
    case .person, .organization, .other:
      add(
        from: from, to: to, wordClass: role.wordClass, inner: role.wordClass == .other ? .noun : role.wordClass, cost: cost,
        entry: Int32(index), source: .listed, own: own, kind: entry.kind, flags: entry.flags, image: image)
    default:
      let inner: WordClass
      switch role.wordClass {
      case .particle, .pronoun, .preposition, .adverb, .modal: inner = .bos
      case .numeral where to - from > 1 && scalar(from) != 0x7B2C: inner = .bos
      default: inner = role.wordClass
      }
      let inside = entry.inside == GazetteerEntry.unseen ? cost + model.insideBackoff[Int(role.wordClass.rawValue)] : Int32(entry.inside)
      add(
        from: from, to: to, wordClass: role.wordClass, inner: inner, cost: cost, insideCost: inside, entry: Int32(index),
        source: .word, own: own, kind: entry.kind, flags: entry.flags, image: image)
      if entry.kind != 0, role.wordClass == .noun || role.wordClass == .idiom, to - from >= 3 {
        add(
          from: from, to: to, wordClass: .head, inner: .head, cost: 0,
          insideCost: cost + model.insideBackoff[Int(WordClass.head.rawValue)], entry: Int32(index), source: .word,
          kind: entry.kind, image: image)
        markHead(to)
      }
    }
  }

  private func addBySilentEntry(_ entry: GazetteerEntry, from: Int, to: Int, image: UInt8) {
    guard knowledge.images[Int(image)].categories[Int(entry.category)] == "surname" else { return }
    let kind = knowledge.kindNames[Int(image)][Int(entry.kind)]
    if kind == "compound", to - from == 2 {
      addGiven(from: from, at: to, surname: 7_000)
    } else if kind == "japanese", to - from >= 2 {
      addJapaneseGiven(from: from, at: to)
    }
  }

  // MARK: Heads

  private func markHead(_ end: Int) { if end <= length { headReach.base[end] = Int32(end) } }

  /// Carries the ends of heads to the left, up to the next mark that no name of an organization holds.
  private func closeHeads() {
    var reach: Int32 = -1
    var offset = length
    while offset >= 0 {
      if headReach.base[offset] >= 0, reach < 0 { reach = headReach.base[offset] }
      let own = headReach.base[offset]
      headReach.base[offset] = reach >= 0 && Int(reach) - offset <= 40 ? reach : -1
      if own >= 0, reach >= 0, Int(reach) - offset > 40 { reach = own; headReach.base[offset] = own }
      offset -= 1
      if offset >= 0 {
        let mark = Punctuation.wordClass(of: scalar(offset))
        if CharacterKind(scalar(offset)) == .mark, mark == .comma || mark == .stop || mark == .colon || mark == .pause || scalar(offset) == 0x7684 {
          reach = -1
        }
      }
    }
  }

  // MARK: Persons

  private func addChineseNames(at offset: Int) {
    let scalar = input.folded[start + offset]
    guard scalar < 65_536 else { return }
    let surname = Int32(model.surname[Int(scalar)])
    if surname == 0 { return }
    addGiven(from: offset, at: offset + 1, surname: surname)
    let next = self.scalar(offset + 1)
    if next < 65_536, model.surname[Int(next)] != 0, offset + 4 <= length {
      // A married woman's double surname: 范徐丽泰.
      let third = self.scalar(offset + 2)
      let fourth = self.scalar(offset + 3)
      if CharacterKind(third) == .han, CharacterKind(fourth) == .han, third < 65_536, fourth < 65_536 {
        let cost = tuning.chinese + surname + Int32(model.surname[Int(next)]) + 6_000
          + Int32(model.given[Int(third)].first) + Int32(model.given[Int(fourth)].last)
        if cost < tuning.generatedLimit {
          add(from: offset, to: offset + 4, wordClass: .person, inner: .bos, cost: cost, source: .chineseName)
        }
      }
    }
    addSurnameAlone(at: offset, surname)
  }

  private func addGiven(from: Int, at: Int, surname: Int32) {
    let one = scalar(at)
    guard CharacterKind(one) == .han, one < 65_536, !Punctuation.isNoGivenName(one) else { return }
    let base = tuning.chinese + surname
    let single = base + tuning.one + Int32(model.given[Int(one)].single)
    if single < tuning.generatedLimit {
      add(from: from, to: at + 1, wordClass: .person, inner: .bos, cost: single, source: .chineseName)
    }
    let two = scalar(at + 1)
    guard CharacterKind(two) == .han, two < 65_536, !Punctuation.isNoGivenName(two) else { return }
    let double = base + tuning.two + Int32(model.given[Int(one)].first) + Int32(model.given[Int(two)].last)
    if double < tuning.generatedLimit {
      add(from: from, to: at + 2, wordClass: .person, inner: .bos, cost: double, source: .chineseName)
    }
  }

  /// 江主席 → 江; 王老, 老王, 小李 whole.
  private func addSurnameAlone(at offset: Int, _ surname: Int32) {
    let next = scalar(offset + 1)
    let previous = scalar(offset - 1)
    if Punctuation.isHonorificSuffix(next) {
      add(
        from: offset, to: offset + 2, wordClass: .person, inner: .bos, cost: tuning.surnameOnly + surname + 3_000,
        source: .surname)
    }
    if Punctuation.isHonorificPrefix(previous), offset > 0 {
      add(
        from: offset - 1, to: offset + 1, wordClass: .person, inner: .bos, cost: tuning.surnameOnly + surname + 3_000,
        source: .surname)
    }
    guard offset + 1 < length else { return }
    var hasTitle = false
    let image = knowledge.images[0]
    image.forEachWord(in: input.codes[0] + start, from: offset + 1, to: length) { size, list in
      if size >= 2, knowledge.roles[0][Int(image.entry(list).category)].wordClass == .title { hasTitle = true }
    }
    if hasTitle {
      add(
        from: offset, to: offset + 1, wordClass: .person, inner: .bos, cost: tuning.surnameOnly + surname,
        source: .surname)
    }
  }

  private func addJapaneseGiven(from: Int, at: Int) {
    var cost = tuning.japanese + 7_000
    var end = at
    while end < length, end < at + 3 {
      let scalar = self.scalar(end)
      guard CharacterKind(scalar) == .han, scalar < 65_536, !Punctuation.isNoGivenName(scalar) else { return }
      let given = model.given[Int(scalar)]
      cost += min(7_000, Int32(min(given.first, given.last)))
      end += 1
      if end - at >= 1, cost < tuning.generatedLimit {
        add(
          from: from, to: end, wordClass: .person, inner: .bos, cost: cost + (end - at == 2 ? 0 : 1_500),
          source: .japaneseName)
      }
    }
  }

  private func addLatinName(at offset: Int, end: Int) {
    // Elon Musk: two to four capitalised words parted by one blank each.
    var words = 1
    var last = end
    guard isCapitalised(offset, end) else { return }
    while words < 4, scalar(last) == 0x20, last + 1 < length {
      let next = scalar(last + 1)
      guard next >= 0x41, next <= 0x5A else { break }
      let stop = runEnd(last + 1)
      guard isCapitalised(last + 1, stop) else { break }
      words += 1
      last = stop
      add(from: offset, to: last, wordClass: .person, inner: .bos, cost: tuning.latinName + 2_000, source: .latinName)
    }
  }

  private func isCapitalised(_ from: Int, _ to: Int) -> Bool {
    if to - from < 2 { return to - from == 1 }
    for offset in (from + 1)..<to {
      let scalar = self.scalar(offset)
      if !(scalar >= 0x61 && scalar <= 0x7A) && scalar != 0x2E && scalar != 0x2D && scalar != 0x27 { return false }
    }
    return true
  }

  // MARK: Transliterations

  private func translit(_ offset: Int) -> Int {
    let scalar = self.scalar(offset)
    return scalar < 65_536 ? Int(model.transliterationIndex[Int(scalar)]) : 0
  }

  private func addTransliterations(at offset: Int) {
    let size = model.transliterationCount
    var previous = translit(offset)
    let table = model.transliteration
    let initial = scalar(offset)
    let isInitial = initial >= 0x41 && initial <= 0x5A
    if previous == 0, !isInitial { return }
    if offset > 0, scalar(offset - 1) == 0xB7 { return }
    var cost = isInitial ? 3_000 : Int32(table[previous])
    if cost > 9_500 { return }
    var end = offset + 1
    while true {
      let next = scalar(end)
      if next == 0xB7 {
        addDotted(from: offset, at: end + 1, cost: cost, dots: 1)
        return
      }
      let count = end - offset
      if count >= 2 {
        let whole = cost + Int32(table[previous * size])
        if whole < Int32(count) * 5_200 + 1_500 {
          add(
            from: offset, to: end, wordClass: .person, inner: .bos, cost: tuning.translitPerson + whole,
            source: .transliteration)
          add(
            from: offset, to: end, wordClass: .place, inner: .place, cost: tuning.translitPlace + whole,
            source: .transliteration)
        }
      }
      if count >= 8 { return }
      let index = translit(end)
      if index == 0 { return }
      cost += Int32(table[previous * size + index])
      if cost > 11_000 + Int32(count) * 6_500 { return }
      previous = index
      end += 1
    }
  }

  /// The next part of a name with dots: `at` is the first character behind a dot.
  private func addDotted(from: Int, at: Int, cost: Int32, dots: Int) {
    let size = model.transliterationCount
    let table = model.transliteration
    var previous = 0
    var cost = cost
    var end = at
    while end < length, end - at < 9 {
      let scalar = self.scalar(end)
      if scalar == 0xB7, end > at {
        if dots < 5 { addDotted(from: from, at: end + 1, cost: cost, dots: dots + 1) }
        return
      }
      let isLetter = scalar >= 0x41 && scalar <= 0x5A
      guard CharacterKind(scalar) == .han || isLetter else { return }
      let index = translit(end)
      cost += isLetter ? 3_000 : index == 0 ? 8_500 : Int32(table[previous * size + index])
      previous = index
      end += 1
      let close = index == 0 ? 3_000 : Int32(table[previous * size])
      add(
        from: from, to: end, wordClass: .person, inner: .bos, cost: max(1_500, tuning.dotted + (cost + close) * 8 / 10 - Int32(dots) * 3_000),
        source: .dotted)
    }
  }

  // MARK: Places by suffix

  private func addPlacesBySuffix() {
    for offset in 1..<max(length, 1) {
      let scalar = input.folded[start + offset]
      guard scalar < 65_536, model.placeSuffix[Int(scalar)] != 0 else { continue }
      var cost = tuning.suffix + Int32(model.placeSuffix[Int(scalar)])
      var from = offset - 1
      while from >= 0, offset - from <= 4 {
        let char = input.folded[start + from]
        guard CharacterKind(char) == .han, char < 65_536 else { break }
        cost += Int32(model.placeChar[Int(char)])
        let count = offset - from
        if cost > 10_000 + Int32(count) * 7_000 { break }
        let extra: Int32 = count == 2 ? 0 : count == 1 ? 1_500 : count == 3 ? 1_000 : 2_500
        add(
          from: from, to: offset + 1, wordClass: .place, inner: .place, cost: cost + extra, source: .placeSuffix)
        from -= 1
      }
    }
  }

  // MARK: Names of the document

  private func addDocumentNames(_ names: DocumentNames, at offset: Int) {
    names.forEachName(in: input.folded + start, from: offset, to: length) { end, name in
      add(
        from: offset, to: end, wordClass: name.wordClass, inner: name.wordClass, cost: name.cost, entry: name.number,
        source: .document, kind: name.kind)
    }
  }
}
