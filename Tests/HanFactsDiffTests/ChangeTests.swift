import HanFactsDiff
import Testing

/// Which field of a record changed.
@Suite struct ChangeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var changes: [String]
    var testDescription: String { "\(old) – \(new)" }
  }

  static let context = ("[欧盟](organization)称，", "，[外交部](organization)说。")

  static let cases: [Case] = [
    Case(old: "[江苏](place 320000)省", new: "[江苏省](place 320000)", changes: ["changed place.boundary 江苏 → 江苏省"]),
    Case(
      old: "[江苏](place 320000)产研院", new: "[江苏产研院](organization)",
      changes: ["changed organization.type place → organization; 江苏 → 江苏产研院"]),
    Case(
      old: "[重庆日报](place)", new: "[重庆日报](organization)", changes: ["changed organization.type place → organization"]),
    Case(
      old: "[复旦](organization kind:company)", new: "[复旦](organization kind:university)",
      changes: ["changed organization.kind company → university"]),
    Case(
      old: "[甘巴尔](person)", new: "[甘巴尔](person canonical:路易吉·甘巴尔)", changes: ["changed person.canonical 甘巴尔 → 路易吉·甘巴尔"]),
    Case(
      old: "[4500项](figure 4500 项)", new: "[4500多项](figure 4500 项 approximation:over)",
      changes: [
        "changed figure.approximation – → over"
      ]),
    Case(old: "[55家](figure 55 家)", new: "[55个](figure 55 个)", changes: ["changed figure.unit 家 → 个"]),
    Case(
      old: "[55家](figure 55 家 of:企业)", new: "[55家](figure 55 家 of:院所)", changes: ["changed figure.of 企业 → 院所"]),
    Case(old: "[五十五家](figure 55 家)", new: "[55家](figure 55 家)", changes: ["changed figure.text 五十五家 → 55家"]),
    Case(
      old: "[15日](date 2020-09-15)", new: "[16日](date 2020-09-16)",
      changes: [
        "changed date.value 2020-09-15 → 2020-09-16"
      ]),
    Case(old: "[王宏升](person)", new: "[王宏生](person)", changes: ["changed person.text 王宏升 → 王宏生"]),
    Case(old: "[王宏升](person)", new: "[12人](figure 12 人)", changes: ["removed person 王宏升", "added figure 12人"]),
    Case(old: "[王宏升](person)", new: "他", changes: ["removed person 王宏升"]),
  ]

  @Test(arguments: cases)
  func field(_ item: Case) {
    let old = MarkedPage([Self.context.0 + item.old + Self.context.1])
    let new = MarkedPage([Self.context.0 + item.new + Self.context.1])
    let dump = Differ().compare(old: old.records, new: new.records).dump.map {
      $0.split(separator: " ").dropFirst().joined(separator: " ")
    }
    #expect(dump == item.changes)
  }

  /// Without places, as a baseline has them, the neighbours alone pair the records.
  @Test(arguments: cases.filter { !$0.changes.joined().contains(".type place → organization; ") })
  func fieldWithoutPlaces(_ item: Case) throws {
    let old = MarkedPage([Self.context.0 + item.old + Self.context.1])
    let new = MarkedPage([Self.context.0 + item.new + Self.context.1])
    let baseline = Baseline(header: BaselineHeader(program: "1", gazetteers: "x"), documents: [old.records])
    let read = try Baseline(reading: baseline.write(), file: "b")
    let dump = Differ().compare(old: read.documents["page.txt"], new: new.records).dump.map { line in
      line.first?.isNumber == true ? line.split(separator: " ").dropFirst().joined(separator: " ") : line
    }
    #expect(dump == item.changes)
  }

  @Test func evidenceOnly() {
    let old = MarkedPage(["[江苏](place 320000 rule:a)"])
    let new = MarkedPage(["[江苏](place 320000 rule:b)"])
    #expect(PageTests.dump(old, new) == [])
    #expect(PageTests.dump(old, new, all: true) == ["1:1 evidence place 江苏"])
  }

  @Test(arguments: [
    ("figure.value=1%", "[1000家](figure 1000 家)", "[1010家](figure 1010 家)", true),
    ("figure.value=1%", "[1000家](figure 1000 家)", "[1011家](figure 1011 家)", false),
    ("figure.value=0.5%", "[200家](figure 200 家)", "[201家](figure 201 家)", true),
    ("figure.value=3", "[55家](figure 55 家)", "[58家](figure 58 家)", true),
    ("figure=3", "[55家](figure 55 家)", "[52家](figure 52 家)", true),
    ("date=1d", "[15日](date 2020-12-31)", "[16日](date 2021-01-01)", true),
    ("date=1d", "[15日](date 2020-02-28)", "[16日](date 2020-03-01)", false),
    ("date=1d", "[15日](date 2020-09)", "[16日](date 2020-10)", false),
    ("date.value=30min", "[9时](date 2020-09-15T09)", "[9时半](date 2020-09-15T09:30)", true),
  ])
  func tolerance(_ text: String, _ before: String, _ after: String, _ isAllowed: Bool) throws {
    var options = DiffOptions()
    options.tolerances = [try Tolerance(parsing: text)]
    let changes = Differ(options: options).compare(
      old: MarkedPage([before]).records, new: MarkedPage([after]).records)
    #expect(changes.changes.isEmpty == isAllowed)
    #expect(changes.toleratedCount == (isAllowed ? 1 : 0))
  }

  @Test(arguments: [
    "", "figure.value", "=1", "figure.value=", "figure.value=x%", "date=-1d", "date=1y", "figure.value=nan",
  ])
  func malformedTolerance(_ text: String) {
    #expect(throws: DiffError.self) { try Tolerance(parsing: text) }
  }

  @Test(arguments: [
    ("type=place", 1), ("field=boundary", 1), ("field=place.boundary", 1), ("type=person", 1), ("document=page*", 0),
    ("document=other", 2),
  ])
  func ignored(_ rule: String, _ count: Int) throws {
    var options = DiffOptions()
    options.ignored = [try IgnoreRule(parsing: rule)]
    let old = MarkedPage(["[江苏](place 320000)省的[王宏升](person)说"])
    let new = MarkedPage(["[江苏省](place 320000)的王宏升说"])
    #expect(Differ(options: options).compare(old: old.records, new: new.records).changes.count == count)
  }
}
