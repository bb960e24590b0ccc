"use strict";

/** Shows what the program's JSON says: figures of the whole, of each circuit, and of each term. */
const figures = (() => {
  const limits = { rounds: "limited by the rounds' errors", hash: "limited by collisions of the hash" };

  /**
   * Figures of the whole, as cards, and as one line for whoever scrolled on or listens.
   *
   * @param usual the regimes of milestones, where others may be shown
   */
  function cards(zkvm, milestones, usual) {
    byId("cards").replaceChildren(
      card("Proven bits", ...proven(zkvm)),
      card("After Fiat–Shamir", ...nonInteractive(zkvm)),
      card("Final proof", ...finalProof(zkvm)),
      card("Milestones", verdicts(milestones), needs(milestones),
        ...(usual.length > 0 ? [element("p", { class: "margin" }, `always read under ${usual.join(" and ")}`)] : [])));
    caveats(milestones);
    const line = glance(zkvm, milestones);
    byId("glance").replaceChildren(element("b", {}, visible(zkvm.name)), ` ${line}`);
    return `${visible(zkvm.name)}: ${line}`;
  }

  function card(title, ...content) {
    return element("section", { class: "card" }, element("h2", {}, title), ...content);
  }

  function big(figure, unit = "") {
    return element("p", { class: "count" }, element("span", { class: "big" }, figure), unit);
  }

  function proven({ security, circuits, recursion }) {
    if (!security) {
      const bare = circuits.find(({ regimes }) => !regimes.some(isProven));
      return [
        big("–"),
        element("p", {}, `no proven figure under these regimes${bare ? ` for ${visible(bare.name)}` : ""}`),
      ];
    }
    const weakest = circuits.find(({ name }) => name === security.circuit);
    return [
      big(security.bits),
      element("p", {}, "of ", element("b", {}, visible(security.circuit)), " ", under(security.regime)),
      element("p", { class: "margin" }, "binds: ", binding(weakest, security)),
      ...(recursion?.bits ? [element("p", { class: "margin" }, `whole tree: ${recursion.bits} bits`)] : []),
    ];
  }

  function under(regime) {
    return regime === "mixed" ? "under mixed regimes" : `under ${regime}`;
  }

  function isProven(regime) {
    return regime.status === "proven" && regime.bits !== null;
  }

  /** The term that decides the circuit's figure under the regime that counts for it. */
  function binding(circuit, { regime }) {
    const counted = circuit.regimes.find((each) => each.name === regime) ?? best(circuit.regimes);
    return visible(counted?.binding ?? "–");
  }

  /** The proven regime with the most bits; nothing where none covers the circuit. */
  function best(regimes) {
    return regimes
      .filter(isProven)
      .reduce((one, other) => (one && one.bits >= other.bits ? one : other), undefined);
  }

  function nonInteractive({ nonInteractive: figure }) {
    return [big(orDash(figure?.bits)), element("p", {}, figure ? limits[figure.binds] : "needs a proven figure")];
  }

  function finalProof(zkvm) {
    const size = sizeOf(zkvm);
    return [
      big(kib(size.worstCaseBits), " KiB"),
      element("p", {}, `worst case; expected ${kib(size.expectedBits)}`),
      element("p", { class: "margin" }, "of ", visible(zkvm.proofSize.circuit)),
    ];
  }

  /** As sent, where that was asked for and is known. */
  function sizeOf(each) {
    return shownSizes === "sent" && each.proofSizeSent ? each.proofSizeSent : each.proofSize;
  }

  let shownSizes = "soundcalc";

  function word({ passed, caveats: all }) {
    return passed ? (all.length === 0 ? "pass" : "pass*") : "fail";
  }

  function title(name) {
    return name[0].toUpperCase() + name.slice(1);
  }

  function spare({ bits, size }) {
    return {
      bits: bits.actual === null ? null : bits.actual - bits.required,
      kib: Math.floor((size.allowed - size.worst) / bitsPerKib),
    };
  }

  function verdicts(milestones) {
    const list = element("dl", { class: "verdicts" });
    for (const { name, zkvms: [zkvm] } of milestones) {
      const { bits, kib: size } = spare(zkvm);
      list.append(
        element("dt", {}, title(name)),
        element("dd", {},
          element("span", { class: `verdict ${zkvm.passed ? "pass" : "fail"}` }, word(zkvm)), " ",
          element("span", { class: "margin" },
            element("span", { class: "nb" }, `${bits === null ? "–" : signed(bits)} bits, `),
            element("span", { class: "nb" }, `${signed(size)} KiB`))));
    }
    return list;
  }

  function needs(milestones) {
    const next = milestones.find(({ zkvms: [zkvm] }) => !zkvm.passed);
    if (!next) {
      return element("p", {}, "All are passed.");
    }
    const { bits, kib: size } = spare(next.zkvms[0]);
    const missing = [];
    if (bits === null) {
      missing.push("a proven figure");
    } else if (bits < 0) {
      missing.push(`${-bits} ${bits === -1 ? "bit" : "bits"} more`);
    }
    if (size < 0) {
      missing.push(`${-size} KiB less`);
    }
    return element("p", {}, `Next: ${title(next.name)}: ${missing.join(", ")}`);
  }

  /** What a pass does not cover; what is said of many circuits is said once. */
  function caveats(milestones) {
    const said = new Map();
    for (const { zkvms: [zkvm] } of milestones) {
      for (const { circuit, message } of zkvm.caveats) {
        said.set(message, (said.get(message) ?? new Set()).add(circuit));
      }
    }
    const list = byId("caveats");
    list.replaceChildren(...[...said].map(([message, circuits]) =>
      element("li", {}, `A pass does not cover: ${visible(message)} (${some([...circuits])})`)));
    show(list, said.size > 0);
  }

  function some(names) {
    const first = names.slice(0, 3).map(visible).join(", ");
    return names.length > 3 ? `${first} and ${names.length - 3} more` : first;
  }

  function glance(zkvm, milestones) {
    const { security, nonInteractive: after } = zkvm;
    const passes = milestones.map(({ name, zkvms: [each] }) => `${title(name)} ${word(each)}`);
    return [
      security ? `${security.bits} bits ${under(security.regime)}` : "no proven figure",
      after && after.bits !== security?.bits ? `${after.bits} after Fiat–Shamir` : "",
      `${kib(sizeOf(zkvm).worstCaseBits)} KiB`,
      ...passes,
    ].filter((each) => each !== "").join(", ");
  }

  let rows = []; // as they are shown

  /** A row for each circuit, a column for each regime. Rows of which nothing changed stay. */
  function circuits(zkvm, regimes, chosen, choose) {
    const made = zkvm.circuits.map((circuit, i) => {
      const isChosen = circuit.name === chosen;
      const last = rows[i];
      return last?.circuit === circuit && last.isChosen === isChosen && last.sizes === shownSizes
        ? last
        : { circuit, isChosen, sizes: shownSizes, line: row(circuit, i, isChosen, choose) };
    });
    if (!isUnchanged(byId("circuits"), [regimes, made.length])) {
      byId("circuits").replaceChildren(
        element("caption", {}, "Bits of each circuit under each regime, and the term that decides them."),
        element("thead", {}, headings(regimes)),
        element("tbody", {}, ...made.map(({ line }) => line)));
      const conjectured = regimes.filter(({ status }) => status !== "proven");
      byId("conjectured").textContent = conjectured.map(warning).join(" ");
      show(byId("conjectured"), conjectured.length > 0);
    } else {
      made.forEach(({ line }, i) => line !== rows[i].line && rows[i].line.replaceWith(line));
    }
    rows = made;
  }

  function headings(regimes) {
    return element("tr", {},
      element("th", { scope: "col" }, "Circuit"),
      ...regimes.map((regime) =>
        element("th", { scope: "col", class: "n", title: regime.assumes }, regimeName(regime))),
      element("th", { scope: "col", class: "n" }, "After Fiat–Shamir"),
      element("th", { scope: "col", class: "n" }, "Proof, KiB"));
  }

  function row(circuit, index, isChosen, choose) {
    const name = button(visible(circuit.name), () => choose(circuit.name), {
      id: `circuit-${index}`,
      class: "link",
      "aria-pressed": String(isChosen),
      title: "Show its parameters and terms",
    });
    const made = element("tr", { class: isChosen ? "chosen" : null }, element("th", { scope: "row" }, name));
    const deciding = best(circuit.regimes);
    for (const regime of circuit.regimes) {
      const isDeciding = regime === deciding;
      made.append(element("td", { class: "bits" },
        element("span", { class: isDeciding ? "figure" : null }, orDash(regime.bits)), " ",
        element("small", {}, visible(regime.bits === null ? regime.reason ?? "not covered" : regime.binding))));
    }
    made.append(
      element("td", { class: "n" }, orDash(circuit.nonInteractive?.bits)),
      element("td", { class: "n" }, kib(sizeOf(circuit).worstCaseBits)));
    return made;
  }

  function regimeName({ name, status }) {
    return status === "proven" ? name : `${name} (conjectured)`;
  }

  function warning({ name, status, assumes, reason }) {
    return `${name} is a conjecture, ${status}: ${reason ?? assumes}. It never counts towards the proven bits.`;
  }

  /** Every term of a circuit, in bits, under each regime that covers it. */
  function terms(circuit, regimes) {
    const names = [...new Set(circuit.regimes.flatMap((regime) => regime.terms.map(({ name }) => name)))];
    const cell = (regime, name) => {
      const term = regime.terms.find((each) => each.name === name);
      const isBinding = term && regime.binding === name;
      return element("td", { class: isBinding ? "binding" : null, title: term?.note },
        term ? decimal(term) : "",
        ...(isBinding ? [element("span", { class: "heard" }, " binds")] : []));
    };
    byId("term-table").replaceChildren(
      element("caption", {}, `Terms of ${visible(circuit.name)} in bits, proof-of-work included; the term that binds is bold.`),
      element("thead", {}, element("tr", {},
        element("th", { scope: "col", class: "t" }, "Term"),
        ...regimes.map((regime) => element("th", { scope: "col" }, regimeName(regime))),
        element("th", { scope: "col" }, "Proof-of-work"))),
      element("tbody", {}, ...names.map((name) => element("tr", {},
        element("th", { scope: "row" }, visible(name)),
        ...circuit.regimes.map((regime) => cell(regime, name)),
        element("td", {}, proofOfWork(circuit, name))))));
  }

  function decimal({ bits, decimalBits }) {
    return decimalBits === null || decimalBits === undefined ? String(bits) : decimalBits.toFixed(2);
  }

  function proofOfWork(circuit, name) {
    const terms = circuit.regimes.flatMap((regime) => regime.terms.filter((each) => each.name === name));
    return terms[0]?.grindingBits ? `${terms[0].grindingBits} bits` : "";
  }

  return {
    cards,
    circuits,
    terms,
    best,
    sizeOf,
    withSizes: (sizes) => {
      shownSizes = sizes;
    },
  };
})();
