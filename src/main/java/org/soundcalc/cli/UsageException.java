package org.soundcalc.cli;

/** The command line asks for something that does not exist. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Bad usage.
   *
   * @param message what is wrong and what would be right, in one line
   */
  UsageException(String message) {
    super(message, null, false, false);
  }
}
