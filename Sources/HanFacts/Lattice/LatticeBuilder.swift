import HanGazetteer
import HanText

/// Builds the candidates of one sentence: listed words and names, scanned dates and figures, generated names.
///
/// Every generator has a bounded window and every start a bounded number of edges, so that the lattice is linear in
/// the text whatever the text. The buffers belong to the builder and are kept from sentence to sentence; what is done
/// with them stands in `LatticeWriter`.
final class LatticeBuilder {
  /// At most so many edges start at one character.
  static let edgeLimit = 48
  /// So many characters on either side of a sentence are read as the end of a line.
  private static let margin = 8

  let model: CostModel
  let edges = ScratchBuffer<Edge>(capacity: 8192)
  /// By offset in the sentence: the first edge that starts there, -1 for none.
  let first = ScratchBuffer<Int32>()
  /// By offset: the end of the last head that can be reached from there without a mark between, -1 for none.
  let headReach = ScratchBuffer<Int32>()
  /// By offset, where the sentence has heads: what title begins there, right behind one.
  let titles = ScratchBuffer<TitleBehind>()
  /// Listed names of types that hide nothing, met while building.
  let overlays = ScratchBuffer<Overlay>(capacity: 64)
  private let edgeCount = ScratchBuffer<UInt8>()
  private let spaces = ScratchBuffer<Int32>()
  private let denied = ScratchBuffer<UInt32>()
  private let characters = ScratchBuffer<CharacterInfo>()
  private let front = TrieFront()
  private let images: [GazetteerImage]
  private let entryRoles: [UnsafeMutablePointer<EntryRole>]
  private let tuning: UnsafeMutablePointer<LatticeTuning>
  private let lineEnd: CharacterInfo
  private let supports: NameSupports
  /// The doubtful names of the document.
  let doubtful: DoubtfulNames
  private(set) var start = 0
  private(set) var length = 0
  /// Whether a composed organization may open anywhere in the sentence.
  private(set) var hasHeads = false
  private var hasSpaces = false
  /// Names that the document has proven; see `DocumentNames`.
  var documentNames: DocumentNames?
  /// A reading that is not allowed; `explain` asks what stands without it.
  var banned: BannedReading?

  init(knowledge: KnowledgeBase) {
    model = knowledge.model
    images = knowledge.images
    entryRoles = knowledge.entryRoles
    tuning = .allocate(capacity: 1)
    tuning.initialize(to: LatticeTuning(knowledge))
    supports = knowledge.supports
    doubtful = DoubtfulNames(knowledge.images.first)
    lineEnd = model.characters[Int(knowledge.images[0].code(of: 0x0A))]
  }

  deinit { tuning.deallocate() }

  /// By offset: how many characters before it follow a blank; nil where none does.
  var sentenceSpaces: UnsafePointer<Int32>? { hasSpaces ? UnsafePointer(spaces.base) : nil }

  /// The characters of the sentence; a margin on both sides is the end of a line.
  var sentenceCharacters: UnsafePointer<CharacterInfo> { UnsafePointer(characters.base + Self.margin) }

  /// Builds the lattice of `range`; the spans are those of the document, in order, from `span` on.
  func build(_ input: DecoderInput, range: Range<Int>, spans: UnsafeBufferPointer<ScannedSpan>) {
    start = range.lowerBound
    length = range.count
    overlays.count = 0
    let codes = input.codes[0] + start
    front.read(images[0], codes, length)
    var writer = prepare(input, codes)
    for span in spans where Int(span.end) <= range.upperBound { writer.add(span, sentence: start) }
    let hasUserTables = images.count > 1
    let names = documentNames
    for offset in 0..<length {
      writer.addCandidates(at: offset)
      if writer.isListed {
        if hasUserTables { addListedByUser(at: offset, &writer, input) }
        writer.addGenerated(at: offset)
      }
      if let names, writer.isNamed {
        names.forEachName(in: writer.folded, from: offset, to: length) { end, name in
          writer.addProven(from: offset, to: end, name)
        }
      }
    }
    writer.finish()
    hasHeads = writer.hasHeads
    edges.count = writer.edgeCount
    if let banned { ban(banned) }
  }

  /// Makes room for the sentence, and copies what the model knows of its characters side by side.
  private func prepare(_ input: DecoderInput, _ codes: UnsafePointer<UInt16>) -> LatticeWriter {
    edges.count = 0
    edges.reserve((length + 1) * Self.edgeLimit)
    first.resize(length + 2)
    headReach.resize(length + 2)
    titles.reserve(length + 2)
    edgeCount.reserve(length + 2)
    denied.reserve(length + 2)
    characters.reserve(length + 2 * Self.margin)
    first.base.update(repeating: -1, count: length + 2)
    edgeCount.base.update(repeating: 0, count: length + 2)
    denied.base.update(repeating: 0, count: length + 2)
    let known = UnsafePointer(model.characters)
    let characters = characters.base + Self.margin
    let flags = input.flags + start
    var layout: UInt8 = 0
    for offset in 0..<length {
      characters[offset] = known[Int(codes[offset])]
      layout |= flags[offset]
    }
    (characters - Self.margin).update(repeating: lineEnd, count: Self.margin)
    (characters + length).update(repeating: lineEnd, count: Self.margin)
    hasSpaces = layout & 1 != 0
    if hasSpaces { countSpaces(flags) }
    return LatticeWriter(
      start: start, length: length, characters: UnsafePointer(characters), folded: input.folded + start,
      edges: edges.base, first: first.base, headReach: headReach.base, titles: titles.base, counts: edgeCount.base,
      denied: denied.base,
      spaces: spaces.base, hasSpaces: hasSpaces, codes: codes,
      front: LatticeWriter.Front(front), image: Unmanaged.passUnretained(images[0]), cells: images[0].cells,
      tails: images[0].tails, builtIn: images[0].entries, roles: UnsafePointer(entryRoles[0]),
      transliteration: UnsafePointer(model.transliteration), transliterationCount: model.transliterationCount,
      overlays: Unmanaged.passUnretained(overlays), tuning: UnsafePointer(tuning),
      supports: Unmanaged.passUnretained(supports), doubtful: Unmanaged.passUnretained(doubtful))
  }

