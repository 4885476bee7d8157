import HanText
import Testing

@testable import HanFacts

@Suite("Tables of dates") struct DateTableTests {
  private func tables(_ rows: String) throws -> DateTables {
    try DateTables([("dates/test.tsv", Array(("# a comment\nsurface\taliases\tkind\tvalue\n" + rows).utf8))])
  }

  @Test(
    "A wrong row is refused with its line",
    arguments: [
      ("某节\t\tfeast\t01-01", "unknown kind 'feast'"), ("某节\t\tfestival\t13-01", "wrong rule '13-01'"),
      ("某节\t\tfestival\tW05-8-2", "wrong rule 'W05-8-2'"), ("某节\t\tfestival\tX1", "wrong rule 'X1'"),
      ("今天\t\tday\tnull", "wrong value 'null'"), ("\t\tday\t0", "the row has no surface"),
      ("今天\t\tday\t0\tmore", "the row has more cells than the header"),
    ])
  func wrongRows(row: String, message: String) {
    #expect(throws: DateTableError(table: "dates/test.tsv", line: 3, message: message)) { try tables(row) }
  }

  @Test(
    "Rules of festivals",
    arguments: [
      ("10-01", 2023, 10, 1), ("L08-15", 2023, 9, 29), ("L12-00", 2024, 2, 9), ("W05-7-2", 2023, 5, 14),
      ("W01-7--1", 2023, 1, 29), ("E-2", 2023, 4, 7), ("O0", 2023, 4, 16), ("T6", 2023, 4, 5),
      ("H07-01-1", 2023, 9, 15),
      ("I10-01", 2023, 4, 21), ("D2022-10-24,2023-11-12", 2023, 11, 12),
    ])
  func rules(rule: String, year: Int, month: Int, day: Int) {
    #expect(FestivalRule(rule)?.date(in: year) == CivilDate(year: year, month: month, day: day))
  }

  @Test("Later rows win, stop words do not, a minus takes away") func overlay() throws {
    let text = SourceText("校庆日")
    func value(_ rows: String) throws -> String? {
      let tables = try tables(rows)
      var found: [DateCandidate] = []
      DateScanner(tables: tables).scan(text, into: &found)
      return DateResolver(tables: tables).resolve(found, reference: nil).first?.value
    }
    #expect(try value("校庆日\t\tfestival\t05-04") == "XXXX-05-04")
    #expect(try value("校庆日\t\tfestival\t05-04\n校庆日\t\tfestival\t06-01") == "XXXX-06-01")
    #expect(try value("校庆日\t\tfestival\t05-04\n校庆日\t\tstop") == "XXXX-05-04")
    #expect(try value("校庆日\t\tfestival\t05-04\n-校庆日\t\tfestival") == nil)
  }

  @Test("Evidence names the table and the row") func evidence() throws {
    let source = SourceText("去年端午节")
    let found = try #require(DateTesting.candidates(source).first)
    let rows = found.evidenceRows.map { DateTesting.tables.rows[$0] }
    #expect(rows.map { "\($0.table):\($0.surface)" } == ["dates/relative.tsv:去年", "dates/festivals.tsv:端午节"])
    #expect("\(found.rule)" == "point")
  }
}
