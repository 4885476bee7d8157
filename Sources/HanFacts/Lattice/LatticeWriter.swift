import HanGazetteer

/// What is noted of an offset while edges are added, so that most questions need not read the edges.
///
/// A bit that is not set says that there is nothing of the kind; one that is set may stand for an edge that another has
/// replaced.
struct OffsetNotes: BitwiseCopyable {
  /// The lengths, as bits, of the listed words that start there, of the persons, of the places, and of all other edges;
  /// see `bit`.
  var words: UInt32 = 0
  var persons: UInt32 = 0
  var places: UInt32 = 0
  var others: UInt32 = 0
  /// The lengths, as bits, of surfaces from there that no generator may call a name.
  var denied: UInt32 = 0
  /// How many edges start there.
  var count: UInt8 = 0
  var marks: Marks = []

  /// What starts or ends there.
  struct Marks: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    /// A listed noun or adjective ends there.
    static let endsNoun = Marks(rawValue: 1)
    /// A title of two characters or more starts, or ends there.
    static let startsTitle = Marks(rawValue: 2)
    static let endsTitle = Marks(rawValue: 4)
    /// A scanner's edge starts there.
    static let isScanned = Marks(rawValue: 8)
  }

  /// The lengths of all edges.
  var lengths: UInt32 { words | persons | places | others }

  /// Notes an edge and tells whether one of the same length was noted that may be of the same class.
  @inline(__always)
  mutating func note(_ wordClass: WordClass, _ source: EdgeSource, _ bit: UInt32) -> Bool {
    switch wordClass {
    case .person:
      let isTaken = persons & bit != 0
      persons |= bit
      return isTaken
    case .place:
      let isTaken = places & bit != 0
      places |= bit
      return isTaken
    default:
      let isTaken = (words | others) & bit != 0
      if source == .word { words |= bit } else { others |= bit }
      return isTaken
    }
  }

  /// The bit of a length; the last one stands for all that are longer too.
  @inline(__always)
  static func bit(_ size: Int) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: min(size, 31)) }
}

/// What the built-in tables list of one character, see `LatticeWriter.readSingles`.
struct SingleEdges: BitwiseCopyable {
  var first: Int32 = 0
  var count: UInt8 = 0
  var isKnown = false
  /// Whether the character alone is a word.
  var isWord = false
  /// Whether any edge is made wherever the character stands.
  var isPlain = false
}

/// Writes the edges of one sentence into the buffers of a `LatticeBuilder`.
///
/// Pointers that the builder sets, so that the loops read and write plain memory. Offsets count from the start of the
/// sentence; `characters`, `folded`, `notes` and `sizes` may be read from 8 before it to 8 behind it.
final class LatticeWriter {
  /// The built-in image, its entries, and what is made of them by their classes.
  let image: GazetteerImage
  let builtIn: UnsafePointer<CompactEntry>
  let roles: UnsafePointer<EntryRole>
  let transliteration: UnsafePointer<Int16>
  let transliterationCount: Int
  let tuning: UnsafePointer<LatticeTuning>
  let supports: NameSupports
  let vocabulary: RecordVocabulary
  let front = TrieFront()
  let overlays: ScratchBuffer<Overlay>
  /// The doubtful names of the document.
  let doubtful: DoubtfulNames

  private let buffers: LatticeBuffers
  /// By code, once it was met: what the tables list of the character alone; the edges stand side by side.
  let singles: UnsafeMutablePointer<SingleEdges>
  let singleEdges = ScratchBuffer<Edge>()
  private let lineEnd: CharacterInfo
  /// By code.
  let known: UnsafePointer<CharacterInfo>

  /// The first character in the document.
  private(set) var start = 0
  private(set) var length = 0
  private(set) var characters: UnsafePointer<CharacterInfo>
  private(set) var folded: UnsafePointer<UInt32>
  private(set) var edges: UnsafeMutablePointer<Edge>
  private(set) var first: UnsafeMutablePointer<Int32>
  private(set) var headReach: UnsafeMutablePointer<Int32>
  /// By offset: what title begins there, right behind a head.
  private(set) var titles: UnsafeMutablePointer<TitleBehind>
  private(set) var notes: UnsafeMutablePointer<OffsetNotes>
  /// By offset: how many characters before it follow a blank; `hasSpaces` says whether any does.
  private(set) var spaces: UnsafeMutablePointer<Int32>
  private(set) var hasSpaces = false
  /// The characters' codes in the built-in image.
  private(set) var codes: UnsafePointer<UInt16>
  /// What `front` found, by offset.
  private(set) var sizes: UnsafePointer<TrieFront.Sizes>
  private(set) var second: UnsafePointer<TrieFront.Surface>
  private(set) var third: UnsafePointer<TrieFront.Surface>

