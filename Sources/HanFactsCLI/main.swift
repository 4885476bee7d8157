import Foundation
import HanFacts
import HanText
let ex = try Extractor()
var worker = ex.makeWorker()
while let line = readLine() {
  guard let o = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
  let text = o["text"] as! String
  let bytes = Array(text.utf8)
  var opt = ExtractionOptions()
  if CommandLine.arguments.contains("verbatim") { opt.layout = .verbatim }
  let d = try bytes.withUnsafeBufferPointer { try worker.extract(utf8: $0, id: o["id"] as? String ?? "", options: opt) }
  var ents: [[String: Any]] = []
  for e in d.entities { ents.append(["type": e.type.rawValue, "text": e.text, "rule": e.evidence.rule, "range": ["scalars": [e.range.scalars.lowerBound, e.range.scalars.upperBound]]]) }
  let out = try JSONSerialization.data(withJSONObject: ["id": d.id, "entities": ents])
  print(String(decoding: out, as: UTF8.self))
}
