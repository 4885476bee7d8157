#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What counting says a word or a name of the built-in tables costs; read from `model/`.
struct CountedCosts {
  private var parameters: [String: Double] = [:]
  /// How often a surface was counted as a type: `东海\tplaces` -> count.
  private var nameCounts: [String: Int] = [:]
  private var insideCosts: [String: Int16] = [:]
  private(set) var contexts: [String] = []
  private var contextNumbers: [String: UInt16] = [:]
  private var wordCounts: [String: Int] = [:]
  private var classTotals: [String: Double] = [:]
  private var nameTotals: [String: (mass: Double, types: Double)] = [:]

  /// What all names of a category share in their costs.
  struct Share {
    var seen: Double
    var total: Double
  }

  /// Reads a table of `model/`.
  mutating func read(_ table: Table) {
    switch table.name {
    case "model/parameters.tsv":
      forEachRow(table, 2) { cells in parameters[cells[0]] = Double(cells[1]) }
    case "model/names.tsv":
      forEachRow(table, 3) { cells in nameCounts[cells[0] + "\t" + cells[1]] = Int(cells[2]) ?? 0 }
    case "model/inside_words.tsv":
      forEachRow(table, 3) { cells in
        insideCosts[cells[0] + "\t" + cells[1]] = Int16(clamping: Int(cells[2]) ?? 9000)
      }
    case "model/contexts.tsv":
      forEachRow(table, 1) { cells in
        guard contextNumbers[cells[0]] == nil, contexts.count < 60_000 else { return }
        contexts.append(cells[0])
        contextNumbers[cells[0]] = UInt16(contexts.count)
      }
    default: break
    }
  }

  private func forEachRow(_ table: Table, _ count: Int, _ body: ([String]) -> Void) {
    for row in table.rows {
      let cells = table.cells(row)
      if cells.count >= count { body(cells) }
    }
  }

  /// Sums the counts of words by class and of names by category.
  mutating func count(_ tables: [Table]) {
    var surface = SurfaceCell()
    var cells: [Range<Int>] = []
    for table in tables {
      let count = table.index(of: "count")
      let kind = table.index(of: "class")
      guard let category = TableCategory(table: table) else { continue }
      if category.isWords {
        for row in table.rows {
          let number = Int(table.cell(row, count) ?? "") ?? 0
          classTotals[table.cell(row, kind) ?? "other", default: 0] += Double(number) + 0.5
          wordCounts[table.surface(row), default: 0] += number
        }
      } else {
        let aliases = table.index(of: "aliases")
        for row in table.rows {
          table.surfaces(of: row, aliases, into: &cells)
          for range in cells {
            surface.read(table, range)
            let old = nameTotals[category.name] ?? (0, 0)
            nameTotals[category.name] = (old.mass + pow(Double(seen(surface.text, category.name)), 0.75), old.types + 1)
          }
        }
      }
    }
  }

  /// The value of a parameter of `model/parameters.tsv`, in nats.
  private func parameter(_ name: String, _ fallback: Double) -> Double { parameters[name] ?? fallback }

  /// How often a surface was counted as a name of a category.
  func seen(_ surface: String, _ category: String) -> Int { nameCounts[surface + "\t" + category] ?? 0 }

  /// The number of a word's own context, 0 for none.
  func context(_ surface: String) -> UInt16 { contextNumbers[surface] ?? 0 }

  /// The cost inside the name of an organization.
  func inside(_ surface: String, _ category: String) -> Int16 {
    insideCosts[surface + "\t" + category] ?? GazetteerEntry.unseen
  }

  /// The cost of a word in nats.
  func word(count: Int, class name: String) -> Double { -log((Double(count) + 0.5) / (classTotals[name] ?? 1)) }

  func share(of category: String) -> Share {
    let (mass, types) = nameTotals[category] ?? (0, 1)
    let prior = parameter("gazetteer.prior.type", 0.6)
    let constant = parameter("gazetteer.prior.constant", 100)
    return Share(seen: prior + constant / max(types, 1), total: mass + prior * types + constant)
  }

  /// The cost of a name in nats.
  func name(_ surface: String, seen: Int, length: Int, isAmbiguous: Bool, _ share: Share) -> Double {
    var nats = -log((pow(Double(seen), 0.75) + share.seen) / share.total)
    if seen == 0, length == 1, !isAmbiguous {
      // 渝, 黔: few abbreviations, of which each is met sooner or later.
      return -log((parameter("gazetteer.abbreviation", 0.35) + share.seen) / share.total)
    }
    if seen == 0 {
      if isAmbiguous { nats += parameter("gazetteer.ambiguous", 2.5) }
      let asWord = wordCounts[surface] ?? 0
      if asWord >= (length <= 2 ? 1 : 2) { nats += parameter("gazetteer.demotion", 1) + 0.5 * log(Double(asWord)) }
    } else if isAmbiguous {
      nats += parameter("gazetteer.ambiguous-seen", 0.5)
    }
    return nats
  }
}
