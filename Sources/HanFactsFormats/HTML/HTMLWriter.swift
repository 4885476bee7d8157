import HanFacts

/// Writes one self-contained HTML page: the texts with their records marked, and a panel with records, facts, dates
/// and figures that searches, filters and leads from a record to its mention and back.
///
/// The page needs no network, runs from a file, follows the light or dark setting and prints; everything from the
/// text is escaped; the same documents give the same bytes.
/// ```swift
/// var writer = HTMLWriter()
/// var out: [UInt8] = []
/// writer.begin(into: &out)
/// writer.write(document, source: Array(text.utf8), into: &out)
/// writer.end(into: &out)
/// ```
public struct HTMLWriter: DocumentWriter, Sendable {
  private let title: String
  private var count = 0

  /// A writer of a page with this title.
  public init(title: String = "HanFacts") { self.title = title }

  /// Appends the head and the frame of the page.
  public mutating func begin(into out: inout [UInt8]) {
    out.add(HTMLPage.head)
    out.add("<title>")
    out.addHTML(title)
    out.add("</title>\n<style>\n")
    out.add(HTMLPage.style)
    out.add("</style>\n</head>\n")
    out.add(HTMLPage.frame)
  }

  /// Appends a document: its text, and its records as data. Linear in both.
  public mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    count += 1
    out.add("<article id=\"d\(count)\" data-name=\"")
    out.addHTML(document.id)
    out.add("\">\n<h2>")
    out.addHTML(document.id)
    out.add("</h2>\n<p class=\"meta\">")
    out.addHTML(Self.summary(of: document))
    out.add("</p>\n<div class=\"text\" lang=\"zh\">")
    var text = HTMLText(source: source, entities: document.entities)
    text.write(into: &out)
    out.add("</div>\n<script type=\"application/json\">")
    HTMLData.write(document, into: &out)
    out.add("</script>\n</article>\n")
  }

  /// Appends the panel and the script.
  public mutating func end(into out: inout [UInt8]) {
    out.add(HTMLPage.panel)
    out.add("<script>\n\"use strict\";\n(() => {\n")
    out.add(HTMLPage.script)
    out.add("})();\n</script>\n</body>\n</html>\n")
  }

  private static func summary(of document: Document) -> String {
    var parts = [
      counted(document.length.scalars, "character"), counted(document.entities.count, "record"),
      counted(document.facts.count, "fact"),
    ]
    if let date = document.referenceDate { parts.append("reference date \(date.value) (\(date.from.rawValue))") }
    return parts.joined(separator: " · ")
  }

  private static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

/// The parts of the page that do not depend on the documents.
enum HTMLPage {
  static let style = styleOfPage + styleOfPanel + styleOfMedia
  static let script = scriptBase + scriptText + scriptRecords + scriptFacts + scriptCharts + scriptControls

  static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="hanfacts">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">

    """

  static let frame = """
    <body>
    <header>
    <select id="docs" aria-label="Document" hidden></select>
    <input id="search" type="search" placeholder="Search records" aria-label="Search records" \
    aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
    <div id="chips" role="group" aria-label="Types"></div>
    </header>
    <main id="pages" tabindex="0" aria-label="Text">
    <noscript><p class="meta">The marked text is below; the lists of records need JavaScript.</p></noscript>

    """

  static let panel = """
    </main>
    <div id="tabs" role="tablist" aria-label="Views">
    <button role="tab" id="tab-text" aria-controls="pages">Text</button>
    <button role="tab" id="tab-records" aria-controls="side">Records</button>
    <button role="tab" id="tab-facts" aria-controls="side">Facts</button>
    <button role="tab" id="tab-dates" aria-controls="side">Dates</button>
    <button role="tab" id="tab-figures" aria-controls="side">Figures</button>
    </div>
    <aside id="side" role="tabpanel" aria-label="Records and facts">
    <p id="status" role="status"></p>
    <svg id="blank" hidden></svg>
    <div id="view"></div>
    </aside>
    <section id="detail" aria-label="Details" hidden></section>
    <p id="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>Enter</kbd> to the text and back · \
    <kbd>/</kbd> search · <kbd>Esc</kbd> close</p>

    """
}
