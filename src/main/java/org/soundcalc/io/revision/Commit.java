package org.soundcalc.io.revision;

import java.time.Instant;

/**
 * A commit.
 *
 * @param hash its name, in hexadecimal digits
 * @param date when it was made (the committer's date, which follows the order of a branch)
 */
public record Commit(String hash, Instant date) {
  private static final int SHORT = 10;

  /** {@return the beginning of its name, which people read} */
  public String shortHash() {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }
}
