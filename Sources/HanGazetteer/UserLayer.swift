#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a user's rows cost, and what they change in the image below them.
///
/// - A row without a cost has `defaultCost`; where the image below lists the same surface with the same type, the
///   user's row stands in front of it at the same cost; where it lists it as another name, a row of a type of the
///   user's own costs less than that name. A row marked `?`, or whose surface is also a word, costs more.
/// - A row with a cost overrides that of the rows of the same surface and type below.
/// - A row that begins with `-` takes the names (in `words/`: the words) of that surface away.
struct UserLayer {
  /// Of a row without a cost of its own, in nats.
  static let defaultCost = 9.0
  private static let ambiguous = 2.5
  private static let demotion = 2.0
  /// How much cheaper a name of the user's own type is than another name of the same surface.
  private static let advantage = 5.0
  /// The size of a class of words that a user's `count` is taken from.
  private static let classTotal = 5_000_000.0

  private let base: GazetteerImage
  private let isWord: [Bool]
  private let isRecord: [Bool]
  private(set) var patch = GazetteerPatch()

  init(base: GazetteerImage) {
    self.base = base
    isWord = base.categories.map { $0.hasPrefix("words/") }
    isRecord = base.categories.map { TableCategory.recordTypes[$0] != nil && $0 != "titles" }
  }

  /// Takes the built-in words or names of a surface away.
  mutating func remove(_ surface: [UInt32], words: Bool) {
    var hidden: [Int] = []
    base.forEachEntry(of: surface) { index, entry in
      if isWord[Int(entry.category)] == words { hidden.append(index) }
    }
    patch.hidden.formUnion(hidden)
  }

  mutating func cost(ofWord surface: [UInt32], class name: String, count: Int?, own: Double?) -> Int16 {
    var cost = GazetteerCompiler.milli(
      own ?? count.map { -log((Double($0) + 0.5) / Self.classTotal) } ?? Self.defaultCost)
    var below: [Int] = []
    base.forEachEntry(of: surface) { index, entry in
      if base.categories[Int(entry.category)].dropFirst(6) == name, isWord[Int(entry.category)] {
        below.append(index)
        if own == nil { cost = min(cost, entry.cost) }
      }
    }
    if own != nil { for index in below { patch.costs[index] = cost } }
    return cost
  }

  mutating func cost(ofName surface: SurfaceCell, category: String, own: Double?) -> Int16 {
    let isOwnType = TableCategory.recordTypes[category] == nil
    var same: [(index: Int, cost: Int16, isRecord: Bool)] = []
    var cheapestOther = Int16.max
    var isAlsoWord = false
    base.forEachEntry(of: surface.scalars) { index, entry in
      let number = Int(entry.category)
      if isWord[number] {
        isAlsoWord = true
      } else if base.categories[number] == category {
        same.append((index, entry.cost, isRecord[number]))
      } else if isRecord[number] {
        cheapestOther = min(cheapestOther, entry.cost)
      }
    }
    if let own {
      let cost = GazetteerCompiler.milli(own)
      // The user's row wins a tie among names; a title below keeps its own context, which a user's lacks.
      for (index, _, isRecord) in same { patch.costs[index] = isRecord ? cost &+ 1 : cost }
      return cost
    }
    var cost = GazetteerCompiler.milli(
      Self.defaultCost + (surface.isAmbiguous ? Self.ambiguous : 0) + (isAlsoWord && same.isEmpty ? Self.demotion : 0))
    for (_, known, isRecord) in same { cost = min(cost, isRecord ? known - 1 : known) }
    if isOwnType, !surface.isAmbiguous, cheapestOther < .max {
      cost = min(cost, max(0, cheapestOther - GazetteerCompiler.milli(Self.advantage)))
    }
    return cost
  }
}

/// What the tables of a user change in the image below them.
package struct GazetteerPatch: Sendable {
  /// New costs by entry, in thousandths of a nat.
  package var costs: [Int: Int16] = [:]
  /// Entries that are taken away.
  package var hidden: Set<Int> = []
  /// Categories that are taken away whole.
  package var hiddenCategories: Set<String> = []

  package init() {}

  /// Whether nothing is changed.
  package var isEmpty: Bool { costs.isEmpty && hidden.isEmpty && hiddenCategories.isEmpty }
}

extension GazetteerImage {
  /// The category of entries that a patch has taken away: nothing reads it.
  package static let removedCategory = "removed"

  /// Calls `body` with the number and the value of each entry of exactly this surface.
  func forEachEntry(of surface: [UInt32], _ body: (Int, GazetteerEntry) -> Void) {
    if surface.isEmpty { return }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: surface.count) { codes in
      for index in surface.indices {
        let code = code(of: surface[index])
        if code == 0 { return }
        codes.initializeElement(at: index, to: code)
      }
      guard let start = codes.baseAddress else { return }
      forEachWord(in: start, from: 0, to: surface.count) { length, list in
        guard length == surface.count else { return }
        var index = list
        while true {
          let entry = entry(index)
          body(index, entry)
          if entry.has(GazetteerEntry.last) { break }
          index += 1
        }
      }
    }
  }
}
