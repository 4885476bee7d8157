import HanGazetteer

/// The listed names of a document that are also ordinary words, by their rows.
///
/// 小米 is a grain until the text says 小米科技, or 小米 where nothing but the company can stand: from then on all of its
/// mentions are more likely the company, those before too. The first decoding notes where such names stand; what its
/// tokens prove makes them cheaper in the second.
final class DoubtfulNames {
  /// Where a doubtful name stands.
  struct Sighting: BitwiseCopyable {
    var row: UInt64
    /// Its first character in the document.
    var start: Int32
  }

  /// How sure a text is of a row.
  enum Standing: Int {
    case unknown, sighted
    /// A doubtful name of the row was read as a name.
    case likely
    /// A name of the row stands in the text that is nothing else.
    case sure
  }

  /// A name that is itself doubtful proves its row where the best reading without it is so much dearer.
  private static let sureMargin: Int32 = 3_000
  /// So many are kept of a document: memory stays bounded.
  private static let limit = 4_096

  private let sightings = ScratchBuffer<Sighting>(capacity: 256)
  /// By row: its standing.
  private let rows = NumberTable()
  /// By row and place: what the second decoding is told.
  private let told = NumberTable()
  private let image: GazetteerImage?
  private var isCollecting = false
  /// Whether the second decoding is told anything.
  private(set) var hasProven = false

  init(_ image: GazetteerImage?) { self.image = image }

  /// Forgets all; from now on sightings are noted.
  func begin() {
    sightings.count = 0
    rows.removeAll()
    told.removeAll()
    isCollecting = true
    hasProven = false
  }

  private static func key(_ row: UInt64, _ start: Int) -> UInt64 { UInt64(truncatingIfNeeded: start + 1) << 40 ^ row }

  /// Meets a doubtful name that starts at a character of the document: tells what the text says of its row.
  func meet(entry: Int, start: Int) -> Standing {
    guard isCollecting || hasProven, let image else { return .unknown }
    let row = image.identity(ofEntry: entry)
    if !isCollecting { return Standing(rawValue: told[Self.key(row, start)]) ?? .unknown }
    if sightings.count < Self.limit {
      sightings.append(Sighting(row: row, start: Int32(truncatingIfNeeded: start)))
      if rows[row] == 0 { rows.set(row, Standing.sighted.rawValue) }
    }
    return .sighted
  }

  /// Proves the rows of the listed tokens of a first decoding, for the names that it did not read; from now on nothing
  /// is noted.
  func prove(_ tokens: [DecodedToken]) {
    isCollecting = false
    guard sightings.count > 0, let image else { return }
    var isAny = false
    tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices where tokens[index].source == .listed {
        if proves(tokens[index], image) { isAny = true }
      }
    }
    if !isAny { return }
    var token = 0
    for index in 0..<sightings.count {
      let sighting = sightings.base[index]
      let start = Int(sighting.start)
      while token < tokens.count, tokens[token].end <= start { token += 1 }
      let standing = rows[sighting.row]
      if standing < Standing.likely.rawValue || token >= tokens.count || tokens[token].wordClass.isName { continue }
      told.set(Self.key(sighting.row, start), standing)
      hasProven = true
    }
  }

  /// Whether a listed token proves more of its row than was known.
  private func proves(_ token: DecodedToken, _ image: GazetteerImage) -> Bool {
    guard token.wordClass.isName, token.image == 0 else { return false }
    let isDoubtful = token.flags & EntryFlag.ambiguous != 0
    if isDoubtful && token.margin < Self.sureMargin || token.entry < 0 || token.end - token.start < 2 { return false }
    let row = image.identity(ofEntry: Int(token.entry))
    let proof = isDoubtful ? Standing.likely : .sure
    guard (Standing.sighted.rawValue..<proof.rawValue).contains(rows[row]) else { return false }
    rows.set(row, proof.rawValue)
    return true
  }

  /// Whether a proven name stands in a range of the document where no token reads it.
  ///
  /// - Parameter next: the first sighting that may lie in the range; moved on to that of the next range
  func isUnread(in range: Range<Int>, from next: inout Int) -> Bool {
    if !hasProven { return false }
    var isUnread = false
    while next < sightings.count, Int(sightings.base[next].start) < range.upperBound {
      let sighting = sightings.base[next]
      next += 1
      if Int(sighting.start) >= range.lowerBound, told[Self.key(sighting.row, Int(sighting.start))] > 0 {
        isUnread = true
      }
    }
    return isUnread
  }
}
