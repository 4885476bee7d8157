extension HTMLPage {
  /// Helpers, the state, and the data of a document.
  static let scriptBase = #"""
    const root = document.documentElement;
    addEventListener("error", event => { root.dataset.error = event.message; });
    const $ = id => document.getElementById(id);
    const pages = [...document.querySelectorAll("article")];
    const models = new Map();
    const state = {page: null, tab: "records", query: "", off: new Set(), record: -1, fact: -1, shown: []};
    const narrow = matchMedia("(max-width: 820px)");

    /** Makes an element; `on…` properties are listeners, the rest attributes. */
    function make(tag, properties, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(properties || {})) {
        if (value === undefined || value === false) continue;
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? "" : value);
      }
      element.append(...children.filter(child => child !== null && child !== undefined));
      return element;
    }

    /** The data of a document, read when it is first shown. */
    function model(page) {
      let data = models.get(page);
      if (data) return data;
      const json = JSON.parse(page.querySelector("script").textContent);
      data = {records: json.r, facts: json.f, things: new Map(), marks: null, blocks: null};
      data.records.forEach((record, n) => {
        record.find = [record.x, record.c, record.t, record.k, record.m, record.i].join("\n").toLowerCase();
        if (!record.e) return;
        const mentions = data.things.get(record.e);
        if (mentions) mentions.push(n); else data.things.set(record.e, [n]);
      });
      for (const fact of data.facts) {
        const words = fact.a.flatMap(([name, ...values]) => [name, ...values.map(value => value.x || value)]);
        fact.find = [fact.t, fact.i, ...words].join("\n").toLowerCase();
      }
      models.set(page, data);
      return data;
    }

    const current = () => model(state.page);
    const at = item => item.l[0] + ":" + item.l[1];
    const short = (text, length) => text.length > length ? text.slice(0, length) + "…" : text;

    /** How many of each type there are, the most frequent first. */
    function counts(items) {
      const table = new Map();
      for (const item of items) {
        const row = table.get(item.t) || {type: item.t, color: item.y, count: 0};
        row.count += 1;
        table.set(item.t, row);
      }
      return [...table.values()].sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
    }

    function matches(item) {
      return !state.off.has(item.t) && (state.query === "" || item.find.includes(state.query));
    }

    """#

  /// From offsets to places on the page.
  static let scriptText = #"""

    /** The marks of each record; a mark is cut where a block ends. */
    function marksOf(n) {
      const data = current();
      if (!data.marks) {
        data.marks = new Map();
        for (const mark of state.page.querySelectorAll("mark")) {
          const list = data.marks.get(+mark.dataset.r);
          if (list) list.push(mark); else data.marks.set(+mark.dataset.r, [mark]);
        }
      }
      return data.marks.get(n) || [];
    }

    /** The node and the place in it of an offset in UTF-16. */
    function pointAt(offset) {
      const data = current();
      data.blocks = data.blocks || [...state.page.querySelectorAll(".b")].map(element => ({element, start: +element.dataset.o}));
      if (data.blocks.length === 0) return null;
      let low = 0;
      let high = data.blocks.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (data.blocks[middle].start <= offset) low = middle; else high = middle - 1;
      }
      const block = data.blocks[low];
      const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
      let rest = offset - block.start;
      let last = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        last = node;
        if (rest < node.length) return {node, rest, block: block.element};
        rest -= node.length;
      }
      return last && {node: last, rest: last.length, block: block.element};
    }

    /** Brings an element into the middle; twice, since heights above are estimates until they are drawn. */
    function reveal(element) {
      const go = () => element.scrollIntoView({block: "center", inline: "nearest"});
      go();
      requestAnimationFrame(go);
    }

    /** Lights up pieces of the text that are no records of their own. */
    function light(pieces) {
      const spans = pieces.map(([start, end]) => {
        const from = pointAt(start);
        const to = pointAt(end - 1);
        if (!from || !to) return null;
        const range = document.createRange();
        range.setStart(from.node, from.rest);
        range.setEnd(to.node, Math.min(to.rest + 1, to.node.length));
        return {range, element: from.node.parentElement};
      }).filter(span => span);
      if (window.CSS && CSS.highlights && window.Highlight) {
        CSS.highlights.set("fact", new Highlight(...spans.map(span => span.range)));
      }
      if (spans.length) reveal(spans[0].element.matches("mark") ? spans[0].element : anchor(spans[0].range, spans[0].element));
    }

    /** An element near a range: its mark, or the line number before it. */
    function anchor(range, element) {
      let best = element;
      for (const number of element.querySelectorAll("i")) {
        if (range.comparePoint(number, 0) > 0) break;
        best = number;
      }
      return best;
    }

    function clearLights() {
      if (window.CSS && CSS.highlights) CSS.highlights.delete("fact");
      for (const mark of state.page.querySelectorAll("mark.on, mark.same")) mark.classList.remove("on", "same");
    }

    """#
}
