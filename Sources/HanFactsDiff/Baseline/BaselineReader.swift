import HanFacts

/// Reads a baseline and refuses what is none, is newer, damaged or cut off, each with the line.
struct BaselineReader {
  private let file: String
  private var header = BaselineHeader(program: "", gazetteers: "", schema: "")
  private var documents: [DiffDocument] = []
  private var seen: [String: Int] = [:]
  /// The document that is being read.
  private var current: (id: String, bytes: [UInt8], ends: [Int])?
  private var isEnded = false

  private init(file: String) { self.file = file }

  /// Reads the bytes of a file; the name is for messages.
  static func read(_ bytes: [UInt8], file: String) throws(DiffError) -> Baseline {
    var reader = BaselineReader(file: file)
    try reader.readLines(bytes)
    return Baseline(header: reader.header, documents: reader.documents)
  }

  private mutating func readLines(_ bytes: [UInt8]) throws(DiffError) {
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      var line = bytes[start..<end]
      // A checkout may have turned the line ends.
      if line.last == 0x0D { line = line.dropLast() }
      if number == 1 { try readMagic(line) } else { try readLine(line, number) }
      start = end + 1
    }
    guard number > 0 else {
      throw DiffError("\(file): the baseline is empty; write it with 'hanfacts check --accept' after removing the file")
    }
    guard isEnded else { throw damaged(number, "the baseline is cut off: its last line has to be 'end'") }
    guard !header.schema.isEmpty else { throw damaged(number, "the baseline has no 'schema' line") }
  }

  private func readMagic(_ line: ArraySlice<UInt8>) throws(DiffError) {
    let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 2, words[0].elementsEqual(Baseline.magic.utf8),
      let version = Int(String(decoding: words[1], as: UTF8.self))
    else {
      throw DiffError(
        file: file, line: 1,
        "this is not a baseline: its first line has to be '\(Baseline.magic) N'; nothing was written")
    }
    guard version <= Baseline.formatVersion else {
      throw DiffError(
        file: file, line: 1,
        "baseline format \(version) is newer than this program's \(Baseline.formatVersion); use a newer hanfacts")
    }
    guard version == Baseline.formatVersion else {
      throw DiffError(file: file, line: 1, "there is no baseline format \(version)")
    }
  }

  private mutating func readLine(_ line: ArraySlice<UInt8>, _ number: Int) throws(DiffError) {
    if line.isEmpty { return }
    guard !isEnded else { throw damaged(number, "nothing may follow the line 'end'") }
    if line.elementsEqual(Baseline.endLine.utf8) {
      closeDocument()
      isEnded = true
      return
    }
    for mark in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where line.starts(with: mark.utf8) {
      throw DiffError(
        file: file, line: number, "a merge conflict is not resolved here: keep the lines of one side or both")
    }
    guard let (content, fits) = LineCheck.split(line) else {
      throw damaged(number, "the line has no check at its end, or is cut off")
    }
    guard fits else { throw damaged(number, "the line does not fit its check: it was edited or damaged") }
    do {
      if content.starts(with: Baseline.documentMark.utf8) {
        try openDocument(content.dropFirst(Baseline.documentMark.utf8.count), number)
      } else if current == nil {
        try readHeader(content, number)
      } else {
        try readRecord(content)
      }
    } catch let error as RecordLine.SyntaxError {
      throw damaged(number, error.message)
    } catch let error as DiffError {
      throw error
    } catch {
      throw damaged(number, "\(error)")
    }
  }

  private mutating func readHeader(_ content: ArraySlice<UInt8>, _ number: Int) throws {
    let cells = content.split(separator: RecordLine.tab, maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(decoding: cells[0], as: UTF8.self)
    guard cells.count == 2, ["schema", "program", "gazetteers", "rules", "option"].contains(name) else {
      throw damaged(number, "a record stands before the first document, or the head has an unknown line")
    }
    let value = try RecordLine.unescape(cells[1])
    switch name {
    case "schema": header.schema = value
    case "program": header.program = value
    case "gazetteers": header.gazetteers = value
    case "rules": header.rules = value
    default:
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw damaged(number, "an option is written name=value") }
      header.options.append(.init(name: String(parts[0]), value: String(parts[1])))
    }
  }

  private mutating func openDocument(_ name: ArraySlice<UInt8>, _ number: Int) throws {
    closeDocument()
    let id = try RecordLine.unescape(name)
    if let first = seen[id] { throw damaged(number, "the document \(id) stands twice, first in line \(first)") }
    seen[id] = number
    current = (id, [], [])
  }

  private mutating func readRecord(_ content: ArraySlice<UInt8>) throws {
    _ = try RecordLine(parsing: content)
    current?.bytes += content
    if let end = current?.bytes.count { current?.ends.append(end) }
  }

  private mutating func closeDocument() {
    guard let current else { return }
    documents.append(DiffDocument(id: current.id, bytes: current.bytes, ends: current.ends))
    self.current = nil
  }

  private func damaged(_ line: Int, _ message: String) -> DiffError {
    DiffError(
      file: file, line: line,
      "\(message); restore the file, or remove it and write it anew with 'hanfacts check --accept'")
  }
}

