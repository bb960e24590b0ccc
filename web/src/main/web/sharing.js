"use strict";

/** What is handed out of a configuration, and the files that are taken in. */
const sharing = (() => {
  const longestLink = 2 << 20; // characters, of which Chrome takes no more
  const largestFile = 4 << 20; // bytes: the program takes no more

  async function copyLink(configuration) {
    const link = `${location.href.split("#")[0]}#${await links.encode(configuration)}`;
    const length = link.length.toLocaleString("en");
    if (link.length > longestLink) {
      tell(`A link to this would have ${length} characters, more than browsers take. Send the TOML instead: Download TOML.`, true);
    } else {
      copy(link, "Link", link.length > address.longLink
        ? ` It has ${length} characters, more than many programs take: send the TOML where it does not work.` : "");
    }
  }

  function copyCommand(configuration) {
    copy(configuration.commandLine(), "Command line",
      configuration.zkvm() ? "" : ` It reads ${configuration.file()}: Download TOML gives that file.`);
  }

  /** Downloads what the program prints of the configuration as it is now, whatever is still shown. */
  async function downloadJson(configuration, engine) {
    const answer = await engine.ask(configuration.request("estimate"));
    if (answer?.status === 0) {
      download(answer.document, `${configuration.name}.json`, "application/json");
    } else {
      const [first] = answer?.problems.filter(({ severity }) => severity === "error") ?? [];
      const place = first?.line ? `line ${first.line}: ` : "";
      tell(`There is no JSON: ${place}${visible(first?.message ?? "stopped before it was done")}`, true);
    }
  }

  async function downloadToml(configuration, engine) {
    const text = await written(configuration, engine);
    if (text !== null) {
      download(text, `${configuration.name}.toml`, "application/toml");
    }
  }

  /** The text with what was put over it written into it. */
  async function written(configuration, engine) {
    if (configuration.sets.size === 0) {
      return configuration.text;
    }
    const answer = await engine.ask(configuration.request("toml"));
    if (answer?.status !== 0) {
      tell(`The TOML cannot be written: ${visible(answer?.problems[0]?.message ?? "stopped")}`, true);
      return null;
    }
    return answer.document;
  }

  /** The text of a file; null where it is told that it is none. */
  async function read(file) {
    const name = visible(file.name);
    if (file.size > largestFile) {
      tell(`${name} has more than 4 MiB; it is no description of a zkVM.`, true);
      return null;
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch (error) {
      tell(`${name} cannot be read: ${error instanceof TypeError ? "it is not a text in UTF-8, as TOML is" : error.message}`, true);
      return null;
    }
  }

  /** Whether a text is one that the program takes; where it is too long, that is told. */
  function fits(text) {
    if (text.length > largestFile) {
      tell("This text has more than 4 MiB; it is no description of a zkVM.", true);
    }
    return text.length <= largestFile;
  }

  return { copyLink, copyCommand, downloadJson, downloadToml, written, read, fits };
})();
