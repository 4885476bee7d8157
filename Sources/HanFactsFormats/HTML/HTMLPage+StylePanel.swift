extension HTMLPage {
  /// The panel: lists, details, charts.
  static let styleOfPanel = """
    #tabs { grid-area: tabs; display: flex; border-left: 1px solid var(--line); border-bottom: 1px solid var(--line); background: var(--paper) }
    #tabs button {
      flex: 1; font: inherit; color: var(--soft); background: none; border: 0; padding: .45rem .3rem; cursor: pointer;
      border-bottom: 3px solid transparent;
    }
    #tabs button[aria-selected="true"] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent) }
    #tab-text { display: none }
    aside { grid-area: side; overflow: auto; border-left: 1px solid var(--line); background: var(--paper); position: relative }
    #status { margin: 0; padding: .4rem .9rem; color: var(--soft); font-size: 13px }
    ol, ul { list-style: none; margin: 0; padding: 0 }
    #view li.row {
      display: grid; grid-template-columns: .8rem minmax(0, 1fr) auto; gap: 0 .6rem; align-items: baseline;
      padding: .3rem .9rem; border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent); cursor: pointer;
      content-visibility: auto; contain-intrinsic-size: auto 33px;
    }
    #view li.row:hover { background: var(--back) }
    #view li[aria-selected="true"], #view li[aria-selected="true"]:hover { background: var(--chosen) }
    .dot { width: .7rem; height: .7rem; border-radius: 3px; background: rgb(var(--k, 120 113 108)); align-self: center }
    .row b { font-weight: 500; overflow-wrap: anywhere }
    .row b span { font-weight: 400; color: var(--soft); font-size: 13px; margin-left: .5rem }
    .at { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums }
    .row dl { grid-column: 2 / 4; margin: .1rem 0 .2rem }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .75rem; font-size: 13px; margin: 0 }
    dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
    .long { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden }
    button.link, button.more {
      font: inherit; color: var(--accent); background: none; border: 0; padding: 0; cursor: pointer; text-align: left;
    }
    button.link:hover { text-decoration: underline }
    button.more { padding: .3rem .9rem; font-size: 13px }
    #detail {
      grid-area: detail; border-left: 1px solid var(--line); border-top: 2px solid var(--accent); background: var(--paper);
      padding: .6rem .9rem .8rem; max-height: 45vh; overflow: auto;
    }
    #detail[hidden] { display: none }
    #detail h3 { margin: 0 3.4rem .3rem 0; font-size: 1.05rem; overflow-wrap: anywhere }
    #detail h3 .dot { display: inline-block; margin-right: .5rem }
    #detail h3 span { font-size: 13px; font-weight: 400; color: var(--soft); margin-left: .5rem }
    #detail h3 .dot { margin-left: 0 }
    #detail ul { font-size: 13px }
    #detail h4 { margin: .6rem 0 .15rem; font-size: 13px; color: var(--soft); font-weight: 600 }
    #detail .close {
      float: right; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 6px;
      cursor: pointer; padding: 0 .5rem;
    }
    #detail code { font: 12px/1.5 ui-monospace, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere }
    meter { width: 6rem; height: .8rem; vertical-align: -1px }
    #keys { grid-area: keys; margin: 0; padding: .3rem .9rem; font-size: 12px; color: var(--soft); background: var(--paper); border: solid var(--line); border-width: 1px 0 0 1px }
    kbd { font: 11px ui-monospace, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem }
    .empty { padding: 1rem .9rem; color: var(--soft); margin: 0 }
    #view h3 { font-size: 13px; color: var(--soft); margin: 1rem .9rem .2rem; font-weight: 600 }
    svg { display: block; width: calc(100% - 1.8rem); margin: .2rem .9rem .5rem; height: 76px; overflow: visible }
    svg[hidden] { display: none }
    svg rect { fill: rgb(var(--c3)); cursor: pointer }
    svg rect:hover, svg rect.on { fill: var(--accent) }
    svg line { stroke: var(--line) }
    svg text { fill: var(--soft); font: 11px system-ui, sans-serif }
    li.bar { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 0 .6rem; padding: .15rem .9rem; font-size: 14px; align-items: center; cursor: pointer }
    li.bar:hover { background: var(--back) }
    li.bar > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
    li.bar > span span { color: var(--soft); font-size: 12px; margin-left: .4rem }
    .track { height: .8rem; background: var(--back); border-radius: 3px; position: relative }
    .track i { position: absolute; top: 0; bottom: 0; min-width: 3px; border-radius: 3px; background: rgb(var(--c4)) }

    """

  /// Narrow screens and print.
  static let styleOfMedia = """
    @media (max-width: 820px) {
      body { grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr); grid-template-areas: "head" "tabs" "body" "detail" }
      header { padding: .4rem .6rem; flex-wrap: wrap }
      header select { flex: 1 1 100%; max-width: none } header input { flex: 1 1 100%; width: auto }
      #chips { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin: 0 -.6rem; padding: 2px .6rem; max-width: 100vw }
      #tab-text { display: block }
      #tabs, aside, #detail { border-left: 0 }
      main, aside { grid-area: body }
      main { padding: 0 .5rem 3rem }
      #keys { display: none }
      :root[data-tab="text"] aside { visibility: hidden }
      :root:not([data-tab="text"]) main { visibility: hidden }
      .b { padding-left: 2.4rem } .b i::before { width: 1.9rem }
      .text { padding-right: .75rem }
      #detail { max-height: 40vh }
    }
    @media print {
      :root { color-scheme: light; --paper: #fff; --back: #fff; --ink: #000; --soft: #444; --line: #bbb; --chosen: #fff }
      html, body { height: auto } body { display: block }
      header, #tabs, #detail, #keys, #status { display: none }
      main, aside { overflow: visible; visibility: visible !important; border: 0 }
      article { max-width: none } .text { border: 0; font-size: 11pt; line-height: 1.9 }
      .b, #view li.row { content-visibility: visible }
      mark { -webkit-print-color-adjust: exact; print-color-adjust: exact }
      aside { break-before: page; font-size: 10pt }
      #view li.row { break-inside: avoid; padding: .1rem 0 }
    }

    """
}
