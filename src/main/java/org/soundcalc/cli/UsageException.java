package org.soundcalc.cli;

import java.util.Collection;
import java.util.Map;
import org.soundcalc.model.Suggestions;

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

  /**
   * What is known by a name.
   *
   * @param where what was written, such as {@code --circuit risc}
   * @param name the name in it
   * @param what it should name, such as {@code circuit}
   * @param known all that there are, by their names
   * @throws UsageException if nothing has the name
   */
  static <T> T known(String where, String name, String what, Map<String, T> known) {
    T named = known.get(name);
    if (named == null) {
      throw unknown(where, name, what, known.keySet());
    }
    return named;
  }

  /**
   * A name that nothing has: which one was meant, or which there are.
   *
   * @param where what was written, such as {@code --circuit risc}
   * @param name the name in it
   * @param what it should name, such as {@code circuit}
   * @param known the names that there are
   */
  static UsageException unknown(String where, String name, String what, Collection<String> known) {
    String names = String.join(", ", known);
    String all = known.size() == 1 ? "; the only " + what + " is " + names : "; there are " + names;
    if (name.isBlank()) {
      String start = where.isBlank() ? "" : where.strip() + ": ";
      return new UsageException(start + "an empty value names no " + what + all);
    }
    String meant = Suggestions.hint(name, known);
    return new UsageException(where + ": no such " + what + (meant.isEmpty() ? all : meant));
  }
}
