import HanFacts

/// How the records of a baseline were made.
public struct BaselineHeader: Hashable, Sendable {
  /// An option that changes records.
  public struct Option: Hashable, Sendable {
    /// The option's name without dashes.
    public var name: String
    /// Its value in one fixed spelling.
    public var value: String

    /// Makes an option.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The values of options that are not set.
  public static let presets = ["layout": "auto", "encoding": "utf-8"]

  /// The version of the record format.
  public var schema: String
  /// The version of the program.
  public var program: String
  /// The digest of the gazetteers.
  public var gazetteers: String
  /// The digest of the user's rules; empty where there are none.
  public var rules: String
  /// The options that change records, all of them, by name.
  public var options: [Option]

  /// Makes a header.
  public init(
    program: String, gazetteers: String, rules: String = "", options: [Option] = [], schema: String = Document.schema
  ) {
    self.schema = schema
    self.program = program
    self.gazetteers = gazetteers
    self.rules = rules
    // By name; options of one name stay in the order given.
    let names = Set(options.map(\.name)).sorted()
    self.options = names.flatMap { name in options.filter { $0.name == name } }
  }

  /// The values of an option, or nil where it is not set.
  func value(of name: String) -> String? {
    let values = options.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }
}

/// The accepted records of a set of documents.
///
/// As a file it is made for git: one line per record, documents in byte order of their names, records in text order,
/// nothing that changes when text is inserted elsewhere. The order of the lines is the order of the records, which is
/// all that pairing needs; so two branches that edit different paragraphs merge cleanly, and a review reads like the
/// text.
/// ```
/// hanfacts-baseline 1
/// schema⇥hanfacts/1⇥#c0de
/// program⇥1.0.0⇥#c0de
/// gazetteers⇥5f1d2a…⇥#c0de
/// option⇥layout=auto⇥#c0de
///
/// == texts/a.txt⇥#c0de
/// organization⇥新华社⇥kind=media⇥#c0de
/// figure⇥55家⇥kind=count⇥value=55⇥unit=家⇥of=专业研究所⇥#c0de
/// *measurement⇥subject=江苏产研院⇥predicate=培育建设⇥of=专业研究所⇥figure=55 家⇥#c0de
/// end
/// ```
/// The last line is `end`; each other one but the first closes with a check of itself.
public struct Baseline: Sendable {
  /// The version of the file's format.
  public static let formatVersion = 1
  static let magic = "hanfacts-baseline"
  static let endLine = "end"
  static let documentMark = "== "

  /// How the records were made.
  public var header: BaselineHeader
  /// The documents by name.
  public var documents: [String: DiffDocument]

  /// Makes a baseline.
  public init(header: BaselineHeader, documents: [DiffDocument] = []) {
    self.header = header
    self.documents = Dictionary(documents.map { ($0.id, $0) }) { _, last in last }
  }

  /// The documents' names in the order of the file.
  public var documentIDs: [String] {
    documents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of the file.
  public func write() -> [UInt8] {
    var out = Array("\(Self.magic) \(Self.formatVersion)\n".utf8)
    headerLine("schema", header.schema, to: &out)
    headerLine("program", header.program, to: &out)
    headerLine("gazetteers", header.gazetteers, to: &out)
    if !header.rules.isEmpty { headerLine("rules", header.rules, to: &out) }
    for option in header.options { headerLine("option", "\(option.name)=\(option.value)", to: &out) }
    for id in documentIDs {
      guard let document = documents[id] else { continue }
      var head = Array(Self.documentMark.utf8)
      RecordLine.appendEscaped(id, to: &head)
      out.append(0x0A)
      out += head
      LineCheck.append(for: head, to: &out)
      for index in 0..<document.count {
        let line = document.lineBytes(index)
        out += line
        LineCheck.append(for: line, to: &out)
      }
    }
    out += Array("\n\(Self.endLine)\n".utf8)
    return out
  }

  private func headerLine(_ name: String, _ value: String, to out: inout [UInt8]) {
    var line = Array("\(name)\t".utf8)
    RecordLine.appendEscaped(value, to: &line)
    out += line
    LineCheck.append(for: line, to: &out)
  }
}
