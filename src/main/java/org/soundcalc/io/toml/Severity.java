package org.soundcalc.io.toml;

import java.util.Locale;

/** How much a problem matters. */
public enum Severity {
  /** The file cannot be used. */
  ERROR,
  /** The file can be used; the line deserves a second look. */
  WARNING;

  /** {@return the word in messages} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
