package org.soundcalc.io.toml;

/** How much a problem matters. */
public enum Severity {
  /** The file cannot be used. */
  ERROR("error"),
  /** The file can be used; the line deserves a second look. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** {@return the word in messages} */
  public String word() {
    return word;
  }
}
