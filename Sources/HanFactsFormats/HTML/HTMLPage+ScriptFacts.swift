extension HTMLPage {
  /// The list of facts and the details of one.
  static let scriptFacts = #"""

    const pieces = fact => fact.a.flatMap(([, ...values]) => values.filter(value => value.o));
    const outline = fact => fact.a.map(([, ...values]) => values.map(value => value.x || value).join(", ")).join(" · ");

    /** True where one of a fact's arguments is the mention of the record. */
    function uses(fact, record) {
      return pieces(fact).some(piece => piece.o[0] === record.o[0] && piece.o[1] === record.o[1]);
    }

    function showFacts() {
      const {facts} = current();
      state.shown = [...facts.keys()].filter(n => matches(facts[n]));
      setStatus(state.shown.length, facts.length, "facts");
      if (!state.shown.length) {
        return $("view").replaceChildren(make("p", {class: "empty"}, facts.length ? "No fact matches." : "This text has no facts."));
      }
      const list = make("ol", {id: "list", role: "listbox", tabindex: 0, "aria-label": "Facts"});
      $("view").replaceChildren(list);
      grow(list, state.shown, factRow);
      if (state.fact >= 0) markRow("f" + state.fact, false);
    }

    function factRow(n) {
      const fact = current().facts[n];
      return make("li", {class: "row", role: "option", id: "f" + n, "aria-selected": String(n === state.fact), onclick: () => selectFact(n)},
        make("span", {class: "dot"}),
        make("b", {}, fact.t, make("span", {}, fact.z || "")),
        make("span", {class: "at"}, at(fact)),
        rows(...fact.a.map(([name, ...values]) =>
          [name, make("span", {class: "long", lang: "zh"}, values.map(value => value.x || value).join("、"))])));
    }

    /** Shows a fact: its arguments in the text, its row in the list, its evidence. */
    function selectFact(n) {
      const fact = current().facts[n];
      if (!fact) return;
      clearLights();
      state.fact = n;
      state.record = -1;
      light((pieces(fact).length ? pieces(fact) : [fact]).map(piece => piece.o).sort((a, b) => a[0] - b[0]));
      if (state.tab === "facts") markRow("f" + n, true);
      showDetail(factDetail(fact));
      if (narrow.matches) setTab("text");
      remember(fact.i);
    }

    function factDetail(fact) {
      const source = fact.s ? [["said by", piece(fact.s)]] : [];
      return [
        heading("", fact.t, fact.z || ""),
        rows(...fact.a.map(([name, ...values]) => [name, values.flatMap((value, n) => n ? [", ", piece(value)] : [piece(value)])]),
          ...source, ["place", "line " + fact.l[0] + ", column " + fact.l[1]]),
        ...evidence(fact)];
    }

    /** An argument: a button to its record or to its place in the text. */
    function piece(value) {
      if (!value.o) return value;
      const {records} = current();
      const n = records.findIndex(record => record.o[0] === value.o[0] && record.o[1] === value.o[1]);
      const go = () => {
        if (n >= 0) return selectRecord(n);
        clearLights();
        light([value.o]);
      };
      return make("button", {class: "link", lang: "zh", onclick: go}, short(value.x, 200));
    }

    """#

  /// The timeline of dates and the bars of figures.
  static let scriptCharts = #"""

    /** The year, with the part of it that has passed, of a date's first day; null where it has none. */
    function yearOf(record) {
      const text = String(record.v && (record.v.begin || record.v.value) || "");
      const found = /^(BC|-)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
      if (!found) return null;
      const year = (found[1] ? -1 : 1) * +found[2];
      return year + (found[3] ? (+found[3] - 1) / 12 : 0) + (found[4] ? (+found[4] - 1) / 372 : 0);
    }

    function showDates() {
      const {records} = current();
      const dates = [...records.keys()].filter(n => records[n].t === "date" && matches(records[n]));
      setStatus(dates.length, records.filter(record => record.t === "date").length, "dates");
      const placed = dates.map(n => ({n, year: yearOf(records[n])})).filter(item => item.year !== null);
      placed.sort((a, b) => a.year - b.year || a.n - b.n);
      const placedSet = new Set(placed.map(item => item.n));
      state.shown = [...placed.map(item => item.n), ...dates.filter(n => !placedSet.has(n))];
      if (!dates.length) return $("view").replaceChildren(make("p", {class: "empty"}, "No date matches."));
      const list = make("ol", {id: "list", role: "listbox", tabindex: 0, "aria-label": "Dates in order of time"});
      $("view").replaceChildren();
      if (placed.length > 1) $("view").append(timeline(placed));
      $("view").append(list);
      grow(list, state.shown, recordRow);
      if (state.record >= 0) markRow("r" + state.record, false);
    }

    /** Columns over the years; where some are far from the rest, each year has the same room. */
    function timeline(placed) {
      const draw = (tag, attributes, ...children) => {
        const element = document.createElementNS($("blank").namespaceURI, tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.append(...children);
        return element;
      };
      const width = 380;
      const first = placed[0].year;
      const last = placed[placed.length - 1].year;
      const years = [...new Set(placed.map(item => Math.floor(item.year)))];
      const middle = placed.slice(Math.floor(placed.length * .1), Math.ceil(placed.length * .9));
      const spread = middle[middle.length - 1].year - middle[0].year;
      const skewed = years.length > 2 && last - first > 12 * Math.max(spread, .5);
      const scale = year => skewed
        ? (years.indexOf(Math.floor(year)) + year - Math.floor(year)) / years.length
        : (year - first) / Math.max(last - first, 1 / 12);
      const bins = new Map();
      for (const item of placed) {
        const bin = Math.round(Math.min(scale(item.year), 1) * 47);
        if (bins.has(bin)) bins.get(bin).push(item); else bins.set(bin, [item]);
      }
      const most = Math.max(...[...bins.values()].map(items => items.length));
      const picture = draw("svg", {viewBox: "0 0 " + width + " 76", preserveAspectRatio: "none", role: "img",
        "aria-label": placed.length + " dates from " + years[0] + " to " + years[years.length - 1]});
      picture.append(draw("line", {x1: 0, x2: width, y1: 56.5, y2: 56.5}));
      for (const [bin, items] of bins) {
        const height = 6 + 46 * items.length / most;
        const bar = draw("rect", {x: bin * (width - 8) / 47 + .5, y: 56 - height, width: 6.5, height, rx: 2});
        const texts = [...new Set(items.map(item => current().records[item.n].x))];
        bar.append(draw("title", {}, texts.slice(0, 8).join("、") + (texts.length > 8 ? " …" : "")));
        bar.addEventListener("click", () => selectRecord(items[0].n, {jump: false}));
        picture.append(bar);
      }
      const label = year => year < 0 ? -year + " BC" : String(year);
      picture.append(draw("text", {x: 0, y: 71}, label(years[0])));
      if (years.length > 1) picture.append(draw("text", {x: width, y: 71, "text-anchor": "end"}, label(years[years.length - 1])));
      if (skewed) picture.append(draw("text", {x: width / 2, y: 71, "text-anchor": "middle"}, "not to scale"));
      return picture;
    }

    function showFigures() {
      const {records} = current();
      const figures = [...records.keys()].filter(n => records[n].t === "figure" && matches(records[n]));
      setStatus(figures.length, records.filter(record => record.t === "figure").length, "figures");
      if (!figures.length) return $("view").replaceChildren(make("p", {class: "empty"}, "No figure matches."));
      const groups = new Map();
      for (const n of figures) {
        const value = records[n].v || {};
        const name = value.canonicalUnit || value.unit || value.kind || "number";
        if (groups.has(name)) groups.get(name).push(n); else groups.set(name, [n]);
      }
      $("view").replaceChildren();
      state.shown = [];
      for (const [name, group] of [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
        group.sort((a, b) => sizeOf(records[b]) - sizeOf(records[a]) || a - b);
        const most = Math.max(...group.map(n => Math.abs(sizeOf(records[n]))), Number.MIN_VALUE);
        const list = make("ol");
        const add = some => { for (const n of some) { state.shown.push(n); list.append(figureRow(n, most)); } };
        $("view").append(make("h3", {}, name + " · " + group.length), list);
        add(group.slice(0, 12));
        if (group.length > 12) {
          const more = make("button", {class: "more", onclick: () => { more.remove(); add(group.slice(12)); }}, (group.length - 12) + " more");
          $("view").append(more);
        }
      }
    }

    function sizeOf(record) {
      const value = record.v || {};
      const size = Number(value.max !== undefined ? value.max : value.parts ? value.parts[0] : value.value);
      return Number.isFinite(size) ? size : 0;
    }

    function figureRow(n, most) {
      const record = current().records[n];
      const percent = 100 * Math.abs(sizeOf(record)) / most;
      const from = record.v && record.v.min !== undefined ? 100 * Number(record.v.min) / most : 0;
      const of = record.v && record.v.of ? record.v.of.text : "";
      const bar = make("i", {});
      bar.style.left = Math.min(from, 99) + "%";
      bar.style.width = Math.max(percent - from, 0) + "%";
      return make("li", {class: "bar", id: "r" + n, tabindex: 0, title: [record.x, of, at(record)].join(" "), onclick: () => selectRecord(n),
        onkeydown: event => { if (event.key === "Enter") { event.preventDefault(); selectRecord(n); } }},
        make("span", {lang: "zh"}, record.x, make("span", {}, of)), make("div", {class: "track"}, bar));
    }

    """#
}