  private(set) var edgeCount = 0
  /// Whether the tables are asked at the character last given to `addCandidates`, and the document's names.
  private(set) var isListed = false
  private(set) var isNamed = false
  /// Where the run of Latin letters ends that begins at that character; 0 for none.
  private(set) var latinEnd = 0
  /// Where the run of letters and digits starts and ends that was read last.
  private var runStart = 0
  private var lastRunEnd = 0
  /// Whether that character is a word, and whether a head begins there.
  var hasSingle = false
  var hasHead = false
  /// Whether any head was met, and where the heads end.
  var hasHeads = false
  var firstHead = 0
  var lastHead = 0
  /// Whether the scanners found anything in the sentence.
  private(set) var hasSpans = false
  /// Whether the character last given to `addCandidates` stands in 《》.
  var isInTitle = false
  /// Offsets of the sentence, in their order: where titles of two characters or more start, the suffixes of places, 、
  /// and 的.
  let titleStarts = ScratchBuffer<Int32>()
  let placeSuffixes = ScratchBuffer<Int32>()
  let pauses = ScratchBuffer<Int32>()
  let owners = ScratchBuffer<Int32>()

  init(_ knowledge: KnowledgeBase, _ buffers: LatticeBuffers, _ doubtful: DoubtfulNames) {
    image = knowledge.images[0]
    builtIn = image.entries
    roles = UnsafePointer(knowledge.entryRoles[0])
    known = UnsafePointer(knowledge.model.characters)
    transliteration = UnsafePointer(knowledge.model.transliteration)
    transliterationCount = knowledge.model.transliterationCount
    let tuning = UnsafeMutablePointer<LatticeTuning>.allocate(capacity: 1)
    tuning.initialize(to: LatticeTuning(knowledge))
    self.tuning = UnsafePointer(tuning)
    supports = knowledge.supports
    vocabulary = knowledge.vocabulary
    var lineEnd = known[Int(image.code(of: 0x0A))]
    lineEnd.cell = .free
    self.lineEnd = lineEnd
    self.buffers = buffers
    overlays = buffers.overlays
    self.doubtful = doubtful
    // Until a sentence begins, pointers to anything.
    characters = UnsafePointer(buffers.characters.base)
    folded = UnsafePointer(buffers.folded.base)
    edges = buffers.edges.base
    first = buffers.first.base
    headReach = buffers.headReach.base
    titles = buffers.titles.base
    notes = buffers.notes.base
    spaces = buffers.spaces.base
    codes = image.tails
    sizes = UnsafePointer(front.sizes.base)
    second = UnsafePointer(front.second.base)
    third = UnsafePointer(front.third.base)
    let codeCount = knowledge.model.characterCount
    singles = .allocate(capacity: codeCount)
    singles.initialize(repeating: SingleEdges(), count: codeCount)
  }

  deinit {
    tuning.deallocate()
    singles.deallocate()
  }

