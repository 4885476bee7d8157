import HanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A compiled gazetteer: finds every word that starts at a position of a text, and what it stands for.
///
/// Immutable and shared by all threads. Looking a position up costs one cell of the double array a character.
package final class GazetteerImage: @unchecked Sendable {
  // The storage is written once, in `init`, and lives as long as the room; all pointers point into it, into the plain
  // text of the program, or into the image that this one is a copy of.
  private let room: LargeRoom
  private let original: GazetteerImage?
  package let codeTable: UnsafeMutablePointer<UInt16>
  /// The double array; a walk that starts in slot 0 and follows codes never leaves it.
  package let cells: UnsafePointer<TrieCell>
  package let cellCount: Int
  /// The tails of the double array.
  package let tails: UnsafePointer<UInt16>
  /// The entries; lists start at the values of cells and end with the entry that is the last.
  package let entries: UnsafePointer<CompactEntry>
  /// How many entries there are.
  package let entryCount: Int
  /// What entries have in common, by their numbers of classes.
  package let classes: [EntryClass]
  private let numbers: UnsafePointer<UInt8>
  /// How many characters a number has; see `TextNumber`.
  private let numberWidth: Int
  private let rows: UnsafePointer<UInt8>
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
  private let binary: UnsafeRawBufferPointer
  private let plain: UnsafeBufferPointer<UInt8>
  /// The digest, where whoever made the image knew it.
  private let knownDigest: UInt64?

  /// The image that `GazetteerCompiler.compile` wrote; nil where the bytes are none.
  package convenience init?(_ image: [UInt8]) {
    self.init(copying: image)
    if !isValid { return nil }
  }

  fileprivate convenience init(copying image: [UInt8]) {
    let room = LargeRoom(size: Self.storageSize(image.count))
    let storage = room.take(Self.storageSize(image.count))
    image.withUnsafeBytes { if let base = $0.baseAddress { storage.copyMemory(from: base, byteCount: image.count) } }
    let binary = ImageFormat.binarySize(of: image)
    let plain = UnsafeBufferPointer(
      start: UnsafePointer((storage + binary).assumingMemoryBound(to: UInt8.self)), count: image.count - binary)
    self.init(adopting: storage, in: room, size: binary, plain: plain, isFiltered: true)
  }

  /// The room that an image of so many bytes needs: a header can be read from what is none.
  static func storageSize(_ size: Int) -> Int { size + ImageFormat.headerSize }

  /// The image whose binary part stands decoded in a room; nil where it is none.
  convenience init?(
    decoded storage: UnsafeMutableRawPointer, in room: LargeRoom, size: Int, plain: UnsafeBufferPointer<UInt8>,
    digest: UInt64
  ) {
    self.init(adopting: storage, in: room, size: size, plain: plain, digest: digest)
    if !isValid { return nil }
  }

  /// A copy of this image in which a patch has been made; this image itself where the patch changes nothing.
  package func patched(_ patch: GazetteerPatch) -> GazetteerImage {
    if patch.isEmpty { return self }
    let room = LargeRoom(size: Self.storageSize(binary.count))
    let copy = room.take(Self.storageSize(binary.count))
    if let base = binary.baseAddress { copy.copyMemory(from: base, byteCount: binary.count) }
    return GazetteerImage(adopting: copy, in: room, size: binary.count, plain: plain, original: self, patch: patch)
  }

  /// Sets costs, and gives what is taken away a class that nothing reads.
  private static func apply(
    _ patch: GazetteerPatch, removed: UInt8, to entries: UnsafeMutableBufferPointer<CompactEntry>,
    _ classes: inout [EntryClass]
  ) {
    for (index, cost) in patch.costs where entries.indices.contains(index) { entries[index].cost = cost }
    var numbers: [Int: UInt16] = [:]
    for index in patch.hidden where entries.indices.contains(index) {
      let old = entries[index].classNumber
      if numbers[old] == nil {
        var own = classes[old]
        own.category = removed
        own.flags &= GazetteerEntry.isLine
        own.kind = 0
        if classes.count < CompactEntry.classLimit { classes.append(own) }
        numbers[old] = UInt16(truncatingIfNeeded: classes.count - 1)
      }
      entries[index].bits = entries[index].bits & CompactEntry.lastBit | (numbers[old] ?? 0)
    }
  }

  /// - Parameter plain: the bytes behind the binary part
  private init(
    adopting storage: UnsafeMutableRawPointer, in room: LargeRoom, size: Int, plain: UnsafeBufferPointer<UInt8>,
    digest: UInt64? = nil, original: GazetteerImage? = nil, patch: GazetteerPatch? = nil, isFiltered: Bool = false
  ) {
    self.room = room
    knownDigest = digest
    self.original = original
    self.plain = plain
    binary = UnsafeRawBufferPointer(start: storage, count: size)
    self.size = size + plain.count
    codeTable = ZeroedMemory.allocate(UInt16.self, count: 65_536)
    var sections: [UnsafeRawBufferPointer] = []
    if size >= ImageFormat.headerSize, storage.load(as: UInt64.self).littleEndian == ImageFormat.magic {
      let boundary = storage.load(
        fromByteOffset: 8 + ImageFormat.Section.numbers.rawValue * 16, as: UInt64.self)
      for section in ImageFormat.Section.allCases {
        let offset = storage.load(fromByteOffset: 8 + section.rawValue * 16, as: UInt64.self)
        let count = storage.load(fromByteOffset: 16 + section.rawValue * 16, as: UInt64.self)
        if section.rawValue < ImageFormat.Section.numbers.rawValue {
          guard offset <= UInt64(size), count <= UInt64(size) - offset else { break }
          sections.append(UnsafeRawBufferPointer(start: storage + Int(offset), count: Int(count)))
        } else {
          guard offset >= boundary, offset - boundary <= UInt64(plain.count),
            count <= UInt64(plain.count) - (offset - boundary), let start = plain.baseAddress
          else { break }
          sections.append(UnsafeRawBufferPointer(start: start + Int(offset - boundary), count: Int(count)))
        }
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
    entries = start(.entries, CompactEntry.self)
    entryCount = sections[ImageFormat.Section.entries.rawValue].count / MemoryLayout<CompactEntry>.stride
    var classes = Array(sections[ImageFormat.Section.classes.rawValue].bindMemory(to: EntryClass.self))
    numbers = start(.numbers, UInt8.self)
    let width = sections[ImageFormat.Section.numbers.rawValue].count / max(entryCount, 1)
    numberWidth = min(max(width, TextNumber.widths.lowerBound), TextNumber.widths.upperBound)
    rows = start(.rows, UInt8.self)
    rowCount = max(0, sections[ImageFormat.Section.rows.rawValue].count / (2 * numberWidth) - 1)
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
    let lists = Self.pieces(sections[ImageFormat.Section.symbols.rawValue], endingIn: 0x00).map { list in
      Self.pieces(list, endingIn: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
    tableNames = lists.isEmpty ? [] : lists[0]
    var categories = lists.count > 1 ? lists[1] : []
    if let patch {
      categories = categories.map { patch.hiddenCategories.contains($0) ? Self.removedCategory : $0 }
      categories.append(Self.removedCategory)
      Self.apply(
        patch, removed: UInt8(clamping: categories.count - 1),
        to: UnsafeMutableBufferPointer(start: UnsafeMutablePointer(mutating: entries), count: entryCount), &classes)
    }
    self.classes = classes
    self.categories = categories
    kinds = lists.count > 2 ? lists[2] : [""]
    columns =
      lists.count > 4
      ? lists[4].map { $0.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { String($0) ?? "" } } : []
    contexts = lists.count > 3 && lists[3] != [""] ? lists[3] : []
    verbatimTables = Self.tables(sections[ImageFormat.Section.tables.rawValue])
    isValid = whole && cellCount > 0
    startFilter = isFiltered && isValid ? StartFilter(cells: cells, count: cellCount, tails: tails) : nil
  }

  private static func tables(_ bytes: UnsafeRawBufferPointer) -> [(name: String, bytes: UnsafeBufferPointer<UInt8>)] {
    let pieces = pieces(bytes, endingIn: 0)
    return stride(from: 0, to: pieces.count - 2, by: 2).map { index in
      (String(decoding: pieces[index], as: UTF8.self), pieces[index + 1].bindMemory(to: UInt8.self))
    }
  }

  /// What stands between the separators, empty pieces too.
  private static func pieces(_ bytes: UnsafeRawBufferPointer, endingIn separator: UInt8) -> [UnsafeRawBufferPointer] {
    guard var start = bytes.baseAddress else { return [] }
    var pieces: [UnsafeRawBufferPointer] = []
    var left = bytes.count
    while let end = memchr(start, Int32(separator), left) {
      let length = UnsafeRawPointer(end) - start
      pieces.append(UnsafeRawBufferPointer(start: start, count: length))
      start += length + 1
      left -= length + 1
    }
    pieces.append(UnsafeRawBufferPointer(start: start, count: left))
    return pieces
  }

  deinit { ZeroedMemory.free(codeTable) }

  /// A hash of all bytes.
  package var digest: UInt64 { knownDigest ?? Self.digest(of: [binary, UnsafeRawBufferPointer(plain)]) }

  /// The digest of an image whose binary part has this size.
  package static func digest(of image: [UInt8], binarySize: Int) -> UInt64 {
    image.withUnsafeBytes { bytes in
      digest(of: [
        UnsafeRawBufferPointer(rebasing: bytes[..<binarySize]), UnsafeRawBufferPointer(rebasing: bytes[binarySize...]),
      ])
    }
  }

  /// FNV-1a over words of eight bytes.
  private static func digest(of parts: [UnsafeRawBufferPointer]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      var offset = 0
      while offset + 8 <= part.count {
        hash =
          (hash ^ part.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian) &* 0x0000_0100_0000_01B3
        offset += 8
      }
      while offset < part.count {
        hash = (hash ^ UInt64(part[offset])) &* 0x0000_0100_0000_01B3
        offset += 1
      }
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
    var base = cells[0].base
    var index = start
    while index < end {
      let code = codes[index]
      if code == 0 { return }
      let cell = cells[base &+ Int(code)]
      if cell.label != code { return }
      index += 1
      if cell.isTail {
        if let length = matchedTail(at: cell.base, codes, index, end) {
          body(index + length - start, cell.value)
        }
        return
      }
      if cell.value >= 0 { body(index - start, cell.value) }
      base = cell.base
      if base == 0 { return }
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
  package func entry(_ index: Int) -> GazetteerEntry {
    let own = entries[index]
    let common = classes[own.classNumber]
    return GazetteerEntry(
      cost: own.cost, category: common.category, flags: common.flags | (own.isLast ? GazetteerEntry.last : 0),
      context: common.context, kind: common.kind, table: common.table, inside: common.inside,
      row: UInt32(truncatingIfNeeded: TextNumber.read(numbers, at: index, width: numberWidth)))
  }

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
          body(index, entry(index))
          if entries[index].isLast { break }
          index += 1
        }
      }
    }
  }

  /// The characters that are one-character abbreviations of places.
  package var abbreviatedPlaces: [UInt32] {
    var found: [UInt32] = []
    let root = cells[0].base
    for number in 1..<max(scalarCount + 1, 1) {
      let cell = cells[root + number]
      guard Int(cell.label) == number, !cell.isTail, cell.value >= 0 else { continue }
      var index = cell.value
      while true {
        if classes[entries[index].classNumber].flags & GazetteerEntry.abbreviation != 0 {
          found.append(scalars[number - 1])
          break
        }
        if entries[index].isLast { break }
        index += 1
      }
    }
    return found
  }

  /// The line of an entry's row in its table.
  package func line(of entry: GazetteerEntry) -> Int {
    if entry.has(GazetteerEntry.isLine) { return Int(entry.row) }
    return Int(entry.row) < rowCount ? TextNumber.read(rows, at: 2 * Int(entry.row), width: numberWidth) : 0
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
    String(decoding: bytes(ofCell: column, row: row), as: UTF8.self)
  }

  /// The bytes of a cell of a kept row, from 0, which live as long as the image; empty where it has none.
  package func bytes(ofCell column: Int, row: UInt32) -> UnsafeBufferPointer<UInt8> {
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard Int(row) < rowCount else { return none }
    let end = min(TextNumber.read(rows, at: 2 * Int(row) + 3, width: numberWidth), textLength)
    var start = min(TextNumber.read(rows, at: 2 * Int(row) + 1, width: numberWidth), end)
    var left = column
    while left > 0 {
      while start < end, text[start] != 0x09 { start += 1 }
      if start >= end { return none }
      start += 1
      left -= 1
    }
    return cell(from: start, to: end)
  }

  /// The bytes of two cells of an entry's row, from 0; empty where there is none. The row is read once where the second
  /// stands directly behind the first.
  package func bytes(
    ofCells first: Int, _ second: Int, entry: Int
  ) -> (first: UnsafeBufferPointer<UInt8>, second: UnsafeBufferPointer<UInt8>) {
    let left = bytes(ofCell: first, entry: entry)
    guard second == first + 1, let base = left.baseAddress else { return (left, bytes(ofCell: second, entry: entry)) }
    var start = base - text + left.count
    if start < textLength, text[start] == UInt8(ascii: "?") { start += 1 }
    let row = TextNumber.read(numbers, at: entry, width: numberWidth)
    let end = min(TextNumber.read(rows, at: 2 * row + 3, width: numberWidth), textLength)
    guard start < end, text[start] == 0x09 else { return (left, UnsafeBufferPointer(start: nil, count: 0)) }
    return (left, cell(from: start + 1, to: end))
  }

  /// The cell that begins at a place of the text of a row.
  private func cell(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    var last = start
    while last < end, text[last] != 0x09 { last &+= 1 }
    if last > start, text[last - 1] == UInt8(ascii: "?") { last -= 1 }
    return UnsafeBufferPointer(start: text + start, count: last - start)
  }

  /// A number that the entries of one row have in common, and no others; never 0.
  package func identity(ofEntry entry: Int) -> UInt64 {
    let table = UInt64(classes[entries[entry].classNumber].table)
    return (table + 1) << 32 | UInt64(TextNumber.read(numbers, at: entry, width: numberWidth))
  }

  /// The bytes of a cell of an entry's row, from 0; empty where the table's rows are not kept.
  package func bytes(ofCell column: Int, entry: Int) -> UnsafeBufferPointer<UInt8> {
    guard column >= 0, classes[entries[entry].classNumber].flags & GazetteerEntry.isLine == 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return bytes(
      ofCell: column, row: UInt32(truncatingIfNeeded: TextNumber.read(numbers, at: entry, width: numberWidth)))
  }
}

extension GazetteerCompiler {
  /// An image without any row.
  package static var empty: GazetteerImage {
    var compiler = GazetteerCompiler()
    return GazetteerImage(copying: compiler.compile())
  }
}
