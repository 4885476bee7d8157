import Foundation
import Testing

/// The files of the repository that tests read.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The newspaper pages of `seeds/` with the names that the command line gives them, sorted.
  static let seedPages: [TestText] = {
    let folder = root.appending(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return TestText(name: "seeds/\(name)", text: String(decoding: bytes, as: UTF8.self))
    }
  }()
}

/// A named text; a failing test shows its name alone.
struct TestText: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String

  var testDescription: String { name }
}
