import HanGazetteer

/// Writes the edges of one sentence into the buffers of a `LatticeBuilder`.
///
/// A value of pointers, so that the loops read and write plain memory, and never copied: a call to ask it something
/// would copy all of them. Offsets count from the start of the sentence;
/// `characters` may be read from 8 before it to 8 behind it.
struct LatticeWriter: ~Copyable {
  /// The steps of a `TrieFront`.
  struct Front {
    let first, second, third: UnsafePointer<TrieFront.Step>

    init(_ front: TrieFront) {
      first = UnsafePointer(front.first.base)
      second = UnsafePointer(front.second.base)
      third = UnsafePointer(front.third.base)
    }
  }

  /// The first character in the document.
  let start: Int
  let length: Int
  let characters: UnsafePointer<CharacterInfo>
  let folded: UnsafePointer<UInt32>
  let edges: UnsafeMutablePointer<Edge>
  let first: UnsafeMutablePointer<Int32>
  let headReach: UnsafeMutablePointer<Int32>
  /// By offset: what title begins there, right behind a head.
  let titles: UnsafeMutablePointer<TitleBehind>
  /// By offset: how many edges start there.
  let counts: UnsafeMutablePointer<UInt8>
  /// By offset: the lengths, as bits, of surfaces from there that no generator may call a name.
  let denied: UnsafeMutablePointer<UInt32>
  /// By offset: how many characters before it follow a blank; set where `hasSpaces` says so.
  let spaces: UnsafeMutablePointer<Int32>
  let hasSpaces: Bool
  /// The characters' codes in the built-in image, and what `TrieFront` found with them.
  let codes: UnsafePointer<UInt16>
  let front: Front
  /// The built-in image, whose cells, tails and entries stand below.
  let image: Unmanaged<GazetteerImage>
  let cells: UnsafePointer<TrieCell>
  let tails: UnsafePointer<UInt16>
  let builtIn: UnsafePointer<CompactEntry>
  let roles: UnsafePointer<EntryRole>
  let transliteration: UnsafePointer<Int16>
  let transliterationCount: Int
  let overlays: Unmanaged<ScratchBuffer<Overlay>>
  let tuning: UnsafePointer<LatticeTuning>
  let supports: Unmanaged<NameSupports>
  let doubtful: Unmanaged<DoubtfulNames>

  private(set) var edgeCount = 0
  /// Whether the tables are asked at the character last given to `addCandidates`, and the document's names.
  private(set) var isListed = false
  private(set) var isNamed = false
  /// Where the run of Latin letters ends that begins at that character; 0 for none.
  private(set) var latinEnd = 0
  /// Whether that character is a word, and whether a head begins there.
  var hasSingle = false
  var hasHead = false
  /// Whether any head, any title of two characters or more, and any suffix of places was met.
  var hasHeads = false
  var hasTitles = false
  private(set) var hasSuffixes = false
  /// Whether the scanners found anything in the sentence.
  private(set) var hasSpans = false
  /// Whether the sentence has a 、.
  private(set) var hasPauses = false
  /// Whether the character last given to `addCandidates` stands in 《》.
  var isInTitle = false

