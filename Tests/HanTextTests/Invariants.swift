@testable import HanText

/// What every `SourceText` keeps to, whatever its source. Returns the first thing that is wrong, or `nil`.
///
/// The source is walked afresh with the standard library, so that nothing is checked against itself.
func brokenInvariant(of text: SourceText) -> String? {
  let source = String(decoding: text.bytes, as: UTF8.self)
  let scalars = Array(source.unicodeScalars)
  var utf8Starts: [Int] = []
  var utf16Starts: [Int] = []
  var places: [(line: Int, column: Int)] = []
  var (utf8, utf16, line, column) = (0, 0, 1, 1)
  for (index, scalar) in scalars.enumerated() {
    utf8Starts.append(utf8)
    utf16Starts.append(utf16)
    places.append((line, column))
    utf8 += UTF8.width(scalar)
    utf16 += UTF16.width(scalar)
    column += 1
    let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
    if scalar == "\n" || scalar == "\r" && !isPair { (line, column) = (line + 1, 1) }
  }
  utf8Starts.append(utf8)
  utf16Starts.append(utf16)

  let count = text.count
  if text.utf8Count != utf8 || text.utf16Count != utf16 || text.scalarCount != scalars.count { return "lengths" }
  for size in [text.folded.count, text.flags.count, text.utf8Offsets.count, text.scalarOffsets.count]
  where size != count {
    return "array lengths"
  }
  var last = -1
  for index in 0..<count {
    let range = text.range(index..<index + 1)
    let start = range.scalars.lowerBound
    if start <= last || start >= scalars.count { return "offset of \(index)" }
    last = start
    if range.scalars.count != 1 || Int(text.scalarOffsets[index]) != start { return "scalars of \(index)" }
    if range.utf8 != utf8Starts[start]..<utf8Starts[start + 1] { return "utf8 of \(index)" }
    if Int(text.utf8Offsets[index]) != utf8Starts[start] { return "utf8 offset of \(index)" }
    if range.utf16 != utf16Starts[start]..<utf16Starts[start + 1] { return "utf16 of \(index)" }
    if (range.line, range.column) != places[start] { return "line and column of \(index)" }
    let value = text.scalars[index]
    if value != 0x20 && value != 0x0A && value != scalars[start].value { return "character \(index)" }
    if text.folded[index] != FoldingTable.shared.fold(value) { return "folded \(index)" }
    if text.normalizedRange(sourceScalars: range.scalars) != index..<index + 1 { return "inverse of \(index)" }
    if text.normalizedRange(sourceUTF8: range.utf8) != index..<index + 1 { return "inverse of \(index)" }
  }
  return brokenParts(of: text, scalars: scalars)
}

private func brokenParts(of text: SourceText, scalars: [Unicode.Scalar]) -> String? {
  var end = 0
  for paragraph in text.paragraphs {
    if paragraph.isEmpty || paragraph.lowerBound < end { return "paragraph \(paragraph)" }
    if text.scalars[end..<paragraph.lowerBound].contains(where: { $0 != 0x0A }) { return "between paragraphs" }
    if text.scalars[paragraph].contains(0x0A) { return "line end in paragraph" }
    if text.flags[paragraph.lowerBound] & CharacterFlags.paragraphStart == 0 { return "paragraph start" }
    end = paragraph.upperBound
    // The source cut at the range, blanks and invisible characters taken away, is the text without its blanks.
    let cut = scalars[text.range(paragraph).scalars].filter { !isLayout($0) }
    let surface = text.text(paragraph).unicodeScalars.filter { !isLayout($0) }
    if !cut.elementsEqual(surface) { return "text of \(paragraph)" }
  }
  var sentenceEnd = 0
  for sentence in text.sentences {
    if sentence.isEmpty || sentence.lowerBound < sentenceEnd { return "sentence \(sentence)" }
    if text.scalars[sentenceEnd..<sentence.lowerBound].contains(where: { $0 != 0x0A }) { return "between sentences" }
    if text.scalars[sentence].contains(0x0A) { return "line end in sentence" }
    sentenceEnd = sentence.upperBound
  }
  let tail = text.scalars[sentenceEnd...].contains { $0 != 0x0A } || text.scalars[end...].contains { $0 != 0x0A }
  return tail ? "text behind the last sentence or paragraph" : nil
}

/// White space and zero-width characters, by the Unicode properties and not by the module's own table.
private func isLayout(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar.properties.generalCategory == .format && scalar != "\u{200D}"
}
