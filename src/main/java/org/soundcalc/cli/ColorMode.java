package org.soundcalc.cli;

/** When to use colour. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

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

  /** Reads {@code --color}. */
  static final class Converter extends Words<ColorMode> {
    Converter() {
      super(values());
    }
  }
}
