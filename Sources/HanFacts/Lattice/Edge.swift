/// One candidate of the lattice: characters `start ..< end` of a sentence read as one token; 32 bytes.
package struct Edge: BitwiseCopyable {
  /// Where it ends, as an offset in the sentence.
  var end: Int32
  /// The next edge that starts where this one does; -1 ends the list.
  var next: Int32
  /// The cost of the surface within its class, in thousandths of a nat.
  var cost: Int32
  /// The cost inside the name of an organization.
  var insideCost: Int32
  /// The entry of the gazetteer, or the number of the scanner's candidate; -1 where a generator made it.
  var entry: Int32
  /// Who made it.
  var source: EdgeSource
  /// The flags of the gazetteer entry.
  var flags: UInt8 = 0
  /// The image: 0 built-in, 1 the user's.
  var image: UInt8 = 0
  /// What it is.
  var role: EdgeRole

  /// Which it is among `WordClass`.
  var wordClass: WordClass {
    @inline(__always) get { role.wordClass }
  }
  /// What it counts as inside an organization; `bos` where it may not stand there.
  var innerClass: WordClass {
    @inline(__always) get { role.innerClass }
  }
}

/// What an edge is: its classes, contexts and kind, eight bytes that are copied as one.
struct EdgeRole: BitwiseCopyable {
  /// From the lowest bit: context (16), own (16), kind (16), word class (8), inner class (8).
  private var bits: UInt64

  /// The row of the transition matrix that it gives to what follows.
  var context: UInt16 {
    @inline(__always) get { UInt16(truncatingIfNeeded: bits) }
  }
  /// The number of its own context, 0 where it has none.
  var own: UInt16 {
    @inline(__always) get { UInt16(truncatingIfNeeded: bits >> 16) }
  }
  /// The kind, as the image numbers kinds.
  var kind: UInt16 {
    @inline(__always) get { UInt16(truncatingIfNeeded: bits >> 32) }
  }
  /// Which it is among `WordClass`.
  var wordClass: WordClass {
    @inline(__always) get { Self.wordClass(bits >> 48) }
  }
  /// What it counts as inside an organization; `bos` where it may not stand there.
  var innerClass: WordClass {
    @inline(__always) get { Self.wordClass(bits >> 56) }
    @inline(__always) set { bits = bits & 0x00FF_FFFF_FFFF_FFFF | UInt64(newValue.rawValue) << 56 }
  }

  /// A role without a context of its own.
  @inline(__always)
  init(_ wordClass: WordClass, inner: WordClass = .bos, kind: UInt16 = 0) {
    self.init(wordClass, inner, context: UInt16(wordClass.rawValue), own: 0, kind)
  }

  /// The role of a listed word or name.
  init(_ wordClass: WordClass, inner: WordClass, own: UInt16, kind: UInt16) {
    self.init(wordClass, inner, context: CostModel.row(wordClass, own), own: own, kind)
  }

  @inline(__always)
  private init(_ wordClass: WordClass, _ inner: WordClass, context: UInt16, own: UInt16, _ kind: UInt16) {
    bits =
      UInt64(context) | UInt64(own) << 16 | UInt64(kind) << 32 | UInt64(wordClass.rawValue) << 48
      | UInt64(inner.rawValue) << 56
  }

  /// The class whose number stands in the lowest byte; a class is put in by its number, so it is one.
  @inline(__always)
  private static func wordClass(_ bits: UInt64) -> WordClass {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits), to: WordClass.self)
  }
}

/// Who made an edge: the rule that the evidence of a record names.
package enum EdgeSource: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case word, listed, scanner, unknown
  case chineseName, surname, japaneseName, transliteration, dotted, latinName, initials
  case placeSuffix, abbreviation, composed, document, masked, placeHead, joined, numbered,
    treatedStock, courtesy, titled

  /// The rule's name in the evidence, behind the type.
  var rule: StaticString {
    switch self {
    case .word: "word"
    case .listed: "gazetteer"
    case .scanner: "scanner"
    case .unknown: "unknown"
    case .chineseName: "surname-given"
    case .surname: "surname-title"
    case .japaneseName: "japanese"
    case .transliteration: "transliteration"
    case .dotted: "dotted-name"
    case .latinName: "latin-name"
    case .initials: "initials"
    case .placeSuffix: "suffix"
    case .abbreviation: "abbreviation"
    case .composed: "head"
    case .document: "document"
    case .masked: "masked-name"
    case .placeHead: "head"
    case .joined: "joined-name"
    case .numbered: "numbered-unit"
    case .treatedStock: "treated-stock"
    case .courtesy: "courtesy-name"
    case .titled: "behind-title"
    }
  }
}

/// A growing buffer of plain values that keeps its room from document to document.
///
/// `base[i]` is valid for `i < count`; every access in the package is bounded by it.
final class ScratchBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  var count = 0

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for `needed` elements.
  @inline(__always)
  func reserve(_ needed: Int) {
    if needed > capacity { grow(needed) }
  }

  /// Makes it this long; what was not there is not initialised.
  @inline(__always)
  func resize(_ size: Int) {
    reserve(size)
    count = size
  }

  @inline(never)
  private func grow(_ needed: Int) {
    let wanted = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    larger.update(from: base, count: min(count, capacity))
    base.deallocate()
    base = larger
    capacity = wanted
  }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow(count + 1) }
    base[count] = element
    count += 1
  }
}
