extension HTMLPage {
  /// Documents, tabs, filters, search and keys.
  static let scriptControls = #"""

    const views = {records: showRecords, facts: showFacts, dates: showDates, figures: showFigures};

    function setStatus(count, all, noun) {
      $("status").textContent = count === all ? all + " " + noun : count + " of " + all + " " + noun;
    }

    function refresh() {
      sentinel.disconnect();
      growing = null;
      showChips();
      views[state.tab === "text" ? "records" : state.tab]();
      $("side").scrollTop = 0;
      const chosen = $("view").querySelector('[aria-selected="true"]');
      if (chosen) chosen.scrollIntoView({block: "center"});
    }

    function setTab(tab) {
      const redraws = tab !== "text" && tab !== state.tab;
      state.tab = tab;
      root.dataset.tab = tab;
      for (const button of $("tabs").children) {
        const chosen = button.id === "tab-" + tab;
        button.setAttribute("aria-selected", String(chosen));
        button.tabIndex = chosen ? 0 : -1;
      }
      if (redraws) refresh();
    }

    function showChips() {
      const {records, facts} = current();
      const table = counts(state.tab === "facts" ? facts : records);
      $("chips").replaceChildren(...table.map(({type, color, count}) =>
        make("button", {class: color, "aria-pressed": String(!state.off.has(type)), title: "Shift-click: only " + type,
          onclick: event => toggle(type, event.shiftKey ? table.map(row => row.type) : null)},
          type, make("small", {}, String(count)))));
    }

    /** Shows or hides a type; with all types given, shows it alone. */
    function toggle(type, all) {
      if (all) state.off = new Set(all.filter(other => other !== type));
      else if (!state.off.delete(type)) state.off.add(type);
      hidden.textContent = [...state.off].map(name =>
        'mark[data-t="' + CSS.escape(name) + '"] { background: none; border-color: transparent; cursor: inherit }').join("\n");
      refresh();
      const chip = [...$("chips").children].find(button => button.firstChild.data === type);
      if (chip) chip.focus();
    }

    const hidden = make("style");
    document.head.append(hidden);

    function showPage(n) {
      if (state.page) closeDetail();
      pages.forEach((page, m) => { page.hidden = m !== n; });
      state.page = pages[n];
      state.record = state.fact = -1;
      $("docs").value = String(n);
      $("pages").scrollTop = 0;
      refresh();
    }

    /** Keeps the chosen record in the address, so that it can be sent to others. */
    function remember(id) {
      const hash = "#" + state.page.id + (id ? "/" + id : "");
      if (location.hash === hash) return;
      try { history.replaceState(null, "", hash); } catch { /* not allowed in some embedded views */ }
    }

    function openAddress() {
      const [name, id] = location.hash.slice(1).split("/");
      const n = pages.findIndex(page => page.id === name);
      if (n >= 0 && pages[n] !== state.page) showPage(n);
      if (n < 0 || !id) return;
      const record = current().records.findIndex(item => item.i === id);
      if (record >= 0) return selectRecord(record);
      const fact = current().facts.findIndex(item => item.i === id);
      if (fact >= 0) selectFact(fact);
    }

    /** Goes to the next or previous item of the list. */
    function step(by) {
      const facts = state.tab === "facts";
      const place = state.shown.indexOf(facts ? state.fact : state.record);
      const next = place < 0 ? (by > 0 ? 0 : state.shown.length - 1) : place + by;
      if (next < 0 || next >= state.shown.length) return;
      if (facts) selectFact(state.shown[next]); else selectRecord(state.shown[next], {jump: false});
    }

    $("search").addEventListener("input", event => {
      state.query = event.target.value.trim().toLowerCase();
      refresh();
    });
    $("docs").addEventListener("change", event => { showPage(+event.target.value); remember(""); });
    $("tabs").addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button) setTab(button.id.slice(4));
    });
    $("tabs").addEventListener("keydown", event => {
      const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!by) return;
      const buttons = [...$("tabs").children].filter(button => button.offsetParent);
      const next = buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length];
      setTab(next.id.slice(4));
      next.focus();
    });
    $("pages").addEventListener("click", event => {
      const mark = event.target.closest("mark");
      if (!mark || state.off.has(mark.dataset.t) || String(getSelection())) return;
      const n = +mark.dataset.r;
      if (state.tab === "facts" || (state.tab !== "text" && !state.shown.includes(n))) {
        $("search").value = state.query = "";
        state.tab = "";
        setTab("records");
      }
      selectRecord(n, {inText: true});
    });
    addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = event.target.matches && event.target.matches("input, select, textarea");
      const inList = event.target.id === "list";
      if (event.key === "Escape") {
        if (typing && $("search").value) { $("search").value = state.query = ""; refresh(); } else if (!$("detail").hidden) closeDetail();
        return;
      }
      if (typing) {
        if (event.key !== "Enter" || event.target.id !== "search" || !$("list")) return;
        $("list").focus();
        step(1);
      } else if (event.key === "/") $("search").focus();
      else if (event.key === "j" || (inList && event.key === "ArrowDown")) step(1);
      else if (event.key === "k" || (inList && event.key === "ArrowUp")) step(-1);
      else if (event.key === "Enter" && (inList || event.target.id === "pages")) {
        if (narrow.matches) setTab(inList ? "text" : "records");
        (inList ? $("pages") : $("list") || $("pages")).focus({preventScroll: true});
      } else return;
      event.preventDefault();
    });
    addEventListener("hashchange", openAddress);
    addEventListener("beforeprint", () => { while (growing) growing(1000); });

    pages.forEach((page, n) => $("docs").append(make("option", {value: n}, page.dataset.name)));
    $("docs").hidden = pages.length < 2;
    if (pages.length) {
      showPage(0);
      setTab(narrow.matches ? "text" : "records");
      openAddress();
    }
    root.dataset.ready = String(pages.length);

    """#
}
