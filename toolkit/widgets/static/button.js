// A button in ipywidgets' own dress. Its press is told twice: the kernel acts on the second, see button.py.

function render({ model, el }) {
  const button = document.createElement("button");
  button.type = "button";
  button.style.cssText = "width: 100%; margin: 0"; // the layout gives it its place
  let waits = false;

  function draw() {
    const style = model.get("style_name");
    button.className = `jupyter-widgets jupyter-button widget-button ${style && `mod-${style}`}`;
    button.textContent = model.get("description");
    button.title = model.get("tooltip");
    button.disabled = model.get("disabled");
  }

  // Pressed once more before the kernel has answered, it is one press: the second answer finds nobody waiting.
  // A press whose message was lost holds up no later one.
  function press() {
    waits = true;
    model.send("pressed");
  }

  function answered() {
    if (!waits) return; // answered already, or pressed in another view of it
    waits = false;
    model.send("ready");
  }

  button.addEventListener("click", press);
  el.append(button);
  draw();
  const traits = "change:description change:tooltip change:disabled change:style_name";
  model.on(traits, draw);
  model.on("msg:custom", answered);
  return () => {
    model.off(traits, draw);
    model.off("msg:custom", answered);
  };
}

export default { render };
