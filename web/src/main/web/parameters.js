"use strict";

/**
 * The parameters of a circuit as fields and sliders, made from what the program says of its keys;
 * and what one more unit of each buys, from `levers`.
 */
const parameters = (() => {
  const mostOfSlider = 128;
  const mostOfButton = 12; // characters
  let rows = new Map();
  let shape = "";

  /**
   * Shows them. The same rows stay while only values change, so that a slider is not taken away
   * from under a hand.
   *
   * @param circuit its name and keys
   * @param fields names of fields that are usual
   * @param change is given a key and its new value, or null for that of the file
   */
  function display(circuit, fields, change) {
    const keys = circuit.keys;
    const now = JSON.stringify([circuit.name, keys.map(({ key, type }) => [key, type])]);
    if (now !== shape) {
      shape = now;
      rows = new Map(keys.map((key) => [key.key, new Row(key, fields, change)]));
      byId("levers").replaceChildren(...[...rows.values()].map(({ line }) => line));
      byId("others").replaceChildren();
      show(byId("others-fold"), false);
    }
    keys.forEach((key) => rows.get(key.key).display(key));
  }

  /** Puts those first of which one more unit buys something, and says what. */
  function buys(levers, today, proven, apply) {
    const before = figures.best(withStatus(today.regimes, proven));
    rows.forEach((row) => row.step(null));
    for (const lever of levers) {
      const after = figures.best(withStatus(lever.after.regimes, proven));
      rows.get(lever.key)?.step(lever, gain(before, after, today, lever.after), () => apply(lever.changes));
    }
    place(levers);
    byId("lever-basis").textContent = before
      ? `A button makes one step. What it buys is told under the best proven regime, which is ${before.name} now.`
      : "A button makes one step. What it buys is told in size: no proven regime shown covers this circuit.";
  }

  function place(levers) {
    const first = levers.map(({ key }) => rows.get(key)).filter((row) => row !== undefined);
    const rest = [...rows.values()].filter((row) => !first.includes(row));
    inOrder(byId("levers"), first);
    inOrder(byId("others"), rest);
    show(byId("others-fold"), rest.length > 0);
  }

  /** Moves only what stands elsewhere: a field that is moved loses the focus. */
  function inOrder(parent, wanted) {
    const there = [...parent.children];
    if (there.length !== wanted.length || wanted.some(({ line }, i) => line !== there[i])) {
      const focused = document.activeElement;
      parent.append(...wanted.map(({ line }) => line));
      if (parent.contains(focused)) {
        focused.focus({ preventScroll: true });
      }
    }
  }

  function withStatus(regimes, proven) {
    return regimes.map((regime) => ({ ...regime, status: proven.has(regime.name) ? "proven" : "conjectured" }));
  }

  function gain(before, after, today, then) {
    const bits = before && after ? `${signed(after.decimalBits - before.decimalBits, 2)} bits` : "";
    const size = (figures.sizeOf(then).worstCaseBits - figures.sizeOf(today).worstCaseBits) / bitsPerKib;
    const kibs = `${signed(size, 1)} KiB`;
    const binds = before && after && after.binding !== before.binding ? `then ${after.binding} binds` : "";
    return { bits, kib: kibs, binds, isNothing: before && after && after.decimalBits === before.decimalBits };
  }

  /** One key: its name, its control, and its next step. */
  class Row {
    constructor(key, fields, change) {
      const id = `key-${key.key}`;
      this.change = (value) => change(key.key, value);
      this.key = key;
      this.field = control(key, id, fields);
      this.slider = sliderOf(key, this.field);
      this.next = element("span", { class: "next" });
      const isWide = !this.slider && this.field.type !== "checkbox";
      this.line = element("div", { class: isWide ? "lever wide" : "lever" },
        element("span", { class: "named" },
          element("label", { for: id }, ...breakable(key.key),
            ...(key.unit ? [element("small", {}, ` ${key.unit}`)] : [])),
          this.asked(key, id)),
        element("span", { class: "slide" }, ...(this.slider ? [this.slider] : [])),
        this.field,
        this.next,
        this.meaning);
      this.listen();
    }

    /** The button that shows what the key means: touch and keyboard have no tooltips. */
    asked(key, id) {
      const text = visible(key.description);
      const meaning = `meaning-${key.key.replaceAll(/\s/g, "_")}`; // a list of names has blanks between them
      this.meaning = element("p", { class: "meaning", id: meaning, hidden: true }, text);
      this.field.setAttribute("aria-describedby", this.meaning.id);
      const asking = button("?", () => {
        show(this.meaning, this.meaning.hidden);
        asking.setAttribute("aria-expanded", String(!this.meaning.hidden));
      }, {
        id: `about-${id}`,
        class: "about",
        title: text,
        "aria-label": `What ${key.key} means`,
        "aria-expanded": "false",
        "aria-controls": this.meaning.id,
      });
      return asking;
    }

    listen() {
      const { field, slider } = this;
      field.addEventListener("change", () => this.given());
      if (field.type === "number") {
        field.addEventListener("input", () => field.value !== "" && this.given());
      }
      slider?.addEventListener("input", () => {
        field.value = this.key.type === "rate" ? String(2 ** -slider.value) : slider.value;
        this.given();
      });
    }

    given() {
      const { field, key } = this;
      if (field.type === "checkbox") {
        this.change(String(field.checked));
      } else if (field.value.trim() === "") {
        this.change(null);
      } else {
        this.change(isText(key) ? settingText(field.value.trim()) : field.value.trim());
      }
    }

    /** Shows a value that was not typed here. */
    display(key) {
      this.key = key;
      const { field, slider } = this;
      if (field.type === "checkbox") {
        field.checked = key.value === "true";
        return;
      }
      const text = plain(key);
      if (document.activeElement !== field || field.tagName === "SELECT") {
        field.value = text;
      }
      if (slider && document.activeElement !== slider) {
        slider.value = key.type === "rate" ? String(-Math.log2(Number(text))) : text;
      }
    }

    /** Shows what one more unit buys; null for nothing known. */
    step(lever, bought, apply) {
      if (lever === null) {
        this.next.replaceChildren();
        return;
      }
      const to = lever.changes.find(({ key }) => key === lever.key)?.to ?? lever.to;
      const all = [`${lever.key} = ${to}`, ...lever.changes
        .filter(({ key }) => key !== lever.key)
        .map((other) => `${other.key} = ${other.to}`)];
      const made = button(shortened(to), apply, { id: `step-${lever.key}`, title: all.join(", ") });
      made.prepend(element("span", { class: "heard" }, `${lever.key} `));
      this.next.replaceChildren(
        made,
        element("span", { class: bought.isNothing ? "buys nothing" : "buys" },
          ...(bought.bits ? [element("span", { class: "nb" }, `${bought.bits},`), " "] : []),
          element("span", { class: "nb" }, bought.kib),
          ...(bought.binds ? [element("small", {}, bought.binds)] : [])));
    }
  }

  /** A name that may be broken after each underscore. */
  function breakable(name) {
    return name.split(/(?<=_)/).flatMap((part) => [element("wbr"), part]).slice(1);
  }

  function isText(key) {
    return key.type === "field" || key.type === "string" || typeof key.choices?.[0] === "string";
  }

  /** A value of TOML as a field shows it: texts without their quotes. */
  function plain({ value }) {
    if (value === null || value === undefined) {
      return "";
    }
    return value.startsWith('"') ? JSON.parse(value) : value;
  }

  function shortened(value) {
    const text = plain({ value });
    const items = /^\[(.*)\]$/.exec(text)?.[1].split(",") ?? [];
    const isRepeated = items.length > 2 && items.every((each) => each.trim() === items[0].trim());
    const short = isRepeated ? `${items.length} × ${items[0].trim()}` : text;
    return `→ ${short.length > mostOfButton ? `${short.slice(0, mostOfButton - 1)}…` : short}`;
  }

  function control(key, id, fields) {
    if (key.type === "boolean") {
      return element("input", { id, type: "checkbox" });
    }
    if (key.choices) {
      const select = element("select", { id });
      const values = key.value === null ? ["", ...key.choices] : key.choices;
      fillSelect(select, values.map(String), plain(key));
      return select;
    }
    if (key.type === "field") {
      const select = element("select", { id });
      fillSelect(select, [...new Set([plain(key), ...fields])], plain(key));
      return select;
    }
    if (key.type === "integer") {
      return element("input", { id, type: "number", min: key.least, max: key.most, step: 1, inputmode: "numeric" });
    }
    return element("input", { id, type: "text", spellcheck: "false", autocapitalize: "off", autocomplete: "off" });
  }

  function sliderOf(key, field) {
    const common = { type: "range", step: 1, "aria-label": `${key.key}, slider` };
    if (key.type === "rate") {
      return element("input", { ...common, min: 1, max: 10 });
    }
    if (key.type !== "integer" || field.tagName === "SELECT") {
      return null;
    }
    const value = Number(plain(key) || 0);
    const least = Number(key.least ?? 0);
    const most = key.most !== null && key.most !== undefined && key.most <= mostOfSlider ? Number(key.most) : Math.max(2 * value, 32);
    return value > 4096 ? null : element("input", { ...common, min: least, max: most });
  }

  return { display, buys, forget: () => { shape = ""; } };
})();
