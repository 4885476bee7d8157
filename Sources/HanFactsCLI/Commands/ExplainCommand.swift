import HanFacts
import HanText

/// `hanfacts explain`: why records stand, and what would be read without them.
struct ExplainCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Explains the records of a place or a text; 2 where it cannot be read.
  func run() throws -> Int32 {
    if arguments.value("text") == nil, arguments.operands.isEmpty, Console.isTerminal(0) {
      Console.writeError(HelpText.text(of: arguments.command))
      return 2
    }
    if arguments.value("text") != nil, let operand = arguments.operands.first {
      throw UsageError("'\(operand)' and --text are two things to explain; give one")
    }
    let setup = try ExtractionSetup(arguments)
    let place = TextPlace(arguments.value("text") == nil ? arguments.operands.first ?? "-" : "-")
    let bytes = try source(place, setup)
    let explainer = Explainer(extractor: setup.extractor, options: setup.options)
    let explanation = try bytes.withUnsafeBufferPointer { buffer in
      do {
        return try explainer.explain(utf8: buffer, id: place.path, scalars: try place.scalars(in: buffer))
      } catch let error as TextDecodingError {
        throw FileError(place.path, "\(error.reason.rawValue) at byte \(error.byteOffset)")
      }
    }
    let isColored = ColorChoice.isOn(arguments, stream: Console.output)
    let report = ExplanationReport(explanation, place: place, isColored: isColored)
    try FileSystem.write(
      arguments.value("format") == "json" ? report.json() : Array(report.text().utf8), to: Console.output,
      "standard output")
    return 0
  }

  private func source(_ place: TextPlace, _ setup: ExtractionSetup) throws -> [UInt8] {
    if let text = arguments.value("text") { return Array(text.utf8) }
    guard let bytes = try FileSystem.read(place.path, limit: ExtractionSetup.sizeLimit) else {
      throw FileError(place.path, "larger than the limit of 64 MiB a document")
    }
    do { return try setup.encoding.decode(bytes, lossy: setup.isLossy) } catch {
      throw FileError(place.path, "\(error.reason.rawValue) at byte \(error.byteOffset)")
    }
  }
}

/// A place in a file, as `PATH[:LINE[:COLUMN]]` names it.
struct TextPlace: Equatable {
  var path: String
  /// From 1; nil for the whole file.
  var line: Int?
  /// From 1, in scalars; nil for the whole line.
  var column: Int?

  /// Reads a place; a file that has the name whole is that file.
  init(_ text: String) {
    self.init(text) { FileSystem.status($0) != nil }
  }

  init(_ text: String, exists: (String) -> Bool) {
    path = text
    if exists(text) { return }
    var numbers: [Int] = []
    var rest = text[...]
    while numbers.count < 2, let colon = rest.lastIndex(of: ":"), let number = Int(rest[rest.index(after: colon)...]),
      number > 0
    {
      numbers.insert(number, at: 0)
      rest = rest[..<colon]
      if exists(String(rest)) { break }
    }
    guard !numbers.isEmpty, !rest.isEmpty else { return }
    path = String(rest)
    line = numbers[0]
    column = numbers.count > 1 ? numbers[1] : nil
  }

  /// The scalars of the place in a text; nil for all of them.
  func scalars(in utf8: UnsafeBufferPointer<UInt8>) throws(FileError) -> Range<Int>? {
    guard let line else { return nil }
    var number = 1
    var scalar = 0
    var start = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      if byte & 0xC0 == 0x80 { continue }
      let isEnd = byte == 0x0A || byte == 0x0D && !(index < utf8.count && utf8[index] == 0x0A)
      scalar += 1
      if !isEnd { continue }
      if number == line { return try columns(start..<max(scalar - 1, start)) }
      number += 1
      start = scalar
    }
    guard number == line, scalar > start || number == 1 else {
      throw FileError(path, "has no line \(line): it has \(scalar > start ? number : number - 1)")
    }
    return try columns(start..<scalar)
  }

  private func columns(_ line: Range<Int>) throws(FileError) -> Range<Int> {
    guard let column else { return line }
    guard column <= line.count else {
      throw FileError(path, "line \(self.line ?? 1) has no column \(column): it has \(line.count)")
    }
    return (line.lowerBound + column - 1)..<(line.lowerBound + column)
  }
}
