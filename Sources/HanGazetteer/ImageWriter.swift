/// Gathers surfaces, entries, rows and symbols and writes the sections of the image.
struct ImageWriter {
  private var surfaces = SurfaceIndex()
  private var entries: [GazetteerEntry] = []
  /// By entry: the next one of the same surface, -1 for none.
  private var nextEntry: [Int32] = []
  /// By surface: its first and its last entry, and the cost of the cheapest.
  private var firstEntry: [Int32] = []
  private var lastEntry: [Int32] = []
  private var cheapest: [Int16] = []
  /// Line and start in `text` of each row.
  private var rows: [(line: Int, start: Int)] = []
  private var text: [UInt8] = []
  private var tables: [UInt8] = []
  private var tableNames: [String] = []
  private var headers: [String] = []
  private var categories: [String] = []
  private var kinds: [String] = [""]
  private var kindNumbers: [String: Int] = ["": 0]
  private let contexts: [String]

  private let isDense: Bool

  /// - Parameter isDense: whether building takes its time to make the image small
  init(contexts: [String], isDense: Bool) {
    self.contexts = contexts
    self.isDense = isDense
  }

  private static func number(_ name: String, in list: inout [String]) -> Int {
    if let found = list.firstIndex(of: name) { return found }
    list.append(name)
    return list.count - 1
  }

  mutating func table(_ name: String, columns: [String]) -> UInt16 {
    let number = Self.number(name, in: &tableNames)
    if number == headers.count { headers.append(columns.joined(separator: "\t")) }
    return UInt16(clamping: number)
  }

  mutating func category(_ name: String) -> UInt8 { UInt8(clamping: Self.number(name, in: &categories)) }

  mutating func kind(_ name: String) -> UInt16 {
    if let known = kindNumbers[name] { return UInt16(clamping: known) }
    kinds.append(name)
    kindNumbers[name] = kinds.count - 1
    return UInt16(clamping: kinds.count - 1)
  }

  /// Keeps the cells of a row that are asked for by name: the first one and those of `columns`. The aliases stand in the
  /// trie, kinds in the classes.
  mutating func row(line: Int, text bytes: ArraySlice<UInt8>, keeping columns: [Int]) -> UInt32 {
    let start = text.count
    var number = 0
    for byte in bytes {
      if byte == 0x09 { number += 1 }
      if byte == 0x09 || number == 0 || columns.contains(number) { text.append(byte) }
    }
    while text.count > start, text.last == 0x09 { text.removeLast() }
    rows.append((line, start))
    return UInt32(rows.count - 1)
  }

  mutating func add(surface: [UInt32], _ entry: GazetteerEntry) {
    if surface.isEmpty { return }
    let number = surfaces.number(of: surface)
    let index = Int32(entries.count)
    entries.append(entry)
    nextEntry.append(-1)
    if number == firstEntry.count {
      firstEntry.append(index)
      lastEntry.append(index)
      cheapest.append(entry.cost)
    } else {
      nextEntry[Int(lastEntry[number])] = index
      lastEntry[number] = index
      cheapest[number] = min(cheapest[number], entry.cost)
    }
  }

  mutating func addVerbatim(name: String, bytes: [UInt8]) {
    tables.append(contentsOf: name.utf8)
    tables.append(0)
    for byte in bytes where byte != 0 && byte != 0x0D { tables.append(byte) }
    tables.append(0)
  }