  /// Makes room for a sentence, and copies what the model knows of its characters side by side.
  func begin(_ input: DecoderInput, from start: Int, length: Int) {
    self.start = start
    self.length = length
    buffers.reserve(length)
    edges = buffers.edges.base
    first = buffers.first.base
    headReach = buffers.headReach.base
    titles = buffers.titles.base
    first.update(repeating: -1, count: length + 2)
    let margin = LatticeBuffers.margin
    buffers.notes.base.update(repeating: OffsetNotes(), count: length + 2 * margin)
    notes = buffers.notes.base + margin
    let folded = buffers.folded.base + margin
    (folded - margin).update(repeating: 0x0A, count: margin)
    folded.update(from: input.folded + start, count: length)
    (folded + length).update(repeating: 0x0A, count: margin)
    self.folded = UnsafePointer(folded)
    let codes = input.codes[0] + start
    self.codes = codes
    let flags = input.flags + start
    let characters = buffers.characters.base + margin
    let known = known
    var layout: UInt8 = 0
    var offset = 0
    while offset < length {
      characters[offset] = known[Int(codes[offset])]
      layout |= flags[offset]
      offset &+= 1
    }
    (characters - margin).update(repeating: lineEnd, count: margin)
    (characters + length).update(repeating: lineEnd, count: margin)
    self.characters = UnsafePointer(characters)
    hasSpaces = layout & 1 != 0
    spaces = buffers.spaces.base
    spaces.update(repeating: 0, count: length + 2)
    if hasSpaces { countSpaces(flags) }
    front.read(image, codes, characters, length)
    sizes = UnsafePointer(front.sizes.base + margin)
    second = UnsafePointer(front.second.base)
    third = UnsafePointer(front.third.base)
    edgeCount = 0
    runStart = 0
    lastRunEnd = 0
    latinEnd = 0
    hasHeads = false
    firstHead = length
    lastHead = 0
    hasSpans = false
    isInTitle = false
    titleStarts.count = 0
    placeSuffixes.count = 0
    pauses.count = 0
    owners.count = 0
  }

  private func countSpaces(_ flags: UnsafePointer<UInt8>) {
    for offset in 0..<length { spaces[offset + 1] = spaces[offset] + Int32(flags[offset] & 1) }
  }

  /// Whether any title of two characters or more was met.
  var hasTitles: Bool { titleStarts.count > 0 }

  /// Notes that a title starts at an offset.
  func noteTitle(at offset: Int) {
    let offset = Int32(truncatingIfNeeded: offset)
    let count = titleStarts.count
    if count == 0 || titleStarts.base[count - 1] != offset { titleStarts.append(offset) }
  }

  @inline(__always)
  func scalar(_ offset: Int) -> UInt32 { folded[offset] }

  // MARK: Edges

  /// Adds an edge; of two with one end and class the cheaper one stands for both.
  @inline(__always)
  func append(
    from: Int, to: Int, _ role: EdgeRole, cost: Int32, insideCost: Int32?, entry: Int32, source: EdgeSource,
    flags: UInt8, image: UInt8
  ) {
    let own = notes + from
    if own.pointee.count >= UInt8(truncatingIfNeeded: LatticeBuilder.edgeLimit) { return }
    let cost = crossed(from, to, cost, isNumber: role.wordClass == .number)
    put(from, to, role, cost, insideCost ?? cost, entry, source, flags, image)
    if own.pointee.note(role.wordClass, source, OffsetNotes.bit(to &- from)) {
      linkUnlessReplaced(from)
    } else {
      link(from)
    }
  }

  /// Puts an edge behind the others; it counts once it is linked.
  @inline(__always)
  func put(
    _ from: Int, _ to: Int, _ role: EdgeRole, _ cost: Int32, _ insideCost: Int32, _ entry: Int32, _ source: EdgeSource,
    _ flags: UInt8, _ image: UInt8
  ) {
    (edges + edgeCount).initialize(
      to: Edge(
        end: Int32(truncatingIfNeeded: to), next: first[from], cost: cost, insideCost: insideCost, entry: entry,
        source: source, flags: flags, image: image, role: role))
  }

  /// Links the edge that was put last before the others from there.
  @inline(__always)
  func link(_ from: Int) {
    first[from] = Int32(truncatingIfNeeded: edgeCount)
    edgeCount &+= 1
    notes[from].count &+= 1
  }

  /// What an edge costs with the blanks that it crosses; without a branch.
  @inline(__always)
  func crossed(_ from: Int, _ to: Int, _ cost: Int32, isNumber: Bool = false) -> Int32 {
    cost &+ (spaces[to] &- spaces[from &+ 1]) &* (isNumber ? 200 : tuning.pointee.space)
  }

  /// Links the edge that was put last, unless it or another of the same length has to go.
  @inline(never)
  private func linkUnlessReplaced(_ from: Int) { if !replaces(from) { link(from) } }

