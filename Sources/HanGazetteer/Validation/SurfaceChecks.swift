import HanText

/// What a surface cell may hold: a row that no text can meet is a mistake.
enum SurfaceChecks {
  static func check(_ table: Table, _ diagnostics: inout [TableDiagnostic]) {
    let aliases = table.index(of: "aliases")
    let isFoldedOnLoading = table.folder != "words" && !GazetteerCompiler.verbatimFolders.contains(table.folder)
    var cells: [Range<Int>] = []
    for row in table.rows {
      checkAliasCell(table, row, aliases, &diagnostics)
      table.surfaces(of: row, aliases, into: &cells)
      var seen: [ArraySlice<UInt8>] = []
      for range in cells {
        var bytes = table.bytes[range]
        if bytes.last == UInt8(ascii: "?") { bytes = bytes.dropLast() }
        if bytes.isEmpty {
          diagnostics.append(table.diagnostic(row, at: range.lowerBound, "a surface without characters"))
        } else if seen.contains(bytes) {
          let text = String(decoding: bytes, as: UTF8.self)
          diagnostics.append(table.diagnostic(row, at: range.lowerBound, "'\(text)' stands twice in the row"))
        } else {
          checkScalars(table, row, range, isFoldedOnLoading: isFoldedOnLoading, &diagnostics)
        }
        seen.append(bytes)
      }
    }
  }

  private static func checkAliasCell(
    _ table: Table, _ row: Table.Row, _ aliases: Int?, _ diagnostics: inout [TableDiagnostic]
  ) {
    guard let aliases else { return }
    let range = table.cellRange(row, aliases)
    var start = range.lowerBound
    guard !range.isEmpty else { return }
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || table.bytes[index] == UInt8(ascii: "|") {
      if index == start {
        diagnostics.append(table.diagnostic(row, at: start, "an empty alias: write one '|' between two names"))
      }
      start = index + 1
    }
  }

  private static func checkScalars(
    _ table: Table, _ row: Table.Row, _ range: Range<Int>, isFoldedOnLoading: Bool,
    _ diagnostics: inout [TableDiagnostic]
  ) {
    let text = String(decoding: table.bytes[range], as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    if let first = scalars.first, let last = scalars.last, first.properties.isWhitespace || last.properties.isWhitespace
    {
      diagnostics.append(table.diagnostic(row, at: range.lowerBound, "white space around '\(text)'"))
      return
    }
    var folded = ""
    for scalar in scalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF || scalar.value == 0x200B {
        let code = String(scalar.value, radix: 16, uppercase: true)
        diagnostics.append(
          table.diagnostic(row, at: range.lowerBound, "the character U+\(code) stands in no text as it is read"))
        return
      }
      folded.unicodeScalars.append(Unicode.Scalar(FoldingTable.shared.fold(scalar.value)) ?? scalar)
    }
    if folded != text, !isFoldedOnLoading {
      diagnostics.append(
        table.diagnostic(
          row, at: range.lowerBound, "no text matches '\(text)': texts are folded to '\(folded)'",
          severity: .warning))
    }
  }
}
