package org.soundcalc.cli;

import org.soundcalc.search.space.VariableKeys;

/**
 * A key and its values, as {@code --vary} takes them.
 *
 * @param text as it was written
 * @param key before the first =, empty where there is none
 * @param domain what stands after it
 */
record Vary(String text, String key, String domain) {
  /** The option. */
  static final String NAME = "--vary";

  /** The parts of KEY=DOMAIN. */
  static Vary of(String text) {
    int equals = text.indexOf('=');
    String key = text.substring(0, Math.max(0, equals));
    return new Vary(text, VariableKeys.plain(key), text.substring(equals + 1));
  }

  UsageException refused(String why) {
    return new UsageException(NAME + " " + (text.isBlank() ? '"' + text + '"' : text) + ": " + why);
  }
}