  init(
    start: Int, length: Int, characters: UnsafePointer<CharacterInfo>, folded: UnsafePointer<UInt32>,
    edges: UnsafeMutablePointer<Edge>, first: UnsafeMutablePointer<Int32>, headReach: UnsafeMutablePointer<Int32>,
    titles: UnsafeMutablePointer<TitleBehind>, counts: UnsafeMutablePointer<UInt8>,
    denied: UnsafeMutablePointer<UInt32>,
    spaces: UnsafeMutablePointer<Int32>,
    hasSpaces: Bool, codes: UnsafePointer<UInt16>,
    front: Front,
    image: Unmanaged<GazetteerImage>,
    cells: UnsafePointer<TrieCell>,
    tails: UnsafePointer<UInt16>, builtIn: UnsafePointer<CompactEntry>, roles: UnsafePointer<EntryRole>,

    transliteration: UnsafePointer<Int16>, transliterationCount: Int, overlays: Unmanaged<ScratchBuffer<Overlay>>,
    tuning: UnsafePointer<LatticeTuning>, supports: Unmanaged<NameSupports>,
    doubtful: Unmanaged<DoubtfulNames>
  ) {
    self.start = start
    self.length = length
    self.characters = characters
    self.folded = folded
    self.edges = edges
    self.first = first
    self.headReach = headReach
    self.titles = titles
    self.counts = counts
    self.denied = denied
    self.spaces = spaces
    self.hasSpaces = hasSpaces
    self.codes = codes
    self.front = front
    self.image = image
    self.cells = cells
    self.tails = tails
    self.builtIn = builtIn
    self.roles = roles
    self.transliteration = transliteration
    self.transliterationCount = transliterationCount
    self.overlays = overlays
    self.tuning = tuning
    self.supports = supports
    self.doubtful = doubtful
  }

  @inline(__always)
  func scalar(_ offset: Int) -> UInt32 { offset >= 0 && offset < length ? folded[offset] : 0x0A }

  // MARK: Edges

  /// Adds an edge; of two with one end and class the cheaper one stands for both.
  @inline(__always)
  mutating func append(
    from: Int, to: Int, _ role: EdgeRole, cost: Int32, insideCost: Int32?, entry: Int32, source: EdgeSource,
    flags: UInt8, image: UInt8
  ) {
    if counts[from] >= UInt8(truncatingIfNeeded: LatticeBuilder.edgeLimit) { return }
    var cost = cost
    if hasSpaces, to &- from > 1 {
      let crossed = spaces[to] &- spaces[from &+ 1]
      if crossed > 0 { cost += crossed * (role.wordClass == .number ? 200 : tuning.pointee.space) }
    }
    let edge = Edge(
      end: Int32(truncatingIfNeeded: to), next: first[from], cost: cost, insideCost: insideCost ?? cost, entry: entry,
      source: source, flags: flags, image: image, role: role)
    var index = edge.next
    var steps = 0
    while index >= 0, steps < 6 {
      let other = edges + Int(index)
      if other.pointee.end == edge.end, other.pointee.role.wordClass == role.wordClass, role.wordClass != .number {
        if other.pointee.cost <= cost { return }
        let next = other.pointee.next
        other.pointee = edge
        other.pointee.next = next
        return
      }
      index = other.pointee.next
      steps &+= 1
    }
    edges[edgeCount] = edge
    first[from] = Int32(truncatingIfNeeded: edgeCount)
    edgeCount &+= 1
    counts[from] &+= 1
  }

  /// Adds an edge that a generator or a scanner made.
  @inline(never)
  mutating func add(
    from: Int, to: Int, _ role: EdgeRole, cost: Int32, insideCost: Int32? = nil, entry: Int32 = -1, source: EdgeSource,
    flags: UInt8 = 0, image: UInt8 = 0
  ) {
    if role.wordClass.isName, to - from < 32, denied[from] & (1 << UInt32(truncatingIfNeeded: to - from)) != 0 {
      return
    }
    append(
      from: from, to: to, role, cost: cost, insideCost: insideCost, entry: entry, source: source, flags: flags,
      image: image)
  }

  /// Adds a generated person.
  @inline(never)
  mutating func addPerson(from: Int, to: Int, cost: Int32, source: EdgeSource) {
    let size = to &- from
    if size < 32, denied[from] & (1 &<< UInt32(truncatingIfNeeded: size)) != 0 { return }
    let cost = isInTitle ? cost &+ tuning.pointee.inTitle : cost
    append(
      from: from, to: to, EdgeRole(.person), cost: cost, insideCost: cost, entry: -1, source: source, flags: 0,
      image: 0)
  }