  func finish() -> [UInt8] {
    let (codes, present) = Self.characterCodes(surfaces.allScalars)
    var builder = DoubleArrayBuilder(capacity: surfaces.count * 3, isDense: isDense)
    var ordered: [CompactEntry] = []
    ordered.reserveCapacity(entries.count)
    var numbers: [UInt8] = []
    let width = TextNumber.width(
      upTo: max(text.count, Int(entries.lazy.map(\.row).max() ?? 0), rows.lazy.map(\.line).max() ?? 0))
    var classes = ClassList()
    var key: [UInt16] = []
    var length = 0
    for number in surfacesByCost {
      key.removeAll(keepingCapacity: true)
      for scalar in surfaces[number] { key.append(codes[Int(scalar)]) }
      // What does not fit into the cells is left out; no table of a user comes near.
      length += key.count
      if length > TrieCell.limits.base / 2 { break }
      if key.contains(0) || ordered.count + 65_536 > TrieCell.limits.value
        || builder.insert(key, value: Int32(ordered.count)) != Int32(ordered.count)
      {
        continue
      }
      var index = firstEntry[number]
      while index >= 0 {
        let entry = entries[Int(index)]
        index = nextEntry[Int(index)]
        ordered.append(
          CompactEntry(
            cost: entry.cost, bits: classes.number(of: entry.entryClass) | (index < 0 ? CompactEntry.lastBit : 0)))
        TextNumber.append(Int(entry.row), width: width, to: &numbers)
      }
    }
    let symbols = [tableNames, categories, kinds, contexts, headers].map { $0.joined(separator: "\n") }.joined(
      separator: "\0")
    var places: [UInt8] = []
    for row in rows {
      TextNumber.append(row.line, width: width, to: &places)
      TextNumber.append(row.start, width: width, to: &places)
    }
    TextNumber.append(0, width: width, to: &places)
    TextNumber.append(text.count, width: width, to: &places)
    // The model has two codes more, for characters that no table has.
    let trie = builder.build(codeCount: present.count + 3)
    return Self.assemble([
      Self.bytes(trie.cells), Self.bytes(trie.tails), Self.bytes(ordered), Self.bytes(classes.all),
      Self.bytes(present), numbers, places, text, Array(symbols.utf8), tables,
    ])
  }

  /// The surfaces in the order of their cheapest entry: frequent ones first.
  private var surfacesByCost: [Int] {
    var buckets = [[Int]](repeating: [], count: 256)
    for (surface, cost) in cheapest.enumerated() { buckets[min(max(Int(cost) / 128, 0), 255)].append(surface) }
    return buckets.flatMap { $0 }
  }

  /// Marks and ASCII always have a code: the model of characters is indexed by it.
  private static let alwaysCoded: [UInt32] =
    Array(0x20...0x7E) + [0x0A, 0xB7] + Array(0x2010...0x2027) + Array(0x3001...0x3011)
    + [0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF08, 0xFF09]

  /// The code of each scalar, 0 for none, and the scalars in the order of their codes: frequent ones get small codes,
  /// so that the children of a node stand close together.
  private static func characterCodes(_ scalars: [UInt32]) -> (codes: [UInt16], present: [UInt32]) {
    var frequency = [UInt32](repeating: 0, count: 0x11_0000)
    var present = alwaysCoded
    for scalar in alwaysCoded { frequency[Int(scalar)] = 1_000 }
    for scalar in scalars {
      if frequency[Int(scalar)] == 0 { present.append(scalar) }
      frequency[Int(scalar)] += 1
    }
    present.sort { (frequency[Int($0)], $1) > (frequency[Int($1)], $0) }
    if present.count > 65_000 { present.removeLast(present.count - 65_000) }
    var codes = [UInt16](repeating: 0, count: 0x11_0000)
    for (index, scalar) in present.enumerated() { codes[Int(scalar)] = UInt16(truncatingIfNeeded: index + 1) }
    return (codes, present)
  }

  private static func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var image: [UInt8] = []
    image.reserveCapacity(ImageFormat.headerSize + sections.reduce(0) { $0 + $1.count + 8 })
    append(ImageFormat.magic, to: &image)
    var offset = ImageFormat.headerSize
    for section in sections {
      append(UInt64(offset), to: &image)
      append(UInt64(section.count), to: &image)
      offset += (section.count + 7) / 8 * 8
    }
    for section in sections {
      image.append(contentsOf: section)
      while image.count % 8 != 0 { image.append(0) }
    }
    return image
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
  }

  /// The memory of plain values without padding. All platforms of the package are little-endian, as the image is.
  private static func bytes<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }
}

/// The distinct classes of entries, numbered in the order of their first sight.
private struct ClassList {
  private(set) var all: [EntryClass] = []
  private var numbers: [EntryClass: UInt16] = [:]

  /// The number of a class; where there are too many, that of one without kind and counts.
  mutating func number(of entryClass: EntryClass) -> UInt16 {
    if let known = numbers[entryClass] { return known }
    var entryClass = entryClass
    // The last numbers are kept for the classes of types and tables, which are few.
    if all.count >= CompactEntry.classLimit / 2 {
      (entryClass.kind, entryClass.context, entryClass.inside) = (0, 0, GazetteerEntry.unseen)
      if let known = numbers[entryClass] { return known }
      if all.count >= CompactEntry.classLimit - 1_024 { return 0 }
    }
    let number = UInt16(truncatingIfNeeded: all.count)
    all.append(entryClass)
    numbers[entryClass] = number
    return number
  }
}
