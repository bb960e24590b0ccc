package org.soundcalc.io.toml;

/**
 * A part of a text.
 *
 * @param text the text
 * @param from offset of its first char
 * @param to offset after its last; an empty part from 0 stands for the text as a whole
 */
record Span(SourceText text, int from, int to) {
  Place start() {
    return text.place(from);
  }

  /** What a message about it points at. */
  Region region() {
    return text.region(this);
  }

  /** What stands there. */
  String slice() {
    return text.text().substring(from, to);
  }

  /** A problem with it. */
  Diagnostic diagnostic(Severity severity, String message) {
    return text.diagnostic(this, severity, message);
  }
}
