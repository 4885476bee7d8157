import HanFacts
import HanFactsDiff
import HanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// 100,000 records against 100,000, from file to report, in several shapes. Prints a table: seconds, peak memory in MB.

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

enum Shape: String, CaseIterable {
  /// One document, one record in a hundred changed, removed or added.
  case onePercent = "1 % changed"
  /// The same in a hundred documents.
  case hundredDocuments = "1 % changed, 100 documents"
  /// One in ten.
  case tenPercent = "10 % changed"
  /// Every value is another.
  case all = "all changed"
  /// Paragraphs of 20 records in another order.
  case shuffled = "paragraphs shuffled"
  /// Ten different records only, one in a hundred changed.
  case repetitive = "10 different records"
  /// Ten different records, at random on both sides.
  case noise = "10 different records, unrelated"
}

struct Record {
  var type: EntityType
  var text: String
  var number: Int
}

func records(_ shape: Shape, _ count: Int, _ random: inout Seeded) -> (old: [Record], new: [Record]) {
  func one() -> Record {
    let kinds = shape == .repetitive || shape == .noise ? 10 : 3_000
    let number = Int.random(in: 0..<kinds, using: &random)
    switch number % 4 {
    case 0: return Record(type: .organization, text: "第\(number)研究院", number: number)
    case 1: return Record(type: .figure, text: "\(number)家", number: number)
    case 2: return Record(type: .place, text: "地\(number)市", number: number)
    default: return Record(type: .person, text: "王\(number)", number: number)
    }
  }
  let old = (0..<count).map { _ in one() }
  switch shape {
  case .shuffled:
    var paragraphs = stride(from: 0, to: count, by: 20).map { Array(old[$0..<min($0 + 20, count)]) }
    paragraphs.shuffle(using: &random)
    return (old, paragraphs.flatMap { $0 })
  case .noise: return (old, (0..<count).map { _ in one() })
  case .all:
    return (old, old.map { Record(type: $0.type, text: $0.text + "新", number: $0.number + 100_000) })
  default:
    let share = shape == .tenPercent ? 10 : 100
    var new: [Record] = []
    for record in old {
      guard Int.random(in: 0..<share, using: &random) == 0 else {
        new.append(record)
        continue
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: break
      case 1: new += [record, one()]
      default: new.append(Record(type: record.type, text: "\(record.number + 1)家", number: record.number + 1))
      }
    }
    return (old, new)
  }
}

func document(_ records: ArraySlice<Record>, _ id: String) -> Document {
  var entities: [Entity] = []
  var offset = 0
  for (index, record) in records.enumerated() {
    let count = record.text.unicodeScalars.count
    let range = SourceRange(
      utf8: offset..<offset + record.text.utf8.count, scalars: offset..<offset + count, utf16: offset..<offset + count,
      line: 1 + index / 5, column: 1 + index % 5 * 8)
    offset += count + 5
    var value: EntityValue?
    if record.type == .figure {
      var figure = FigureValue(kind: .count, value: ExactDecimal(record.number), unit: "家", canonicalUnit: "家")
      figure.of = FigureValue.Of(text: "企业", range: range)
      value = .figure(figure)
    } else if record.type == .place {
      value = .place(PlaceValue(code: "\(320_000 + record.number)", parents: ["320000", "CN"]))
    }
    entities.append(
      Entity(
        id: "e\(index)", type: record.type, text: record.text,
        canonical: record.type == .figure ? nil : record.text, entity: "o\(record.number)", range: range, value: value,
        evidence: Evidence(rule: "benchmark", gazetteer: ["table.tsv:\(record.text)"]), confidence: 0.987))
  }
  return Document(id: id, length: .init(utf8: offset, scalars: offset), entities: entities)
}

func write(_ records: [Record], _ documents: Int, to path: String) {
  let size = (records.count + documents - 1) / documents
  guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
  for (number, start) in stride(from: 0, to: records.count, by: size).enumerated() {
    fputs(document(records[start..<min(start + size, records.count)], "d\(number)").json() + "\n", file)
  }
  fclose(file)
}

func peakMegabytes() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss / 1_048_576
  #endif
}

let environment = DiffEnvironment(
  programVersion: "0", extractPaths: { _, _ in [] }, extractFiles: { _, _ in [] }, note: { _ in })
let count = 100_000

// Each shape in a process of its own, so that the peak is its own.
if CommandLine.arguments.count == 3 {
  let watch = ContinuousClock()
  var outcome: CommandOutcome?
  let time = watch.measure {
    var options = DiffCommandOptions(operands: Array(CommandLine.arguments[1...2]))
    options.format = .json
    outcome = DiffCommand(options, environment).run()
  }
  if let message = outcome?.message { print(message) }
  let processor = Double(clock()) / Double(CLOCKS_PER_SEC)
  print(
    "\(time) (\(Int(processor * 1000)) ms of processor), \(peakMegabytes()) MB, \(outcome?.result.summary ?? "")"
  )
  if getenv("LIMIT") != nil, processor > 2 || peakMegabytes() > 500 {
    print("over the limit of 2 s and 500 MB")
    exit(1)
  }
} else {
  let isLimited = CommandLine.arguments.contains("--limit")
  if isLimited { setenv("LIMIT", "1", 1) }
  let only = isLimited ? Shape.onePercent.rawValue : getenv("SHAPE").map { String(cString: $0) }
  var isOver = false
  for shape in Shape.allCases where only == nil || shape.rawValue == only {
    var random = Seeded(state: 7)
    let (old, new) = records(shape, count, &random)
    let documents = shape == .hundredDocuments ? 100 : 1
    let paths = ["/tmp/hanfacts-old.jsonl", "/tmp/hanfacts-new.jsonl"]
    write(old, documents, to: paths[0])
    write(new, documents, to: paths[1])
    print(shape.rawValue, terminator: ": ")
    fflush(nil)
    if system("\(CommandLine.arguments[0]) \(paths[0]) \(paths[1])") != 0 { isOver = true }
    if getenv("KEEP") == nil { for path in paths { unlink(path) } }
  }
  if isOver { exit(1) }
}
