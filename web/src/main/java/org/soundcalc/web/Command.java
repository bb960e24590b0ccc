package org.soundcalc.web;

import java.util.Locale;
import java.util.Optional;

/** What the page can ask for. */
enum Command {
  /** The figures. */
  ESTIMATE,
  /** How far the zkVM is from each milestone. */
  MILESTONES,
  /** What one more unit of each parameter buys. */
  LEVERS,
  /** Every problem of the file. */
  VALIDATE,
  /** The TOML with what is set in it. */
  TOML,
  /** The parameters of each circuit, and what they may be. */
  KEYS,
  /** What this calculator knows. */
  ABOUT;

  /** The command of a word. */
  static Optional<Command> of(String word) {
    for (Command command : values()) {
      if (command.word().equals(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