extension Baseline {
  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes
  ///   - file: its name, for messages
  /// - Throws: a ``DiffError`` with the line, where the bytes are no baseline, a newer one, damaged or cut off
  public init(reading bytes: [UInt8], file: String) throws(DiffError) {
    self = try BaselineReader.read(bytes, file: file)
  }

  /// Why this baseline cannot be compared with records made as another header says, or nil.
  ///
  /// Another program version, other gazetteers or rules are no reason: see ``notes(against:)``.
  func incompatibility(with other: BaselineHeader, file: String) -> String? {
    if header.schema != other.schema {
      return "\(file): the baseline has records of schema \(header.schema), this program writes \(other.schema);"
        + " accept it anew with a program of one schema"
    }
    let names = Set(header.options.map(\.name)).union(other.options.map(\.name)).sorted()
    let differing = names.compactMap { name -> String? in
      // An option may be given several times, and then in an order that matters.
      let before = header.value(of: name) ?? BaselineHeader.presets[name]
      let now = other.value(of: name) ?? BaselineHeader.presets[name]
      return before == now ? nil : "\(name) was '\(before ?? "not set")' and is '\(now ?? "not set")'"
    }
    if differing.isEmpty { return nil }
    return "\(file): the baseline was made with other options: \(differing.joined(separator: "; "));"
      + " use the same ones, or accept the records anew with --accept"
  }

  /// Whether the baseline's schema is one that this program cannot know.
  func isNewer(than schema: String) -> Bool {
    func split(_ schema: String) -> (name: Substring, version: Int)? {
      guard let slash = schema.lastIndex(of: "/"), let version = Int(schema[schema.index(after: slash)...]) else {
        return nil
      }
      return (schema[..<slash], version)
    }
    guard let mine = split(schema), let its = split(header.schema) else { return header.schema != schema }
    return its.name != mine.name || its.version > mine.version
  }

  /// What to tell about a baseline that is compared although it was made otherwise.
  public func notes(against other: BaselineHeader) -> [String] {
    var notes: [String] = []
    if header.program != other.program {
      notes.append("the baseline was accepted with hanfacts \(header.program), this is \(other.program)")
    }
    if header.gazetteers != other.gazetteers {
      notes.append("the baseline was accepted with other gazetteers (\(header.gazetteers), now \(other.gazetteers))")
    }
    if header.rules != other.rules {
      func name(_ rules: String) -> String { rules.isEmpty ? "none" : rules }
      notes.append("the baseline was accepted with other rules (\(name(header.rules)), now \(name(other.rules)))")
    }
    return notes
  }
}
