// Shows a drawing made by the kernel. Its marks are links whose address is the mark's name; they lead nowhere else.

const SVG = "http://www.w3.org/2000/svg";
const LINK = "http://www.w3.org/1999/xlink";

// Parsed as XML and stripped of all that can act: the drawing's words come from news.
function drawing(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg") return null;
  for (const one of [root, ...root.querySelectorAll("*")]) {
    if (["script", "foreignObject"].includes(one.localName)) one.remove();
    for (const { name } of [...one.attributes]) if (/^on/i.test(name)) one.removeAttribute(name);
  }
  return document.importNode(root, true);
}

function linkOf(event) {
  return event.target.closest?.("a");
}

// JupyterLab hears nothing of a key but the one that saves.
function keep(event) {
  const saves = (event.ctrlKey || event.metaKey) && event.key === "s";
  if (!saves) event.stopPropagation();
}

function render({ model, el }) {
  const frame = document.createElement("div");
  frame.className = "tk-picture";
  frame.setAttribute("role", "group");

  function draw() {
    const made = model.get("svg") && drawing(model.get("svg"));
    const focused = frame.contains(document.activeElement) ? document.activeElement.dataset.row : null;
    frame.replaceChildren(...(made ? [made] : []));
    frame.setAttribute("aria-label", model.get("words"));
    const stops = new Set();
    for (const link of frame.querySelectorAll("a")) {
      // The drawing program turns a name into an address: the name is its end.
      const address = link.getAttributeNS(LINK, "href") ?? link.getAttribute("href") ?? "";
      const mark = address.split("/").pop();
      link.dataset.row = mark;
      link.removeAttributeNS(LINK, "href");
      link.removeAttribute("href");
      // A point, its bar and its number are one mark: one stop on the way through the chart.
      link.setAttribute("tabindex", stops.has(mark) ? "-1" : "0");
      stops.add(mark);
      link.setAttribute("role", "button");
      say(link);
    }
    choose(chosen);
    // Who goes through the marks by keyboard stays at hers, where the new drawing has it too.
    if (focused) frame.querySelector(`a[tabindex="0"][data-row="${CSS.escape(focused)}"]`)?.focus();
  }

  // What a mark says, when it is pointed at as when it is heard.
  function say(link) {
    const words = link.querySelector("[aria-label]")?.getAttribute("aria-label");
    if (!words) return;
    const title = document.createElementNS(SVG, "title");
    title.textContent = words;
    link.prepend(title);
    link.setAttribute("aria-label", words);
  }

  let chosen = null;
  function choose(mark) {
    chosen = mark;
    for (const link of frame.querySelectorAll("a")) link.classList.toggle("tk-chosen", link.dataset.row === mark);
  }

  function press(event) {
    const link = linkOf(event);
    if (!link || (event.type === "keydown" && !["Enter", " "].includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    choose(link.dataset.row);
    model.send(link.dataset.row); // a message, since the same mark can be clicked again
  }

  frame.addEventListener("click", press);
  frame.addEventListener("keydown", press);
  frame.addEventListener("keydown", keep); // Enter and space are JupyterLab's keys too
  el.append(frame);
  draw();
  // A button that goes down on one drawing and up on the next would press nothing: the drawing waits for it.
  let held = false;
  const hold = () => (held = true);
  const release = () => (held = false);
  frame.addEventListener("pointerdown", hold);
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);
  let asked = 0;
  function drawSoon() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      held ? drawSoon() : draw();
    });
  }
  model.on("change:svg change:words", drawSoon);
  return () => {
    cancelAnimationFrame(asked);
    window.removeEventListener("pointerup", release);
    window.removeEventListener("pointercancel", release);
    model.off("change:svg change:words", drawSoon);
  };
}

export default { render };
