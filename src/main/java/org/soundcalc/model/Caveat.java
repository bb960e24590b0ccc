package org.soundcalc.model;

import java.util.List;

/**
 * What a figure takes for granted: a condition that the parameters do not ensure.
 *
 * @param kind the condition's kind
 * @param message the condition, with its numbers
 * @param path the key to blame, after the name of the table inside the circuit that holds it; empty
 *     where none is
 */
public record Caveat(Kind kind, String message, List<String> path) {
  /** Conditions of one kind. */
  public enum Kind {
    /** Collisions of the hash are cheaper than what is required. */
    HASH("hash"),
    /** More proof-of-work is credited than anybody can pay. */
    GRINDING("grinding"),
    /** No value is looked up as often as the field's characteristic. */
    LOOKUP_HYPOTHESIS("lookup-hypothesis"),
    /** A list is bounded though the proximity parameter is beyond what the theorem covers. */
    LIST_BOUND("list-bound"),
    /** A key that no formula reads says that the protocol is another one. */
    IGNORED_KEY("ignored-key");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return its name in outputs, such as {@code lookup-hypothesis}} */
    public String word() {
      return word;
    }
  }
}
