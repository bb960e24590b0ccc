package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;

/**
 * The multiplicities whose largest error is the smallest, one for each of a circuit's codes.
 *
 * <p>A first guess is improved until it is certain that no multiplicities leave all errors below
 * its largest. Errors that are sums of a large part and of one too small for doubles to tell could
 * make this a long way, of steps that matter to nobody: the guess itself is within 2^-30 bits of
 * the best, and after {@value #ROUNDS} improvements the last one counts.
 *
 * @param multiplicities each as small as the largest error allows, the last ones first
 * @param error that largest error
 */
record BestMultiplicities(List<Long> multiplicities, Limit error) {
  private static final int ROUNDS = 8;

  /** Those of a circuit that admits some. */
  static BestMultiplicities of(Circuit circuit, Admissible admissible) {
    Search search =
        new Search(new ParametricCircuit(circuit), admissible.least(), admissible.most());
    List<Long> best = MultiplicitySearch.best(search.circuit, search.least, search.most);
    Limit error = search.circuit.limit(best);
    for (int round = 0; round < ROUNDS; round++) {
      Optional<List<Long>> below = search.below(error, best);
      if (below.isEmpty()) {
        break;
      }
      BestMultiplicities better = search.better(error, below.get());
      best = better.multiplicities;
      error = better.error;
    }
    return new BestMultiplicities(search.smallest(error, best), error);
  }

  /**
   * What can be said for certain of all multiplicities together.
   *
   * @param least the smallest of each code
   * @param most the largest of each code
   */
  private record Search(ParametricCircuit circuit, List<Long> least, List<Long> most) {
    /**
     * Multiplicities that leave every error below a limit, if there are any: from the first code
     * on, the largest that keeps this code's errors below it, since that only helps the next.
     *
     * @param near where to look first
     */
    Optional<List<Long>> below(Limit limit, List<Long> near) {
      List<Long> found = new ArrayList<>(near.size());
      for (int i = 0; i < near.size(); i++) {
        int code = i;
        long m =
            MonotoneBisection.last(
                least.get(i),
                most.get(i),
                near.get(i),
                candidate -> {
                  circuit.set(code, candidate);
                  return circuit.allRising(code, limit::isAbove);
                });
        if (m < least.get(i)) {
          return Optional.empty();
        }
        circuit.set(i, m);
        found.add(m);
      }
      return circuit.allFalling(limit::isAbove) ? Optional.of(found) : Optional.empty();
    }

    /**
     * The smallest multiplicities that leave no error above a limit: from the last code on, where a
     * smaller one only helps the code before to be smaller too.
     *
     * @param enough multiplicities that do
     */
    List<Long> smallest(Limit limit, List<Long> enough) {
      List<Long> smallest = new ArrayList<>(enough);
      circuit.setAll(enough);
      for (int i = enough.size() - 1; i >= 0; i--) {
        long m = smallest(i, enough.get(i), limit::allows);
        circuit.set(i, m);
        smallest.set(i, m);
      }
      return List.copyOf(smallest);
    }

    /**
     * The best of multiplicities that are as large as a limit allows and of some between them and
     * those that are as small: of the former, every step may be on the verge of the limit.
     */
    BestMultiplicities better(Limit limit, List<Long> largest) {
      BestMultiplicities best = new BestMultiplicities(largest, circuit.limit(largest));
      for (List<Long> between : between(smallest(limit, largest), largest)) {
        Limit error = circuit.limit(between);
        best = error.isBelow(best.error) ? new BestMultiplicities(between, error) : best;
      }
      return best;
    }

    /** The first ones large and the others small, for each way to say so; all halfway. */
    private static List<List<Long>> between(List<Long> smallest, List<Long> largest) {
      List<List<Long>> between = new ArrayList<>();
      List<Long> halfway = new ArrayList<>();
      for (int i = 0; i < smallest.size(); i++) {
        List<Long> mixed = new ArrayList<>(largest.subList(0, i));
        mixed.addAll(smallest.subList(i, smallest.size()));
        between.add(mixed);
        double product = (double) smallest.get(i) * largest.get(i);
        long middle = Math.round(Math.sqrt(product));
        halfway.add(Math.max(smallest.get(i), Math.min(largest.get(i), middle)));
      }
      between.add(halfway);
      return between;
    }

    private long smallest(int code, long enough, Predicate<ParametricError> allowed) {
      if (enough == least.get(code)) {
        return enough;
      }
      LongPredicate tooSmall =
          candidate -> {
            circuit.set(code, candidate);
            return !circuit.allEased(code, allowed);
          };
      return MonotoneBisection.last(least.get(code), enough - 1, enough - 1, tooSmall) + 1;
    }
  }
}
