package org.soundcalc.io.estimate;

import java.util.OptionalInt;

/**
 * What a reader of the figures must know.
 *
 * @param source the file it speaks of, as it was named
 * @param line from 1; nothing where it speaks of the whole file
 * @param message one sentence
 */
public record Warning(String source, OptionalInt line, String message) {
  /** With its place: {@code zkvms/pico.toml:12: ...}. */
  public String placed() {
    return source + (line.isPresent() ? ":" + line.getAsInt() : "") + ": " + message;
  }
}
