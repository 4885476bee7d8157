import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct MarkdownWriterTests {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\nb", "a b"), ("<b>&", "&lt;b&gt;&amp;"), ("*_`[x](y)", "\\*\\_\\`\\[x\\](y)"),
    ("back\\slash", "back\\\\slash"), ("@octocat #12", "@<!-- -->octocat #<!-- -->12"), ("~~x~~", "\\~\\~x\\~\\~"),
    ("新华社", "新华社"),
  ])
  func cellsAreEscaped(text: String, cell: String) {
    #expect(MarkdownWriter.escape(text) == cell)
  }

  @Test func tablesOfRecordsAndFacts() {
    var text = MarkedText("[姜|微](person)\n[2020年](date)")
    text.setFirst {
      $0.entity = "p1"
      $0.canonical = "姜|微"
    }
    text.setLast { $0.value = .date(DateValue(kind: .date, value: "2020", mod: .before)) }
    let fact = Fact.over(
      text, type: .byline, [("reporters", .list([FactArgument(text: "姜|微", range: text.entities[0].range)]))])
    #expect(
      output(MarkdownWriter(), text, facts: [fact]) == """
        ### a.txt

        2 records, 1 fact

        | Line | Type | Text | Value | Thing |
        | ---: | --- | --- | --- | --- |
        | 1:1 | person | 姜\\|微 | | p1 姜\\|微 |
        | 2:1 | date (date) | 2020年 | before 2020 | |

        | Line | Fact | Arguments |
        | ---: | --- | --- |
        | 1:1 | byline | reporters: 姜\\|微 |

        """)
  }
}
