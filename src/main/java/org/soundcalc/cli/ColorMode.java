package org.soundcalc.cli;

import picocli.CommandLine.Model.OptionSpec;

/** When to use colour. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  static final String NAME = "--color";

  /** The option that chooses it. */
  static OptionSpec option() {
    String meaning =
        "When to use colour: auto (on a terminal, unless NO_COLOR is set), always or never.";
    return EnumOption.of(values(), "WHEN", Options.option(NAME, meaning, "auto", "--color=always"));
  }

  /** The choice that was made. */
  static ColorMode of(Request request) {
    return request.value(NAME, AUTO);
  }

  /**
   * Whether to use it.
   *
   * @param terminal whether the stream leads to one
   * @param refused whether the user asked all programs for none
   */
  boolean allows(boolean terminal, boolean refused) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && !refused;
    };
  }
}
