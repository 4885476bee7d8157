import HanFacts
import HanText

/// Turns inputs into results on one thread, with buffers of its own.
struct DocumentWorker {
  private let setup: ExtractionSetup
  private let rendering: Rendering
  private var worker: ExtractionWorker
  private var line = JSONLine()
  /// One large document is worked on at a time, so that memory does not grow with the jobs.
  private let turn: Monitor
  private static let largeSize = 8 << 20
  /// The size of the last result: the next one will need as much room.
  private var lastSize = 0

  init(_ setup: ExtractionSetup, _ rendering: Rendering, turn: Monitor) {
    self.setup = setup
    self.rendering = rendering
    self.turn = turn
    worker = setup.extractor.makeWorker()
  }

  /// Reads a file as one document and extracts it.
  mutating func work(on file: InputFile) -> WorkResult {
    var result = WorkResult()
    do {
      guard let bytes = try FileSystem.read(file.path, limit: ExtractionSetup.sizeLimit) else {
        result.inputSize = file.size ?? 0
        result.steps.append(.failure("\(file.id): \(Self.tooLarge)"))
        return result
      }
      result.inputSize = bytes.count
      let text = try decoded(bytes)
      if !setup.isLossy, let offset = text.firstIndex(of: 0) {
        result.steps.append(.failure("\(file.id): \(Self.binary(bytes, offset))"))
        return result
      }
      if text.count > ExtractionSetup.sizeLimit {
        result.steps.append(.failure("\(file.id): \(Self.tooLarge)"))
        return result
      }
      try extract(text, id: file.id, place: file.id, setup.options, into: &result)
    } catch let error as TextDecodingError {
      result.steps.append(.failure("\(file.id): \(refusal(error, offset: error.byteOffset))"))
    } catch {
      result.steps.append(.failure("\(error)"))
    }
    return result
  }

  /// Extracts the documents of lines.
  mutating func work(on batch: LineBatch, of file: InputFile) -> WorkResult {
    var result = WorkResult()
    result.inputSize = batch.bytes.count
    // Records take some eight times the room of their texts; room that is not written to costs nothing.
    result.bytes.reserveCapacity(max(lastSize + lastSize / 2, min(batch.bytes.count * 12, Self.largeSize)))
    defer { lastSize = result.bytes.count }
    let ends = LineEnds(setup.encoding)
    var start = 0
    var number = batch.number
    while start < batch.bytes.count {
      let end = ends.behindFirst(in: batch.bytes, from: start) ?? batch.bytes.count
      work(on: batch, start..<end, "\(file.id):\(number)", into: &result)
      start = end
      number += 1
    }
    return result
  }

  private mutating func work(
    on batch: LineBatch, _ range: Range<Int>, _ place: String, into result: inout WorkResult
  ) {
    if readPlainLine(of: batch, range) {
      extractLine(place, isValid: true, into: &result)
      return
    }
    let offset = batch.offset + range.lowerBound
    let bytes: [UInt8]
    do {
      if batch.mark.isEmpty {
        let mark = offset == 0 && batch.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes = try setup.encoding.decode(Array(batch.bytes[range].dropFirst(mark)), lossy: setup.isLossy)
      } else {
        let mark = batch.bytes[range].starts(with: batch.mark) && offset == 0 ? 2 : 0
        bytes = try setup.encoding.decode(batch.mark + batch.bytes[range].dropFirst(mark), lossy: setup.isLossy)
      }
    } catch {
      let inFile = offset + max(0, error.byteOffset - (offset == 0 ? 0 : batch.mark.count))
      result.steps.append(.failure("\(place): \(refusal(error, offset: inFile))"))
      return
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { return }
    do {
      try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try line.read(buffer) }
    } catch {
      let column = error.position(in: bytes).column
      result.steps.append(.failure("\(place):\(column): \(error.message)"))
      return
    }
    extractLine(place, into: &result)
  }

  /// Reads a line of well-formed UTF-8 where it stands, without a copy; false where something is wrong with it or where
  /// it may begin with a mark.
  private mutating func readPlainLine(of batch: LineBatch, _ range: Range<Int>) -> Bool {
    guard setup.encoding == .utf8, batch.mark.isEmpty, batch.offset + range.lowerBound > 0 || batch.bytes.first == 0x7B
    else { return false }
    return batch.bytes.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[range])
      guard UTF8Validation.firstInvalidOffset(in: bytes) == nil else { return false }
      return (try? line.read(bytes)) != nil
    }
  }

  /// - Parameter isValid: whether the text is known to be well-formed UTF-8
  private mutating func extractLine(_ place: String, isValid: Bool = false, into result: inout WorkResult) {
    if line.loneSurrogate != nil, !setup.isLossy {
      result.steps.append(
        .failure("\(place): an escape \\uXXXX that is half of a character; --lossy replaces such escapes by U+FFFD"))
      return
    }
    if line.text.count > ExtractionSetup.sizeLimit {
      result.steps.append(.failure("\(place): \(Self.tooLarge)"))
      return
    }
    var options = setup.options
    if let date = line.referenceDate {
      do { options.referenceDate = try ReferenceDate(reading: date, from: .document) } catch {
        result.steps.append(.failure("\(place): \"referenceDate\": \(error)"))
        return
      }
    }
    do { try extract(line.text, id: line.id ?? place, place: place, options, isValid: isValid, into: &result) } catch {
      result.steps.append(.failure("\(place): \(error)"))
    }
  }

  private mutating func extract(
    _ text: [UInt8], id: String, place: String, _ options: ExtractionOptions, isValid: Bool = false,
    into result: inout WorkResult
  ) throws(TextDecodingError) {
    let isLarge = text.count > Self.largeSize
    if isLarge { turn.lock() }
    defer { if isLarge { turn.unlock() } }
    try text.withUnsafeBufferPointer { buffer throws(TextDecodingError) in
      let start = result.bytes.count
      var document: Document?
      if rendering.isCompact {
        try worker.appendJSON(utf8: buffer, isValid: isValid, id: id, options: options, to: &result.bytes)
        result.bytes.append(0x0A)
      } else {
        let made = try worker.extract(utf8: buffer, id: id, options: options)
        if !rendering.render(made, into: &result.bytes) { document = made }
      }
      result.steps.append(
        .record(
          WorkResult.Record(
            id: id, place: place, fingerprint: DocumentFingerprint(id: id, text: buffer),
            rendered: start..<result.bytes.count, document: document.map { ($0, text) })))
    }
    // What a large document needed is given back.
    if isLarge { worker = setup.extractor.makeWorker() }
  }

  private func decoded(_ bytes: [UInt8]) throws(TextDecodingError) -> [UInt8] {
    if setup.encoding == .utf8, !setup.isLossy { return bytes }
    return try setup.encoding.decode(bytes, lossy: setup.isLossy)
  }

  private static let tooLarge = "larger than the limit of 64 MiB a document; split it"

  private static func binary(_ bytes: [UInt8], _ offset: Int) -> String {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return "binary data (a NUL byte at byte \(offset)), not a text" + (isWide ? "; try --encoding utf-16" : "")
  }

  private func refusal(_ error: TextDecodingError, offset: Int) -> String {
    let hint =
      setup.encoding == .utf8
      ? "try --encoding gb18030, or --lossy to replace such bytes" : "--lossy replaces such bytes"
    return error.reason == .unsupported ? error.reason.rawValue : "\(error.reason.rawValue) at byte \(offset); \(hint)"
  }
}
