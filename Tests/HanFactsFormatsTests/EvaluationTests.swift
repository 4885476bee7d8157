import HanFacts
import Testing

@testable import HanFactsFormats

/// Mentions written `pe0-2 da5-7`.
func mentions(_ text: String) -> [EvaluationDocument.Mention] {
  let names = ["pe": "person", "pl": "place", "da": "date", "or": "organization", "ti": "title"]
  return text.split(separator: " ").compactMap { word in
    let ends = word.dropFirst(2).split(separator: "-").compactMap { Int($0) }
    guard let name = names[String(word.prefix(2))], ends.count == 2 else { return nil }
    return .init(type: EntityType(rawValue: name), range: ends[0]..<ends[1])
  }
}

@Suite struct EvaluationTests {
  /// Outcomes as COR, INC, PAR, MIS, SPU under strict, exact, partial and type.
  struct Case: Sendable {
    var gold: String
    var predicted: String
    var overall: [[Int]]
    var types: [String: [[Int]]] = [:]
  }

  private static func numbers(_ counts: EvaluationCounts) -> [Int] {
    [counts.correct, counts.incorrect, counts.partial, counts.missed, counts.spurious]
  }

  private static func run(_ gold: String, _ predicted: String) throws -> EvaluationReport {
    try Evaluation.run(
      gold: [EvaluationDocument(id: "a", mentions: mentions(gold))],
      predicted: [EvaluationDocument(id: "a", mentions: mentions(predicted))])
  }

