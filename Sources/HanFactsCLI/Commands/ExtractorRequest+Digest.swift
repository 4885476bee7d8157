import HanGazetteer

extension ExtractorRequest {
  /// The digest of the built-in tables and, behind a `+`, that of the user's: of their contents, never of their paths.
  func gazetteerDigest() throws -> String {
    var digest = Digest()
    var tables: [SourceTable] = []
    if let folder = onlyGazetteer { tables += try TableFolder.read(folder) }
    for folder in gazetteers { tables += try TableFolder.read(folder) }
    for table in tables {
      digest.add(Array(table.name.utf8))
      digest.add(table.bytes)
    }
    if tables.isEmpty { return ProgramVersion.tables }
    return onlyGazetteer == nil ? "\(ProgramVersion.tables)+\(digest)" : "only+\(digest)"
  }

  /// The digest of the user's rules; empty without any.
  func rulesDigest() throws -> String {
    if rules.isEmpty { return "" }
    var digest = Digest()
    for path in rules {
      guard let bytes = try FileSystem.read(path, limit: ExtractionSetup.sizeLimit) else {
        throw FileError(path, "larger than 64 MiB")
      }
      digest.add(bytes)
    }
    return digest.description
  }
}

/// FNV-1a over pieces of bytes, each closed by a zero byte; sixteen hexadecimal digits.
struct Digest: CustomStringConvertible {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes one piece.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = state &* 0x0000_0100_0000_01B3
  }

  var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
