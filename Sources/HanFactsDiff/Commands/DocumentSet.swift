/// One side of a comparison.
struct DocumentSet {
  /// How the side was named.
  var name: String
  var documents: [DiffDocument] = []
  /// Documents that could not be read.
  var refused: [String] = []
  /// Where the documents come from a folder, its path.
  var folder: String?

  init(name: String) { self.name = name }

  /// A document's name below the folder.
  private func relativeID(_ id: String) -> String {
    guard let folder else { return id }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
  }

  typealias Pair = (old: DiffDocument?, new: DiffDocument?)

  /// Which documents belong together, in the order of the new side, those that are gone behind it.
  ///
  /// One document on either side, of single files, is one document whatever it is called. Documents of two folders go
  /// by their names below them. All others go by their names; where no name is common, by their names below the folder
  /// that all of a side share.
  static func pairs(_ old: DocumentSet, _ new: DocumentSet) -> [Pair] {
    if old.folder == nil, new.folder == nil, old.documents.count == 1, new.documents.count == 1 {
      return [(old.documents[0], new.documents[0])]
    }
    let areFolders = old.folder != nil && new.folder != nil
    var oldNames = old.documents.map { areFolders ? old.relativeID($0.id) : $0.id }
    var newNames = new.documents.map { areFolders ? new.relativeID($0.id) : $0.id }
    if Set(oldNames).isDisjoint(with: newNames) {
      let (oldShort, newShort) = (withoutCommonFolder(oldNames), withoutCommonFolder(newNames))
      if !Set(oldShort).isDisjoint(with: newShort) { (oldNames, newNames) = (oldShort, newShort) }
    }
    var waiting = Dictionary(zip(oldNames, old.documents.indices)) { first, _ in first }
    var pairs: [Pair] = []
    for (name, document) in zip(newNames, new.documents) {
      pairs.append((waiting.removeValue(forKey: name).map { old.documents[$0] }, document))
    }
    for (name, document) in zip(oldNames, old.documents) where waiting[name] != nil { pairs.append((document, nil)) }
    return pairs
  }

  private static func withoutCommonFolder(_ names: [String]) -> [String] {
    var common = names.first.map { Array($0.utf8) } ?? []
    for name in names { common = Array(zip(common, name.utf8).prefix { $0 == $1 }.map(\.0)) }
    guard let slash = common.lastIndex(of: UInt8(ascii: "/")) else { return names }
    return names.map { String(decoding: $0.utf8.dropFirst(slash + 1), as: UTF8.self) }
  }
}

/// Reads one side of a comparison: extractions as they are, texts by extracting them.
struct DocumentLoader {
  let environment: DiffEnvironment
  let keepsEvidence: Bool

  func load(_ path: String) throws -> DocumentSet {
    var set = DocumentSet(name: path)
    if SystemFile.kind(path) == .folder { set.folder = path }
    try load(path, into: &set)
    return set
  }

  /// Adds the documents of a file or folder.
  func load(_ path: String, into set: inout DocumentSet) throws {
    if path == "-" {
      try load([SourceBytes(name: path, bytes: SystemFile.read(path))], into: &set)
      return
    }
    switch SystemFile.kind(path) {
    case .missing: throw DiffError("\(path): no such file or folder")
    case .file where Self.mayBeExtraction(path):
      try load([SourceBytes(name: path, bytes: SystemFile.read(path))], into: &set)
    case .file, .folder:
      var documents: [DiffDocument] = []
      let refused = try environment.extractPaths([path]) { document, text in
        documents.append(DiffDocument(document, text: text, keepsEvidence: keepsEvidence))
      }
      try add(documents, refused, to: &set)
    }
  }

  /// Adds the documents of files given by their bytes.
  func load(_ files: [SourceBytes], into set: inout DocumentSet) throws {
    var texts: [SourceBytes] = []
    var documents: [DiffDocument] = []
    for file in files {
      if Self.mayBeExtraction(file.name), ExtractionReader.looksLikeExtraction(file.bytes) {
        let reader = ExtractionReader(file: file.name, keepsEvidence: keepsEvidence)
        try reader.read(file.bytes) { documents.append($0) }
      } else if file.name.hasSuffix(".json") {
        throw DiffError("\(file.name): not an extraction as 'hanfacts extract --format json' writes it")
      } else {
        texts.append(file)
      }
    }
    var refused: [String] = []
    if !texts.isEmpty {
      refused = try environment.extractFiles(texts) { document, text in
        documents.append(DiffDocument(document, text: text, keepsEvidence: keepsEvidence))
      }
    }
    try add(documents, refused, to: &set)
  }

  private func add(_ documents: [DiffDocument], _ refused: [String], to set: inout DocumentSet) throws {
    var seen = Set(set.documents.map(\.id))
    for document in documents {
      guard seen.insert(document.id).inserted else { throw DiffError("two documents are called \(document.id)") }
    }
    set.documents += documents
    set.refused += refused
  }

  /// A `.jsonl` file may hold texts or records; its first line says which.
  static func mayBeExtraction(_ name: String) -> Bool {
    name == "-" || name.hasSuffix(".json") || name.hasSuffix(".jsonl")
  }
}
