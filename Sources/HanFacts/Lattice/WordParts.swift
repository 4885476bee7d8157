import HanGazetteer
import HanText

/// The words that hold a name: `抗日` holds the place 日, `毛泽东思想` the person 毛泽东; from `model/parts.tsv`.
///
/// The decoder reads such a word as one token; the name in it is a record all the same.
struct WordParts: Sendable {
  /// A name in a word: its offset, its length and its type.
  struct Part: BitwiseCopyable {
    var offset: UInt8
    var length: UInt8
    var wordClass: WordClass
  }

  /// By the hash of the word: where its parts stand in `parts`.
  private var byWord: [UInt64: Range<Int>] = [:]
  private var parts: [Part] = []
  /// A bit for each character that such a word begins with.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  /// Reads the table of an image.
  init(_ image: GazetteerImage) {
    for (name, bytes) in image.verbatimTables where name == "model/parts.tsv" {
      ModelTable(bytes).forEachRow { cells in if cells.count > 2 { add(cells) } }
    }
  }

  private mutating func add(_ cells: [UnsafeBufferPointer<UInt8>]) {
    let word = ModelTable.string(cells[0]).unicodeScalars.map(\.value)
    let wordClass: WordClass
    switch ModelTable.string(cells[2]) {
    case "person": wordClass = .person
    case "organization": wordClass = .organization
    default: wordClass = .place
    }
    let start = parts.count
    // Several parts stand in the order of the text.
    var from = 0
    for text in ModelTable.string(cells[1]).split(separator: "|") {
      let part = text.unicodeScalars.map(\.value)
      guard let offset = word.indices.first(where: { $0 >= from && word[$0...].starts(with: part) }) else { continue }
      from = offset + part.count
      parts.append(
        Part(offset: UInt8(clamping: offset), length: UInt8(clamping: part.count), wordClass: wordClass))
    }
    guard parts.count > start, let first = word.first, first < 65_536 else { return }
    firsts[Int(first >> 6)] |= 1 << UInt64(first & 63)
    byWord[Self.hash(word[...])] = start..<parts.count
  }

  private static func hash(_ scalars: some Sequence<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in scalars { hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Whether a word may hold a name, by its first character.
  @inline(__always)
  func mayHold(_ first: UInt32) -> Bool { first < 65_536 && firsts[Int(first >> 6)] & (1 << UInt64(first & 63)) != 0 }

  /// The names in a word.
  func parts(of word: ArraySlice<UInt32>) -> ArraySlice<Part> {
    guard let range = byWord[Self.hash(word)] else { return [] }
    return parts[range]
  }
}
