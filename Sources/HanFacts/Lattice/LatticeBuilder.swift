import HanGazetteer
import HanText

/// What a lattice is written into; kept from sentence to sentence.
struct LatticeBuffers {
  /// So many characters on either side of a sentence are read as the end of a line.
  static let margin = 8

  let edges = ScratchBuffer<Edge>(capacity: 8192)
  /// By offset in the sentence: the first edge that starts there, -1 for none.
  let first = ScratchBuffer<Int32>()
  /// By offset: the end of the last head that can be reached from there without a mark between, -1 for none.
  let headReach = ScratchBuffer<Int32>()
  /// By offset, where the sentence has heads: what title begins there, right behind one.
  let titles = ScratchBuffer<TitleBehind>()
  /// Listed names of types that hide nothing, met while building.
  let overlays = ScratchBuffer<Overlay>(capacity: 64)
  /// By offset, with the margins.
  let notes = ScratchBuffer<OffsetNotes>()
  /// By offset: how many characters before it follow a blank.
  let spaces = ScratchBuffer<Int32>()
  /// The characters of the sentence and the margins, and their scalars.
  let characters = ScratchBuffer<CharacterInfo>()
  let folded = ScratchBuffer<UInt32>()

  /// Makes room for a sentence.
  func reserve(_ length: Int) {
    edges.reserve((length + 1) * LatticeBuilder.edgeLimit)
    first.resize(length + 2)
    headReach.resize(length + 2)
    titles.reserve(length + 2)
    notes.reserve(length + 2 * Self.margin)
    spaces.reserve(length + 2)
    characters.reserve(length + 2 * Self.margin)
    folded.reserve(length + 2 * Self.margin)
  }
}

/// Builds the candidates of one sentence: listed words and names, scanned dates and figures, generated names.
///
/// Every generator has a bounded window and every start a bounded number of edges, so that the lattice is linear in
/// the text whatever the text. The buffers are kept from sentence to sentence; what is done with them stands in
/// `LatticeWriter`.
final class LatticeBuilder {
  /// At most so many edges start at one character.
  static let edgeLimit = 48

  let model: CostModel
  private let buffers = LatticeBuffers()
  private let writer: LatticeWriter
  private let images: [GazetteerImage]
  private let entryRoles: [UnsafeMutablePointer<EntryRole>]
  /// The doubtful names of the document.
  let doubtful: DoubtfulNames
  private(set) var start = 0
  private(set) var length = 0
  /// Whether a composed organization may open anywhere in the sentence.
  private(set) var hasHeads = false
  /// Names that the document has proven; see `DocumentNames`.
  var documentNames: DocumentNames?
  /// A reading that is not allowed; `explain` asks what stands without it.
  var banned: BannedReading?

  init(knowledge: KnowledgeBase) {
    model = knowledge.model
    images = knowledge.images
    entryRoles = knowledge.entryRoles
    doubtful = DoubtfulNames(knowledge.images.first)
    writer = LatticeWriter(knowledge, buffers, doubtful)
  }

  /// What `LatticeBuffers` says of them.
  var edges: ScratchBuffer<Edge> { buffers.edges }
  var first: ScratchBuffer<Int32> { buffers.first }
  var headReach: ScratchBuffer<Int32> { buffers.headReach }
  var titles: ScratchBuffer<TitleBehind> { buffers.titles }
  var overlays: ScratchBuffer<Overlay> { buffers.overlays }

  /// By offset: how many characters before it follow a blank; nil where none does.
  var sentenceSpaces: UnsafePointer<Int32>? { writer.hasSpaces ? UnsafePointer(buffers.spaces.base) : nil }

  /// The characters of the sentence; a margin on both sides is the end of a line.
  var sentenceCharacters: UnsafePointer<CharacterInfo> {
    UnsafePointer(buffers.characters.base + LatticeBuffers.margin)
  }

  /// Builds the lattice of `range`; the spans are those of the document, in order, from `span` on.
  func build(_ input: DecoderInput, range: Range<Int>, spans: UnsafeBufferPointer<ScannedSpan>) {
    let writer = writer
    let length = range.count
    start = range.lowerBound
    self.length = length
    overlays.count = 0
    writer.begin(input, from: range.lowerBound, length: length)
    for span in spans where Int(span.end) <= range.upperBound { writer.add(span, sentence: range.lowerBound) }
    let hasUserTables = images.count > 1
    let names = documentNames
    var offset = 0
    while offset < length {
      var isNamed = true
      if writer.characters[offset].kind == .han {
        writer.addListed(at: offset)
        if hasUserTables { addListedByUser(at: offset, input) }
        writer.addGenerated(at: offset)
      } else {
        writer.addCandidates(at: offset)
        if writer.isListed {
          if hasUserTables { addListedByUser(at: offset, input) }
          writer.addLatin(at: offset)
        }
        isNamed = writer.isNamed
      }
      if let names, isNamed {
        names.forEachName(in: writer.folded, from: offset, to: length) { end, name in
          writer.addProven(from: offset, to: end, name)
        }
      }
      offset &+= 1
    }
    writer.finish()
    hasHeads = writer.hasHeads
    edges.count = writer.edgeCount
    if let banned { ban(banned) }
  }

  /// Walks the tries of users' images.
  private func addListedByUser(at offset: Int, _ input: DecoderInput) {
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
          writer.addMore(
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
    joined, slot, listing, numberedUnit, supported, outOfPlace, listMember, listedPlace, masked, owner, branch, cutHead,
    titled,
    likelyRow,
    sureRow,
    translitLimit, splitGiven, road, treatedStock, placeSupported, shore, beginsWord, courtesy, oneSuffix,
    listedShort, behindTitle, vietnamese, partOfName, belowPlace, familyVillage, opening, neighbour, lying: Int32

  /// The kinds of countries, provinces, regions, armies, governments, companies and cities, and of Yi names, in the
  /// built-in image.
  let country, province, region, military, government, company, city, yi: UInt16

  init(_ knowledge: KnowledgeBase) {
    let model = knowledge.model
    country = knowledge.countryKind
    province = knowledge.provinceKind
    region = knowledge.regionKind
    military = knowledge.militaryKind
    government = knowledge.governmentKind
    company = knowledge.companyKind
    city = knowledge.cityKind
    yi = knowledge.yiKind
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
    branch = model.parameter("organization.branch", 0)
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
    behindTitle = model.parameter("person.behind-title", 24_000)
    opening = model.parameter("person.opening", -3_000)
    lying = model.parameter("place.lying", -4_000)
    neighbour = model.parameter("person.neighbour", -4_000)
    familyVillage = model.parameter("place.family-village", -5_000)
    belowPlace = model.parameter("place.below-place", -5_000)
    partOfName = model.parameter("document.part-of-name", 6_000)
    vietnamese = model.parameter("person.vietnamese", 3_000)
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
