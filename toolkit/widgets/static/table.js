// Draws the page that Python sends. News text is not trusted: cells become text, never markup.

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// JupyterLab hears nothing of a key but the one that saves.
function keep(event) {
  const saves = (event.ctrlKey || event.metaKey) && event.key === "s";
  if (!saves) event.stopPropagation();
}

function render({ model, el }) {
  let edge = null; // which row gets the focus once the next page has come

  function set(values) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  }

  function choose(row) {
    row.focus();
    set({ chosen: row.dataset.key });
  }

  const starred = () => model.get("stars") !== "none";

  function toggleStar(key) {
    if (!starred()) return;
    const keys = model.get("starred");
    set({ starred: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] });
  }

  function turn(step, focused = null) {
    const page = model.get("page") + step;
    if (page < 0 || page >= model.get("pages")) return;
    edge = focused;
    set({ page });
  }

  function move(row, step) {
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (next) choose(next);
    else turn(step, step > 0 ? "first" : "last");
  }

  function onKey(event) {
    const row = event.target.closest("tr");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions = {
      j: () => move(row, 1),
      ArrowDown: () => move(row, 1),
      k: () => move(row, -1),
      ArrowUp: () => move(row, -1),
      p: () => toggleStar(row.dataset.key),
      PageDown: () => turn(1, "first"),
      PageUp: () => turn(-1, "first"),
      Enter: () => choose(row),
    };
    const onStar = event.target !== row && event.key === "Enter";
    const sent = model.get("heard").includes(event.key);
    if (!(sent || event.key in actions) || onStar) return;
    event.preventDefault();
    if (sent) {
      model.send({ key: event.key, row: row.dataset.key });
      // Here, not in the kernel: the next letters belong to the field, x among them.
      const selector = model.get("fields")[event.key];
      const field = selector && frame.closest(".jp-OutputArea-output")?.querySelector(selector);
      field?.focus();
    }
    else actions[event.key]();
  }

  // Escape leads back to the row, from the field that would have changed it as from its article.
  function leave(event) {
    if (event.key === "Escape" && !body.contains(event.target)) body.querySelector('[tabindex="0"]')?.focus();
  }

  function meantBy(event) {
    const row = event.target.closest("tr");
    return row && { row, key: row.dataset.key, star: Boolean(event.target.closest(".tk-star")) };
  }

  // The kernel may draw the table again between the press and the release of the mouse: then the row pressed is gone,
  // and the browser tells of no click. What was pressed is what is meant.
  function onPress(event) {
    const pressed = meantBy(event);
    if (!pressed) return;
    document.addEventListener("pointerup", () => pressed.row.isConnected || act(pressed), { once: true });
  }

  function act(meant) {
    if (!meant) return;
    if (meant.star) return toggleStar(meant.key);
    const there = [...body.rows].find((one) => one.dataset.key === meant.key);
    if (there) choose(there);
    else set({ chosen: meant.key }); // on another page by now, which is turned to
  }

  function sortBy(name) {
    const again = model.get("sort") === name;
    set({ sort: name, descending: again && !model.get("descending") });
  }

  function headingOf(column) {
    const sorted = model.get("sort") === column.name;
    const order = model.get("descending") ? "descending" : "ascending";
    const arrow = sorted ? (model.get("descending") ? " ▼" : " ▲") : "";
    const button = element("button", { type: "button", textContent: column.heading + arrow });
    button.addEventListener("click", () => sortBy(column.name));
    const cell = element("th", { scope: "col", className: column.numeric ? "tk-number" : "" }, button);
    cell.setAttribute("aria-sort", sorted ? order : "none");
    cell.style.minWidth = `${column.width}ch`;
    return cell;
  }

  // Over ticks stands a button for all of the page; pins are set one by one.
  function starHeading() {
    if (model.get("stars") === "pin") return "Pin";
    const button = element("button", { type: "button", textContent: "Tick", title: "tick all of this page, or none" });
    button.addEventListener("click", () => {
      const page = model.get("rows").map(([key]) => key);
      const others = model.get("starred").filter((key) => !page.includes(key));
      const all = page.every((key) => model.get("starred").includes(key));
      set({ starred: all ? others : [...others, ...page] });
    });
    return button;
  }

  function starOf(key) {
    const on = model.get("starred").includes(key);
    const ticks = model.get("stars") === "tick";
    const sign = ticks ? (on ? "☑" : "☐") : on ? "★" : "☆";
    const star = element("button", { type: "button", className: "tk-star", textContent: sign });
    star.title = ticks ? "tick (p)" : "pin for the briefing (p)";
    star.tabIndex = -1;
    star.setAttribute("aria-pressed", on);
    return element("td", {}, star);
  }

  function rowOf([key, cells], columns) {
    const row = element("tr", { tabIndex: -1 }, ...(starred() ? [starOf(key)] : []));
    row.dataset.key = key;
    cells.forEach((text, at) => {
      const inner = element("div", { className: "tk-cell", textContent: text });
      row.append(element("td", { className: columns[at].numeric ? "tk-number" : "" }, inner));
    });
    return row;
  }

  function drawTable() {
    const columns = model.get("columns");
    const pin = starred() ? [element("th", { scope: "col", className: "tk-pin" }, starHeading())] : [];
    const hadFocus = body.contains(document.activeElement);
    head.replaceChildren(element("tr", {}, ...pin, ...columns.map(headingOf)));
    body.replaceChildren(...model.get("rows").map((row) => rowOf(row, columns)));
    table.setAttribute("aria-label", model.get("label"));
    mark();
    if (hadFocus) body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
    const rows = body.rows;
    if (edge && rows.length) choose(edge === "first" ? rows[0] : rows[rows.length - 1]);
    edge = null;
  }

  function mark() {
    for (const row of body.rows) {
      const chosen = row.dataset.key === model.get("chosen");
      row.setAttribute("aria-selected", chosen);
      row.tabIndex = chosen ? 0 : -1;
    }
    if (body.rows.length && !body.querySelector('[tabindex="0"]')) body.rows[0].tabIndex = 0;
    // Whoever decides with the keyboard goes on at the next row, which the kernel has chosen.
    const chosen = body.querySelector('[aria-selected="true"]');
    if (chosen && body.contains(document.activeElement) && !chosen.contains(document.activeElement)) chosen.focus();
  }

  function drawStars() {
    if (!starred()) return;
    for (const row of body.rows) {
      const hadFocus = row.cells[0].contains(document.activeElement);
      row.cells[0].replaceWith(starOf(row.dataset.key));
      if (hadFocus) row.focus();
    }
  }

  function drawBar() {
    const [page, pages, found, total] = ["page", "pages", "found", "total"].map((name) => model.get(name));
    const some = found === total ? "" : ` of ${total.toLocaleString("en")}`;
    const label = total === 1 ? model.get("label").replace(/s$/, "") : model.get("label");
    count.textContent = `${found.toLocaleString("en")}${some} ${label}`;
    where.textContent = `page ${page + 1} of ${pages}`;
    pager.hidden = pages < 2;
    back.disabled = page === 0;
    on.disabled = page + 1 >= pages;
    if (document.activeElement !== search) search.value = model.get("search");
    search.placeholder = `search ${model.get("label")}`;
    technical.checked = model.get("technical");
    technicalLabel.hidden = !model.get("has_technical");
    nothing.hidden = found > 0;
    nothing.textContent = total ? "No row holds these words." : "Nothing here for what is selected.";
  }

  function draw() {
    drawTable();
    drawBar();
  }

  let waiting;
  function searchSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => set({ search: search.value }), 250);
  }

  const search = element("input", { type: "search", ariaLabel: "search in the table" });
  search.addEventListener("input", searchSoon);
  const count = element("span", { className: "tk-count" });
  count.setAttribute("aria-live", "polite");
  const technical = element("input", { type: "checkbox" });
  technical.addEventListener("change", () => set({ technical: technical.checked }));
  const technicalLabel = element("label", {}, technical, " technical columns");
  const back = element("button", { type: "button", textContent: "‹", ariaLabel: "previous page" });
  back.addEventListener("click", () => turn(-1));
  const on = element("button", { type: "button", textContent: "›", ariaLabel: "next page" });
  on.addEventListener("click", () => turn(1));
  const where = element("span");
  const pager = element("span", { className: "tk-pager" }, back, where, on);
  const head = element("thead");
  const body = element("tbody");
  body.addEventListener("keydown", onKey);
  body.addEventListener("pointerdown", onPress);
  body.addEventListener("click", (event) => act(meantBy(event)));
  const table = element("table", {}, head, body);
  table.setAttribute("role", "grid");
  const nothing = element("p", { className: "tk-nothing" });
  const bar = element("div", { className: "tk-bar" }, search, count, pager, technicalLabel);
  const frame = element("div", { className: "tk-table" }, bar, element("div", { className: "tk-scroll" }, table), nothing);
  el.append(frame);
  draw();
  // j, k, x and the arrows are JupyterLab's keys too, x cuts a cell: in what the table is a part of, its buttons and
  // lists as well, they are not. That is known once the table has its place on the page.
  // Nor does a key pressed there give the focus back to the notebook's own active cell.
  const placed = new ResizeObserver(() => {
    const whole = frame.closest(".jp-OutputArea-output") ?? frame;
    whole.addEventListener("keydown", leave, true); // fields keep keys to themselves
    whole.addEventListener("keydown", keep);
  });
  placed.observe(frame);

  // One message may change many traits: drawn once, after all of them are in.
  let asked = 0;
  function drawSoon() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  }
  const drawn = ["rows", "columns", "sort", "descending", "found", "total", "label", "search", "technical", "stars"];
  const events = drawn.map((name) => `change:${name}`).join(" ");
  model.on(events, drawSoon);
  model.on("change:chosen", mark);
  model.on("change:starred", drawStars);
  return () => {
    placed.disconnect();
    clearTimeout(waiting);
    cancelAnimationFrame(asked);
    model.off(events, drawSoon);
    model.off("change:chosen", mark);
    model.off("change:starred", drawStars);
  };
}

export default { render };
