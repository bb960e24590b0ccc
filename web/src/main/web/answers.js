"use strict";

/**
 * What the program says of a configuration. Where nothing but the values of one circuit changed
 * since it was asked last, that circuit alone is asked for: the others stay as they are.
 */
class Answers {
  #engine;
  #figuresOf; // the configuration that the figures are of
  #keysOf; // and the keys
  #keys = [];

  /** @param engine answers questions */
  constructor(engine) {
    this.#engine = engine;
  }

  /** The program's JSON, read; nothing before there was any. */
  known = undefined;

  /**
   * Asks for figures and milestones.
   *
   * @param asked the configuration
   * @param chosen the circuit that is shown
   * @returns the milestones, or the answer that refuses them
   */
  async figures(asked, chosen) {
    const circuit = onlyChanged(asked, this.#figuresOf, chosen);
    const [estimate, milestones] = await Promise.all([
      this.#engine.ask(asked.request("estimate", { circuit })),
      this.#engine.ask(asked.request("milestones")),
    ]);
    if (estimate?.status !== 0 || milestones?.status !== 0) {
      return { refusal: estimate?.status === 0 ? milestones : estimate };
    }
    const read = JSON.parse(estimate.document);
    if (circuit !== "") {
      read.zkvms[0].circuits = replaced(this.known.zkvms[0].circuits, read.zkvms[0].circuits);
    }
    this.known = read;
    this.#figuresOf = asked;
    return { milestones: JSON.parse(milestones.document).milestones };
  }

  /** Asks for the keys of the configuration; gives the answer that refuses them, or nothing. */
  async describe(asked, chosen) {
    const circuit = onlyChanged(asked, this.#keysOf, chosen);
    const answer = await this.#engine.ask(asked.request("keys", { circuit }));
    if (answer?.status !== 0) {
      return answer;
    }
    const { circuits } = JSON.parse(answer.document);
    this.#keys = circuit === "" ? circuits : replaced(this.#keys, circuits);
    this.#keysOf = asked;
    return undefined;
  }

  /** The keys of a circuit; nothing where they were not asked for yet. */
  keys(circuit) {
    return this.#keys.find(({ name }) => name === circuit);
  }
}

/** All circuits, one of them in its place as it is now. */
function replaced(all, [changed]) {
  return all.map((each) => (each.name === changed.name ? changed : each));
}

/** The circuit where nothing but its own values differs from what was asked last, or "". */
function onlyChanged(asked, last, circuit) {
  if (!last || !circuit) {
    return "";
  }
  const own = `${keyPart(circuit)}.`;
  const isSame = ["name", "text", "bounds", "accounting", "sizes"].every((each) => asked[each] === last[each])
    && String(asked.regimes) === String(last.regimes)
    && [...new Set([...asked.sets.keys(), ...last.sets.keys()])].every((key) =>
      key.startsWith(own) || asked.sets.get(key) === last.sets.get(key));
  return isSame ? circuit : "";
}
