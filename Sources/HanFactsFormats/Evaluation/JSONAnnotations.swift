import HanFacts

/// Reads annotated documents from JSON and JSONL.
struct JSONAnnotations {
  typealias Mention = EvaluationDocument.Mention

  /// A message without its place.
  private struct Fault: Error {
    var message: String
  }

  /// No text has more characters.
  private static let longestText = Int(UInt32.max)

  let file: String

  func documents(in bytes: ArraySlice<UInt8>) throws(AnnotationFileError) -> [EvaluationDocument] {
    // One value over the whole file, else one a line.
    let whole = Result { () throws(JSONError) in try JSONNode(parsing: bytes) }
    switch whole {
    case .success(let node): return try documents(node, line: 1, fallback: file)
    case .failure(let failure):
      let isLines = file.hasSuffix(".jsonl") || failure.message == JSONNode.secondValue
      guard isLines else { throw AnnotationFileError(file: file, offset: failure.offset, in: bytes, failure.message) }
    }
    var documents: [EvaluationDocument] = []
    for (number, line) in AnnotationLines(bytes) where line.contains(where: { $0 > 0x20 }) {
      let node: JSONNode
      do throws(JSONError) { node = try JSONNode(parsing: line) } catch {
        throw AnnotationFileError(file: file, line: number, byte: error.offset, in: line, error.message)
      }
      documents += try self.documents(node, line: number, fallback: "\(file):\(number)")
    }
    return documents
  }

  private func documents(
    _ node: JSONNode, line: Int, fallback: String
  ) throws(AnnotationFileError) -> [EvaluationDocument] {
    let list = node.elements ?? node["documents"]?.elements
    var documents: [EvaluationDocument] = []
    for (index, item) in (list ?? [node]).enumerated() {
      if item["documents"] != nil {
        documents += try self.documents(item, line: line, fallback: fallback)
        continue
      }
      do throws(Fault) {
        documents.append(try document(item, fallback: list == nil ? fallback : "\(fallback):\(index + 1)"))
      } catch {
        let place = list == nil ? "" : "document \(index + 1): "
        throw AnnotationFileError(file: file, line: line, place + error.message)
      }
    }
    return documents
  }

  private func document(_ node: JSONNode, fallback: String) throws(Fault) -> EvaluationDocument {
    guard case .object = node else { throw Fault(message: "expected a document, found \(node.name)") }
    guard let entities = node["entities"]?.elements else { throw Fault(message: "the document has no \"entities\"") }
    let text = node["text"]?.text
    let length = text?.unicodeScalars.count ?? node["length"]?["scalars"]?.integer
    var document = EvaluationDocument(id: node["id"]?.scalarText ?? fallback, text: text)
    document.mentions.reserveCapacity(entities.count)
    for (index, entity) in entities.enumerated() {
      do throws(Fault) { document.mentions.append(try mention(entity, length: length)) } catch {
        throw Fault(message: "document '\(document.id)', entity \(index + 1): \(error.message)")
      }
    }
    return document
  }

  private func mention(_ node: JSONNode, length: Int?) throws(Fault) -> Mention {
    guard let type = node["type"]?.text, !type.isEmpty else { throw Fault(message: "no \"type\"") }
    let ends = node["range"]?["scalars"]?.elements?.map(\.integer) ?? [node["start"]?.integer, node["end"]?.integer]
    var mention = Mention(type: EntityType(rawValue: type), range: try range(ends, length: length))
    mention.text = node["text"]?.text
    mention.isOptional = node["optional"]?.isTrue ?? false
    for other in node["alt"]?.elements ?? [] {
      let ends = other.elements?.map(\.integer) ?? [other["start"]?.integer, other["end"]?.integer]
      mention.alternatives.append(try range(ends, length: length))
    }
    return mention
  }

  private func range(_ ends: [Int?], length: Int?) throws(Fault) -> Range<Int> {
    guard ends.count == 2, let start = ends[0], let end = ends[1] else {
      throw Fault(message: "no \"range\" with \"scalars\" and no \"start\" and \"end\"")
    }
    guard start >= 0, start < end else { throw Fault(message: "the range \(start)..<\(end) is empty or not a range") }
    guard end <= Self.longestText else { throw Fault(message: "no text is so long that it has an offset \(end)") }
    if let length, end > length { throw Fault(message: "the range ends at \(end), the text at \(length)") }
    return start..<end
  }
}
