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
  /// Listed names of types that hide nothing, met while building.
  let overlays = ScratchBuffer<Overlay>(capacity: 64)
  private let edgeCount = ScratchBuffer<UInt8>()
  private let spaces = ScratchBuffer<Int32>()
  /// By offset: the lengths, as bits, of surfaces from there that no generator may call a name.
  private let denied = ScratchBuffer<UInt32>()
  private let noText = ScratchBuffer<UInt32>(capacity: 1)
  private let noCodes = ScratchBuffer<UInt16>(capacity: 1)
  /// The surfaces of the built-in image in the sentence.
  private let matches = TrieMatches()
  private let images: [GazetteerImage]
  private let builtIn: UnsafePointer<CompactEntry>
  private let builtInRoles: UnsafePointer<EntryRole>
  private var hasSpaces = false
  /// Whether the last walk met a word of one character.
  private var hasSingle = false
  private var input: DecoderInput
  /// The character codes of the document in the built-in image.
  private var codes: UnsafePointer<UInt16>
  private let lineEnd: UInt16
  private(set) var start = 0
  private(set) var length = 0
  /// Names that the document has proven; see `DocumentNames`.
  var documentNames: DocumentNames?
  /// A reading that is not allowed; `explain` asks what stands without it.
  var banned: BannedReading?
  private let tuning: Tuning

  /// Costs of generated names, from `model/counted.tsv` and `model/parameters.tsv`.
  struct Tuning {
    let chinese, one, two, translitPerson, translitPlace, dotted, suffix, japanese: Int32
    let gazetteerSuffix, abbreviation, unknown, latin, space, generatedLimit, latinName, wordSuffix, weakHead,
      abbreviationPair, abbreviationGated, quoted, surnameBeforeTitle, wordHead, nounHead, honorific,
      japaneseSurname, quotedHead, listedLatin: Int32

    init(_ model: CostModel) {
      chinese = model.share("person.chinese", 350) + model.parameter("person.chinese", 0)
      one = model.share("given.one", 1190)
      two = model.share("given.two", 360)
      translitPerson = model.share("person.transliterated", 2060) + model.parameter("person.transliterated", 0)
      translitPlace = model.share("place.other", 286) + model.parameter("place.transliterated", 3_000)
      dotted = model.share("person.dotted", 3400) + model.parameter("person.dotted", -2_000)
      suffix = model.share("place.suffix", 1390) + model.parameter("place.suffix", 500)
      japanese = model.share("person.other", 2310) + model.parameter("person.japanese", 1_000)
      gazetteerSuffix = model.parameter("place.gazetteer-suffix", 1_500)
      abbreviation = model.parameter("place.abbreviation", 4_000)
      unknown = model.parameter("character.unknown", 8_500)
      latin = model.parameter("latin", 3_000)
      space = model.parameter("space", 3_000)
      generatedLimit = model.parameter("generated.limit", 34_000)
      latinName = model.share("person.latin", 3270) + model.parameter("person.latin", 4_000)
      abbreviationGated = model.parameter("place.abbreviation-gated", -1_500)
      abbreviationPair = model.parameter("place.abbreviation-pair", -2_500)
      wordSuffix = model.parameter("place.word-suffix", 5_000)
      weakHead = model.parameter("organization.weak-head", 1_000)
      surnameBeforeTitle = model.parameter("person.surname-title", 3_000)
      honorific = model.parameter("person.honorific", 7_000)
      wordHead = model.parameter("organization.word-head", 6_000)
      nounHead =
        model.insideBackoff[Int(WordClass.head.rawValue)] + model.parameter("organization.noun-head", 0)
      quoted = model.parameter("organization.quoted", 10_000)
      quotedHead = model.parameter("organization.quoted-head", 0)
      listedLatin = model.parameter("latin.listed", 0)
      japaneseSurname = model.parameter("person.japanese-surname", 12_000)
    }
  }

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    model = knowledge.model
    images = knowledge.images
    builtIn = images[0].entries
    builtInRoles = UnsafePointer(knowledge.entryRoles[0])
    tuning = Tuning(model)
    lineEnd = knowledge.images[0].code(of: 0x0A)
    codes = UnsafePointer(noCodes.base)
    input = DecoderInput(
      folded: UnsafePointer(noText.base), flags: UnsafePointer(edgeCount.base), codes: [], count: 0)
  }

  /// Builds the lattice of `range`; the spans are those of the document, in order, from `span` on.
  func build(_ input: DecoderInput, range: Range<Int>, spans: UnsafeBufferPointer<ScannedSpan>) {
    self.input = input
    codes = input.codes[0]
    start = range.lowerBound
    length = range.count
    edges.count = 0
    overlays.count = 0
    first.resize(length + 2)
    headReach.resize(length + 2)
    spaces.resize(length + 2)
    edgeCount.reserve(length + 2)
    denied.reserve(length + 2)
    first.base.update(repeating: -1, count: length + 2)
    headReach.base.update(repeating: -1, count: length + 2)
    edgeCount.base.update(repeating: 0, count: length + 2)
    denied.base.update(repeating: 0, count: length + 2)
    countSpaces()
    for span in spans where Int(span.end) <= range.upperBound {
      add(
        from: Int(span.start) - start, to: Int(span.end) - start, wordClass: .number,
        inner: span.isBare ? .number : .bos, cost: span.cost,
        entry: span.candidate, source: .scanner, own: 0, kind: span.wordClass == .date ? ScannedSpan.dateKind : 0)
    }
    matches.find(in: knowledge.images[0], codes + start, length)
    for offset in 0..<length { addCandidates(at: offset) }
    addSurnamesBeforeTitles()
    addAbbreviationsBeforeTitles()
    addPlacesBySuffix()
    closeHeads()
    if let banned { ban(banned) }
  }

  private func countSpaces() {
    let flags = input.flags + start
    var any: UInt8 = 0
    for offset in 0..<length { any |= flags[offset] }
    hasSpaces = any & 1 != 0
    if !hasSpaces { return }
    let spaces = spaces.base
    spaces[0] = 0
    for offset in 0..<length { spaces[offset + 1] = spaces[offset] + Int32(flags[offset] & 1) }
  }

  @inline(__always)
  func scalar(_ offset: Int) -> UInt32 { offset >= 0 && offset < length ? input.folded[start + offset] : 0x0A }

  /// What the model knows of a character; the end of a line outside the sentence.
  @inline(__always)
  func info(_ offset: Int) -> UnsafePointer<CharacterInfo> {
    UnsafePointer(model.characters + Int(offset >= 0 && offset < length ? codes[start + offset] : lineEnd))
  }

  /// Whether the character before an offset is a unit that bodies belong to: 市 before 教育局.
  @inline(__always)
  func isLocalUnit(before offset: Int) -> Bool { info(offset - 1).pointee.flags.contains(.localUnit) }

  // MARK: Adding edges

  @inline(__always)
  private func add(
    from: Int, to: Int, wordClass: WordClass, inner: WordClass, cost: Int32, insideCost: Int32? = nil,
    entry: Int32 = -1,
    source: EdgeSource, own: UInt16 = 0, kind: UInt16 = 0, flags: UInt8 = 0, image: UInt8 = 0
  ) {
    if Int(edgeCount.base[from]) >= Self.edgeLimit { return }
    if wordClass.isName, source != .listed, to - from < 32, denied.base[from] & (1 << UInt32(to - from)) != 0 { return }
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
  private func row(_ wordClass: WordClass, _ own: UInt16) -> UInt16 { CostModel.row(wordClass, own) }

  // MARK: Candidates at a character

  private func addCandidates(at offset: Int) {
    let info = info(offset)
    switch info.pointee.kind {
    case .latin, .digit: return addLatin(at: offset, info)
    case .mark, .other:
      let mark = info.pointee.mark
      let inner = mark == .open || mark == .close || mark == .quote ? mark : .bos
      add(from: offset, to: offset + 1, wordClass: mark, inner: inner, cost: 100, insideCost: 1_000, source: .unknown)
      if mark == .open { addQuoted(at: offset) }
      if info.pointee.kind == .mark { return }
      addListed(at: offset)
    case .han:
      addListed(at: offset)
      if !hasSingle {
        add(from: offset, to: offset + 1, wordClass: .character, inner: .bos, cost: tuning.unknown, source: .unknown)
      }
      if info.pointee.surname != 0 { addChineseNames(at: offset, info) }
      if info.pointee.transliteration != 0 { addTransliterations(at: offset) }
    }
    if let names = documentNames { addDocumentNames(names, at: offset) }
  }

  /// “一带一路”, “挑战者”: a short string in quotation marks, which stands inside a name like a brand.
  private func addQuoted(at offset: Int) {
    guard scalar(offset) == 0x201C else { return }
    var end = offset + 1
    while end < length, end - offset <= 9 {
      let kind = info(end).pointee.kind
      if info(end).pointee.mark == .close, scalar(end) == 0x201D {
        if end - offset < 3 { return }
        add(
          from: offset, to: end + 1, wordClass: .brand, inner: .brand, cost: 0, insideCost: tuning.quoted,
          source: .unknown)
        return
      }
      guard kind == .han || kind.isASCIIWord else { return }
      end += 1
    }
  }

  private func addLatin(at offset: Int, _ info: UnsafePointer<CharacterInfo>) {
    if offset > 0, self.info(offset - 1).pointee.kind.isASCIIWord {
      // Inside a run: reachable only where a scanner's span ended there.
      add(
        from: offset, to: runEnd(offset), wordClass: .latin, inner: .latin, cost: tuning.latin + 2_000, source: .unknown
      )
      return
    }
    let end = runEnd(offset)
    // Digits alone are a number where the scanner says so; as a token of their own they are the last resort.
    var isNumber = true
    for index in offset..<end where self.info(index).pointee.kind == .latin { isNumber = false }
    add(
      from: offset, to: end, wordClass: .latin, inner: .latin, cost: tuning.latin + (isNumber ? 4_000 : 0),
      insideCost: 4_000,
      source: .unknown)
    addListed(at: offset, latinEnd: end)
    if tuning.listedLatin > 0 { raiseListedLatin(at: offset, end: end) }
    if info.pointee.flags.contains(.capital) {
      addLatinName(at: offset, end: end)
      if end == offset + 1, self.info(end).pointee.flags.contains(.dot) { addTransliterations(at: offset) }
    }
    if let names = documentNames { addDocumentNames(names, at: offset) }
  }

  /// OpenAI, DeepMind: letters that are a listed name and nothing else are hardly another word.
  private func raiseListedLatin(at offset: Int, end: Int) {
    var word: Int32 = -1
    var isListed = false
    var index = first.base[offset]
    while index >= 0 {
      let edge = edges.base + Int(index)
      if edge.pointee.end == Int32(end) {
        if edge.pointee.wordClass == .latin { word = index }
        let isName = edge.pointee.wordClass.isName && edge.pointee.source == .listed
        if isName, edge.pointee.flags & GazetteerEntry.ambiguous == 0 { isListed = true }
      }
      index = edge.pointee.next
    }
    if isListed, word >= 0 { edges.base[Int(word)].cost += tuning.listedLatin }
  }

  /// The end of the run of ASCII letters and digits that a place stands in.
  private func runEnd(_ offset: Int) -> Int {
    var end = offset
    while end < length, end < offset + 64 {
      let scalar = input.folded[start + end]
      if CharacterKind(scalar).isASCIIWord {
        end += 1
        continue
      }
      // Joiners stay inside a run only between two of its characters.
      let joins = scalar == 0x2E || scalar == 0x26 || scalar == 0x2D || scalar == 0x27
      if joins, end + 1 < length, CharacterKind(input.folded[start + end + 1]).isASCIIWord {
        end += 1
        continue
      }
      break
    }
    return max(end, offset + 1)
  }

  /// Adds an edge for each listed surface that starts at a character, the built-in ones first.
  private func addListed(at offset: Int, latinEnd: Int = 0) {
    hasSingle = false
    var index = matches.first.base[offset]
    while index >= 0 {
      let match = matches.all.base[Int(index)]
      index = match.next
      let end = Int(match.end)
      if latinEnd > 0, cutsWord(end, latinEnd) { continue }
      var entry = match.entry
      var number = Int(match.list)
      while true {
        addEntry(entry, number, builtInRoles + entry.classNumber, from: offset, to: end, image: 0)
        if entry.isLast { break }
        number += 1
        entry = builtIn[number]
      }
    }
    if images.count > 1 { addListedByUser(at: offset, latinEnd) }
  }

  /// Whether a surface that starts in a run of Latin letters ends inside one.
  private func cutsWord(_ end: Int, _ latinEnd: Int) -> Bool {
    latinEnd > end
      || end < length && info(end - 1).pointee.kind.isASCIIWord && info(end).pointee.kind.isASCIIWord
  }

  /// Walks the tries of users' images.
  private func addListedByUser(at offset: Int, _ latinEnd: Int) {
    for number in 1..<images.count {
      let image = images[number]
      let codes = input.codes[number] + start
      if let filter = image.startFilter, !filter.mayStart(codes[offset], codes[offset + 1]) { continue }
      let roles = knowledge.entryRoles[number]
      image.forEachWord(in: codes, from: offset, to: length) { size, list in
        if latinEnd > 0, cutsWord(offset + size, latinEnd) { return }
        var index = list
        while true {
          let entry = image.entries[index]
          addEntry(
            entry, index, UnsafePointer(roles + entry.classNumber), from: offset, to: offset + size,
            image: UInt8(truncatingIfNeeded: number))
          if entry.isLast { return }
          index += 1
        }
      }
    }
  }

  @inline(__always)
  private func addEntry(
    _ entry: CompactEntry, _ index: Int, _ role: UnsafePointer<EntryRole>, from: Int, to: Int, image: UInt8
  ) {
    let own = role.pointee.own
    let kind = role.pointee.kind
    let flags = role.pointee.flags
    let wordClass = role.pointee.wordClass
    let number = Int32(truncatingIfNeeded: index)
    let cost = Int32(entry.cost)
    switch role.pointee.action {
    case .word:
      var inner = role.pointee.innerClass
      if inner == .numeral, to - from > 1, scalar(from) != 0x7B2C { inner = .bos }
      // 是, 有, 到, 原: words of grammar stand in no name, whatever their class; 和 and 与 may join its parts.
      if to - from == 1, inner != .conjunction, info(from).pointee.flags.contains(.noBrand) { inner = .bos }
      if to - from == 1 { hasSingle = true }
      // 去年: where the scanner found a date, no word of time stands for the same characters.
      if wordClass == .time, hasScannedDate(from, to) { return }
      add(
        from: from, to: to, wordClass: wordClass, inner: inner, cost: cost,
        insideCost: role.pointee.addsCost ? cost + role.pointee.inside : role.pointee.inside, entry: number,
        source: .word, own: own, kind: kind, flags: flags, image: image)
      if role.pointee.mayBeHead, to - from >= 3 {
        add(
          from: from, to: to, wordClass: .head, inner: .head, cost: 0,
          insideCost: cost + tuning.nounHead, entry: number, source: .word,
          kind: kind, image: image)
        markHead(to)
      }
    case .place:
      add(
        from: from, to: to, wordClass: .place, inner: .place, cost: cost, entry: number, source: .listed, own: own,
        kind: kind, flags: flags, image: image)
      let suffix = info(to).pointee.placeSuffix
      if to - from >= 2, suffix != 0, to < length {
        add(
          from: from, to: to + 1, wordClass: .place, inner: .place,
          cost: cost + tuning.gazetteerSuffix + Int32(suffix) / 2, entry: number,
          source: .placeSuffix, kind: 0, flags: flags, image: image)
      }
    case .name:
      add(
        from: from, to: to, wordClass: wordClass, inner: role.pointee.innerClass, cost: cost, entry: number,
        source: .listed, own: own, kind: kind, flags: flags, image: image)
    case .head:
      add(
        from: from, to: to, wordClass: .head, inner: .head, cost: 0,
        insideCost: role.pointee.inside + (flags & GazetteerEntry.ambiguous != 0 ? tuning.weakHead : 0)
          // 干部, 格局: the end of a word is no head; nor is 署 behind 禁毒署.
          + (to - from == 1 && (scalar(from) == scalar(from - 1) || endsWord(at: from, isHead: true))
            ? tuning.wordHead : 0)
          // “评委会奖”五部: a head of one character makes no name of what stands in marks.
          + (to - from == 1 && info(from - 1).pointee.mark == .close ? tuning.quotedHead : 0),
        entry: number, source: .listed, kind: kind, flags: flags, image: image)
      markHead(to)
    case .abbreviation:
      add(
        from: from, to: to, wordClass: .place, inner: .place, cost: cost + abbreviationCost(from: from, to: to),
        entry: number, source: .abbreviation, own: own, kind: kind, flags: flags, image: image)
    case .overlay:
      overlays.append(Overlay(start: start + from, end: start + to, entry: number, image: image))
    case .compoundSurname: if to - from >= 2 { addGiven(from: from, at: to, surname: 7_000) }
    case .japaneseSurname:
      if to - from >= 2 {
        addJapaneseGiven(from: from, at: to)
        // 桥本首相: the surname alone.
        let isAmbiguous = flags & GazetteerEntry.ambiguous != 0
        add(
          from: from, to: to, wordClass: .person, inner: .bos,
          cost: tuning.japaneseSurname + (isAmbiguous ? tuning.japaneseSurname / 4 : 0), source: .surname)
      }
    case .denied: if to - from < 32 { denied.base[from] |= 1 << UInt32(to - from) }
    case .none: break
    }
  }

  /// What the characters around an abbreviation of a place add to its cost.
  private func abbreviationCost(from: Int, to: Int) -> Int32 {
    let previous = info(from - 1).pointee.flags
    let next = info(to).pointee.flags
    let letters = info(from).pointee.flags
    // 美德, 日中: the second character of a word makes no pair.
    if isWord(from - 1, to) { return tuning.abbreviation }
    let isDouble = scalar(from) == scalar(to) || scalar(from) == scalar(from - 1)
    if letters.contains(.pair), !isDouble, previous.contains(.pair) || next.contains(.pair) || isListedPair(from) {
      return tuning.abbreviationPair
    }
    if letters.contains(.homePair), previous.contains(.homePair) || next.contains(.homePair) {
      return tuning.abbreviationPair
    }
    if previous.contains(.gateBefore) || next.contains(.gateAfter) { return tuning.abbreviationGated }
    return tuning.abbreviation
  }

  /// Whether the scanner found a date of exactly these characters.
  private func hasScannedDate(_ from: Int, _ to: Int) -> Bool {
    var index = first.base[from]
    while index >= 0 {
      let edge = edges.base + Int(index)
      if edge.pointee.source == .scanner, edge.pointee.end == Int32(to), edge.pointee.kind == ScannedSpan.dateKind {
        return true
      }
      index = edge.pointee.next
    }
    return false
  }

  /// Whether a listed word stands exactly there; its edges have to be in the lattice.
  private func isWord(_ from: Int, _ to: Int) -> Bool {
    var index = from >= 0 ? first.base[from] : -1
    while index >= 0 {
      let edge = edges.base + Int(index)
      if edge.pointee.source == .word, edge.pointee.end == Int32(to) { return true }
      index = edge.pointee.next
    }
    return false
  }

  /// 中、英、德: an abbreviation beyond a 、 on either side.
  private func isListedPair(_ offset: Int) -> Bool {
    info(offset + 1).pointee.mark == .pause && info(offset + 2).pointee.flags.contains(.pair)
      || info(offset - 1).pointee.mark == .pause && info(offset - 2).pointee.flags.contains(.pair)
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
      if own >= 0, reach >= 0, Int(reach) - offset > 40 {
        reach = own
        headReach.base[offset] = own
      }
      offset -= 1
      if offset >= 0 {
        if info(offset).pointee.flags.contains(.barrier) { reach = -1 }
      }
    }
  }

  // MARK: Persons

  private func addChineseNames(at offset: Int, _ info: UnsafePointer<CharacterInfo>) {
    let surname = Int32(info.pointee.surname)
    addGiven(from: offset, at: offset + 1, surname: surname)
    let next = self.info(offset + 1).pointee
    if next.surname != 0, offset + 4 <= length {
      // A married woman's double surname: 范徐丽泰.
      let third = self.info(offset + 2).pointee
      let fourth = self.info(offset + 3).pointee
      if third.kind == .han, fourth.kind == .han {
        let cost =
          tuning.chinese + surname + Int32(next.surname) + 6_000 + Int32(third.givenFirst) + Int32(fourth.givenLast)
        if cost < tuning.generatedLimit {
          add(from: offset, to: offset + 4, wordClass: .person, inner: .bos, cost: cost, source: .chineseName)
        }
      }
    }
    if next.flags.contains(.honorificSuffix) {
      add(
        from: offset, to: offset + 2, wordClass: .person, inner: .bos, cost: tuning.honorific + surname,
        source: .surname)
    }
    if offset > 0, self.info(offset - 1).pointee.flags.contains(.honorificPrefix) {
      add(
        from: offset - 1, to: offset + 1, wordClass: .person, inner: .bos, cost: tuning.honorific + surname,
        source: .surname)
    }
  }

  @inline(__always)
  private func addGiven(from: Int, at: Int, surname: Int32) {
    let one = info(at).pointee
    guard one.kind == .han, !one.flags.contains(.noGiven) else { return }
    let base = tuning.chinese + surname
    let single = base + tuning.one + Int32(one.givenSingle)
    if single < tuning.generatedLimit {
      add(from: from, to: at + 1, wordClass: .person, inner: .bos, cost: single, source: .chineseName)
    }
    let two = info(at + 1).pointee
    guard two.kind == .han, !two.flags.contains(.noGiven) else { return }
    let double = base + tuning.two + Int32(one.givenFirst) + Int32(two.givenLast)
    if double < tuning.generatedLimit {
      add(from: from, to: at + 2, wordClass: .person, inner: .bos, cost: double, source: .chineseName)
    }
  }

  /// 江主席 → 江: a surname before a title; once all words are in the lattice.
  private func addSurnamesBeforeTitles() {
    for offset in 0..<max(length - 2, 0) {
      let surname = info(offset).pointee.surname
      // 副 belongs to the title: 常副局长.
      if surname == 0 || !(hasTitle(at: offset + 1) || scalar(offset + 1) == 0x526F && hasTitle(at: offset + 2)) {
        continue
      }
      add(
        from: offset, to: offset + 1, wordClass: .person, inner: .bos, cost: tuning.surnameBeforeTitle + Int32(surname),
        source: .surname)
    }
  }

  /// 俄总统, 柬外交大臣: before a title the abbreviation of a country needs no other sign.
  private func addAbbreviationsBeforeTitles() {
    let gain = tuning.abbreviation - tuning.abbreviationGated
    for offset in 0..<max(length - 2, 0) where info(offset).pointee.flags.contains(.office) {
      if !hasTitle(at: offset + 1) || abbreviationCost(from: offset, to: offset + 1) < tuning.abbreviation { continue }
      var index = first.base[offset]
      while index >= 0 {
        let edge = edges.base + Int(index)
        if edge.pointee.source == .abbreviation { edge.pointee.cost -= gain }
        index = edge.pointee.next
      }
    }
  }

  /// Whether a title of two characters or more starts at an offset.
  private func hasTitle(at offset: Int) -> Bool {
    var index = offset < length ? first.base[offset] : -1
    while index >= 0 {
      let edge = edges.base + Int(index)
      if edge.pointee.wordClass == .title, edge.pointee.end - Int32(offset) >= 2 { return true }
      index = edge.pointee.next
    }
    return false
  }

  private func addJapaneseGiven(from: Int, at: Int) {
    var cost = tuning.japanese + 7_000
    var end = at
    while end < length, end < at + 3 {
      let info = info(end).pointee
      guard info.kind == .han, !info.flags.contains(.noGiven) else { return }
      cost += min(7_000, Int32(min(info.givenFirst, info.givenLast)))
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

  @inline(__always)
  private func translit(_ offset: Int) -> Int { Int(info(offset).pointee.transliteration) }

  private func addTransliterations(at offset: Int) {
    let size = model.transliterationCount
    var previous = translit(offset)
    let table = model.transliteration
    let isInitial = info(offset).pointee.flags.contains(.capital)
    if previous == 0, !isInitial { return }
    if offset > 0, info(offset - 1).pointee.flags.contains(.dot) { return }
    var cost = isInitial ? 3_000 : Int32(table[previous])
    if cost > 9_500 { return }
    var end = offset + 1
    while true {
      if info(end).pointee.flags.contains(.dot) {
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
    var part: Int32 = 0
    var end = at
    while end < length, end - at < 9 {
      let info = info(end).pointee
      if info.flags.contains(.dot), end > at {
        if dots < 5 { addDotted(from: from, at: end + 1, cost: cost, dots: dots + 1) }
        return
      }
      let isLetter = info.flags.contains(.capital)
      guard info.kind == .han || isLetter else { return }
      let index = Int(info.transliteration)
      let step = isLetter ? 3_000 : index == 0 ? 7_000 : Int32(table[previous * size + index])
      cost += step
      part += step
      previous = index
      end += 1
      if part > 8_000 + Int32(end - at) * 5_500 { return }
      // 莱德菲尔德著: a name may hold a character that no transliteration was seen with, but does not end in it.
      if index == 0, !isLetter { continue }
      let close = isLetter ? 3_000 : Int32(table[previous * size])
      add(
        from: from, to: end, wordClass: .person, inner: .bos,
        cost: max(1_500, tuning.dotted + (cost + close) * 8 / 10 - Int32(dots) * 3_000),
        source: .dotted)
    }
  }

  // MARK: Places by suffix

  /// Whether the suffix at an offset is the end of a listed word: 城市, 山区, 公路.
  ///
  /// - Parameter isHead: whether to ask for words that close no name: 干部, but not 体育部
  private func endsWord(at offset: Int, isHead: Bool = false) -> Bool {
    for from in stride(from: offset - 1, through: max(offset - 2, 0), by: -1) where from >= 0 {
      var index = first.base[from]
      while index >= 0 {
        let edge = edges.base[Int(index)]
        if edge.source == .word, edge.wordClass == .noun || edge.wordClass == .adjective,
          edge.end == Int32(offset + 1), !isHead || edge.kind == 0
        {
          return true
        }
        index = edge.next
      }
    }
    return false
  }

  private func addPlacesBySuffix() {
    for offset in 1..<max(length, 1) {
      let suffix = info(offset).pointee.placeSuffix
      if suffix == 0 { continue }
      var cost = tuning.suffix + Int32(suffix) + (endsWord(at: offset) ? tuning.wordSuffix : 0)
      var from = offset - 1
      while from >= 0, offset - from <= 4 {
        let char = info(from).pointee
        guard char.kind == .han else { break }
        cost += Int32(char.placeChar)
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
