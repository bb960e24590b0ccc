package org.soundcalc.io.document;

/** How a text stands out where colour is allowed. Readable on light and on dark backgrounds. */
public enum Emphasis {
  /** As it is. */
  NONE(""),
  /** What to read first. */
  STRONG("1"),
  /** Headings, rules and remarks. */
  FAINT("2"),
  /** The term that decides a circuit's figure: with an asterisk where there is no bold type. */
  BINDING("1;36"),
  /** What must not be missed. */
  MARKED("1;36"),
  /** What must not be taken for proven. */
  CAUTION("35"),
  /** What has become better. */
  GAIN("1;32"),
  /** A problem that is none yet. */
  WARNING("1;35"),
  /** A problem. */
  ERROR("1;31");

  private final String code;

  Emphasis(String code) {
    this.code = code;
  }

  /** The parameters of the escape sequence that switches it on; empty for none. */
  String code() {
    return code;
  }
}
