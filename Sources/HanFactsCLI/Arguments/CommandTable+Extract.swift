import HanFacts

extension CommandTable {
  /// Options of all commands that extract.
  static let reading: [OptionSpec] = [
    OptionSpec(
      name: "reference-date", value: .text("DATE"),
      help: "date that relative dates count from, YYYY-MM-DD[THH:MM[:SS][±HH:MM]]; else it is looked for in the text"),
    OptionSpec(
      name: "layout", value: .choice("MODE", ["auto", "wrapped", "verbatim"]), preset: "auto",
      help: "how line ends are read: wrapped joins lines, verbatim keeps each line end"),
    OptionSpec(
      name: "encoding", value: .choice("NAME", ["utf-8", "gb18030", "utf-16"]), preset: "utf-8",
      help: "encoding of the input"),
    OptionSpec(name: "lossy", help: "replace invalid bytes by U+FFFD instead of refusing the document"),
  ]

  /// Options that say what is known.
  static let knowledge: [OptionSpec] = [
    OptionSpec(
      name: "gazetteer", value: .folder("DIR"), isRepeatable: true,
      help: "add the tables of a folder; they override the built-in ones"),
    OptionSpec(
      name: "only-gazetteer", value: .folder("DIR"), help: "use the tables of a folder instead of the built-in ones"),
    OptionSpec(name: "rules", value: .file("FILE"), isRepeatable: true, help: "add the rules of a file"),
  ]

  /// Options of what is listed.
  static let selection: [OptionSpec] = [
    OptionSpec(
      name: "types", value: .list("LIST", EntityType.standard.map(\.rawValue)),
      help: "list these types only, parted by commas"),
    OptionSpec(name: "no-facts", help: "make no facts"),
    OptionSpec(name: "nested", help: "list records inside others too"),
  ]

  static let jobs = OptionSpec(
    name: "jobs", short: "j", value: .number("N", 1...1_024), preset: "all cores", help: "documents worked on at a time"
  )
  static let output = OptionSpec(
    name: "output", short: "o", value: .file("FILE"), preset: "-",
    help: "write to a file, which appears whole or not at all")
  static let color = OptionSpec(
    name: "color", value: .choice("WHEN", ["auto", "always", "never"]), preset: "auto",
    help: "colours: auto only on a terminal, and not with NO_COLOR or TERM=dumb")
  static let progress = OptionSpec(
    name: "progress", value: .choice("WHEN", ["auto", "always", "never"]), preset: "auto",
    help: "progress on standard error: auto only on a terminal")
  static let quiet = OptionSpec(name: "quiet", short: "q", help: "no messages but errors")
  static let input = OptionSpec(
    name: "input", value: .choice("FORM", ["text", "jsonl"]), preset: "by the file's name",
    help: "form of the input: a text a file, or a JSON object a line; a .jsonl file implies jsonl")

  static let extract = CommandSpec(
    name: "extract", operands: "[PATH… | -]",
    summary: "extract the records of files, folders or standard input",
    notes: [
      "Folders are read recursively: .txt files as one document each, .jsonl files as one document a line"
        + " {\"id\": …, \"text\": …, \"referenceDate\": …}, in byte order of their paths. '-' is standard input.",
      "A document that cannot be read is named on standard error; the others are written all the same, in input order,"
        + " and the exit status is 2. A document may have 64 MiB.",
    ],
    options: [
      OptionSpec(
        name: "format", short: "f",
        value: .choice(
          "FORMAT", ["json", "jsonl", "csv", "tsv", "brat", "conll", "html", "markdown", "text"]),
        preset: "text on a terminal, else json", help: "form of the output; brat writes a folder, named by --output"),
      input,
    ] + selection + reading + [
      OptionSpec(name: "facts", help: "rows of facts instead of entities (csv, tsv)")
    ] + knowledge + [jobs, output, progress, color, quiet],
    examples: [
      .init(line: "hanfacts extract seeds", note: "read the records on the terminal"),
      .init(line: "hanfacts extract news/ --format jsonl -o news.records.jsonl", note: "a record line a document"),
      .init(line: "cat feed.jsonl | hanfacts extract --input jsonl --format jsonl -", note: "in a pipe"),
      .init(line: "hanfacts extract page.txt --types figure,date --reference-date 2020-09-15", note: "some types only"),
    ])

  static let explain = CommandSpec(
    name: "explain", operands: "PATH[:LINE[:COLUMN]] | --text TEXT", operandCount: 0...1,
    summary: "say why records stand: rule, table rows, costs, best rejected reading",
    options: [OptionSpec(name: "text", value: .text("TEXT"), help: "explain this text instead of a file")] + reading
      + knowledge + [
        OptionSpec(
          name: "format", short: "f", value: .choice("FORMAT", ["text", "json"]), preset: "text",
          help: "form of the output"), color,
      ],
    examples: [
      .init(line: "hanfacts explain seeds/000_cd341a3aa7219399.txt:39", note: "the records of a line"),
      .init(line: "hanfacts explain --text 外交部发言人汪文斌", note: "a text of your own"),
    ])
}