  /// The expected outcomes are those of nervaluate 1.2.1 (`Evaluator(…, loader="dict")`, ends made inclusive).
  @Test(arguments: [
    Case(
      gold: "pl4-8 pe9-11 pl16-21 pe21-26 da27-28 da32-37 da37-39 pl45-50 pl51-52 pl53-58",
      predicted: "pl16-21 pe21-26 da27-28 da32-37 da37-39 da45-50 da50-54",
      overall: [[5, 2, 0, 3, 0], [6, 1, 0, 3, 0], [6, 0, 1, 3, 0], [5, 2, 0, 3, 0]],
      types: [
        "date": [[3, 0, 0, 0, 2], [3, 0, 0, 0, 2], [3, 0, 0, 0, 2], [3, 0, 0, 0, 2]],
        "person": [[1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0]],
        "place": [[1, 0, 0, 4, 0], [1, 0, 0, 4, 0], [1, 0, 0, 4, 0], [1, 0, 0, 4, 0]],
      ]),
    Case(
      gold: "pe5-8 pe14-16 da16-20 pl20-25 da28-29 pe35-38 da38-40 pl40-45 pl46-49 da54-56",
      predicted:
        "pl1-3 pl4-5 pl10-12 da12-13 pl14-15 da15-20 pe29-34 pl35-36 pl37-39 pe39-42 pe43-46 pl46-48 pl48-49 pe50-52 pe57-60",
      overall: [[0, 6, 0, 4, 9], [0, 6, 0, 4, 9], [0, 0, 6, 4, 9], [2, 4, 0, 4, 9]],
      types: [
        "date": [[0, 1, 0, 3, 1], [0, 1, 0, 3, 1], [0, 0, 1, 3, 1], [1, 0, 0, 3, 1]],
        "person": [[0, 0, 0, 3, 5], [0, 0, 0, 3, 5], [0, 0, 0, 3, 5], [0, 0, 0, 3, 5]],
        "place": [[0, 1, 0, 2, 7], [0, 1, 0, 2, 7], [0, 0, 1, 2, 7], [1, 0, 0, 2, 7]],
      ]),
    Case(
      gold: "pe6-8 pl8-9 pl10-15 pe15-18 pe19-23 pe25-30 pe30-31 pl32-33 pe33-35 pe42-46 da46-51 da51-56",
      predicted: "pe6-10 pl10-15 pe15-18 pe19-23 pe25-30 pe30-31 da33-35 pe42-46 da46-51 da51-56",
      overall: [[8, 2, 0, 2, 0], [9, 1, 0, 2, 0], [9, 0, 1, 2, 0], [9, 1, 0, 2, 0]],
      types: [
        "date": [[2, 0, 0, 0, 1], [2, 0, 0, 0, 1], [2, 0, 0, 0, 1], [2, 0, 0, 0, 1]],
        "person": [[5, 1, 0, 1, 0], [5, 1, 0, 1, 0], [5, 0, 1, 1, 0], [6, 0, 0, 1, 0]],
        "place": [[1, 0, 0, 2, 0], [1, 0, 0, 2, 0], [1, 0, 0, 2, 0], [1, 0, 0, 2, 0]],
      ]),
    Case(
      gold:
        "da0-5 pe5-10 pe14-16 pl25-27 da27-30 pl31-32 da32-33 pl33-37 pl38-42 pl45-46 pe46-50 pe53-55 pe55-56 pe57-60",
      predicted: "da0-5 pe5-10 pl13-16 pl25-27 da31-33 pl33-37 pl37-42 pe46-50 pe53-55",
      overall: [[6, 3, 0, 5, 0], [6, 3, 0, 5, 0], [6, 0, 3, 5, 0], [8, 1, 0, 5, 0]],
      types: [
        "date": [[1, 1, 0, 1, 0], [1, 1, 0, 1, 0], [1, 0, 1, 1, 0], [2, 0, 0, 1, 0]],
        "person": [[3, 0, 0, 3, 0], [3, 0, 0, 3, 0], [3, 0, 0, 3, 0], [3, 0, 0, 3, 0]],
        "place": [[2, 1, 0, 2, 1], [2, 1, 0, 2, 1], [2, 0, 1, 2, 1], [3, 0, 0, 2, 1]],
      ]),
    Case(
      gold: "pl3-4 da4-7 pl8-11 pl12-15 pl22-26 pl27-30 pe30-35 pl35-39 da39-42 da45-49 pe50-52 da52-56 pl56-59",
      predicted: "pl1-3 pl4-7 da8-9 pl12-15 pl23-25 pl30-31 da35-39 pe41-42 da42-47 pe47-51 pe52-54 pe55-58",
      overall: [[1, 10, 0, 2, 1], [3, 8, 0, 2, 1], [3, 0, 8, 2, 1], [4, 7, 0, 2, 1]],
      types: [
        "date": [[0, 1, 0, 3, 2], [0, 1, 0, 3, 2], [0, 0, 1, 3, 2], [1, 0, 0, 3, 2]],
        "person": [[0, 1, 0, 1, 3], [0, 1, 0, 1, 3], [0, 0, 1, 1, 3], [1, 0, 0, 1, 3]],
        "place": [[1, 1, 0, 5, 3], [1, 1, 0, 5, 3], [1, 0, 1, 5, 3], [2, 0, 0, 5, 3]],
      ]),
  ])
  func agreesWithNervaluate(test: Case) throws {
    let report = try Self.run(test.gold, test.predicted)
    #expect(EvaluationScheme.allCases.map { Self.numbers(report[$0]) } == test.overall)
    for (type, expected) in test.types {
      #expect(
        EvaluationScheme.allCases.map { Self.numbers(report[EntityType(rawValue: type), $0]) } == expected, "\(type)")
    }
  }

  @Test(arguments: [
    // An outer prediction does not take the gold mention that an inner one equals.
    Case(
      gold: "pl1-3", predicted: "ti0-5 pl1-3",
      overall: [[1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1]]),
    Case(gold: "", predicted: "", overall: [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]),
    Case(
      gold: "pe0-2", predicted: "or0-2",
      overall: [[0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0]]),
    Case(
      gold: "pe0-3", predicted: "pe1-3",
      overall: [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 0]]),
    // Half-open ranges that touch do not overlap.
    Case(
      gold: "pe0-2", predicted: "pe2-4",
      overall: [[0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]]),
  ])
  func countsByScheme(test: Case) throws {
    let report = try Self.run(test.gold, test.predicted)
    #expect(EvaluationScheme.allCases.map { Self.numbers(report[$0]) } == test.overall)
  }

  @Test func aPartialPairCountsHalf() throws {
    let counts = try Self.run("pe0-3 pe5-7", "pe1-3 pe5-7")[.partial]
    #expect(counts.precision == 0.75 && counts.recall == 0.75 && counts.f1 == 0.75)
  }

  @Test func optionalAndAlternativeMentions() throws {
    var gold = EvaluationDocument(id: "a", mentions: mentions("pe0-2 pl3-5 da7-9"))
    gold.mentions[0].isOptional = true
    gold.mentions[1].alternatives = [3..<6]
    gold.mentions[2].isOptional = true
    let predicted = EvaluationDocument(id: "a", mentions: mentions("pe0-2 pl3-6"))
    let report = try Evaluation.run(gold: [gold], predicted: [predicted])
    #expect(Self.numbers(report[.strict]) == [1, 0, 0, 0, 0])
    #expect(report.errors.isEmpty)
  }

  @Test func onlyTheTypesAskedForCount() throws {
    var options = EvaluationOptions()
    options.types = [.person]
    let report = try Evaluation.run(
      gold: [EvaluationDocument(id: "a", mentions: mentions("pe0-2 pl3-5"))],
      predicted: [EvaluationDocument(id: "b", mentions: mentions("pe0-2 da3-5"))], options: options)
    #expect(Self.numbers(report[.strict]) == [1, 0, 0, 0, 0])
    #expect(report.types.map(\.type) == [.person])
  }

  @Test func errorsStandInTextOrderWithTheirContext() throws {
    let text = "新华社北京电\n王宏升说好"
    let report = try Evaluation.run(
      gold: [EvaluationDocument(id: "a", text: text, mentions: mentions("or0-3 pl3-5 pe7-10"))],
      predicted: [EvaluationDocument(id: "a", mentions: mentions("or0-2 da3-5 ti11-12"))])
    #expect(
      report.errors.map { "\($0.kind.rawValue) \($0.line ?? 0):\($0.column ?? 0) \($0.context ?? "")" } == [
        "boundary 1:1 [{新华}社]北京电⏎王宏升说好", "type 1:4 新华社[{北京]}电⏎王宏升说好".replacing("]}", with: "}]"),
        "missed 2:1 新华社北京电⏎[王宏升]说好", "spurious 2:5 新华社北京电⏎王宏升说{好}",
      ])
  }

  @Test func documentsArePairedByNameAndOthersNoted() throws {
    let report = try Evaluation.run(
      gold: ["x/a.txt", "b", "c"].map { EvaluationDocument(id: $0, mentions: mentions("pe0-2")) },
      predicted: ["y__a", "b.txt", "d"].map { EvaluationDocument(id: $0, mentions: mentions("pe0-2")) })
    #expect(Self.numbers(report[.strict]) == [2, 0, 0, 1, 0])
    #expect(
      report.notes == [
        "no prediction for document 'c': its mentions count as missed", "no gold for document 'd': it is left out",
      ])
  }

  @Test(arguments: [
    (["a", "b"], ["c", "d"], "no predicted document has the id of a gold one: gold 'a', predicted 'c'"),
    (["a", "a"], ["a"], "two gold documents have the id 'a'"), ([], ["a"], "the gold file has no documents"),
  ])
  func refusesWhatCannotBePaired(gold: [String], predicted: [String], message: String) {
    #expect(throws: EvaluationError(message: message)) {
      try Evaluation.run(
        gold: gold.map { EvaluationDocument(id: $0) }, predicted: predicted.map { EvaluationDocument(id: $0) })
    }
  }

  @Test func offsetsAreComparedWithoutWhiteSpaceWhereOneSideHasNone() throws {
    let gold = EvaluationDocument(id: "a", text: " 记者姜\n微 说", mentions: mentions("pe3-6"))
    let predicted = EvaluationDocument(id: "a", text: "记者姜微说", isSqueezed: true, mentions: mentions("pe2-4"))
    #expect(Self.numbers(try Evaluation.run(gold: [gold], predicted: [predicted])[.strict]) == [1, 0, 0, 0, 0])
    #expect(Self.numbers(try Evaluation.run(gold: [predicted], predicted: [gold])[.strict]) == [1, 0, 0, 0, 0])
  }

  @Test func saysWhereSurfacesDoNotFit() throws {
    var predicted = EvaluationDocument(id: "a", mentions: mentions("pe0-2"))
    predicted.mentions[0].text = "李四"
    let gold = EvaluationDocument(id: "a", text: "王五说", mentions: mentions("pe0-2"))
    let report = try Evaluation.run(gold: [gold], predicted: [predicted])
    #expect(report.notes.first?.hasPrefix("document 'a': 1 of 1 mentions do not stand at their offsets") == true)
  }

  @Test func textAndJSON() throws {
    let report = try Evaluation.run(
      gold: [EvaluationDocument(id: "a", text: "王宏升说", mentions: mentions("pe0-3"))],
      predicted: [EvaluationDocument(id: "a", mentions: mentions("pe0-2"))])
    #expect(
      report.text == """
        type    scheme   COR  INC  PAR  MIS  SPU  precision  recall      F1
        all     strict     0    1    0    0    0     0.0000  0.0000  0.0000
                exact      0    1    0    0    0     0.0000  0.0000  0.0000
                partial    0    0    1    0    0     0.5000  0.5000  0.5000
                type       1    0    0    0    0     1.0000  1.0000  1.0000
        person  strict     0    1    0    0    0     0.0000  0.0000  0.0000
                exact      0    1    0    0    0     0.0000  0.0000  0.0000
                partial    0    0    1    0    0     0.5000  0.5000  0.5000
                type       1    0    0    0    0     1.0000  1.0000  1.0000

        1 error
        a:1:1: boundary: gold person 王宏升, predicted person 王宏: [{王宏}升]说

        """)
    let json = try JSONNode(parsing: Array(report.json.utf8))
    #expect(json["overall"]?["partial"]?["f1"] == .number("0.5000"))
    #expect(json["types"]?.elements?.first?["type"] == .string("person"))
    #expect(json["types"]?.elements?.first?["schemes"]?["type"]?["correct"] == .number("1"))
    #expect(json["errors"]?.elements?.first?["gold"]?["scalars"] == .array([.number("0"), .number("3")]))
  }
}
