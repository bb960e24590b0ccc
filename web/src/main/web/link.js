"use strict";

/**
 * A configuration as the fragment of an address, which browsers never send: `zkvm=pico&set=...`
 * for a zkVM of the page, and the whole text, compressed, for others.
 */
const links = (() => {
  const mostText = 4 << 20;
  const mostSettings = 1000;

  async function encode(configuration) {
    const parts = configuration.zkvm()
      ? [["zkvm", configuration.name]]
      : [["name", configuration.name], ["toml", await packed(configuration.text)]];
    for (const setting of configuration.settings()) {
      parts.push(["set", setting]);
    }
    if (configuration.regimes) {
      parts.push(["regimes", configuration.regimes.join(",")]);
    }
    for (const option of Object.keys(standardOptions)) {
      if (configuration[option] !== standardOptions[option]) {
        parts.push([option, configuration[option]]);
      }
    }
    return parts.map(([name, value]) => `${name}=${escaped(value)}`).join("&");
  }

  /** Only what would end a part, or a link in running text, is escaped. */
  function escaped(value) {
    return encodeURIComponent(value)
      .replace(/%(3D|2C|5B|5D|3A|2F|40)/g, decodeURIComponent)
      .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  }

  /**
   * Reads a fragment; an Error says what is wrong with it.
   *
   * @param regimes the names of all regimes
   */
  async function decode(fragment, regimes) {
    const given = { set: [] };
    for (const part of fragment.split("&")) {
      const [, name, value] = /^([a-z]+)=(.*)$/s.exec(part) ?? [];
      if (!["zkvm", "name", "toml", "set", "regimes", "bounds", "accounting", "sizes"].includes(name)) {
        throw new Error(`it has a part that is unknown: ${part.slice(0, 40)}`);
      }
      if (name === "set") {
        given.set.push(unescaped(value));
      } else if (name in given) {
        throw new Error(`it has ${name} twice`);
      } else {
        given[name] = unescaped(value);
      }
    }
    if (given.set.length > mostSettings) {
      throw new Error(`it changes more than ${mostSettings} values`);
    }
    const file = given.toml === undefined ? bundled(given.zkvm) : await written(given);
    return configuration(given, file, regimes);
  }

  function unescaped(value) {
    try {
      return decodeURIComponent(value);
    } catch {
      throw new Error("it is damaged: a % is followed by something else than two digits");
    }
  }

  function bundled(name) {
    const zkvm = bundledZkvms.find((each) => each.name === name);
    if (!zkvm) {
      throw new Error(name === undefined ? "it names no zkVM" : `this page has no zkVM "${name}"`);
    }
    return zkvm;
  }

  async function written({ name = "zkvm", toml }) {
    return { name: plainName(name), text: await unpacked(toml) };
  }

  function configuration(given, { name, text }, all) {
    const sets = new Map();
    for (const setting of given.set) {
      // a name in quotes may hold a sign =
      const [, key, value] = /^((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^="'])+)=(.*)$/s.exec(setting) ?? [];
      if (key === undefined) {
        throw new Error(`set=${setting.slice(0, 40)} is not a key, the sign = and a value`);
      }
      sets.set(key, value);
    }
    const options = {};
    for (const option of Object.keys(standardOptions)) {
      if (given[option] !== undefined) {
        const known = [...byId(option).options].map(({ value }) => value);
        options[option] = oneOf(option, given[option], known);
      }
    }
    const regimes = given.regimes?.split(",").map((each) => oneOf("regimes", each, all)) ?? null;
    return new Configuration({ name, text, sets, regimes, ...options });
  }

  /** The value of this spelling, in any case. */
  function oneOf(part, value, values) {
    const found = values.find((each) => each.toLowerCase() === value.toLowerCase());
    if (found === undefined) {
      throw new Error(`${part} must be of ${values.join(", ")}, not "${value.slice(0, 40)}"`);
    }
    return found;
  }

  async function packed(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = "";
    for (const byte of bytes) {
      binary += String.fromCharCode(byte);
    }
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  /** Stops at the most that is read: few bytes may unpack to very many. */
  async function unpacked(packedText) {
    try {
      const binary = atob(packedText.replaceAll("-", "+").replaceAll("_", "/"));
      const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
      const reader = new Blob([bytes])
        .stream()
        .pipeThrough(new DecompressionStream("deflate-raw"))
        .getReader();
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      let text = "";
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += decoder.decode(part.value, { stream: true });
        if (text.length > mostText) {
          reader.cancel().catch(() => {});
          throw new RangeError("its TOML has more than 4 MiB");
        }
      }
      return text + decoder.decode();
    } catch (error) {
      throw error instanceof RangeError ? error : new Error("its TOML is damaged, perhaps cut off");
    }
  }

  return { encode, decode };
})();

/** A file's name without its folder and ending, and without what no file name may have. */
function plainName(name) {
  const base = visible(name).replace(/^.*[\\/]/s, "").replace(/\.toml$/i, "").replace(/[:*?"<>|\ufffd]/g, "-");
  return [...base.toWellFormed()].slice(0, 80).join("") || "zkvm";
}
