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
  if let r = o["referenceDate"] as? String { opt.referenceDate = ReferenceDate(parsing: r) }
  if CommandLine.arguments.contains("verbatim") { opt.layout = .verbatim }
  let d = try bytes.withUnsafeBufferPointer { try worker.extract(utf8: $0, id: o["id"] as? String ?? "", options: opt) }
  if let r = o["referenceDate"] as? String { _ = r }
  var ents: [[String: Any]] = []
  for e in d.entities {
    var j: [String: Any] = ["type": e.type.rawValue, "text": e.text, "rule": e.evidence.rule, "range": ["scalars": [e.range.scalars.lowerBound, e.range.scalars.upperBound]]]
    var b: [UInt8] = []
    if let v = e.date { v.appendJSON(to: &b) }
    if let v = e.figure { v.appendJSON(to: &b) }
    if !b.isEmpty { j["value"] = try JSONSerialization.jsonObject(with: Data(b)) }
    ents.append(j)
  }
  let out = try JSONSerialization.data(withJSONObject: ["id": d.id, "entities": ents])
  print(String(decoding: out, as: UTF8.self))
}