  private func countSpaces(_ flags: UnsafePointer<UInt8>) {
    spaces.resize(length + 2)
    let spaces = spaces.base
    spaces[0] = 0
    for offset in 0..<length { spaces[offset + 1] = spaces[offset] + Int32(flags[offset] & 1) }
  }

  /// Walks the tries of users' images.
  private func addListedByUser(at offset: Int, _ writer: inout LatticeWriter, _ input: DecoderInput) {
    for number in 1..<images.count {
      let image = images[number]
      let codes = input.codes[number] + start
      if let filter = image.startFilter, !filter.mayStart(codes[offset], codes[offset + 1]) { continue }
      let roles = UnsafePointer(entryRoles[number])
      image.forEachWord(in: codes, from: offset, to: length) { size, list in
        if writer.cutsWord(offset + size) { return }
        var index = list
        while true {
          let entry = image.entries[index]
          writer.addEntry(
            entry, index, roles + entry.ownClass, from: offset, to: offset + size,
            image: UInt8(truncatingIfNeeded: number))
          if entry.endsList { return }
          index += 1
        }
      }
    }
  }
}

/// Costs of generated names, from `model/counted.tsv` and `model/parameters.tsv`.
struct LatticeTuning: BitwiseCopyable {
  let chinese, one, two, translitPerson, translitPlace, dotted, suffix, japanese: Int32
  let gazetteerSuffix, abbreviation, unknown, latin, space, generatedLimit, latinName, wordSuffix, weakHead,
    abbreviationPair, abbreviationCountries, abbreviationCut, abbreviationGated, quoted, surnameBeforeTitle, wordHead,
    nounHead,
    honorific,
    japaneseSurname, quotedHead, listedLatin, inTitle, placeHead, placeStem, headJoin, quotedPlace, parallel,
    festivalName, dottedShort, scannedInName, listedLong, knownLonger,
    joined, slot, listing, numberedUnit, supported, outOfPlace, listMember, listedPlace, masked, owner, cutHead, titled,
    likelyRow,
    sureRow,
    translitLimit, splitGiven, road, treatedStock, placeSupported, shore, beginsWord, courtesy, oneSuffix,
    listedShort: Int32

  /// The kinds of countries, provinces, regions, armies, governments, companies and cities in the built-in image.
  let country, province, region, military, government, company, city: UInt16

  init(_ knowledge: KnowledgeBase) {
    let model = knowledge.model
    country = knowledge.countryKind
    province = knowledge.provinceKind
    region = knowledge.regionKind
    military = knowledge.militaryKind
    government = knowledge.governmentKind
    company = knowledge.companyKind
    city = knowledge.cityKind
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
    abbreviationCut = model.parameter("place.abbreviation-cuts", 0)
    abbreviationCountries = model.parameter("place.abbreviation-countries", -12_000)
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
    placeHead = model.parameter("place.head", 3_000)
    placeStem = model.parameter("place.head-stem", 4_000)
    parallel = model.parameter("person.parallel", 8_000)
    festivalName = model.parameter("person.festival", 6_000)
    dottedShort = model.parameter("person.dotted-short", 3_000)
    scannedInName = model.parameter("scanner.in-name", 4_000)
    listedLong = model.parameter("listed.long", 0)
    joined = model.parameter("person.joined", 10_000)
    translitLimit = model.parameter("transliterated.limit", 5_200)
    splitGiven = model.parameter("person.split-given", 5_000)
    slot = model.parameter("person.slot", -6_000)
    listing = model.parameter("person.listing", -3_000)
    titled = model.parameter("person.titled", 0)
    cutHead = model.parameter("organization.cut-head", 0)
    owner = model.parameter("organization.owner", 0)
    masked = model.parameter("person.masked", 0)
    listedPlace = model.parameter("list.place", 12_000)
    likelyRow = model.parameter("document.likely-row", 0)
    sureRow = model.parameter("document.sure-row", 0)
    supported = model.parameter("support.beside", 0)
    outOfPlace = model.parameter("support.out-of-place", 0)
    listMember = model.parameter("list.member", 0)
    numberedUnit = model.parameter("organization.numbered-unit", 9_000)
    road = model.parameter("place.road", 0)
    shore = model.parameter("place.shore", 0)
    listedShort = model.parameter("listed.short", 0)
    oneSuffix = model.parameter("list.one-suffix", 8_000)
    courtesy = model.parameter("person.courtesy", 9_000)
    beginsWord = model.parameter("person.begins-word", 0)
    placeSupported = model.parameter("support.place", 0)
    treatedStock = model.parameter("organization.treated-stock", 3_000)
    knownLonger = model.parameter("person.known-longer", 0)
    inTitle = model.parameter("person.in-title", 0)
    headJoin = model.parameter("organization.head-joins", 0)
    quotedPlace = model.parameter("place.quoted", 0)
    japaneseSurname = model.parameter("person.japanese-surname", 12_000)
  }
}
