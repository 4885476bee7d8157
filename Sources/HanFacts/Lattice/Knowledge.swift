import HanGazetteer

/// What an extractor knows: the compiled tables, immutable and shared by all threads.
///
/// ```swift
/// let knowledge = Knowledge.standard
/// ```
public struct Knowledge: Sendable {
  package let base: KnowledgeBase
  let layers: KnowledgeLayers

  /// A digest of all tables, sixteen hexadecimal digits: two programs with one digest know the same.
  ///
  /// Linear in the size of the tables that were added; that of the built-in ones is known.
  public var digest: String { Self.digest(of: base.images.map(\.digest)) }

  /// The digest of the tables that are built into the program, for which none of them is read.
  package static var builtInDigest: String { digest(of: [gazetteerDigest]) }

  private static func digest(of images: [UInt64]) -> String {
    let hash = images.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// The tables that are built into the program.
  public static let standard = Knowledge(base: .builtIn)

  init(base: KnowledgeBase) {
    self.base = base
    layers = KnowledgeLayers()
  }
}

/// The images and what the decoder reads from them.
package final class KnowledgeBase: @unchecked Sendable {
  /// The built-in image first, then that of the user's tables.
  package let images: [GazetteerImage]
  package let model: CostModel
  /// By image and category: what the category is for the decoder.
  let roles: [[CategoryRole]]
  /// By image and class of entries: what the decoder makes of an entry.
  let entryRoles: [UnsafeMutablePointer<EntryRole>]
  /// The kinds `compound` and `japanese` of surnames in the built-in image.
  let compoundSurname: UInt16
  let japaneseSurname: UInt16
  /// The kinds `country` and `province` of places in the built-in image.
  let countryKind: UInt16
  let provinceKind: UInt16
  /// The number of the kind `region` in the built-in image.
  let regionKind: UInt16
  /// The number of the kind `military` in the built-in image.
  let militaryKind: UInt16
  /// The number of the kind `government` in the built-in image.
  let governmentKind: UInt16
  /// The number of the kind `company` in the built-in image.
  let companyKind: UInt16
  /// The number of the kind `media` in the built-in image.
  let mediaKind: UInt16
  /// The number of the kind `city` in the built-in image.
  let cityKind: UInt16
  /// The number of the kind `yi` in the built-in image.
  let yiKind: UInt16
  /// What the first character of a country costs in a text that names the country in full.
  let documentAbbreviation: Int32
  /// By image: whether any entry of a category can start an edge.
  let kindNames: [[String]]
  /// The words that hold a name.
  let wordParts: WordParts
  /// The words beside which a doubtful name is one.
  let supports: NameSupports
  /// What finds dates, figures and facts.
  let scanners: ScannerKnowledge
  /// What records are written with.
  let vocabulary: RecordVocabulary

  package static let builtIn = KnowledgeBase(
    images: [builtInImage], room: printable.room, scanners: builtInScanners)

  /// The tables that are built into the program, in a room where the model has its place too.
  private static let printable = gazetteerImage.withUTF8Buffer { PrintableImage($0, more: CostModel.roomSize) }
  private static let decodedFront: Void = printable.decodeFront()
  private static let decodedBack: Void = printable.decodeBack()

  private static let builtInImage: GazetteerImage = {
    decodedFront
    decodedBack
    let image = gazetteerText.withUTF8Buffer { printable.image(plain: $0, digest: gazetteerDigest) }
    // The image is made by the same build; an unreadable one would be a fault of the build itself.
    return image ?? GazetteerCompiler.empty
  }()

  /// Does a part of what `builtIn` needs, for a thread that has time while another makes it.
  package static func prepare() { decodedBack }

  /// The scanners of the built-in tables; another thread may make them while `builtIn` is made.
  package static let builtInScanners = ScannerKnowledge(images: [builtInImage])

  /// - Parameters:
  ///   - droppedFolders: folders whose tables in the first image are not read (`figures`, `dates`)
  ///   - room: where the tables of the model are to stand; nil makes a room of their own
  ///   - scanners: the scanners of these images, made last; nil makes them of the images
  package init(
    images: [GazetteerImage], droppedFolders: Set<String> = [], room: LargeRoom? = nil,
    scanners: @autoclosure () -> ScannerKnowledge? = nil
  ) {
    let images = images.isEmpty ? [GazetteerCompiler.empty] : images
    self.images = images
    vocabulary = RecordVocabulary(images)
    model = CostModel(images[0], in: room ?? LargeRoom(size: CostModel.roomSize))
    wordParts = WordParts(images[0])
    supports = NameSupports(images[0])
    roles = images.map { $0.categories.map(CategoryRole.init(category:)) }
    kindNames = images.map(\.kinds)
    let kinds = images[0].kinds
    func number(of kind: String) -> UInt16 { UInt16(clamping: kinds.firstIndex(of: kind) ?? 65_535) }
    compoundSurname = number(of: "compound")
    countryKind = number(of: "country")
    provinceKind = number(of: "province")
    regionKind = number(of: "region")
    militaryKind = number(of: "military")
    governmentKind = number(of: "government")
    companyKind = number(of: "company")
    mediaKind = number(of: "media")
    cityKind = number(of: "city")
    yiKind = number(of: "yi")
    documentAbbreviation = model.parameter("document.abbreviation", 7_000)
    japaneseSurname = number(of: "japanese")
    let surnames = SurnameKinds(
      compound: compoundSurname, japanese: japaneseSurname, vietnamese: number(of: "vietnamese"),
      joined: ["tibetan", "mongolian", "yi"].map(number(of:)))
    entryRoles = images.indices.map { [roles, model] number in
      let classes = images[number].classes
      let table = UnsafeMutablePointer<EntryRole>.allocate(capacity: max(classes.count, 1))
      for (index, common) in classes.enumerated() {
        let category = Int(common.category)
        (table + index).initialize(
          to: EntryRole(
            common, category < roles[number].count ? roles[number][category] : CategoryRole(category: "denied"),
            isBuiltIn: number == 0, surnames, model))
      }
      return table
    }
    self.scanners = scanners() ?? ScannerKnowledge(images: images, droppedFolders: droppedFolders)
  }

  /// Whether a listed place is a country.
  func isCountry(_ token: DecodedToken) -> Bool { token.image == 0 && token.kind == countryKind }

  deinit {
    for table in entryRoles { table.deallocate() }
  }
}

/// What a category of the image is for the decoder.
package struct CategoryRole: Sendable {
  var wordClass: WordClass
  /// The record's type for names.
  var type: EntityType?
  /// A head of organizations; makes no edge of its own outside.
  var isHead = false
  /// A head of places: 机场, 水库; makes no edge of its own.
  var isPlaceHead = false
  /// Makes no edge: tables that generators read.
  var isSilent = false
  /// Names that stand over the tokens and hide nothing: events and works.
  var isOverlay = false

  init(category: String) {
    switch category {
    case "places": (wordClass, type) = (.place, .place)
    case "organizations": (wordClass, type) = (.organization, .organization)
    case "people": (wordClass, type) = (.person, .person)
    case "titles": (wordClass, type) = (.title, .title)
    case "events": (wordClass, type, isOverlay) = (.noun, .event, true)
    case "works": (wordClass, type, isOverlay) = (.noun, .work, true)
    case "head": (wordClass, isHead) = (.head, true)
    case "place-head": (wordClass, isPlaceHead) = (.place, true)
    case "denied": (wordClass, isSilent) = (.character, true)
    case "surname", "given", "address", "cue", "suffix":
      (wordClass, isSilent) = (.noun, true)
    case GazetteerImage.removedCategory: (wordClass, isSilent) = (.other, true)
    default:
      if category.hasPrefix("words/") {
        wordClass = WordClass(name: category.dropFirst(6)) ?? .noun
        if wordClass == .date || wordClass == .figure { wordClass = .noun }
      } else {
        (wordClass, type) = (.other, EntityType(rawValue: category))
      }
    }
  }
}

/// The numbers of the kinds of surnames in the built-in image, and of the peoples whose names have two parts.
struct SurnameKinds {
  let compound, japanese, vietnamese: UInt16
  let joined: [UInt16]
}

/// What the decoder makes of the entries of one class: all that does not depend on the place in the text.
struct EntryRole: BitwiseCopyable {
  /// What to do with an entry.
  enum Action: UInt8, BitwiseCopyable {
    case none, denied, compoundSurname, japaneseSurname, vietnameseSurname, joinedName, overlay, head, placeHead,
      abbreviation, place, name, word
  }

