/// Gathers surfaces, entries, rows and symbols and writes the sections of the image.
struct ImageWriter {
  private var keys: [String: Int32] = [:]
  private var surfaces: [String] = []
  private var lists: [[GazetteerEntry]] = []
  private var rows: [ImageRow] = []
  private var text: [UInt8] = []
  private var tables: [UInt8] = []
  private var tableNames: [String] = []
  private var headers: [String] = []
  private var categories: [String] = []
  private var kinds: [String] = [""]
  private let contexts: [String]

  init(contexts: [String]) { self.contexts = contexts }

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
  mutating func kind(_ name: String) -> UInt16 { UInt16(clamping: Self.number(name, in: &kinds)) }

  mutating func row(line: Int, cells: [String]) -> UInt32 {
    let start = text.count
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(0x09) }
      text.append(contentsOf: cell.utf8)
    }
    rows.append(
      ImageRow(
        line: UInt32(clamping: line), textStart: UInt32(clamping: start), textLength: UInt32(clamping: text.count - start)))
    return UInt32(rows.count - 1)
  }

  mutating func add(surface: String, _ entry: GazetteerEntry) {
    if surface.isEmpty { return }
    if let number = keys[surface] {
      lists[Int(number)].append(entry)
    } else {
      keys[surface] = Int32(lists.count)
      surfaces.append(surface)
      lists.append([entry])
    }
  }

  mutating func addVerbatim(name: String, bytes: [UInt8]) {
    tables.append(contentsOf: name.utf8)
    tables.append(0)
    for byte in bytes where byte != 0 { tables.append(byte) }
    tables.append(0)
  }

  func finish() -> [UInt8] {
    // Frequent characters get small codes: the children of a node stand close together.
    var frequency = [UInt32](repeating: 0, count: 0x11_0000)
    // Marks and ASCII always have a code: the model of characters is indexed by it.
    var present: [UInt32] = []
    for scalar in Self.alwaysCoded {
      frequency[Int(scalar)] = 1_000
      present.append(scalar)
    }
    for surface in surfaces {
      for scalar in surface.unicodeScalars {
        if frequency[Int(scalar.value)] == 0 { present.append(scalar.value) }
        frequency[Int(scalar.value)] += 1
      }
    }
    present.sort { (frequency[Int($0)], $1) > (frequency[Int($1)], $0) }
    if present.count > 65_000 { present.removeLast(present.count - 65_000) }
    for (index, scalar) in present.enumerated() { frequency[Int(scalar)] = UInt32(index + 1) }
    var builder = DoubleArrayBuilder(capacity: surfaces.count * 3)
    var entries: [UInt8] = []
    var count = 0
    var key: [UInt16] = []
    for index in Self.orderByCost(lists) {
      let surface = surfaces[index]
      let list = lists[index]
      key.removeAll(keepingCapacity: true)
      for scalar in surface.unicodeScalars { key.append(UInt16(truncatingIfNeeded: frequency[Int(scalar.value)])) }
      if builder.insert(key, value: Int32(count)) != Int32(count) { continue }
      for (index, entry) in list.enumerated() {
        var entry = entry
        if index == list.count - 1 { entry.flags |= GazetteerEntry.last }
        Self.append(entry, to: &entries)
      }
      count += list.count
    }
    var cells: [UInt8] = []
    let trie = builder.build()
    var tails: [UInt8] = []
    for code in trie.tails { Self.append(code, to: &tails) }
    for cell in trie.cells {
      for word in [cell.base, cell.parent, cell.value] { Self.append(word, to: &cells) }
    }
    var rowBytes: [UInt8] = []
    for row in rows {
      for word in [row.line, row.textStart, row.textLength] { Self.append(word, to: &rowBytes) }
    }
    var scalars: [UInt8] = []
    for scalar in present { Self.append(scalar, to: &scalars) }
    let symbols = [tableNames, categories, kinds, contexts, headers].map { $0.joined(separator: "\n") }.joined(separator: "\0")
    return Self.assemble([cells, tails, entries, rowBytes, scalars, text, Array(symbols.utf8), tables])
  }

  private static let alwaysCoded: [UInt32] =
    Array(0x20...0x7E) + [0x0A, 0xB7] + Array(0x2010...0x2027) + Array(0x3001...0x3011) + [0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF08, 0xFF09]

  /// The surfaces in the order of their cheapest entry: frequent ones first.
  private static func orderByCost(_ lists: [[GazetteerEntry]]) -> [Int] {
    var buckets = [[Int]](repeating: [], count: 256)
    for (index, list) in lists.enumerated() {
      let cost = list.reduce(Int16.max) { min($0, $1.cost) }
      buckets[min(max(Int(cost) / 128, 0), 255)].append(index)
    }
    return buckets.flatMap { $0 }
  }

  private static func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var image: [UInt8] = []
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

  private static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    var shift = 0
    while shift < T.bitWidth {
      bytes.append(UInt8(truncatingIfNeeded: value >> T(truncatingIfNeeded: shift)))
      shift += 8
    }
  }

  private static func append(_ entry: GazetteerEntry, to bytes: inout [UInt8]) {
    append(entry.cost, to: &bytes)
    bytes.append(entry.category)
    bytes.append(entry.flags)
    append(entry.context, to: &bytes)
    append(entry.kind, to: &bytes)
    append(entry.table, to: &bytes)
    append(entry.inside, to: &bytes)
    append(entry.row, to: &bytes)
  }
}
