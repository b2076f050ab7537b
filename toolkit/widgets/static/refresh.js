// Asks the kernel for corrections whenever the bar's place comes into view, as when its notebook's tab is opened.

function render({ model, el }) {
  const words = document.createElement("span");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Refresh";
  button.addEventListener("click", () => model.send("refresh"));
  const bar = document.createElement("div");
  bar.className = "tk-refresh";
  bar.setAttribute("role", "status");
  bar.append(words, button);
  const watched = document.createElement("div");
  watched.style.minHeight = "1px"; // what has no height is never in view
  watched.append(bar);
  el.append(watched);

  function draw() {
    const changes = model.get("changes");
    bar.hidden = changes === 0;
    words.textContent = `${changes} correction${changes === 1 ? "" : "s"} since loading`;
  }

  const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && model.send("check"));
  observer.observe(watched);
  draw();
  model.on("change:changes", draw);
  return () => {
    observer.disconnect();
    model.off("change:changes", draw);
  };
}

export default { render };
