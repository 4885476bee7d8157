#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A table as bytes, before it is read.
public struct SourceTable: Hashable, Sendable {
  /// The path below the gazetteer folder, `places/cities.tsv`: the folder says what the rows are.
  public var name: String
  /// The file as messages name it.
  public var path: String
  /// The file.
  public var bytes: [UInt8]

  /// Makes a table of bytes.
  ///
  /// - Parameters:
  ///   - name: the path below the gazetteer folder
  ///   - path: the file as messages name it; the name where it is nil
  ///   - bytes: the table in the format of `Gazetteers/README.md`
  public init(name: String, path: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.path = path ?? name
    self.bytes = bytes
  }
}

/// Reads the `.tsv` files below a folder, straight from the system.
package enum TableFolder {
  /// What went wrong with a file or folder, in the system's words.
  package struct ReadError: Error, CustomStringConvertible {
    package var path: String
    package var reason: String
    package var description: String { "\(path): \(reason)" }

    init(_ path: String, _ reason: String? = nil) {
      self.path = path
      let words = String(cString: strerror(errno))
      self.reason = reason ?? words.prefix(1).lowercased() + words.dropFirst()
    }
  }

  /// A table larger than this is refused.
  private static let sizeLimit = 1 << 30

  /// The tables below a folder in byte order of their paths; a file stands for itself, named by its folder and name.
  package static func read(_ path: String) throws(ReadError) -> [SourceTable] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ReadError(path) }
    if status.st_mode & S_IFMT != S_IFDIR {
      let pieces = path.split(separator: "/").suffix(2)
      return [SourceTable(name: pieces.joined(separator: "/"), path: path, bytes: try bytes(path))]
    }
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    // `Gazetteers/places` alone: its own name says what the rows are.
    let own = root.split(separator: "/").last.map(String.init) ?? ""
    let prefix = TableCategory.folders.contains(own) ? own + "/" : ""
    var names: [String] = []
    try list(root, "", depth: 0, into: &names)
    guard !names.isEmpty else { throw ReadError(path, "no .tsv file in the folder") }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var tables: [SourceTable] = []
    for name in names {
      let file = root + "/" + name
      tables.append(SourceTable(name: prefix + name, path: file, bytes: try bytes(file)))
    }
    return tables
  }

  private static func list(_ root: String, _ below: String, depth: Int, into names: inout [String]) throws(ReadError) {
    let folder = below.isEmpty ? root : root + "/" + below
    guard let stream = opendir(folder) else { throw ReadError(folder) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let child = below.isEmpty ? name : below + "/" + name
      var status = stat()
      guard stat(root + "/" + child, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if depth < 8 { try list(root, child, depth: depth + 1, into: &names) }
      } else if name.hasSuffix(".tsv") {
        names.append(child)
      }
    }
  }

  private static func bytes(_ path: String) throws(ReadError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw ReadError(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw ReadError(path) }
    if Int(status.st_size) > sizeLimit { throw ReadError(path, "larger than the limit of \(sizeLimit >> 20) MiB") }
    let size = max(Int(status.st_size), 1 << 12)
    var bytes: [UInt8] = []
    var failed = false
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while true {
          let got = systemRead(file, buffer.baseAddress, size)
          if got < 0, errno == EINTR { continue }
          failed = got < 0
          count = max(got, 0)
          return
        }
      }
      if failed { throw ReadError(path) }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
  }
}

/// `read` of the system; the name is also that of a function here.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int) -> Int {
  read(file, buffer, size)
}
