"use strict";

/** The text of the file with numbers of its lines, of which only those in view are drawn. */
const editor = (() => {
  const mostProblems = 100;
  const mostShown = 120000; // characters: browsers lay out more of them too slowly
  const area = byId("text");
  const gutter = byId("gutter");
  let lines = 1;
  let marked = new Map();

  /** Calls back with each new text, and with files that are dropped. */
  function listen(changed, opened) {
    area.addEventListener("input", () => {
      count();
      changed(area.value);
    });
    area.addEventListener("paste", (event) => takePast(event, event.clipboardData, changed));
    area.addEventListener("scroll", draw);
    new ResizeObserver(draw).observe(area);
    const box = byId("editor");
    for (const kind of ["dragenter", "dragover"]) {
      document.addEventListener(kind, (event) => {
        if (event.dataTransfer.types.includes("Files")) {
          event.preventDefault();
          box.classList.add("dropping");
        }
      });
    }
    document.addEventListener("dragleave", () => box.classList.remove("dropping"));
    document.addEventListener("drop", (event) => {
      box.classList.remove("dropping");
      const { files } = event.dataTransfer;
      if (files.length > 0) {
        event.preventDefault();
        opened([...files]);
      } else if (event.target === area) {
        takePast(event, event.dataTransfer, changed);
      } else {
        event.preventDefault(); // a browser may go to what is dropped
      }
    });
  }

  /** Takes a text that is too long for the field past it, where one cannot write into it either. */
  function takePast(event, data, changed) {
    const text = data.getData("text/plain");
    const { value, selectionStart, selectionEnd, readOnly } = area;
    const whole = readOnly ? text : value.slice(0, selectionStart) + text + value.slice(selectionEnd);
    if (text !== "" && (readOnly || whole.length > mostShown)) {
      event.preventDefault();
      changed(whole);
    }
  }

  function count() {
    lines = 1;
    for (let at = area.value.indexOf("\n"); at >= 0; at = area.value.indexOf("\n", at + 1)) {
      lines++;
    }
    draw();
  }

  function lineHeight() {
    return parseFloat(getComputedStyle(area).lineHeight);
  }

  function draw() {
    const height = lineHeight();
    const first = Math.floor(area.scrollTop / height);
    const last = Math.min(lines, first + Math.ceil(area.clientHeight / height) + 1);
    const drawn = [];
    for (let line = first + 1; line <= last; line++) {
      drawn.push(element("div", { class: marked.get(line) ?? null }, String(line)));
    }
    // the last line is followed by room, so that the gutter can scroll as far as the text
    drawn.push(element("div", { class: "room" }));
    gutter.replaceChildren(...drawn);
    gutter.scrollTop = area.scrollTop - first * height;
  }

  /** Shows another text, without calling back; of a very long one the beginning, to be read only. */
  function display(text) {
    const isLong = text.length > mostShown && text !== area.value;
    const shown = isLong ? text.slice(0, mostShown) : text;
    if (area.value !== shown) {
      area.value = shown;
      count();
    }
    area.readOnly = isLong;
    byId("cut").textContent = isLong
      ? `Of ${text.length.toLocaleString("en")} characters the first ${mostShown.toLocaleString("en")} are shown, and cannot be changed here; `
        + "figures are of the whole text. Paste, drop or open another text to replace it."
      : "";
    show(byId("cut"), isLong);
  }

  /** Marks the lines of what is wrong, and lists it. */
  function problems(all) {
    if (isUnchanged(byId("problems"), all)) {
      return;
    }
    marked = new Map();
    for (const { line, severity } of all) {
      if (line && marked.get(line) !== "error") {
        marked.set(line, severity);
      }
    }
    const shown = all.slice(0, mostProblems).map(item);
    if (all.length > mostProblems) {
      shown.push(element("li", {}, `and ${all.length - mostProblems} more`));
    }
    byId("problems").replaceChildren(...shown);
    area.setAttribute("aria-invalid", String(all.some(({ severity }) => severity === "error")));
    draw();
  }

  function item({ line, column, severity, message }) {
    const place = line
      ? [button(`Line ${line}`, () => go(line, column), { class: "link" }), ": "]
      : [];
    return element("li", { class: severity }, element("b", {}, severity === "error" ? "Error" : "Warning"), " ", ...place, visible(message));
  }

  /** Puts the cursor at a place, in view. Columns count code points, from 1. */
  function go(line, column = 1) {
    let at = 0;
    for (let before = 1; before < Math.min(line, lines); before++) {
      at = area.value.indexOf("\n", at) + 1;
    }
    const end = area.value.indexOf("\n", at);
    const text = area.value.slice(at, end < 0 ? undefined : end);
    const from = at + [...text].slice(0, column - 1).join("").length;
    area.focus();
    area.setSelectionRange(from, at + text.length);
    area.scrollTop = Math.max(0, (line - 5) * lineHeight());
  }

  return { listen, display, problems, go };
})();
