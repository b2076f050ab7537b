// Draws the pieces that Python nested. News text is not trusted: it becomes text nodes only, never markup.

function drawn(piece, choose) {
  if (typeof piece === "string") return document.createTextNode(piece);
  const mark = element("mark", `tk-tone-${piece.tone}`);
  mark.title = piece.label;
  mark.dataset.row = piece.row;
  mark.tabIndex = 0;
  mark.append(...piece.inside.map((inner) => drawn(inner, choose)));
  mark.addEventListener("click", (event) => choose(event, piece.row));
  mark.addEventListener("keydown", (event) => event.key === "Enter" && choose(event, piece.row));
  return mark;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function header(model) {
  const made = element("header", "");
  const legend = element("p", "tk-legend");
  const keys = model.get("legend").map(([tone, word]) => element("span", `tk-key tk-tone-${tone}`, word));
  legend.append(...keys);
  made.append(element("h3", "", model.get("title")), element("p", "tk-about", model.get("about")), legend);
  return made;
}

function render({ model, el }) {
  const text = element("div", "tk-text");

  function choose(event, row) {
    event.stopPropagation(); // the innermost mark is meant
    model.set("clicked", row);
    model.save_changes();
    show(row);
  }

  function show(row) {
    for (const mark of text.querySelectorAll("mark")) {
      mark.classList.toggle("tk-chosen", mark.dataset.row === row);
    }
  }

  function focus() {
    show(model.get("focus"));
    text.querySelector("mark.tk-chosen")?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  function draw() {
    const lines = model.get("lines").map((line) => {
      const paragraph = element("p", "");
      paragraph.append(...line.map((piece) => drawn(piece, choose)));
      return paragraph;
    });
    text.replaceChildren(...lines);
    frame.replaceChildren(header(model), text);
    focus();
  }

  const frame = element("article", "tk-reader");
  el.append(frame);
  draw();
  model.on("change:lines", draw);
  model.on("change:focus", focus);
  return () => {
    model.off("change:lines", draw);
    model.off("change:focus", focus);
  };
}

export default { render };
