// A folder of pages on all cores, one JSON file beside each page: swift run --package-path Examples batch FOLDER

import Foundation
import HanFacts

guard CommandLine.arguments.count == 2 else {
  print("usage: batch FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1])
let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
let extractor = try Extractor()

/// Reads a page, writes its records, and returns a line about it.
@Sendable func extract(_ page: URL) throws -> String {
  let text = try String(contentsOf: page, encoding: .utf8)
  let document = extractor.extract(text, id: page.lastPathComponent)
  let out = page.deletingPathExtension().appendingPathExtension("json")
  try Data(document.json(isPretty: true).utf8).write(to: out, options: .atomic)
  return "\(page.lastPathComponent): \(document.entities.count) records, \(document.facts.count) facts"
}

let summaries = try await withThrowingTaskGroup(of: (Int, String).self) { group in
  for (index, page) in pages.enumerated() { group.addTask { (index, try extract(page)) } }
  var lines = [String](repeating: "", count: pages.count)
  for try await (index, line) in group { lines[index] = line }
  return lines
}
for line in summaries { print(line) }
