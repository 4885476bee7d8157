extension CommandTable {
  private static let comparison: [OptionSpec] = [
    OptionSpec(
      name: "format", short: "f",
      value: .choice("FORMAT", ["text", "json", "markdown", "github", "junit", "sarif"]), preset: "text",
      help: "form of the report"),
    OptionSpec(
      name: "fail-on", value: .list("CLASSES", ["added", "removed", "changed", "moved", "evidence", "none"]),
      preset: "added,removed,changed", help: "classes that make the exit status 1; none for no class"),
    OptionSpec(
      name: "ignore", value: .text("FIELD=VALUE"), isRepeatable: true, help: "leave records out, as type=place"),
    OptionSpec(
      name: "tolerance", value: .text("FIELD=SIZE"), isRepeatable: true,
      help: "take near values as the same, as figure.value=0.5%"),
    OptionSpec(name: "all", help: "report moved records and changed evidence too"),
  ]

  private static let exits: [(status: Int, meaning: String)] = [
    (0, "the same"), (1, "different"), (2, "wrong usage or input"),
  ]

  static let diff = CommandSpec(
    name: "diff", operands: "OLD NEW", operandCount: 1...2,
    summary: "compare two extractions (.json, .jsonl) or two texts, record by record",
    notes: ["With --git REV one operand is enough: its version at the revision is OLD."],
    options: comparison + [
      OptionSpec(name: "git", value: .text("REV"), help: "compare with the version of a git revision")
    ] + selection + reading + knowledge + [output, color, quiet],
    examples: [
      .init(line: "hanfacts diff old.jsonl new.jsonl", note: "two extractions"),
      .init(line: "hanfacts diff --git HEAD~1 page.txt", note: "a text and its last version"),
      .init(line: "hanfacts diff old.json new.json --tolerance figure.value=0.5% --format markdown", note: "a report"),
    ], exits: exits)

  static let check = CommandSpec(
    name: "check", operands: "PATH… | -",
    summary: "extract and compare with an accepted baseline: the one CI runs",
    options: [
      OptionSpec(name: "baseline", value: .file("FILE"), help: "the accepted records"),
      OptionSpec(name: "accept", help: "write the baseline"),
      OptionSpec(
        name: "accept-only", value: .text("ID"), isRepeatable: true,
        help: "accept one difference, or a whole document: the 12 digits in brackets at the end of the report's line"),
      OptionSpec(name: "prune", help: "take documents out of the baseline that are not there any more"),
      OptionSpec(name: "yes", help: "accept where the variable CI is set"),
    ] + comparison + [input] + selection + reading + knowledge + [jobs, output, progress, color, quiet],
    examples: [
      .init(line: "hanfacts check --baseline records.baseline news/", note: "exit status 1 where a record differs"),
      .init(line: "hanfacts check --baseline records.baseline --accept news/", note: "accept what is extracted now"),
      .init(
        line: "hanfacts check --baseline records.baseline --accept-only 3f9c21d07b4e news/", note: "accept one of them"),
    ], exits: exits)

  static let evaluate = CommandSpec(
    name: "evaluate", operands: "GOLD PREDICTED", operandCount: 2...2,
    summary: "precision, recall and F1 per type, and a list of errors",
    notes: ["GOLD is JSONL of this program, brat or CoNLL. The schemes are strict, exact, partial and type."],
    options: [
      OptionSpec(
        name: "format", short: "f", value: .choice("FORMAT", ["text", "json", "markdown"]), preset: "text",
        help: "form of the report"),
      OptionSpec(
        name: "errors", value: .number("N", 0...1_000_000), preset: "20", help: "errors listed per type, with context"),
      selection[0], output, color, quiet,
    ],
    examples: [.init(line: "hanfacts evaluate gold.jsonl predicted.jsonl", note: "all schemes, all types")])

  static let gazetteer = CommandSpec(
    name: "gazetteer", operands: "COMMAND", summary: "look words up, check tables, list tables",
    subcommands: [
      CommandSpec(
        name: "gazetteer lookup", operands: "WORD… | -", operandKind: .text,
        summary: "the rows of words; exit status 1 where one has none",
        options: [lookupFormat] + Array(knowledge.prefix(2)) + [color],
        examples: [
          .init(line: "hanfacts gazetteer lookup 欧航局 嵩县", note: "words of the command line"),
          .init(line: "hanfacts gazetteer lookup --format json - < words.txt", note: "a word a line"),
        ], exits: [(0, "done"), (1, "a word has no row"), (2, "wrong usage or input")]),
      CommandSpec(
        name: "gazetteer validate", operands: "[PATH…]",
        summary: "check tables; bad rows are named as file:line:column: error: …",
        notes: [
          "Folders are checked together: format, rows that stand twice, one surface in two kinds without a '?', codes,"
            + " cells that no text can match. Without an operand the folder ./Gazetteers is checked."
        ],
        options: [lookupFormat],
        examples: [.init(line: "hanfacts gazetteer validate Gazetteers", note: "a folder of tables")],
        exits: [(0, "all rows are good"), (1, "a bad row"), (2, "wrong usage or input")]),
      CommandSpec(
        name: "gazetteer list", operands: "", operandCount: 0...0, operandKind: .none,
        summary: "the tables with their rows and distinct names",
        options: [lookupFormat] + Array(knowledge.prefix(2)) + [color],
        examples: [.init(line: "hanfacts gazetteer list", note: "the built-in tables")]),
    ])

  private static let lookupFormat = OptionSpec(
    name: "format", short: "f", value: .choice("FORMAT", ["text", "json"]), preset: "text", help: "form of the output")

  static let rules = CommandSpec(
    name: "rules", operands: "COMMAND", summary: "check and try rules of your own",
    subcommands: [
      CommandSpec(
        name: "rules validate", operands: "FILE…", operandCount: 1...Int.max,
        summary: "check rules; bad ones are named as file:line:column: error: …",
        options: Array(knowledge.prefix(2)),
        examples: [.init(line: "hanfacts rules validate shares.rules", note: "read the file and report")],
        exits: [(0, "all rules are good"), (1, "a bad rule"), (2, "wrong usage or input")]),
      CommandSpec(
        name: "rules test", operands: "FILE…", operandCount: 1...Int.max,
        summary: "run the examples that must and must not match",
        options: Array(knowledge.prefix(2)),
        examples: [.init(line: "hanfacts rules test shares.rules", note: "run every example")],
        exits: [(0, "all examples hold"), (1, "an example fails"), (2, "wrong usage or input")]),
    ])
}
