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
      let table = ModelTable(bytes)
      // A row has some thirty bytes.
      byWord.reserveCapacity(table.size / 24)
      parts.reserveCapacity(table.size / 24)
      var word: [UInt32] = []
      var part: [UInt32] = []
      table.forEachRow { row in
        guard let surface = row.cell(), let names = row.cell(), let type = row.cell() else { return }
        word.removeAll(keepingCapacity: true)
        UTF8Decoding.forEach(surface) { word.append($0) }
        add(word, names, type, &part)
      }
    }
  }

  private mutating func add(
    _ word: [UInt32], _ names: ModelTable.Cell, _ type: ModelTable.Cell, _ part: inout [UInt32]
  ) {
    let wordClass: WordClass =
      if ModelTable.holds(type, "person") {
        .person
      } else if ModelTable.holds(type, "organization") {
        .organization
      } else {
        .place
      }
    let start = parts.count
    // Several parts stand in the order of the text.
    var from = 0
    func close() {
      if !part.isEmpty, let offset = Self.place(of: part, in: word, from: from) {
        from = offset + part.count
        parts.append(
          Part(offset: UInt8(clamping: offset), length: UInt8(clamping: part.count), wordClass: wordClass))
      }
      part.removeAll(keepingCapacity: true)
    }
    UTF8Decoding.forEach(names) { scalar in
      if scalar == UInt32(UInt8(ascii: "|")) { close() } else { part.append(scalar) }
    }
    close()
    guard parts.count > start, let first = word.first, first < 65_536 else { return }
    firsts[Int(first >> 6)] |= 1 << UInt64(first & 63)
    word.withUnsafeBufferPointer {
      if let base = $0.baseAddress { byWord[Self.hash(base, $0.count)] = start..<parts.count }
    }
  }

  /// Where a part stands first in a word from a place on.
  private static func place(of part: [UInt32], in word: [UInt32], from start: Int) -> Int? {
    var offset = start
    while offset + part.count <= word.count {
      if part.indices.allSatisfy({ word[offset + $0] == part[$0] }) { return offset }
      offset += 1
    }
    return nil
  }

  private static func hash(_ scalars: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<count { hash = (hash ^ UInt64(scalars[index])) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Whether a word may hold a name, by its first character.
  @inline(__always)
  func mayHold(_ first: UInt32) -> Bool { first < 65_536 && firsts[Int(first >> 6)] & (1 << UInt64(first & 63)) != 0 }

  /// The names in a word.
  func parts(of word: UnsafePointer<UInt32>, count: Int) -> ArraySlice<Part> {
    guard let range = byWord[Self.hash(word, count)] else { return [] }
    return parts[range]
  }
}
