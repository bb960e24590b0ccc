"use strict";

/** What the program does where an option is not given. */
const standardOptions = { bounds: "may-2026", accounting: "soundcalc", sizes: "soundcalc" };

/**
 * What figures are asked for: a TOML, the values put over it, and the options of the program. It
 * is never changed; `with` gives another one.
 */
class Configuration {
  /** Of a zkVM that comes with the page. */
  static bundled(zkvm) {
    return new Configuration({ name: zkvm.name, text: zkvm.text });
  }

  constructor({
    name,
    text,
    sets = new Map(),
    regimes = null,
    bounds = standardOptions.bounds,
    accounting = standardOptions.accounting,
    sizes = standardOptions.sizes,
  }) {
    // a file cannot hold half a character, which a field of text can
    Object.assign(this, { name, text: text.toWellFormed(), sets, regimes, bounds, accounting, sizes });
    Object.freeze(this);
  }

  with(changes) {
    return new Configuration({ ...this, ...changes });
  }

  /** With a value put over that of the file; without, where the value is null. */
  setting(key, value) {
    const sets = new Map(this.sets);
    sets.delete(key);
    if (value !== null) {
      sets.set(key, value.toWellFormed());
    }
    return this.with({ sets });
  }

  /** The zkVM of the page whose text this is; nothing where somebody changed it. */
  zkvm() {
    return bundledZkvms.find((each) => each.name === this.name && each.text === this.text);
  }

  /** Its file, as the program names it. */
  file() {
    return this.zkvm() ? `zkvms/${this.name}.toml` : `${this.name}.toml`;
  }

  /** What `--set` is given. */
  settings() {
    return [...this.sets].map(([key, value]) => `${key}=${value}`);
  }

  /** A question to the calculator; what is as the program has it by itself is left out. */
  request(command, more = {}) {
    return {
      command,
      name: this.file(),
      text: this.text,
      regimes: this.regimes ? this.regimes.join(",") : "",
      ...Object.fromEntries(Object.entries(standardOptions).map(([option, standard]) =>
        [option, this[option] === standard ? "" : this[option]])),
      set: this.settings(),
      ...more,
    };
  }

  /** The command line that prints the same figures. */
  commandLine() {
    const options = [];
    if (this.regimes) {
      options.push("--regimes", this.regimes.join(",").toLowerCase());
    }
    for (const option of ["bounds", "accounting", "sizes"]) {
      if (this[option] !== standardOptions[option]) {
        options.push(`--${option}`, this[option]);
      }
    }
    for (const setting of this.settings()) {
      options.push("--set", setting);
    }
    const file = this.file();
    return ["./soundcalc", "estimate", ...options, file.startsWith("-") ? `./${file}` : file]
      .map(shellWord)
      .join(" ");
  }
}

/** A word that a shell takes as it is. */
function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A name as it stands in a dotted key: in quotes where it has other characters. */
function keyPart(name) {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quoted(name);
}

/** A text as TOML and `--set` have it; a plain word needs no quotes. */
function settingText(text) {
  return /^[A-Za-z][\w^-]*$/.test(text) && !/^(true|false|inf|nan)$/.test(text) ? text : quoted(text);
}

/** A basic string of TOML. JSON's escapes are TOML's, but for the character 7F. */
function quoted(text) {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}
