// Texts from an asynchronous sequence, records in the same order, a few documents at work at a time:
//   printf '王宏升说\n气温下降5℃\n' | swift run --package-path Examples stream

import Foundation
import HanFacts

let extractor = try Extractor()

/// The records of texts in their order; at most `jobs` texts are held at a time.
func documents<Texts: AsyncSequence & Sendable>(
  from texts: Texts, jobs: Int, body: (Document) throws -> Void
) async throws where Texts.Element == String {
  try await withThrowingTaskGroup(of: (Int, Document).self) { group in
    var finished: [Int: Document] = [:]
    var (started, written) = (0, 0)
    func collect() async throws {
      guard let (index, document) = try await group.next() else { return }
      finished[index] = document
      while let next = finished.removeValue(forKey: written) {
        try body(next)
        written += 1
      }
    }
    for try await text in texts {
      while started - written >= jobs { try await collect() }
      let index = started
      group.addTask { (index, extractor.extract(text, id: "line-\(index + 1)")) }
      started += 1
    }
    while written < started { try await collect() }
  }
}

/// The lines of standard input, read when they are asked for.
struct InputLines: AsyncSequence, AsyncIteratorProtocol {
  func next() async -> String? { readLine() }
  func makeAsyncIterator() -> InputLines { self }
}

try await documents(from: InputLines(), jobs: 4) { print($0.json()) }
