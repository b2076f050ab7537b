// Shows a drawing made by the kernel. Its marks are links whose address is the key of a row; they lead nowhere else.

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

function render({ model, el }) {
  const frame = document.createElement("div");
  frame.className = "tk-picture";
  frame.setAttribute("role", "group");

  function draw() {
    const made = model.get("svg") && drawing(model.get("svg"));
    frame.replaceChildren(...(made ? [made] : []));
    frame.setAttribute("aria-label", model.get("words"));
    for (const link of frame.querySelectorAll("a")) {
      // The drawing program turns a key into an address: the key is its end.
      const address = link.getAttributeNS(LINK, "href") ?? link.getAttribute("href") ?? "";
      link.dataset.row = address.split("/").pop();
      link.removeAttributeNS(LINK, "href");
      link.removeAttribute("href");
      link.setAttribute("tabindex", "0");
      link.setAttribute("role", "button");
    }
  }

  function choose(event) {
    const link = linkOf(event);
    if (!link || (event.type === "keydown" && event.key !== "Enter")) return;
    event.preventDefault();
    model.set("clicked", link.dataset.row);
    model.save_changes();
  }

  frame.addEventListener("click", choose);
  frame.addEventListener("keydown", choose);
  el.append(frame);
  draw();
  let asked = 0;
  function drawSoon() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  }
  model.on("change:svg change:words", drawSoon);
  return () => {
    cancelAnimationFrame(asked);
    model.off("change:svg change:words", drawSoon);
  };
}

export default { render };
