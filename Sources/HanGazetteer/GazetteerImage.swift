/// A compiled gazetteer: finds every word that starts at a position of a text, and what it stands for.
///
/// Immutable and shared by all threads. Looking a position up costs one cell of the double array a character.
package final class GazetteerImage: @unchecked Sendable {
  // The storage is written once, in `init`, and freed in `deinit`; all pointers point into it.
  private let storage: UnsafeMutableRawPointer
  package let codeTable: UnsafeMutablePointer<UInt16>
  /// The double array; a walk that starts in slot 0 and follows codes never leaves it.
  package let cells: UnsafePointer<TrieCell>
  package let cellCount: Int
  /// The tails of the double array.
  package let tails: UnsafePointer<UInt16>
  /// The entries; lists start at the values of cells and end with the flag `last`.
  package let entries: UnsafePointer<GazetteerEntry>
  /// How many entries there are.
  package let entryCount: Int
  private let rows: UnsafePointer<ImageRow>
  private let rowCount: Int
  private let text: UnsafePointer<UInt8>
  private let textLength: Int
  /// The scalar of code 1, 2, ….
  package let scalars: UnsafePointer<UInt32>
  package let scalarCount: Int
  private let supplementary: [(scalar: UInt32, code: UInt16)]

  /// The tables' paths below the gazetteer folder.
  package let tableNames: [String]
  /// The names of the columns of each table.
  package let columns: [[String]]
  /// The categories: folders, `words/` with the class, and types of users.
  package let categories: [String]
  /// The kinds of names; the first is empty.
  package let kinds: [String]
  /// The words with a context of their own, in the order of their numbers from 1.
  package let contexts: [String]
  /// The tables that are kept as written.
  package let verbatimTables: [(name: String, bytes: UnsafeBufferPointer<UInt8>)]
  private let isValid: Bool
  /// What can begin a surface; users' images have it, the built-in one is walked at every character anyway.
  package let startFilter: StartFilter?
  /// The size of the image in bytes.
  package let size: Int

  /// The image that `GazetteerCompiler.compile` wrote; nil where the bytes are none.
  package convenience init?(_ image: [UInt8]) {
    self.init(copying: image)
    if !isValid { return nil }
  }

  fileprivate convenience init(copying image: [UInt8]) {
    let storage = UnsafeMutableRawPointer.allocate(byteCount: image.count + 8, alignment: 16)
    image.withUnsafeBytes { if let base = $0.baseAddress { storage.copyMemory(from: base, byteCount: image.count) } }
    self.init(adopting: storage, size: image.count, isFiltered: true)
  }

  /// The image in the printable coding of `PrintableCoding`; nil where the characters are none.
  package convenience init?(printable: UnsafeBufferPointer<UInt8>) {
    let size = printable.count / 8 * 6
    let storage = UnsafeMutableRawPointer.allocate(byteCount: size + 8, alignment: 16)
    PrintableCoding.decode(printable, to: storage)
    self.init(adopting: storage, size: size)
    if !isValid { return nil }
  }

  /// A copy of this image in which a patch has been made; this image itself where the patch changes nothing.
  package func patched(_ patch: GazetteerPatch) -> GazetteerImage {
    if patch.isEmpty { return self }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: size + 8, alignment: 16)
    copy.copyMemory(from: storage, byteCount: size)
    return GazetteerImage(adopting: copy, size: size, patch: patch)
  }

  private func apply(_ patch: GazetteerPatch, removed: UInt8) {
    let entries = UnsafeMutablePointer(mutating: entries)
    for (index, cost) in patch.costs where index < entryCount { entries[index].cost = cost }
    for index in patch.hidden where index < entryCount {
      entries[index].category = removed
      entries[index].flags &= GazetteerEntry.last | GazetteerEntry.isLine
      entries[index].kind = 0
    }
  }

  private init(
    adopting storage: UnsafeMutableRawPointer, size: Int, patch: GazetteerPatch? = nil, isFiltered: Bool = false
  ) {
    self.storage = storage
    self.size = size
    codeTable = .allocate(capacity: 65_536)
    codeTable.initialize(repeating: 0, count: 65_536)
    var sections: [UnsafeRawBufferPointer] = []
    if size >= ImageFormat.headerSize, storage.load(as: UInt64.self).littleEndian == ImageFormat.magic {
      for section in ImageFormat.Section.allCases {
        let offset = storage.load(fromByteOffset: 8 + section.rawValue * 16, as: UInt64.self)
        let count = storage.load(fromByteOffset: 16 + section.rawValue * 16, as: UInt64.self)
        guard offset <= UInt64(size), count <= UInt64(size) - offset else { break }
        sections.append(UnsafeRawBufferPointer(start: storage + Int(offset), count: Int(count)))
      }
    }
    let whole = sections.count == ImageFormat.Section.allCases.count
    if !whole {
      sections = Array(
        repeating: UnsafeRawBufferPointer(start: storage, count: 0), count: ImageFormat.Section.allCases.count)
    }
    func start<T>(_ section: ImageFormat.Section, _: T.Type) -> UnsafePointer<T> {
      UnsafePointer(
        (sections[section.rawValue].baseAddress ?? UnsafeRawPointer(storage)).assumingMemoryBound(to: T.self))
    }
    cells = start(.cells, TrieCell.self)
    cellCount = sections[ImageFormat.Section.cells.rawValue].count / MemoryLayout<TrieCell>.stride
    tails = start(.tails, UInt16.self)
    entries = start(.entries, GazetteerEntry.self)
    entryCount = sections[ImageFormat.Section.entries.rawValue].count / MemoryLayout<GazetteerEntry>.stride
    rows = start(.rows, ImageRow.self)
    rowCount = sections[ImageFormat.Section.rows.rawValue].count / MemoryLayout<ImageRow>.stride
    text = start(.text, UInt8.self)
    textLength = sections[ImageFormat.Section.text.rawValue].count
    var supplementary: [(scalar: UInt32, code: UInt16)] = []
    scalars = start(.scalars, UInt32.self)
    scalarCount = sections[ImageFormat.Section.scalars.rawValue].count / 4
    for index in 0..<scalarCount {
      if scalars[index] < 65_536 {
        codeTable[Int(scalars[index])] = UInt16(truncatingIfNeeded: index + 1)
      } else {
        supplementary.append((scalars[index], UInt16(truncatingIfNeeded: index + 1)))
      }
    }
    self.supplementary = supplementary.sorted { $0.scalar < $1.scalar }
    let lists = String(decoding: sections[ImageFormat.Section.symbols.rawValue], as: UTF8.self)
      .split(separator: "\0", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    tableNames = lists.isEmpty ? [] : lists[0]
    var categories = lists.count > 1 ? lists[1] : []
    if let patch {
      categories = categories.map { patch.hiddenCategories.contains($0) ? Self.removedCategory : $0 }
      categories.append(Self.removedCategory)
    }
    self.categories = categories
    kinds = lists.count > 2 ? lists[2] : [""]
    columns =
      lists.count > 4
      ? lists[4].map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) } : []
    contexts = lists.count > 3 && lists[3] != [""] ? lists[3] : []
    verbatimTables = Self.tables(sections[ImageFormat.Section.tables.rawValue])
    isValid = whole && cellCount > 0
    startFilter = isFiltered && isValid ? StartFilter(cells: cells, count: cellCount, tails: tails) : nil
    if let patch { apply(patch, removed: UInt8(clamping: categories.count - 1)) }
  }

  private static func tables(_ bytes: UnsafeRawBufferPointer) -> [(name: String, bytes: UnsafeBufferPointer<UInt8>)] {
    var tables: [(name: String, bytes: UnsafeBufferPointer<UInt8>)] = []
    let bytes = bytes.bindMemory(to: UInt8.self)
    var start = 0
    var name: String?
    for index in bytes.indices where bytes[index] == 0 {
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<index])
      if let known = name {
        tables.append((known, piece))
        name = nil
      } else {
        name = String(decoding: piece, as: UTF8.self)
      }
      start = index + 1
    }
    return tables
  }

  deinit {
    storage.deallocate()
    codeTable.deallocate()
  }

  /// A hash of all bytes: FNV-1a over words of eight bytes.
  package var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= size {
      hash = (hash ^ storage.load(fromByteOffset: offset, as: UInt64.self).littleEndian) &* 0x0000_0100_0000_01B3
      offset += 8
    }
    return hash
  }

  /// The character code of a scalar; 0 where no surface has it.
  @inline(__always)
  package func code(of scalar: UInt32) -> UInt16 {
    if scalar < 65_536 { return codeTable[Int(scalar)] }
    return supplementaryCode(of: scalar)
  }

  private func supplementaryCode(of scalar: UInt32) -> UInt16 {
    var low = 0
    var high = supplementary.count
    while low < high {
      let middle = (low + high) / 2
      if supplementary[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low < supplementary.count && supplementary[low].scalar == scalar ? supplementary[low].code : 0
  }

  /// Calls `body` with the length and the list of entries of every surface that starts at `start`, shortest first.
  @inline(__always)
  package func forEachWord(
    in codes: UnsafePointer<UInt16>, from start: Int, to end: Int, _ body: (Int, Int) -> Void
  ) {
    var slot: Int32 = 0
    var index = start
    while index < end {
      let code = codes[index]
      if code == 0 { return }
      let base = cells[Int(slot)].base
      if base <= 0 { return }
      let next = base &+ Int32(code)
      let cell = cells[Int(next)]
      if cell.parent != slot { return }
      slot = next
      index += 1
      if cell.base < 0 {
        if let length = matchedTail(at: Int(-1 - cell.base), codes, index, end) {
          body(index + length - start, Int(cell.value))
        }
        return
      }
      if cell.value >= 0 { body(index - start, Int(cell.value)) }
    }
  }

  /// The length of the tail where the codes from `index` on are it.
  @inline(__always)
  package func matchedTail(at tail: Int, _ codes: UnsafePointer<UInt16>, _ index: Int, _ end: Int) -> Int? {
    let length = Int(tails[tail])
    guard length <= end - index else { return nil }
    var offset = 0
    while offset < length {
      if codes[index + offset] != tails[tail + 1 + offset] { return nil }
      offset += 1
    }
    return length
  }

  /// The entry at a place of a list that `forEachWord` gave; the list ends with the entry that has the flag `last`.
  @inline(__always)
  package func entry(_ index: Int) -> GazetteerEntry { entries[index] }

  /// The entries of exactly this surface.
  package func entries(of surface: some Sequence<UInt32>) -> [GazetteerEntry] {
    var found: [GazetteerEntry] = []
    withEntries(of: surface) { found.append($1) }
    return found
  }

  /// Calls `body` with the number and the value of each entry of exactly this surface, in the order of the tables.
  package func withEntries(of surface: some Sequence<UInt32>, _ body: (Int, GazetteerEntry) -> Void) {
    let codes = surface.map { code(of: $0) }
    codes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      forEachWord(in: base, from: 0, to: buffer.count) { length, list in
        guard length == buffer.count else { return }
        var index = list
        while true {
          body(index, entries[index])
          if entries[index].has(GazetteerEntry.last) { break }
          index += 1
        }
      }
    }
  }

  /// The characters that are one-character abbreviations of places.
  package var abbreviatedPlaces: [UInt32] {
    (0..<scalarCount).map { scalars[$0] }.filter { scalar in
      entries(of: CollectionOfOne(scalar)).contains { $0.has(GazetteerEntry.abbreviation) }
    }
  }

  /// The line of an entry's row in its table.
  package func line(of entry: GazetteerEntry) -> Int {
    if entry.has(GazetteerEntry.isLine) { return Int(entry.row) }
    return Int(entry.row) < rowCount ? Int(rows[Int(entry.row)].line) : 0
  }

  /// A cell of an entry's row, from 0; empty where the table's rows are not kept.
  package func cell(_ column: Int, of entry: GazetteerEntry) -> String {
    if entry.has(GazetteerEntry.isLine) { return "" }
    return cell(column, ofRow: entry.row)
  }

  /// The cell of an entry's row under a column's name; empty where there is none.
  package func cell(named column: String, of entry: GazetteerEntry) -> String {
    guard Int(entry.table) < columns.count, let index = columns[Int(entry.table)].firstIndex(of: column) else {
      return ""
    }
    return cell(index, of: entry)
  }

  /// A cell of a kept row, from 0; empty where it has none.
  package func cell(_ column: Int, ofRow row: UInt32) -> String {
    guard Int(row) < rowCount else { return "" }
    var start = Int(rows[Int(row)].textStart)
    let end = min(start + Int(rows[Int(row)].textLength), textLength)
    var left = column
    while left > 0 {
      while start < end, text[start] != 0x09 { start += 1 }
      if start >= end { return "" }
      start += 1
      left -= 1
    }
    var last = start
    while last < end, text[last] != 0x09 { last += 1 }
    if last > start, text[last - 1] == UInt8(ascii: "?") { last -= 1 }
    return String(decoding: UnsafeBufferPointer(start: text + start, count: last - start), as: UTF8.self)
  }
}

extension GazetteerCompiler {
  /// An image without any row.
  package static var empty: GazetteerImage {
    var compiler = GazetteerCompiler()
    return GazetteerImage(copying: compiler.compile())
  }
}
