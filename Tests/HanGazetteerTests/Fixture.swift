import HanGazetteer
import Testing

/// Images of tables in memory.
enum Fixture {
  /// Compiles tables by their names, in the order of the names.
  static func image(_ tables: [String: String]) throws -> GazetteerImage {
    var compiler = GazetteerCompiler()
    var diagnostics: [TableDiagnostic] = []
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      compiler.add(name: name, bytes: Array(text.utf8), diagnostics: &diagnostics)
    }
    #expect(diagnostics.isEmpty)
    return try #require(GazetteerImage(compiler.compile()))
  }

  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}

/// A generator whose numbers a seed decides (SplitMix64).
struct Random {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
