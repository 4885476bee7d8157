import HanGazetteer

/// What cells of the tables may hold, for `hanfacts gazetteer validate`.
package enum GazetteerVocabulary {
  /// The classes of words and the kinds of records, as the documentation lists them.
  package static let standard = GazetteerValidator.Vocabulary(
    wordClasses: Set(WordClass.allCases.map(\.name)).subtracting(["bos", "eos", "brand", "head", "date", "figure"]),
    kinds: [
      "place": [
        "country", "region", "province", "prefecture", "county", "township", "village", "city", "district", "natural",
        "water", "facility", "astronomical", "other",
      ],
      "organization": [
        "government", "party", "military", "company", "bank", "university", "school", "research", "hospital", "media",
        "international", "association", "sports", "culture", "religious", "other",
      ],
    ])

  /// The first wrong row of a table of dates, if there is one.
  package static func dateErrors(_ table: SourceTable) -> [TableDiagnostic] {
    guard table.name.hasPrefix("dates/") else { return [] }
    do {
      _ = try DateTables([(table.name, table.bytes.filter { $0 != 0x0D })])
      return []
    } catch {
      return [TableDiagnostic(file: table.path, line: error.line, column: 1, message: error.message)]
    }
  }
}
