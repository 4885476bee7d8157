import HanGazetteer
import Testing

/// What `hanfacts gazetteer validate` finds.
@Suite struct ValidatorTests {
  private let vocabulary = GazetteerValidator.Vocabulary(
    wordClasses: ["noun", "verb"], kinds: ["place": ["country", "province", "prefecture", "county", "city", "natural"]])

  private func messages(_ tables: [String: String]) -> [String] {
    var validator = GazetteerValidator(vocabulary: vocabulary)
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      validator.add(SourceTable(name: name, bytes: Array(text.utf8)))
    }
    return validator.finish().diagnostics.map(\.description)
  }

  @Test func goodTables() {
    #expect(
      messages([
        "places/a.tsv": """
        surface\taliases\tkind\tcode\tparent
        中国\t中华人民共和国|中\tcountry\tCN
        重庆市\t重庆|渝\tprovince\t500000\tCN
        渝中区\t渝中\tcounty\t500103\t500000
        辽宁省\t辽宁\tprovince\t210000\tCN
        朝阳市\t朝阳\tprefecture\t211300\t210000
        北京市\t北京\tprovince\t110000\tCN
        朝阳区\t朝阳?\tcounty\t110105\t110000

        """,
        "people/b.tsv": "surface\n朝阳?\n", "words/c.tsv": "surface\tclass\tcount\n朝阳\tnoun\t3\n朝阳\tverb\t1\n",
      ]) == [])
  }

  @Test(arguments: [
    ("甲镇\t乙|乙\tcity", "places/a.tsv:2:6: error: '乙' stands twice in the row"),
    ("甲镇\t甲镇?\tcity", "places/a.tsv:2:4: error: '甲镇' stands twice in the row"),
    ("甲镇\t乙||丙\tcity", "places/a.tsv:2:6: error: an empty alias: write one '|' between two names"),
    ("甲镇\t乙|\tcity", "places/a.tsv:2:6: error: an empty alias: write one '|' between two names"),
    ("甲镇 \t乙\tcity", "places/a.tsv:2:1: error: white space around '甲镇 '"),
    (
      "甲镇\t\ttown",
      "places/a.tsv:2:5: error: 'town' is no kind of place: city, country, county, natural, prefecture, province"
    ),
    (
      "甲国\t\tcountry\tCHN",
      "places/a.tsv:2:13: error: 'CHN' is no code of a country: ISO 3166-1 has two capital letters"
    ),
    (
      "甲市\t\tcity\t12345",
      "places/a.tsv:2:10: error: '12345' is no code: two capital letters (ISO 3166-1) or six digits (GB/T 2260)"
    ),
    ("甲市\t\tcity\t990000", "places/a.tsv:2:10: error: '990000' begins with no province of GB/T 2260"),
    ("甲县\t\tcounty\t130021", "places/a.tsv:2:12: error: '130021' has a county without a prefecture"),
    ("甲县\t\tcounty\t130121\t130200", "places/a.tsv:2:19: error: '130121' does not lie in '130200'"),
  ])
  func wrongRows(_ row: String, _ message: String) {
    #expect(messages(["places/a.tsv": "surface\taliases\tkind\tcode\tparent\n\(row)\n"]) == [message])
  }

  @Test func aParentThatNoRowHas() {
    let found = messages([
      "places/a.tsv": """
      surface\taliases\tkind\tcode\tparent
      中国\t\tcountry\tCN
      北京市\t\tprovince\t110000\tCN
      甲县\t\tcounty\t130121\t130100
      乙城\t\tcity\t\tXX

      """
    ])
    #expect(
      found == [
        "places/a.tsv:4:19: error: no row has the code '130100' of the parent",
        "places/a.tsv:5:11: error: no row has the code 'XX' of the parent",
      ])
  }

  @Test func oneSurfaceInTwoTypesOrKinds() {
    let found = messages([
      "people/a.tsv": "surface\n和平\n",
      "places/b.tsv": "surface\taliases\tkind\n和平\t\tcounty\n东山\t\tnatural\n丙岛\t丙\tnatural\n",
      "places/c.tsv": "surface\taliases\tkind\n东山\t\tcity\n丙\t\tcity\n",
    ])
    #expect(
      found == [
        "places/b.tsv:2:1: error: '和平' is a place here and a person at people/a.tsv:2: mark the rarer one with '?'",
        "places/c.tsv:2:1: error: '东山' stands at places/b.tsv:3 already: keep one of the rows",
        "places/c.tsv:3:1: error: '丙' is '丙' (city) here and '丙岛' (natural) at places/b.tsv:4: mark the rarer one with '?'",
      ])
  }

  @Test func words() {
    let found = messages([
      "words/a.tsv": "surface\tclass\tcount\n高峰\tnoun\t12\n高峰\tnoun\t3\n跑\trun\t1\n来\tverb\tmany\n來\tverb\t1\n"
    ])
    #expect(
      found == [
        "words/a.tsv:3:1: error: '高峰' as noun stands at words/a.tsv:2 already",
        "words/a.tsv:4:3: error: 'run' is no class of words: noun, verb",
        "words/a.tsv:5:8: error: 'many' is no count: write a whole number",
        "words/a.tsv:6:1: warning: no text matches '來': texts are folded to '来'",
      ])
  }

  @Test func currenciesAndFactors() {
    let found = messages([
      "figures/currencies.tsv": "surface\taliases\tcode\tfactor\n人民币\t\tRMB¥\t1\n",
      "figures/units.tsv": "surface\taliases\tcode\tfactor\n里\t\t里\t500\n顷\t\t顷\t200000/3\n尺\t\t尺\tthird\n",
    ])
    #expect(
      found == [
        "figures/currencies.tsv:2:6: error: 'RMB¥' is no code of a currency: ISO 4217 has three capital letters",
        "figures/units.tsv:4:6: error: 'third' is no number",
      ])
  }
}
