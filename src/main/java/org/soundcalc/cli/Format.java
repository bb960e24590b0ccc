package org.soundcalc.cli;

/** How to print estimates. */
enum Format {
  TABLE,
  JSON,
  CSV,
  MARKDOWN;

  /** Reads {@code --format}. */
  static final class Converter extends Words<Format> {
    Converter() {
      super(values());
    }
  }
}
