import HanFacts
import HanGazetteer
import Testing

/// Tables of users over the built-in ones: rows are added, overridden and taken away, types defined.
@Suite struct UserTableTests {
  private func table(_ name: String, _ text: String) -> SourceTable {
    SourceTable(name: name, path: "mine/" + name, bytes: Array(text.utf8))
  }

  /// The records of a text as `type text` words.
  private func records(_ text: String, _ knowledge: Knowledge) -> [String] {
    Extractor(knowledge: knowledge).extract(text).entities.map { "\($0.type) \($0.text)" }
  }

  @Test func aRowIsAdded() throws {
    let text = "昨天在栩槐洼召开会议"
    #expect(!records(text, .standard).contains("place 栩槐洼"))
    let knowledge = try Knowledge.standard.adding(tables: [
      table("places/villages.tsv", "surface\tkind\tcode\n栩槐洼\tvillage\t110105\n")
    ])
    let document = Extractor(knowledge: knowledge).extract(text)
    let place = try #require(document.entities.first { $0.text == "栩槐洼" })
    #expect(place.type == .place && place.kind == "village" && place.place?.code == "110105")
    #expect(place.evidence.gazetteer == ["places/villages.tsv:栩槐洼"])
  }

  @Test func aTypeIsDefinedAndWinsOverBuiltInNames() throws {
    let knowledge = try Knowledge.standard.adding(tables: [
      table("shares/a.tsv", "type: stock\nsurface\taliases\n贵州茅台\t茅台股票\n")
    ])
    #expect(records("他买了贵州茅台，又卖了茅台股票。", knowledge) == ["stock 贵州茅台", "stock 茅台股票"])
  }

  @Test func rowsInOtherWritingAreFolded() throws {
    let knowledge = try Knowledge.standard.adding(tables: [table("shares/a.tsv", "type: stock\nsurface\n貴州茅臺\n")])
    #expect(records("他买了贵州茅台", knowledge).contains("stock 贵州茅台"))
  }

  @Test func aRemovedRowIsGoneAndItsOtherNamesStay() throws {
    let text = "会议在长春举行，长春市有关部门参加。"
    #expect(records(text, .standard).prefix(2) == ["place 长春", "place 长春市"])
    let knowledge = try Knowledge.standard.adding(tables: [table("places/a.tsv", "surface\n-长春\n")])
    let found = records(text, knowledge)
    #expect(!found.contains("place 长春") && found.contains("place 长春市"))
    #expect(knowledge.rows(of: "长春").allSatisfy { $0.type != "place" })
    #expect(!Knowledge.standard.rows(of: "长春").isEmpty)
  }

  @Test func aCostOverridesThatOfTheBuiltInRow() throws {
    let knowledge = try Knowledge.standard.adding(tables: [
      table("places/a.tsv", "surface\tkind\tcode\tcost\n长春\tprefecture\t220100\t30.5\n")
    ])
    let costs = knowledge.rows(of: "长春").filter { $0.type == "place" }.compactMap(\.cost)
    #expect(costs == [30.501, 30.5])
  }

  @Test func aWordIsAdded() throws {
    let knowledge = try Knowledge.standard.adding(tables: [
      table("words/a.tsv", "surface\tclass\tcount\n王立群\tnoun\t90000\n")
    ])
    let row = try #require(knowledge.rows(of: "王立群").first { $0.type == "word" })
    #expect(row.wordClass == "noun" && row.canonical == "王立群")
  }

  @Test func onlyTheGivenNames() throws {
    let tables = [table("organizations/a.tsv", "surface\tkind\n栩槐集团\tcompany\n")]
    let only = try Knowledge(onlyTables: tables)
    let text = "栩槐集团与联合国教科文组织9月15日在长春签约。"
    let found = records(text, only)
    #expect(found.contains("organization 栩槐集团"))
    #expect(found.contains("date 9月15日"))
    #expect(!found.contains("place 长春"))
    let all = records(text, try Knowledge.standard.adding(tables: tables))
    #expect(all.contains("organization 栩槐集团") && all.contains("place 长春"))
  }

  @Test func laterTablesLieOverEarlierOnes() throws {
    let first = try Knowledge.standard.adding(tables: [table("shares/a.tsv", "type: stock\nsurface\n栩槐股份\n")])
    let second = try first.adding(tables: [table("funds/b.tsv", "type: fund\nsurface\n栩槐基金\n")])
    #expect(records("栩槐股份，栩槐基金。", second) == ["stock 栩槐股份", "fund 栩槐基金"])
  }

  @Test(arguments: [
    (
      "places/a.tsv", "surface\tcost\n甲\tdear\n",
      "mine/places/a.tsv:2:3: error: 'dear' is no cost: write nats from 0 to 32, such as 9.5"
    ),
    (
      "places/a.tsv", "surface\tcost\n甲\t-1\n",
      "mine/places/a.tsv:2:3: error: '-1' is no cost: write nats from 0 to 32, such as 9.5"
    ),
    (
      "shares/a.tsv", "type: Big Stock\nsurface\n甲乙\n",
      "mine/shares/a.tsv:1:7: error: 'Big Stock' is no type: write small letters, digits and '-', beginning with a letter"
    ),
    (
      "shares/a.tsv", "type: date\nsurface\n甲乙\n",
      "mine/shares/a.tsv:1:7: error: 'date' comes from the tables in dates/ and figures/; choose a type of your own"
    ),
    ("dates/a.tsv", "surface\tkind\tvalue\n丰收节\tfeast\t1\n", "mine/dates/a.tsv:2:1: error: unknown kind 'feast'"),
  ])
  func faultyTablesAreRefused(_ name: String, _ text: String, _ message: String) {
    #expect(throws: GazetteerError.self) { try Knowledge.standard.adding(tables: [table(name, text)]) }
    do { _ = try Knowledge.standard.adding(tables: [table(name, text)]) } catch {
      #expect(error.description == message)
    }
  }

  @Test func aTableWithoutATypeIsRefused() {
    do {
      _ = try Knowledge.standard.adding(tables: [table("organisations/a.tsv", "surface\n甲\n")])
      Issue.record("the folder 'organisations' says nothing")
    } catch {
      #expect(error.description.hasPrefix("mine/organisations/a.tsv:1:1: error: no type: "))
    }
  }

  @Test func aMissingFolderIsNamed() {
    do {
      _ = try Knowledge.standard.adding(tablesAt: "/nonexistent/tables")
      Issue.record("there is no such folder")
    } catch { #expect(error.description.hasPrefix("/nonexistent/tables: ")) }
  }
}
