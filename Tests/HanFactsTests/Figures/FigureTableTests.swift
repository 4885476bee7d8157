import Testing

@testable import HanFacts

@Suite("The figure tables")
struct FigureTableTests {
  let rows = FigureFixture.lexicon.rows

  @Test("No surface stands twice in one table")
  func unique() {
    var seen: Set<String> = []
    var twice: [String] = []
    for row in rows where !seen.insert(row.table + ":" + row.surface).inserted { twice.append(row.surface) }
    #expect(twice.isEmpty)
  }

  @Test("Every currency has a code of ISO 4217, every unit a code and a factor")
  func codes() {
    for row in rows where row.table == "currencies" {
      #expect(row.canonical.utf8.count == 3 && row.canonical.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }, "\(row.surface)")
    }
    for row in rows where row.table == "units" {
      #expect(!row.canonical.isEmpty && row.factor.numerator > 0, "\(row.surface)")
    }
  }

  @Test(
    "Factors are exact",
    arguments: [
      ("亩", "2000", "3", "m2"), ("斤", "0.5", "1", "kg"), ("里", "500", "1", "m"), ("尺", "1", "3", "m"),
      ("两", "0.05", "1", "kg"),
      ("海里", "1852", "1", "m"), ("英里", "1609.344", "1", "m"), ("公里每小时", "5", "18", "m/s"),
    ])
  func factors(surface: String, upper: String, lower: String, si: String) {
    let row = rows.first { $0.surface == surface && $0.table == "units" }
    #expect(row?.factor.numerator.description == upper)
    #expect(row?.factor.denominator.description == lower)
    #expect(row?.si == si)
  }
}
