extension HTMLPage {
  /// Colours, the frame and the text.
  static let styleOfPage = """
    :root {
      color-scheme: light dark;
      --paper: #fff; --back: #f5f5f4; --ink: #1c1917; --soft: #57534e; --line: #d6d3d1; --accent: #1d4ed8;
      --chosen: #fef08a; --tint: .15;
      --c0: 194 65 12; --c1: 29 78 216; --c2: 21 128 61; --c3: 126 34 206; --c4: 161 98 7; --c5: 190 24 93;
      --c6: 15 118 110; --c7: 77 124 15; --c8: 71 85 105; --c9: 159 18 57; --c10: 3 105 161; --c11: 87 83 78;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #1c1917; --back: #0c0a09; --ink: #e7e5e4; --soft: #a8a29e; --line: #44403c; --accent: #93c5fd;
        --chosen: #713f12; --tint: .24;
        --c0: 251 146 60; --c1: 147 197 253; --c2: 134 239 172; --c3: 216 180 254; --c4: 250 204 21; --c5: 249 168 212;
        --c6: 94 234 212; --c7: 190 242 100; --c8: 148 163 184; --c9: 253 164 175; --c10: 125 211 252; --c11: 214 211 209;
      }
    }
    .k0 { --k: var(--c0) } .k1 { --k: var(--c1) } .k2 { --k: var(--c2) } .k3 { --k: var(--c3) }
    .k4 { --k: var(--c4) } .k5 { --k: var(--c5) } .k6 { --k: var(--c6) } .k7 { --k: var(--c7) }
    .k8 { --k: var(--c8) } .k9 { --k: var(--c9) } .k10 { --k: var(--c10) } .k11 { --k: var(--c11) }
    * { box-sizing: border-box }
    html, body { height: 100% }
    body {
      margin: 0; display: grid; height: 100vh; height: 100dvh; background: var(--back); color: var(--ink);
      font: 15px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr) minmax(320px, 27rem);
      grid-template-areas: "head head" "pages tabs" "pages side" "pages detail" "pages keys";
    }
    header {
      grid-area: head; display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding: .5rem 1rem;
      background: var(--paper); border-bottom: 1px solid var(--line);
    }
    header select, header input {
      font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 6px;
      padding: .25rem .6rem; min-width: 0;
    }
    header input { width: 15rem } header select { max-width: 22rem }
    #chips { display: flex; flex-wrap: wrap; gap: .35rem }
    #chips button {
      display: inline-flex; gap: .4rem; align-items: center; font: inherit; font-size: 13px; color: inherit;
      padding: .1rem .6rem; border-radius: 99px; border: 1px solid rgb(var(--k, 120 113 108) / .6); cursor: pointer;
      background: rgb(var(--k, 120 113 108) / var(--tint)); white-space: nowrap;
    }
    #chips button[aria-pressed="false"] { background: none; color: var(--soft); text-decoration: line-through }
    #chips small { color: var(--soft); font-variant-numeric: tabular-nums }
    main { grid-area: pages; overflow: auto; padding: 0 1rem 4rem; scroll-padding: 6rem 0; outline-offset: -2px }
    article { max-width: 54rem; margin: 0 auto }
    article[hidden] { display: none }
    h2 { font-size: 1.15rem; margin: 1.25rem 0 0; overflow-wrap: anywhere }
    .meta { color: var(--soft); margin: .15rem 0 1rem; font-size: 13px }
    .text {
      background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1.25rem .75rem 0;
      font-family: "Noto Serif CJK SC", "Songti SC", SimSun, "Noto Sans CJK SC", serif; font-size: 17px; line-height: 2;
    }
    .b {
      position: relative; padding-left: 3.75rem; white-space: pre-wrap; overflow-wrap: anywhere;
      content-visibility: auto; contain-intrinsic-size: auto calc(var(--h) * 34px);
    }
    .b i::before {
      content: attr(data-n); position: absolute; left: 0; width: 2.9rem; text-align: right; font: 11px/34px system-ui, sans-serif;
      color: var(--soft); opacity: .7; user-select: none; -webkit-user-select: none;
    }
    mark {
      color: inherit; background: rgb(var(--k) / var(--tint)); border-bottom: 2px solid rgb(var(--k)); cursor: pointer;
      padding: .1em 0; border-radius: 3px 3px 0 0; -webkit-box-decoration-break: clone; box-decoration-break: clone;
    }
    mark.o { padding: .2em 0 .28em }
    mark.same { background: rgb(var(--k) / calc(var(--tint) * 2)) }
    mark.on { background: var(--chosen); outline: 2px solid rgb(var(--k)); outline-offset: 1px }
    ::highlight(fact) { background: var(--chosen) }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }

    """
}
