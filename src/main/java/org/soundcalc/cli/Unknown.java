package org.soundcalc.cli;

import java.util.Collection;
import org.soundcalc.model.Suggestions;

/** Names that nothing has: which one was meant, or which there are. */
final class Unknown {
  private Unknown() {}

  /**
   * What to tell who wrote such a name.
   *
   * @param where what was written, such as {@code --circuit risc}
   * @param name the name in it
   * @param what it should name, such as {@code circuit}
   * @param known the names that there are
   */
  static UsageException name(String where, String name, String what, Collection<String> known) {
    String names = String.join(", ", known);
    String all = known.size() == 1 ? "; the only " + what + " is " + names : "; there are " + names;
    String meant = Suggestions.hint(name, known);
    return new UsageException(where + ": no such " + what + (meant.isEmpty() ? all : meant));
  }
}
