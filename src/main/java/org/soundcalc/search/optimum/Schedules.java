package org.soundcalc.search.optimum;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;

/** Which sequences of folds a search may choose from. */
public sealed interface Schedules {
  /**
   * {@return whether a sequence is one of them}
   *
   * @param logFactors log2 of its factors
   */
  boolean holds(List<Integer> logFactors);

  private static InvalidConfiguration none(String message) {
    return new InvalidConfiguration(List.of(Problem.located(message)));
  }

  /**
   * All sequences of some factors.
   *
   * @param logFactors log2 of each, ≥ 1, at least one
   */
  record Any(SortedSet<Integer> logFactors) implements Schedules {
    /**
     * All sequences of some factors.
     *
     * @param logFactors log2 of each
     * @throws InvalidConfiguration if there is none, or one is below 1
     */
    public Any {
      logFactors = new TreeSet<>(logFactors);
      if (logFactors.isEmpty() || logFactors.first() < 1) {
        throw none("no factors to fold by: " + logFactors);
      }
    }

    @Override
    public boolean holds(List<Integer> others) {
      return logFactors.containsAll(others);
    }
  }

  /**
   * Some sequences.
   *
   * @param each log2 of the factors of each
   */
  record Listed(List<List<Integer>> each) implements Schedules {
    /**
     * Some sequences.
     *
     * @param each log2 of the factors of each
     * @throws InvalidConfiguration if there is none, or one is empty
     */
    public Listed {
      each = List.copyOf(each);
      if (each.isEmpty() || each.stream().anyMatch(List::isEmpty)) {
        throw none("no schedule: " + each);
      }
    }

    @Override
    public boolean holds(List<Integer> logFactors) {
      return each.contains(logFactors);
    }
  }
}
