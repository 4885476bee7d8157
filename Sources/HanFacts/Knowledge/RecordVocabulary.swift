import HanGazetteer

/// The number of a kind in the `RecordVocabulary`; 0 is none.
typealias KindCode = UInt16

/// What records are written with, by number and ready for JSON: kinds, tables, and the columns of places.
final class RecordVocabulary: @unchecked Sendable {
  /// The columns of a table that say where a place lies; -1 where it has none.
  struct Columns: BitwiseCopyable {
    var code: Int16 = -1
    var parent: Int16 = -1
  }

  /// A piece of the bytes of JSON.
  private struct Piece: BitwiseCopyable {
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// The kinds by their codes; the first is empty.
  let kinds: [String]
  // Written in `init` and freed in `deinit`.
  private let json: UnsafeMutablePointer<UInt8>
  private let kindPieces: UnsafeMutablePointer<Piece>
  /// By image: where its numbers of kinds and of tables begin in the arrays below; one more at the end.
  private let kindStarts: [Int]
  private let tableStarts: [Int]
  private let kindCodes: UnsafeMutablePointer<KindCode>
  private let tablePieces: UnsafeMutablePointer<Piece>
  private let tableColumns: UnsafeMutablePointer<Columns>

  init(_ images: [GazetteerImage]) {
    var kinds = KindCodes.fixed.map(\.description)
    var known: [String: KindCode] = [:]
    for (code, kind) in kinds.enumerated() { known[kind] = KindCode(code) }
    var codes: [KindCode] = []
    var kindStarts = [0]
    var bytes: [UInt8] = []
    var tables: [Piece] = []
    var columns: [Columns] = []
    var tableStarts = [0]
    for image in images {
      for kind in image.kinds {
        let code = known[kind] ?? KindCode(clamping: kinds.count)
        if Int(code) == kinds.count {
          kinds.append(kind)
          known[kind] = code
        }
        codes.append(code)
      }
      kindStarts.append(codes.count)
      for (number, name) in image.tableNames.enumerated() {
        let start = bytes.count
        bytes.appendJSON(name + ":")
        bytes.removeLast()
        tables.append(Piece(start: Int32(start), count: Int32(bytes.count - start)))
        let names = number < image.columns.count ? image.columns[number] : []
        columns.append(
          Columns(
            code: Int16(clamping: names.firstIndex(of: "code") ?? -1),
            parent: Int16(clamping: names.firstIndex(of: "parent") ?? -1)))
      }
      tableStarts.append(tables.count)
    }
    var pieces: [Piece] = []
    for kind in kinds {
      let start = bytes.count
      if !kind.isEmpty {
        bytes.append(",\"kind\":")
        bytes.appendJSON(kind)
      }
      bytes.append(",\"text\":\"")
      pieces.append(Piece(start: Int32(start), count: Int32(bytes.count - start)))
    }
    self.kinds = kinds
    self.kindStarts = kindStarts
    self.tableStarts = tableStarts
    json = Self.copy(bytes)
    kindPieces = Self.copy(pieces)
    kindCodes = Self.copy(codes)
    tablePieces = Self.copy(tables)
    tableColumns = Self.copy(columns)
  }

  deinit {
    json.deallocate()
    kindPieces.deallocate()
    kindCodes.deallocate()
    tablePieces.deallocate()
    tableColumns.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(array.count, 1))
    array.withUnsafeBufferPointer { if let base = $0.baseAddress { memory.update(from: base, count: array.count) } }
    return memory
  }

  /// The code of a kind as an image numbers it.
  @inline(__always)
  func kind(image: UInt8, _ number: UInt16) -> KindCode {
    let index = kindStarts[Int(image)] + Int(number)
    return index < kindStarts[Int(image) + 1] ? kindCodes[index] : 0
  }

  /// The name of a kind, or nil.
  func name(_ kind: KindCode) -> String? { kind > 0 && Int(kind) < kinds.count ? kinds[Int(kind)] : nil }

  /// The member `,"kind":"…"`, where there is a kind, and what opens the text behind it.
  @inline(__always)
  func json(ofKind kind: KindCode) -> UnsafeBufferPointer<UInt8> { bytes(kindPieces[Int(kind)]) }

  /// The head of evidence, `"table:`.
  @inline(__always)
  func json(ofTable table: UInt16, image: UInt8) -> UnsafeBufferPointer<UInt8> {
    bytes(tablePieces[tableStarts[Int(image)] + Int(table)])
  }

  /// The columns of a table.
  @inline(__always)
  func columns(ofTable table: UInt16, image: UInt8) -> Columns {
    tableColumns[tableStarts[Int(image)] + Int(table)]
  }

  @inline(__always)
  private func bytes(_ piece: Piece) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: json + Int(piece.start), count: Int(piece.count))
  }
}

/// The kinds that the program itself gives or asks for, by their codes.
enum KindCodes {
  static let fixed: [StaticString] = [
    "", "province", "city", "county", "district", "township", "village", "prefecture", "natural", "water", "facility",
    "other", "media", "meeting", "international", "country",
    "government", "company", "university", "party",
  ]
  static let none: KindCode = 0
  static let province: KindCode = 1
  static let city: KindCode = 2
  static let county: KindCode = 3
  static let district: KindCode = 4
  static let township: KindCode = 5
  static let village: KindCode = 6
  static let prefecture: KindCode = 7
  static let natural: KindCode = 8
  static let water: KindCode = 9
  static let facility: KindCode = 10
  static let other: KindCode = 11
  static let media: KindCode = 12
  static let meeting: KindCode = 13
  static let international: KindCode = 14
  static let country: KindCode = 15
  static let government: KindCode = 16
  static let company: KindCode = 17
  static let university: KindCode = 18
  static let party: KindCode = 19
}
