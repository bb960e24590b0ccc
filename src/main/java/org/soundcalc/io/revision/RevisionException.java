package org.soundcalc.io.revision;

/** Something cannot be had from a repository. */
public final class RevisionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message for people.
   *
   * @param message what is wrong and what helps, in one line
   */
  public RevisionException(String message) {
    super(message, null, false, false);
  }
}