  /// Whether an edge with the end and class of the one that was put last stands among the last that were linked before
  /// it; the cheaper one is kept.
  @inline(__always)
  private func replaces(_ from: Int) -> Bool {
    let edge = edges + edgeCount
    if edge.pointee.wordClass == .number { return false }
    var index = edge.pointee.next
    var steps = 0
    while index >= 0, steps < 6 {
      let other = edges + Int(index)
      if other.pointee.end == edge.pointee.end, other.pointee.wordClass == edge.pointee.wordClass {
        if other.pointee.cost > edge.pointee.cost {
          let next = other.pointee.next
          other.pointee = edge.pointee
          other.pointee.next = next
        }
        return true
      }
      index = other.pointee.next
      steps &+= 1
    }
    return false
  }

  /// Adds an edge that a generator or a scanner made.
  @inline(never)
  func add(
    from: Int, to: Int, _ role: EdgeRole, cost: Int32, insideCost: Int32? = nil, entry: Int32 = -1, source: EdgeSource,
    flags: UInt8 = 0, image: UInt8 = 0
  ) {
    if notes[from].denied != 0, role.wordClass.isName, isDenied(from, to) { return }
    append(
      from: from, to: to, role, cost: cost, insideCost: insideCost, entry: entry, source: source, flags: flags,
      image: image)
  }

  /// Whether no generator may call a surface a name.
  func isDenied(_ from: Int, _ to: Int) -> Bool {
    to &- from < 32 && notes[from].denied & (1 &<< UInt32(truncatingIfNeeded: to &- from)) != 0
  }

  /// Adds a generated person.
  @inline(never)
  func addPerson(from: Int, to: Int, cost: Int32, source: EdgeSource) {
    if notes[from].denied != 0, isDenied(from, to) { return }
    let cost = isInTitle ? cost &+ tuning.pointee.inTitle : cost
    append(
      from: from, to: to, EdgeRole(.person), cost: cost, insideCost: cost, entry: -1, source: source, flags: 0,
      image: 0)
  }

  /// Adds a name that the document has proven; a listed one keeps its row and becomes as cheap.
  func addProven(from: Int, to: Int, _ name: DocumentNames.Name) {
    var isListed = false
    let isPart = name.wordClass == .person && name.full != name.number
    forEachEdge(at: from) { edge in
      // 杜邦 in a text about 莱尔·杜邦: the person rather than the company.
      if isPart, edge.pointee.source == .listed, edge.pointee.end == Int32(to),
        edge.pointee.wordClass == .organization
      {
        edge.pointee.cost += tuning.pointee.partOfName
      }
      guard edge.pointee.source == .listed, edge.pointee.end == Int32(to), edge.pointee.wordClass == name.wordClass
      else { return }
      edge.pointee.cost = min(edge.pointee.cost, name.cost)
      edge.pointee.insideCost = min(edge.pointee.insideCost, name.cost)
      isListed = true
    }
    if isListed { return }
    add(
      from: from, to: to, EdgeRole(name.wordClass, inner: name.wordClass, kind: name.kind), cost: name.cost,
      entry: name.number, source: .document)
  }

  /// Adds what a scanner found.
  func add(_ span: ScannedSpan, sentence start: Int) {
    hasSpans = true
    let role = EdgeRole(
      .number, inner: span.isBare ? .number : .bos, kind: span.wordClass == .date ? ScannedSpan.dateKind : 0)
    add(
      from: Int(span.start) - start, to: Int(span.end) - start, role, cost: span.cost, entry: span.candidate,
      source: .scanner)
    notes[Int(span.start) - start].marks.insert(.isScanned)
  }

  // MARK: Candidates at a character

  /// Adds what begins at a character that is no Chinese one: its own edge, and the listed surfaces.
  func addCandidates(at offset: Int) {
    let kind = characters[offset].kind
    if kind == .mark {
      // “一带一路”科技交流大会: a listed name may begin with a mark.
      isListed = characters[offset].mark == .open
      isNamed = false
      addMark(at: offset)
      if isListed { addListedInLetters(at: offset) }
    } else {
      addOther(at: offset, kind)
    }
  }

