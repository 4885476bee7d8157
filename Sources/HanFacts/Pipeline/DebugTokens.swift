import HanText
extension Extractor {
  package func debugTokens(_ string: String) -> String {
    let text = SourceText(string)
    let base = knowledge.base
    let d = DocumentDecoder(knowledge: base)
    var sc = ScannedCandidates(); sc.scan(text, base)
    d.decode(text, spans: sc.spans)
    var out = ""
    for t in d.decoded.tokens {
      out += text.text(t.start..<t.end) + "/\(t.wordClass):\(t.cost)"
      if t.innerCount > 0 { out += "[" + d.decoded.inner[Int(t.innerStart)..<Int(t.innerStart+t.innerCount)].map { text.text($0.start..<$0.end) + "/\($0.wordClass)" }.joined(separator: " ") + "]" }
      out += "  "
    }
    return out
  }
}
