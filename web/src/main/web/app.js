"use strict";

/** The page: one configuration, what is known of it, and what the controls do to it. */
(() => {
  const quiet = 200; // milliseconds without a change, before what is not urgent is asked
  const patience = 1000; // milliseconds, before somebody is told that it takes its time

  let calculator; // what workers are made of
  const engine = new Engine(() => startWorker(calculator));
  const answers = new Answers(engine);
  const leverEngine = new Engine(() => startWorker(calculator));
  const figuresRun = new Latest();
  const leversRun = new Latest();
  let about;
  let configuration;
  let original; // what "reset" goes back to
  let chosen; // the circuit that is shown
  let quietTimer = 0;

  async function start() {
    if (!isSupported) {
      return;
    }
    try {
      calculator = await loadCalculator();
    } catch (error) {
      tell(location.protocol === "file:"
        ? "This page needs a web server. From a disk, open soundcalc.html: the same page as one file."
        : `The calculator could not be loaded (${error.message}). Load this page again to try again.`, true);
      return;
    }
    const answer = await engine.ask({ command: "about" });
    if (answer?.status !== 0) {
      tell(`The calculator could not be started in this browser: ${answer?.problems[0].message ?? "stopped"}.`, true);
      return;
    }
    about = JSON.parse(answer.document);
    byId("version").textContent = about.soundcalc;
    fillSelect(byId("zkvm"), [["", "your own TOML"], ...bundledZkvms.map(({ name }) => name)], "");
    byId("zkvm").options[0].hidden = true; // shown, but there is nothing to choose
    fillSelect(byId("bounds"), about.bounds.map(({ option, remark }) =>
      [option, remark ? `${option}, ${remark}` : option]), standardOptions.bounds);
    listen();
    show(byId("calculator"));
    await open(address.inBrowser());
  }

  /** Shows what a link asks for, or says why it cannot; of several, the last. */
  async function open(link) {
    const isStale = address.opening(link);
    let linked = Configuration.bundled(bundledZkvms.find(({ name }) => name === "pico") ?? bundledZkvms[0]);
    let refusal = "";
    if (link !== "") {
      try {
        linked = await links.decode(link, about.regimes.map(({ name }) => name));
      } catch (error) {
        refusal = `This link cannot be read: ${visible(error.message)}. ${title(linked.name)} is shown instead.`;
      }
    }
    if (!isStale()) {
      original = linked.with({ sets: new Map() });
      replace(linked);
      tell(refusal, true);
    }
  }

  /** Another file: nothing of the last one is kept. */
  function replace(other) {
    chosen = undefined;
    parameters.forget();
    change(other);
  }

  /** The same, and offers the way back where something was written or changed. */
  function replaceToldly(other, sentence) {
    const [last, lastOriginal] = [configuration, original];
    const isChanged = last.sets.size > 0 || last.text !== lastOriginal.text;
    original = other;
    replace(other);
    tell(sentence, isChanged, isChanged
      ? button("Undo", () => {
        original = lastOriginal;
        replace(last);
      })
      : "");
  }

  function title(name) {
    return name[0].toUpperCase() + name.slice(1);
  }

  /** Goes on to another configuration: controls at once, figures as they come. */
  function change(other) {
    configuration = other;
    if (leverEngine.busy) {
      leverEngine.stop(); // what it is asked is of what was, and figures need the processor
    }
    tell("");
    byId("zkvm").value = configuration.zkvm() ? configuration.name : "";
    byId("bounds").value = configuration.bounds;
    byId("accounting").value = configuration.accounting;
    byId("sizes").value = configuration.sizes;
    editor.display(configuration.text);
    showChanges();
    figuresRun.run(calculate).catch(defect);
    settleSoon();
  }

  function settleSoon() {
    clearTimeout(quietTimer);
    quietTimer = setTimeout(settled, quiet);
  }

  function defect(error) {
    tell(`This is a defect of the page: ${error.message}`, true);
  }

  /** Figures of the configuration as it is now, and then what its values may be. */
  async function calculate(isStale) {
    const asked = configuration;
    const patient = setTimeout(() => show(byId("busy")), patience);
    try {
      const { milestones, refusal } = await answers.figures(asked, chosen);
      if (milestones && isOfShown(asked)) {
        accepted(asked, milestones); // though a newer one waits: figures follow a slider
      } else if (refusal !== undefined && !isStale()) {
        refused(refusal);
      }
      if (milestones && !isStale()) {
        await describe(asked, isStale);
      }
    } finally {
      clearTimeout(patient);
      show(byId("busy"), engine.busy);
      settleSoon();
    }
  }

  async function describe(asked, isStale) {
    const refusal = await answers.describe(asked, chosen);
    if (isStale()) {
      return;
    }
    if (refusal === undefined) {
      keepingFocus(showParameters);
    } else {
      refused(refusal);
    }
  }

  /** Whether a configuration is what is shown now, but for values of circuits. */
  function isOfShown(asked) {
    return ["name", "text", "bounds", "accounting", "sizes", "regimes"]
      .every((each) => asked[each] === configuration[each]);
  }

  function accepted(asked, milestones) {
    const { known } = answers;
    const [zkvm] = known.zkvms;
    byId("results").classList.remove("stale");
    show(byId("errors"), false);
    show(byId("starting"), false);
    show(byId("results"));
    editor.problems((known.warnings ?? []).map((each) => ({ ...each, severity: "warning" })));
    byId("title").textContent = visible(zkvm.name) + (zkvm.version ? ` ${visible(zkvm.version)}` : "");
    document.title = `${visible(zkvm.name)} – soundcalc`;
    figures.withSizes(asked.sizes);
    const line = figures.cards(zkvm, milestones, asked.regimes ? regimes.usual(about, asked.bounds) : []);
    if (byId("heard").textContent !== line) {
      byId("heard").textContent = line;
    }
    if (!zkvm.circuits.some(({ name }) => name === chosen)) {
      chosen = zkvm.security?.circuit ?? zkvm.circuits[0].name;
    }
    keepingFocus(() => {
      regimes.display(about.regimes, known.regimes, (wanted) => change(configuration.with({ regimes: wanted })));
      showCircuit();
    });
  }

  /** Figures of the last valid configuration stay, marked as such, beside what is wrong now. */
  function refused(answer) {
    byId("results").classList.add("stale");
    show(byId("starting"), false);
    const problems = answer === null
      ? [{ severity: "error", message: "stopped before it was done" }]
      : answer.problems;
    const errors = problems.filter(({ severity }) => severity === "error");
    const first = errors[0] ?? { message: "no figures" };
    const place = first.line
      ? [button(`Line ${first.line}`, () => editor.go(first.line, first.column), { class: "link" }), ": "]
      : [];
    byId("errors").replaceChildren(
      element("b", {}, answers.known ? "These are the figures before the last change. " : "There are no figures. "),
      ...place, visible(first.message), errors.length > 1 ? ` (and ${errors.length - 1} more, below)` : "");
    show(byId("errors"));
    editor.problems(problems);
  }

  /** What is not urgent: the address, and what levers buy, once there are figures. */
  function settled() {
    const asked = configuration;
    address.keep(asked, () => asked !== configuration).catch(defect);
    if (!figuresRun.isRunning) {
      if (leverEngine.busy) { // of another circuit
        leverEngine.stop();
      }
      leversRun.run(askLevers).catch(defect);
    }
  }

  async function askLevers(isStale) {
    if (!chosen) {
      return;
    }
    const circuit = chosen;
    byId("lever-basis").textContent = "Asking what one more unit buys…";
    const answer = await leverEngine.ask(configuration.request("levers", { circuit }));
    if (isStale() || answer?.status !== 0 || circuit !== chosen) {
      byId("lever-basis").textContent = "";
      return;
    }
    const read = JSON.parse(answer.document).zkvms[0].circuits[0];
    const proven = new Set(answers.known.regimes.filter(({ status }) => status === "proven").map(({ name }) => name));
    keepingFocus(() => parameters.buys(read.levers, read.today, proven, (changes) =>
      change(changes.reduce((so, { key, to }) => withValue(so, key, to), configuration))));
  }

  function showCircuit() {
    const { known } = answers;
    const [zkvm] = known.zkvms;
    const names = zkvm.circuits.map(({ name }) => name);
    const select = byId("circuit");
    if ([...select.options].map(({ value }) => value).join("\0") !== names.join("\0")) {
      fillSelect(select, names.map((name) => [name, visible(name)]), chosen);
    }
    select.value = chosen;
    figures.circuits(zkvm, known.regimes, chosen, choose);
    figures.terms(zkvm.circuits.find(({ name }) => name === chosen), known.regimes);
  }

  function showParameters() {
    const described = answers.keys(chosen);
    if (described) {
      parameters.display(described, about.fields ?? [], set);
    }
  }

  function choose(name) {
    chosen = name;
    keepingFocus(() => {
      showCircuit();
      showParameters();
    });
    settled();
  }

  /** Puts a value of the shown circuit over that of the file. */
  function set(key, value) {
    change(withValue(configuration, key, value));
  }

  /** With a value for the shown circuit, or for all: what was put over single ones would hide it. */
  function withValue(before, key, value) {
    if (!byId("everywhere").checked) {
      return before.setting(`${keyPart(chosen)}.${key}`, value);
    }
    return answers.known.zkvms[0].circuits
      .reduce((so, { name }) => so.setting(`${keyPart(name)}.${key}`, null), before)
      .setting(key, value);
  }

  /** What was put over the file, each with a way back. */
  function showChanges() {
    const all = [...configuration.sets];
    const wasHere = byId("changes").contains(document.activeElement);
    byId("changes").replaceChildren("Changed: ", ...all.flatMap(([key, value]) => {
      const chip = button(`${visible(key)} = ${visible(value)}`, () => change(configuration.setting(key, null)), {
        class: "chip",
        "aria-label": `Undo ${visible(key)} = ${visible(value)}`,
      });
      chip.append(element("span", { class: "sign" }, " ×"));
      return [chip, " "];
    }));
    show(byId("changes"), all.length > 0);
    show(byId("unwritten"), all.length > 0);
    if (wasHere) {
      (byId("changes").querySelector("button") ?? byId("zkvm")).focus();
    }
  }

  async function openFiles([file, ...others]) {
    const text = await sharing.read(file);
    if (text === null) {
      return;
    }
    const ignored = others.length > 0 ? ` One file at a time: ${others.length} more were left out.` : "";
    replaceToldly(configuration.with({ name: plainName(file.name), text, sets: new Map() }), `${visible(file.name)} is shown.${ignored}`);
  }

  function write(text) {
    if (sharing.fits(text)) {
      change(configuration.with({ text }));
    }
  }

  function listen() {
    editor.listen(write, (files) => openFiles(files).catch(defect));
    byId("zkvm").addEventListener("change", (event) => {
      const zkvm = bundledZkvms.find(({ name }) => name === event.target.value);
      replaceToldly(configuration.with({ name: zkvm.name, text: zkvm.text, sets: new Map() }), `${title(zkvm.name)} is shown.`);
    });
    byId("bounds").addEventListener("change", (event) =>
      change(configuration.with({ bounds: event.target.value, regimes: null })));
    for (const option of ["accounting", "sizes"]) {
      byId(option).addEventListener("change", (event) =>
        change(configuration.with({ [option]: event.target.value })));
    }
    byId("circuit").addEventListener("change", (event) => choose(event.target.value));
    byId("reset").addEventListener("click", () =>
      replaceToldly(new Configuration({ name: original.name, text: original.text }), "Everything is as it was."));
    byId("stop").addEventListener("click", () => engine.stop());
    byId("open").addEventListener("click", () => byId("opened").click());
    byId("opened").addEventListener("change", ({ target }) => {
      const files = [...target.files];
      target.value = "";
      if (files.length > 0) {
        openFiles(files).catch(defect);
      }
    });
    byId("write").addEventListener("click", async () => {
      const text = await sharing.written(configuration, engine);
      if (text !== null) {
        change(configuration.with({ text, sets: new Map() }));
        byId("text").focus();
      }
    });
    byId("copy-link").addEventListener("click", () => sharing.copyLink(configuration).catch(defect));
    byId("copy-command").addEventListener("click", () => sharing.copyCommand(configuration));
    byId("download-toml").addEventListener("click", () => sharing.downloadToml(configuration, engine).catch(defect));
    byId("download-json").addEventListener("click", () => sharing.downloadJson(configuration, engine).catch(defect));
    address.listen((link) => open(link).catch(defect));
    view.listen(() => configuration.commandLine());
  }

  start().catch(defect);
})();