  private func addMark(at offset: Int) {
    let mark = characters[offset].mark
    let inner = mark == .open || mark == .close || mark == .quote ? mark : .bos
    let isBracket = mark == .open && folded[offset] == 0x28 && opensBranch(offset)
    let isInName = characters[offset].flags.contains(.dot) && joinsParts(offset)
    append(
      from: offset, to: offset + 1, EdgeRole(mark, inner: inner), cost: isInName ? 2_600 : 100,
      insideCost: isBracket ? 1_000 &+ tuning.pointee.branch : 1_000, entry: -1,
      source: .unknown, flags: 0, image: 0)
    if mark == .open { addQuoted(at: offset) }
    if mark == .pause { pauses.append(Int32(truncatingIfNeeded: offset)) }
    // 《 and 》 differ in the last bit.
    if folded[offset] | 1 == 0x300B { isInTitle = mark == .open }
  }

  @inline(never)
  private func addOther(at offset: Int, _ kind: CharacterKind) {
    isListed = true
    isNamed = true
    if kind == .other {
      addMark(at: offset)
      addListedInLetters(at: offset)
      return
    }
    // Inside a run that was read to its end, that end is known.
    if offset >= lastRunEnd || lastRunEnd >= runStart + Self.runLimit {
      runStart = offset
      lastRunEnd = runEnd(offset)
    }
    let end = lastRunEnd
    if characters[offset - 1].kind.isASCIIWord, offset > 0 {
      // Inside a run: reachable only where a scanner's span ended there.
      isListed = false
      isNamed = false
      add(from: offset, to: end, EdgeRole(.latin, inner: .latin), cost: tuning.pointee.latin + 2_000, source: .unknown)
      return
    }
    // Digits alone are a number where the scanner says so; as a token of their own they are the last resort.
    var isNumber = true
    for index in offset..<end where characters[index].kind == .latin { isNumber = false }
    add(
      from: offset, to: end, EdgeRole(.latin, inner: .latin), cost: tuning.pointee.latin + (isNumber ? 4_000 : 0),
      insideCost: 4_000, source: .unknown)
    latinEnd = end
    addListedInLetters(at: offset)
  }

  /// Adds the generated names that begin at a Chinese character, once what is listed there is known.
  @inline(__always)
  func addGenerated(at offset: Int) {
    let info = characters + offset
    if !hasSingle { addUnknown(at: offset) }
    let begins = info.pointee.begins
    if begins.contains(.surname) { addChineseNames(at: offset) }
    if begins.contains(.transliteration), info[1].transliteration != 0 || info[1].flags.contains(.dot),
      !info[-1].flags.contains(.dot)
    {
      addTransliterations(at: offset)
    }
    if !begins.isDisjoint(with: .rare) { addRare(at: offset, begins) }
    if info[-1].begins.contains(.nameLabel) { addCourtesyName(at: offset) }
  }

  @inline(never)
  private func addRare(at offset: Int, _ begins: CharacterInfo.Beginnings) {
    if begins.contains(.placeSuffix) { placeSuffixes.append(Int32(truncatingIfNeeded: offset)) }
    if begins.contains(.owner) { owners.append(Int32(truncatingIfNeeded: offset)) }
    if begins.contains(.ordinal) { addNumberedUnit(at: offset) }
  }

  /// Adds the names that begin with Latin letters, once what is listed there is known, and leaves the run.
  func addLatin(at offset: Int) {
    if latinEnd == 0 { return }
    defer { latinEnd = 0 }
    if tuning.pointee.listedLatin > 0 { raiseListedLatin(at: offset) }
    if characters[offset].flags.contains(.capital) {
      addLatinName(at: offset, end: latinEnd)
      addTreatedStock(at: offset, lettersEnd: latinEnd)
      if latinEnd == offset + 1, characters[latinEnd].flags.contains(.dot) { addTransliterations(at: offset) }
    }
  }

  /// Adds the edge of a character that is no word.
  @inline(__always)
  private func addUnknown(at offset: Int) {
    if notes[offset].count >= UInt8(truncatingIfNeeded: LatticeBuilder.edgeLimit) { return }
    let cost = tuning.pointee.unknown
    notes[offset].others |= OffsetNotes.bit(1)
    put(offset, offset &+ 1, EdgeRole(.character), cost, cost, -1, .unknown, 0, 0)
    link(offset)
  }
}
