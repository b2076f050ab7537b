// Draws the pieces that Python nested. News text is not trusted: it becomes text nodes only, never markup.

const SENTENCE_TONE = 6; // the sentence around a chosen row is no row itself

function drawn(piece) {
  if (typeof piece === "string") return document.createTextNode(piece);
  const mark = element("mark", `tk-tone-${piece.tone}`);
  mark.title = piece.label;
  mark.append(...piece.inside.map(drawn));
  if (piece.tone === SENTENCE_TONE) return mark;
  mark.dataset.row = piece.row;
  mark.tabIndex = 0;
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
  if (model.get("citation")) made.append(copyButton(model));
  return made;
}

function copyButton(model) {
  const button = element("button", "tk-copy", "Copy with citation");
  button.type = "button";
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard?.writeText(model.get("citation")).then(() => true, () => false);
    button.textContent = copied ? "Copied" : "The browser does not allow copying";
  });
  return button;
}

function render({ model, el }) {
  const text = element("div", "tk-text");

  function rowOf(event) {
    return event.target.closest("mark[data-row]")?.dataset.row ?? null; // the innermost
  }

  // The kernel may draw the article again between the press and the release of the mouse: then the mark pressed is
  // gone, and the browser tells of no click. What was pressed is what is meant.
  function onPress(event) {
    const [row, mark] = [rowOf(event), event.target];
    if (row) document.addEventListener("pointerup", () => mark.isConnected || choose(row), { once: true });
  }

  function choose(row) {
    if (!row) return;
    model.send(row); // a message, since the same mark can be clicked again
    show(row);
  }

  function show(row) {
    for (const mark of text.querySelectorAll("mark")) {
      mark.classList.toggle("tk-chosen", mark.dataset.row === row);
    }
  }

  function focus() {
    show(model.get("focus"));
    const mark = text.querySelector("mark.tk-chosen");
    if (!mark) return;
    // Only the text scrolls: scrollIntoView would move the notebook too.
    const above = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTo({ top: text.scrollTop + above - text.clientHeight / 3 });
  }

  // Words selected with the mouse or the keyboard, as line and code point, both counted from 0.
  function place(node, offset) {
    const line = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".tk-text > p");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return [[...text.children].indexOf(line), [...before.toString()].length];
  }

  function select() {
    const selection = document.getSelection();
    if (!selection.rangeCount || !text.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const ends = range.collapsed
      ? [null, null]
      : [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    model.set("selected", ends.every(Boolean) ? ends.flat() : []);
    model.save_changes();
  }

  function draw() {
    const lines = model.get("lines").map((line) => {
      const paragraph = element("p", "");
      paragraph.append(...line.map(drawn));
      return paragraph;
    });
    text.replaceChildren(...lines);
    frame.replaceChildren(header(model), text);
    focus();
  }

  const frame = element("article", "tk-reader");
  text.tabIndex = 0;
  text.addEventListener("pointerdown", onPress);
  text.addEventListener("click", (event) => choose(rowOf(event)));
  text.addEventListener("keydown", (event) => event.key === "Enter" && choose(rowOf(event)));
  text.addEventListener("mouseup", () => setTimeout(select)); // the click that ends a selection clears it later
  text.addEventListener("keyup", select);
  el.append(frame);
  draw();
  // One message may change many traits: drawn once, after all of them are in.
  let asked = 0;
  function drawSoon() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  }
  const drawnTraits = "change:lines change:title change:about change:legend change:citation";
  model.on(drawnTraits, drawSoon);
  model.on("change:focus", focus);
  // What has no size yet cannot be scrolled: in a tab that is opened later, the focus waits until it is seen.
  let seen = false;
  const sized = new ResizeObserver(([entry]) => {
    const visible = entry.contentRect.height > 0;
    if (visible && !seen) focus();
    seen = visible;
  });
  sized.observe(text);
  return () => {
    sized.disconnect();
    cancelAnimationFrame(asked);
    model.off(drawnTraits, drawSoon);
    model.off("change:focus", focus);
  };
}

export default { render };
