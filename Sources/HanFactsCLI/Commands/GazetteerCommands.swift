/// `hanfacts gazetteer lookup`.
struct GazetteerLookupCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Looks words up; 1 where one has no row.
  func run() throws -> Int32 { throw NotBuilt("gazetteer lookup") }
}

/// `hanfacts gazetteer validate`.
struct GazetteerValidateCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Checks tables; 1 where a row is bad.
  func run() throws -> Int32 { throw NotBuilt("gazetteer validate") }
}

/// `hanfacts gazetteer list`.
struct GazetteerListCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Lists the tables.
  func run() throws -> Int32 { throw NotBuilt("gazetteer list") }
}
