import Foundation

@testable import HanText

/// The paragraphs of a source as strings.
func paragraphs(_ source: String, _ layout: LayoutMode = .auto) -> [String] {
  let text = SourceText(source, layout: layout)
  return text.paragraphs.map { text.text($0) }
}

/// The whole stream as a string.
func stream(_ source: String, _ layout: LayoutMode = .auto) -> String {
  let text = SourceText(source, layout: layout)
  return text.text(0..<text.count)
}

extension SourceText {
  /// The first place of a string in the stream.
  func find(_ wanted: String) -> Range<Int>? {
    let pattern = wanted.unicodeScalars.map(\.value)
    guard !pattern.isEmpty, count >= pattern.count else { return nil }
    return (0...count - pattern.count).first { scalars[$0..<$0 + pattern.count].elementsEqual(pattern) }
      .map { $0..<$0 + pattern.count }
  }
}

/// The pages of `seeds/`, by name; empty where the folder is missing.
func seedPages() -> [(name: String, bytes: [UInt8])] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("seeds")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
  }
}

/// A small generator with a fixed seed (SplitMix64), so that a failing input can be made again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