  /// Adds a name that the document has proven; a listed one keeps its row and becomes as cheap.
  mutating func addProven(from: Int, to: Int, _ name: DocumentNames.Name) {
    var isListed = false
    forEachEdge(at: from) { edge in
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
  mutating func add(_ span: ScannedSpan, sentence start: Int) {
    hasSpans = true
    let role = EdgeRole(
      .number, inner: span.isBare ? .number : .bos, kind: span.wordClass == .date ? ScannedSpan.dateKind : 0)
    add(
      from: Int(span.start) - start, to: Int(span.end) - start, role, cost: span.cost, entry: span.candidate,
      source: .scanner)
  }

  // MARK: Candidates at a character

  /// Adds what begins at a character: its own edge where it is a mark or a letter, and the listed surfaces.
  @inline(__always)
  mutating func addCandidates(at offset: Int) {
    let kind = characters[offset].kind
    latinEnd = 0
    if kind == .han {
      isListed = true
      isNamed = true
      addListed(at: offset)
    } else if kind == .mark {
      // “一带一路”科技交流大会: a listed name may begin with a mark.
      isListed = characters[offset].mark == .open
      isNamed = false
      addMark(at: offset)
      if isListed { addListed(at: offset) }
    } else {
      addOther(at: offset, kind)
    }
  }

  private mutating func addMark(at offset: Int) {
    let mark = characters[offset].mark
    let inner = mark == .open || mark == .close || mark == .quote ? mark : .bos
    append(
      from: offset, to: offset + 1, EdgeRole(mark, inner: inner), cost: 100, insideCost: 1_000, entry: -1,
      source: .unknown, flags: 0, image: 0)
    if mark == .open { addQuoted(at: offset) }
    if mark == .pause { hasPauses = true }
    // 《 and 》 differ in the last bit.
    if folded[offset] | 1 == 0x300B { isInTitle = mark == .open }
  }

  @inline(never)
  private mutating func addOther(at offset: Int, _ kind: CharacterKind) {
    isListed = true
    isNamed = true
    if kind == .other {
      addMark(at: offset)
      addListed(at: offset)
      return
    }
    let end = runEnd(offset)
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
    addListed(at: offset)
  }

  /// 字 号 名
  @inline(__always)
  private func isNameLabel(_ scalar: UInt32) -> Bool { scalar == 0x5B57 || scalar == 0x53F7 || scalar == 0x540D }

  /// Adds the generated names that begin at a character, once what is listed there is known.
  @inline(__always)
  mutating func addGenerated(at offset: Int) {
    let info = characters + offset
    if info.pointee.kind == .han {
      if !hasSingle {
        append(
          from: offset, to: offset &+ 1, EdgeRole(.character), cost: tuning.pointee.unknown, insideCost: nil, entry: -1,
          source: .unknown, flags: 0, image: 0)
      }
      if info.pointee.surname != 0 { addChineseNames(at: offset) }
      if info.pointee.transliteration != 0,
        info[1].transliteration != 0 || info[1].flags.contains(.dot), !info[-1].flags.contains(.dot)
      {
        addTransliterations(at: offset)
      }
      if info.pointee.placeSuffix != 0 { hasSuffixes = true }
      if folded[offset] == 0x7B2C { addNumberedUnit(at: offset) }
      if offset > 0, isNameLabel(folded[offset &- 1]) { addCourtesyName(at: offset) }
    } else if info.pointee.placeSuffix != 0 {
      hasSuffixes = true
      return
    }
    if latinEnd == 0 { return }
    if tuning.pointee.listedLatin > 0 { raiseListedLatin(at: offset) }
    if info.pointee.flags.contains(.capital) {
      addLatinName(at: offset, end: latinEnd)
      addTreatedStock(at: offset, lettersEnd: latinEnd)
      if latinEnd == offset + 1, characters[latinEnd].flags.contains(.dot) { addTransliterations(at: offset) }
    }
  }
}
