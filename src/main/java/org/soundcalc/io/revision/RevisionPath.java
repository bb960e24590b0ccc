package org.soundcalc.io.revision;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder at a revision, as a command line names it: {@code REV:PATH}, or {@code REV:} for
 * a path that is named elsewhere.
 *
 * @param revision the revision, not empty
 * @param path the path as it was written, relative to the working directory; may be empty
 */
public record RevisionPath(String revision, String path) {
  /**
   * {@return what an argument names at a revision; nothing where it has none, or a file or folder
   * has that name}
   *
   * @param argument of the command line
   */
  public static Optional<RevisionPath> of(String argument) {
    int colon = colon(argument);
    return colon < 1 || exists(argument)
        ? Optional.empty()
        : Optional.of(
            new RevisionPath(argument.substring(0, colon), argument.substring(colon + 1)));
  }

  /** The first that is not in braces, as in {@code main@{12:00}:zkvms}; -1 where there is none. */
  private static int colon(String argument) {
    int depth = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * {@return the same revision with this path, where it has none of its own}
   *
   * @param other a path
   */
  public RevisionPath or(String other) {
    return path.isEmpty() ? new RevisionPath(revision, other) : this;
  }

  /** {@return how it is written} */
  public String label() {
    return revision + ":" + path;
  }
}
