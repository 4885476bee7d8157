// The least there is to it: swift run --package-path Examples minimal

import HanFacts

let extractor = try Extractor()  // built-in tables; Sendable, shared by all threads
let document = extractor.extract("产研院服务企业超过15000家，营收同比增长39.5%。")
for entity in document.entities where entity.type == .figure {
  print(entity.text, entity.figure?.value?.description ?? "-", entity.figure?.of?.text ?? "-", entity.range.scalars)
}
print(document.json())
