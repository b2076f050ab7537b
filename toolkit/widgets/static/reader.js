// An article with the rows of one table highlighted. News text is foreign: it only ever becomes textContent.

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// A node is a run of text, or [number of the mark, what it encloses].
function draw(nodes, marks, parent) {
  for (const node of nodes) {
    if (typeof node === "string") {
      parent.append(node);
      continue;
    }
    const mark = marks[node[0]];
    const drawn = element("mark", `tk-hue-${mark.hue}`);
    drawn.dataset.row = mark.row;
    drawn.title = mark.tip;
    drawn.tabIndex = 0;
    draw(node[1], marks, drawn);
    parent.append(drawn);
  }
}

function tabs(model) {
  const bar = element("div", "tk-tabs");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Table to highlight");
  for (const [name, layer] of Object.entries(model.get("layers"))) {
    const tab = element("button", "tk-tab", `${name} ${layer.marks.length}`);
    tab.type = "button";
    tab.disabled = layer.marks.length === 0;
    if (tab.disabled) tab.title = `This article has no ${name}`;
    tab.setAttribute("aria-pressed", String(name === model.get("table")));
    tab.addEventListener("click", () => {
      model.set("table", name);
      model.save_changes();
    });
    bar.append(tab);
  }
  return bar;
}

function legend(families) {
  const made = element("div", "tk-legend");
  for (const { name, count, hue } of families) made.append(element("span", `tk-chip tk-hue-${hue}`, `${name} ${count}`));
  return made;
}

function render({ model, el }) {
  el.classList.add("tk-reader");
  const text = element("div", "tk-text");
  text.tabIndex = 0;
  text.setAttribute("aria-label", "Article");
  const told = element("div", "tk-told");
  told.setAttribute("aria-live", "polite");

  const layer = () => model.get("layers")[model.get("table")];

  function show() {
    const { paragraphs, marks, families } = layer();
    text.replaceChildren();
    for (const nodes of paragraphs) {
      const paragraph = element("p");
      draw(nodes, marks, paragraph);
      text.append(paragraph);
    }
    told.textContent = "Point at a highlight to see what was read; click it to choose the row.";
    el.replaceChildren(
      element("div", "tk-heading", model.get("heading")),
      element("div", "tk-byline", model.get("byline")),
      tabs(model),
      legend(families),
      text,
      told,
    );
    reveal();
  }

  function choose(row) {
    for (const mark of text.querySelectorAll("mark")) mark.classList.toggle("tk-chosen", mark.dataset.row === row);
    const mark = layer().marks.find((one) => one.row === row);
    if (mark) told.textContent = mark.tip;
  }

  // The chosen row may belong to another table than the one shown.
  function reveal() {
    const row = model.get("focus");
    if (!row) return;
    const home = Object.entries(model.get("layers")).find(([, one]) => one.marks.some((mark) => mark.row === row));
    if (!home) return;
    if (home[0] !== model.get("table")) {
      model.set("table", home[0]);
      model.save_changes();
      return;
    }
    choose(row);
    const target = text.querySelector("mark.tk-chosen");
    if (target) text.scrollTop += target.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }

  function click(event) {
    const mark = event.target.closest("mark");
    if (!mark) return;
    choose(mark.dataset.row);
    model.set("clicked", mark.dataset.row);
    model.save_changes();
  }

  function press(event) {
    if (event.key === "Enter" && event.target.closest("mark")) click(event);
  }

  text.addEventListener("click", click);
  text.addEventListener("keydown", press);
  model.on("change:table change:layers", show);
  model.on("change:focus", reveal);
  show();
  return () => {
    model.off("change:table change:layers", show);
    model.off("change:focus", reveal);
  };
}

export default { render };
