import HanGazetteer

/// Why tables were refused: every wrong row as `file:line:column: error: …`, one a line.
public struct GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with rows.
  public let diagnostics: [TableDiagnostic]
  /// What is wrong with a file or folder.
  public let problems: [String]

  init(diagnostics: [TableDiagnostic] = [], problems: [String] = []) {
    self.diagnostics = diagnostics
    self.problems = problems
  }

  /// All messages, one a line.
  public var description: String { (problems + diagnostics.map(\.description)).joined(separator: "\n") }
}

extension Knowledge {
  /// This knowledge with the tables of a folder laid over it.
  ///
  /// The folder has the layout of `Gazetteers/`. Its rows are added to the ones that are there; a row with a `cost`
  /// overrides the cost of the rows of the same surface and type, a row whose surface begins with `-` takes the rows
  /// of that surface away, and a table that begins with `type: stock` makes records of the new type `stock`.
  /// Loading 200,000 rows takes less than half a second.
  ///
  /// ```swift
  /// let extractor = Extractor(knowledge: try Knowledge.standard.adding(tablesAt: "MyGazetteers"))
  /// ```
  /// - Parameter path: a folder, or a single `.tsv` file inside one
  /// - Throws: `GazetteerError` where the folder cannot be read or a row is wrong
  public func adding(tablesAt path: String) throws(GazetteerError) -> Knowledge {
    try adding(tables: Self.read(path))
  }

  /// This knowledge with tables laid over it that are in memory; see `adding(tablesAt:)`.
  ///
  /// ```swift
  /// let table = SourceTable(name: "stocks/shanghai.tsv", bytes: Array("type: stock\nsurface\n贵州茅台\n".utf8))
  /// let knowledge = try Knowledge.standard.adding(tables: [table])
  /// ```
  public func adding(tables: [SourceTable]) throws(GazetteerError) -> Knowledge {
    var layers = layers
    layers.tables += tables
    return try Knowledge(layers: layers)
  }

  /// The knowledge of the tables of a folder alone.
  ///
  /// No built-in name makes a record. What the folder does not bring of the rest — the costs of `model/`, the words,
  /// units and dates of `words/`, `figures/` and `dates/`, the tables of surnames, heads and forms of address — comes
  /// from the built-in tables; a folder with a `model/` of its own has to bring everything.
  public init(onlyTablesAt path: String) throws(GazetteerError) { try self.init(onlyTables: Self.read(path)) }

  /// The knowledge of tables alone that are in memory; see `init(onlyTablesAt:)`.
  public init(onlyTables tables: [SourceTable]) throws(GazetteerError) {
    try self.init(layers: KnowledgeLayers(isOnly: true, tables: tables))
  }

  private static func read(_ path: String) throws(GazetteerError) -> [SourceTable] {
    do { return try TableFolder.read(path) } catch { throw GazetteerError(problems: [error.description]) }
  }

  private init(layers: KnowledgeLayers) throws(GazetteerError) {
    base = try layers.compile()
    self.layers = layers
  }
}

/// What knowledge is made from: the built-in tables, or only what generators need of them, and tables of users.
struct KnowledgeLayers: Sendable {
  /// Whether built-in names are left out.
  var isOnly = false
  /// The users' tables, in the order in which they were added.
  var tables: [SourceTable] = []

  /// Compiles the tables over the built-in image.
  func compile() throws(GazetteerError) -> KnowledgeBase {
    if tables.isEmpty, !isOnly { return .builtIn }
    let builtIn = KnowledgeBase.builtIn.images[0]
    var hidden = GazetteerPatch()
    var droppedFolders: Set<String> = []
    if isOnly {
      var alone = GazetteerCompiler()
      try add(to: &alone)
      if alone.hasTables(in: "model") { return try KnowledgeBase(images: [Self.image(&alone)]) }
      let brought = alone.categories
      hidden.hiddenCategories = Set(
        builtIn.categories.filter { category in
          if category.hasPrefix("words/") { return alone.hasTables(in: "words") }
          return !TableCategory.grammarTypes.contains(category) || brought.contains(category)
        })
      droppedFolders = Set(["figures", "dates"].filter { alone.hasTables(in: $0) })
    }
    var compiler = GazetteerCompiler(over: builtIn.patched(hidden))
    try add(to: &compiler)
    try checkDates()
    let image = try Self.image(&compiler)
    var patch = compiler.patch
    patch.hiddenCategories = hidden.hiddenCategories
    return KnowledgeBase(images: [builtIn.patched(patch), image], droppedFolders: droppedFolders)
  }

  private func add(to compiler: inout GazetteerCompiler) throws(GazetteerError) {
    var diagnostics: [TableDiagnostic] = []
    for table in tables {
      compiler.add(name: table.name, bytes: table.bytes, path: table.path, diagnostics: &diagnostics)
    }
    diagnostics.removeAll { $0.severity != .error }
    if !diagnostics.isEmpty { throw GazetteerError(diagnostics: diagnostics) }
  }

  private func checkDates() throws(GazetteerError) {
    for table in tables where table.name.hasPrefix("dates/") {
      do { _ = try DateTables([(table.name, table.bytes.filter { $0 != 0x0D })]) } catch {
        throw GazetteerError(diagnostics: [
          TableDiagnostic(file: table.path, line: error.line, column: 1, message: error.message)
        ])
      }
    }
  }

  private static func image(_ compiler: inout GazetteerCompiler) throws(GazetteerError) -> GazetteerImage {
    guard let image = GazetteerImage(compiler.compile()) else {
      throw GazetteerError(problems: ["the tables are too large to compile"])
    }
    return image
  }
}
