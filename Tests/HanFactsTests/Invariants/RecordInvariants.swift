import HanFacts
import HanText

/// A piece of text that a record claims to have read, and where.
private struct Claim {
  var what: String
  var text: String
  var range: SourceRange
}

/// What every `Document` keeps to, whatever its source. Returns everything that is wrong.
///
/// The source is cut with the standard library, so that nothing is checked against the code that made it.
func brokenInvariants(of document: Document, in source: String) -> [String] {
  var broken: [String] = []
  let text = CutSource(source)
  if document.length.utf8 != source.utf8.count || document.length.scalars != source.unicodeScalars.count {
    broken.append("length \(document.length)")
  }
  for claim in claims(of: document) {
    if let fault = text.fault(of: claim.range, claim.text) { broken.append("\(claim.what) '\(claim.text)': \(fault)") }
  }
  broken += overlaps(of: document)
  broken += order(of: document)
  return broken
}

private func claims(of document: Document) -> [Claim] {
  var claims: [Claim] = []
  func add(_ value: EntityValue?, of what: String) {
    guard case .figure(let figure) = value, let of = figure.of else { return }
    claims.append(Claim(what: "what \(what) counts", text: of.text, range: of.range))
  }
  func add(_ argument: FactArgument, of what: String) {
    claims.append(Claim(what: what, text: argument.text, range: argument.range))
    add(argument.value, of: what)
  }
  for entity in document.entities {
    claims.append(Claim(what: entity.id, text: entity.text, range: entity.range))
    add(entity.value, of: entity.id)
    for part in entity.parts { claims.append(Claim(what: "part of \(entity.id)", text: part.text, range: part.range)) }
  }
  for fact in document.facts {
    for argument in fact.arguments {
      switch argument.value {
      case .argument(let value): add(value, of: "\(fact.id).\(argument.name)")
      case .list(let values): for value in values { add(value, of: "\(fact.id).\(argument.name)") }
      case .word: break
      }
    }
    if let source = fact.source { add(source, of: "\(fact.id).source") }
  }
  return claims
}

/// Listed records of one type never overlap, and people, organizations and places never overlap each other.
private func overlaps(of document: Document) -> [String] {
  var broken: [String] = []
  let names: Set<EntityType> = [.person, .organization, .place]
  var ends: [EntityType: (end: Int, id: String)] = [:]
  for entity in document.entities where !entity.isNested {
    let group = names.contains(entity.type) ? .person : entity.type
    if let last = ends[group], entity.range.scalars.lowerBound < last.end {
      broken.append("\(entity.id) '\(entity.text)' (\(entity.type)) overlaps \(last.id)")
    }
    ends[group] = (max(entity.range.scalars.upperBound, ends[group]?.end ?? 0), entity.id)
  }
  return broken
}

/// Mentions stand in text order, ids are unique, and mentions of one thing share its canonical form.
private func order(of document: Document) -> [String] {
  var broken: [String] = []
  var ids: Set<String> = []
  for id in document.entities.map(\.id) + document.facts.map(\.id) where !ids.insert(id).inserted {
    broken.append("the id \(id) stands twice")
  }
  var canonical: [String: String] = [:]
  var last = (start: 0, end: Int.max)
  for entity in document.entities {
    let place = (start: entity.range.scalars.lowerBound, end: entity.range.scalars.upperBound)
    if place.start < last.start || place.start == last.start && place.end > last.end {
      broken.append("\(entity.id) is out of order")
    }
    last = place
    let isName = [.person, .organization, .place].contains(entity.type)
    if isName && (entity.entity == nil || entity.canonical == nil) { broken.append("\(entity.id) has no thing") }
    if let thing = entity.entity {
      let form = canonical[thing] ?? entity.canonical
      if form != entity.canonical { broken.append("\(entity.id): another form of \(thing)") }
      canonical[thing] = entity.canonical
    }
  }
  return broken
}

/// A source that can be cut in all units.
private struct CutSource {
  private let utf8: [UInt8]
  private let scalars: [Unicode.Scalar]
  private let utf16: [UInt16]
  private let places: [(line: Int, column: Int)]

  init(_ source: String) {
    utf8 = Array(source.utf8)
    scalars = Array(source.unicodeScalars)
    utf16 = Array(source.utf16)
    var places: [(line: Int, column: Int)] = []
    var place = (line: 1, column: 1)
    for (index, scalar) in scalars.enumerated() {
      places.append(place)
      let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      place = scalar == "\n" || scalar == "\r" && !isPair ? (place.line + 1, 1) : (place.line, place.column + 1)
    }
    self.places = places
  }

  /// What is wrong with a record's range and text, if anything.
  func fault(of range: SourceRange, _ text: String) -> String? {
    guard !range.scalars.isEmpty, scalars.indices.contains(range.scalars.upperBound - 1),
      range.utf8.upperBound <= utf8.count, range.utf16.upperBound <= utf16.count
    else { return "the range \(range.scalars) is empty or outside of the source" }
    var cut = ""
    cut.unicodeScalars.append(contentsOf: scalars[range.scalars])
    if cut != String(decoding: utf8[range.utf8], as: UTF8.self) { return "UTF-8 and scalars disagree" }
    if cut != String(decoding: utf16[range.utf16], as: UTF16.self) { return "UTF-16 and scalars disagree" }
    if (range.line, range.column) != places[range.scalars.lowerBound] { return "line \(range.line):\(range.column)" }
    let kept = text.unicodeScalars.filter { !Self.isLayout($0) }
    if !cut.unicodeScalars.filter({ !Self.isLayout($0) }).elementsEqual(kept) { return "the source has '\(cut)'" }
    if text.unicodeScalars.contains(where: { Self.isLayout($0) && $0 != " " && $0 != "\u{3000}" }) {
      return "layout is left in the text"
    }
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap { $0 }
    return ends.contains(where: Self.isLayout) ? "a blank at its end" : nil
  }

  /// White space and zero-width characters, by the Unicode properties and not by the library's own table.
  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format && scalar != "\u{200D}"
  }
}