  /// What more there is to know; in one byte, so that a role has sixteen and none stands in two lines of the cache.
  struct Traits: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    /// `inside` comes on top of the entry's cost.
    static let addsCost = Traits(rawValue: 1)
    /// A word of three characters or more is a head too.
    static let mayBeHead = Traits(rawValue: 2)
    /// An ordinary word of the built-in image, which makes one edge wherever it stands: see `LatticeWriter.addPlain`.
    static let isPlain = Traits(rawValue: 4)
    /// The same, of a word of one character.
    static let isPlainAlone = Traits(rawValue: 8)
  }

  /// What its edges are.
  let edge: EdgeRole
  let action: Action
  let flags: UInt8
  let traits: Traits
  /// What ends behind it, as `OffsetNotes` has it.
  let ends: OffsetNotes.Marks
  /// The cost inside an organization, but for `addsCost`.
  let inside: Int32

  /// The cost of an entry inside an organization.
  @inline(__always)
  func inside(_ cost: Int16) -> Int32 {
    let isAdded = Int32(truncatingIfNeeded: traits.rawValue & Traits.addsCost.rawValue)
    return inside &+ (Int32(cost) & (0 &- isAdded))
  }

  init(
    _ common: EntryClass, _ role: CategoryRole, isBuiltIn: Bool,
    _ surnames: SurnameKinds, _ model: CostModel
  ) {
    flags = common.flags
    var inner = role.wordClass
    var action = Action.word
    if role.isSilent {
      action = role.wordClass == .noun ? .none : .denied
      if role.wordClass == .noun, isBuiltIn {
        if common.kind == surnames.compound {
          action = .compoundSurname
        } else if common.kind == surnames.japanese {
          action = .japaneseSurname
        } else if common.kind == surnames.vietnamese {
          action = .vietnameseSurname
        } else if surnames.joined.contains(common.kind) {
          action = .joinedName
        }
      }
    } else if role.isOverlay {
      action = .overlay
    } else if role.isPlaceHead {
      action = .placeHead
    } else if role.isHead {
      action = .head
      inner = .head
    } else {
      switch role.wordClass {
      case .place: action = common.flags & GazetteerEntry.abbreviation != 0 ? .abbreviation : .place
      case .person, .organization: action = .name
      case .other:
        action = .name
        inner = .noun
      case .particle, .pronoun, .preposition, .adverb, .modal: inner = .bos
      default: break
      }
    }
    self.action = action
    edge = EdgeRole(
      role.wordClass, inner: inner, own: isBuiltIn && !role.isHead ? common.context : 0, kind: common.kind)
    var traits: Traits = []
    if common.kind != 0, role.wordClass == .noun || role.wordClass == .idiom { traits.insert(.mayBeHead) }
    if common.inside == GazetteerEntry.unseen, action != .head { traits.insert(.addsCost) }
    // What a generator or a scanner may make too, and what more is asked of, is not plain.
    if action == .word, isBuiltIn {
      switch role.wordClass {
      case .noun, .verb, .adjective, .adverb, .preposition, .conjunction, .particle, .pronoun, .classifier, .locality,
        .modal, .speechVerb, .roleVerb, .idiom:
        traits.insert(.isPlainAlone)
        if !traits.contains(.mayBeHead) { traits.insert(.isPlain) }
      case .numeral, .title: traits.insert(.isPlainAlone)
      default: break
      }
    }
    self.traits = traits
    ends = action == .word && (role.wordClass == .noun || role.wordClass == .adjective) ? .endsNoun : []
    if common.inside != GazetteerEntry.unseen {
      inside = Int32(common.inside)
    } else if action == .head {
      inside = model.insideBackoff[Int(WordClass.head.rawValue)] + 5_000
    } else {
      inside = model.insideBackoff[Int(role.wordClass.rawValue)]
    }
  }
}
