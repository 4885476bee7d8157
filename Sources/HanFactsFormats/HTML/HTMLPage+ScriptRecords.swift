extension HTMLPage {
  /// The list of records and the details of one.
  static let scriptRecords = #"""

    let growing = null;
    const sentinel = new IntersectionObserver(entries => {
      if (growing && entries.some(entry => entry.isIntersecting)) growing(200);
    }, {root: $("side"), rootMargin: "600px"});

    /** Fills a list a screenful at a time. */
    function grow(list, items, row) {
      let done = 0;
      const tail = make("li", {"aria-hidden": "true"});
      list.append(tail);
      growing = count => {
        const rows = items.slice(done, done + count).map(row);
        done += rows.length;
        tail.before(...rows);
        if (done >= items.length) {
          sentinel.disconnect();
          tail.remove();
          growing = null;
        } else {
          // Observed anew, so that a tail that is still in view is reported again.
          sentinel.unobserve(tail);
          sentinel.observe(tail);
        }
      };
      growing(200);
    }

    function showRecords() {
      const {records} = current();
      state.shown = [...records.keys()].filter(n => matches(records[n]));
      setStatus(state.shown.length, records.length, "records");
      if (!state.shown.length) return $("view").replaceChildren(make("p", {class: "empty"}, "No record matches."));
      const list = make("ol", {id: "list", role: "listbox", tabindex: 0, "aria-label": "Records"});
      $("view").replaceChildren(list);
      grow(list, state.shown, recordRow);
      if (state.record >= 0) markRow("r" + state.record, false);
    }

    function recordRow(n) {
      const record = current().records[n];
      const more = record.m || (record.c && record.c !== record.x ? record.c : record.k || "");
      return make("li", {class: "row", role: "option", id: "r" + n, "aria-selected": String(n === state.record),
        onclick: () => selectRecord(n)},
        make("span", {class: "dot " + record.y, title: record.t}),
        make("b", {lang: "zh"}, record.x, make("span", {}, more)),
        make("span", {class: "at"}, at(record)));
    }

    /** Marks the chosen row, drawing the list down to it. */
    function markRow(id, scrolls) {
      for (const row of $("view").querySelectorAll('[aria-selected="true"]')) row.setAttribute("aria-selected", "false");
      const place = state.shown.indexOf(+id.slice(1));
      if (place < 0) return;
      while (!$(id) && growing) growing(500);
      const row = $(id);
      if (!row) return;
      row.setAttribute("aria-selected", "true");
      if ($("list")) $("list").setAttribute("aria-activedescendant", id);
      if (scrolls) row.scrollIntoView({block: "nearest"});
    }

    /** Shows a record: its mention in the text, its row in the list, its evidence. */
    function selectRecord(n, options = {}) {
      const record = current().records[n];
      if (!record) return;
      clearLights();
      state.record = n;
      state.fact = -1;
      if (record.e) for (const m of current().things.get(record.e)) for (const mark of marksOf(m)) mark.classList.add("same");
      const marks = marksOf(n);
      for (const mark of marks) mark.classList.add("on");
      if (marks.length && !options.inText) reveal(marks[0]);
      if (state.tab === "records") markRow("r" + n, true);
      showDetail(recordDetail(record, n));
      if (!options.inText && options.jump !== false && narrow.matches) setTab("text");
      remember(record.i);
    }

    function rows(...pairs) {
      const list = make("dl");
      for (const [name, value] of pairs) {
        if (value === undefined || value === null || value === "") continue;
        list.append(make("dt", {}, name), make("dd", {}, ...[value].flat()));
      }
      return list;
    }

    function valueRows(value) {
      return Object.entries(value || {}).filter(([name]) => name !== "kind").map(([name, item]) => {
        if (Array.isArray(item)) return [name, item.join(", ")];
        if (item && typeof item === "object") return [name, item.text || Object.values(item).join(" ")];
        return [name, String(item)];
      });
    }

    function recordDetail(record, n) {
      const {things, facts} = current();
      const mentions = record.e ? things.get(record.e) : [];
      const next = mentions.length > 1 ? mentions[(mentions.indexOf(n) + 1) % mentions.length] : -1;
      const others = facts.map((fact, m) => [fact, m]).filter(([fact]) => uses(fact, record));
      const parts = [heading(record.y, record.x, [record.t, record.k].filter(word => word).join(", "))];
      parts.push(rows(
        ["name", record.c && record.c !== record.x ? record.c : ""],
        ["mentions", next < 0 ? "" : [mentions.length + " of " + record.e + " · ",
          make("button", {class: "link", onclick: () => selectRecord(next)}, "next")]],
        ...valueRows(record.v),
        ["holds", (record.q || []).map(part => part.x + " (" + part.t + ")").join(", ")],
        ["place", "line " + record.l[0] + ", column " + record.l[1]],
        ["confidence", record.p === undefined ? "" : [make("meter", {min: 0, max: 1, value: record.p}), " " + record.p]]));
      parts.push(...evidence(record));
      if (others.length) {
        parts.push(make("h4", {}, "Facts"), make("ul", {}, ...others.slice(0, 50).map(([fact, m]) =>
          make("li", {}, make("button", {class: "link", onclick: () => selectFact(m)}, fact.t + ": " + short(outline(fact), 60))))));
      }
      return parts;
    }

    function heading(color, text, kind) {
      return make("h3", {}, make("span", {class: "dot " + (color || "")}), make("bdi", {lang: "zh"}, short(text, 120)), make("span", {}, kind));
    }

    function evidence(item) {
      const list = make("ul", {}, make("li", {}, "rule ", make("code", {}, item.u)));
      for (const row of item.g || []) list.append(make("li", {}, "row ", make("code", {}, row)));
      return [make("h4", {}, "Evidence"), list];
    }

    function showDetail(parts) {
      const close = make("button", {class: "close", onclick: closeDetail, "aria-label": "Close details"}, "Close");
      $("detail").replaceChildren(close, ...parts);
      $("detail").hidden = false;
      $("detail").scrollTop = 0;
    }

    function closeDetail() {
      $("detail").hidden = true;
      clearLights();
      state.record = state.fact = -1;
      for (const row of $("view").querySelectorAll('[aria-selected="true"]')) row.setAttribute("aria-selected", "false");
      remember("");
    }

    """#
}
