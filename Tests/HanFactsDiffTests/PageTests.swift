import HanFactsDiff
import Testing

/// What a change of a page's text shows.
@Suite struct PageTests {
  static let head = "[新华社](organization kind:media)[南京](place 320100)[9月15日](date 2020-09-15)电"
  static let institute = """
    [江苏产研院](organization kind:research)已培育建设了[55家](figure 55 家 of:专业研究所)专业研究所，[王宏升](person)说：“[55家](figure 55 家)还不够。”
    --measurement: subject=江苏产研院 predicate=培育建设 of=专业研究所 figure=55家
    quotation: speaker=王宏升 cue=说 content=55家还不够。
    """
  static let agency = "[新华社](organization kind:media)记者[周琳](person)报道，[江苏](place 320000)有[66家](figure 66 家 of:企业)企业。"
  static let fair = "[新华社](organization kind:media)记者[姜微](person)报道，[重庆](place 500000)办了[3场](figure 3 场)博览会。"

  static let page = [head, institute, agency, fair]

  static func dump(_ old: MarkedPage, _ new: MarkedPage, all: Bool = false) -> [String] {
    var options = DiffOptions()
    options.reportsAll = all
    return Differ(options: options).compare(old: old.records, new: new.records).dump
  }

  @Test func nothing() {
    #expect(Self.dump(MarkedPage(Self.page), MarkedPage(Self.page), all: true) == [])
  }

  @Test func insertedParagraph() {
    let inserted = "[新华社](organization kind:media)[上海](place 310000)消息，[12人](figure 12 人)获奖。"
    let new = MarkedPage([inserted] + Self.page)
    #expect(
      Self.dump(MarkedPage(Self.page), new, all: true) == [
        "1:1 added organization 新华社", "1:4 added place 上海", "1:9 added figure 12人",
      ])
  }

  /// Of two paragraphs that are the same, the upper one counts as new.
  @Test func repeatedParagraph() {
    var page = Self.page
    page.insert(Self.agency, at: 3)
    #expect(
      Self.dump(MarkedPage(Self.page), MarkedPage(page), all: true).map { $0.split(separator: ":")[0] } == [
        "3", "3", "3", "3",
      ])
  }

  @Test(arguments: [nil, 11, 17])
  func deletedParagraph(width: Int?) {
    var page = Self.page
    page.remove(at: 2)
    let changes = Self.dump(MarkedPage(Self.page, width: width), MarkedPage(page, width: width), all: true)
    #expect(
      changes.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "removed organization 新华社", "removed person 周琳", "removed place 江苏", "removed figure 66家",
      ])
  }

  @Test func deletedParagraphKeepsItsLine() {
    var page = Self.page
    page.remove(at: 2)
    #expect(Self.dump(MarkedPage(Self.page), MarkedPage(page)).first == "3:1 removed organization 新华社")
  }

  @Test func changedFigure() {
    var page = Self.page
    page[1] = page[1].replacing("55家](figure 55 家 of", with: "56家](figure 56 家 of")
      .replacing("figure=55家", with: "figure=56家")
    #expect(Self.dump(MarkedPage(Self.page), MarkedPage(page), all: true) == ["2:12 changed figure.value 55 → 56"])
  }

  @Test func changedFigureWithinAQuotation() {
    var page = Self.page
    page[1] = page[1].replacing("55家](figure 55 家)", with: "560家](figure 560 家)")
      .replacing("content=55家", with: "content=560家")
    #expect(Self.dump(MarkedPage(Self.page), MarkedPage(page), all: true) == ["2:27 changed figure.value 55 → 560"])
  }

  @Test(arguments: [7, 13, 20, 40])
  func rewrapped(width: Int) {
    #expect(Self.dump(MarkedPage(Self.page), MarkedPage(Self.page, width: width), all: true) == [])
    #expect(Self.dump(MarkedPage(Self.page, width: 23), MarkedPage(Self.page, width: width), all: true) == [])
  }

  @Test func rewrappedAndChanged() {
    var page = Self.page
    page[2] = page[2].replacing("66家](figure 66 家", with: "67家](figure 67 家")
    let changes = Self.dump(MarkedPage(Self.page, width: 9), MarkedPage(page, width: 22), all: true)
    #expect(changes.count == 1)
    #expect(changes.first?.hasSuffix("changed figure.value 66 → 67") == true)
  }

  @Test(arguments: [[1, 0, 2, 3], [3, 2, 1, 0], [0, 2, 1, 3], [2, 3, 0, 1]])
  func reordered(order: [Int]) {
    let page = MarkedPage(order.map { Self.page[$0] })
    #expect(Self.dump(MarkedPage(Self.page), page) == [])
    let all = Self.dump(MarkedPage(Self.page), page, all: true)
    #expect(!all.isEmpty)
    #expect(all.allSatisfy { $0.contains(" moved ") })
  }

  /// Of several equal records the one in the sentence that was cut is the one that is gone.
  @Test(arguments: [0, 1, 2, 3])
  func theGoneOneIsNamed(removed: Int) {
    let names = ["王宏升", "周琳", "姜微", "王宏升"]
    let lines = names.map { "[新华社](organization)记者[\($0)](person)。" }
    var rest = lines
    rest.remove(at: removed)
    #expect(
      Self.dump(MarkedPage(lines), MarkedPage(rest), all: true) == [
        "\(removed + 1):1 removed organization 新华社", "\(removed + 1):6 removed person \(names[removed])",
      ])
    #expect(
      Self.dump(MarkedPage(rest), MarkedPage(lines), all: true) == [
        "\(removed + 1):1 added organization 新华社", "\(removed + 1):6 added person \(names[removed])",
      ])
  }
}
