package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.GuruswamiSudan;

/**
 * The multiplicities whose largest error is the smallest, one for each of a circuit's codes.
 *
 * <p>{@link MultiplicitySearch} guesses them with doubles; here the guess is improved by certified
 * comparisons until no multiplicities leave all errors below its largest. Errors that are sums of a
 * large part and of one too small for doubles to tell could make this a long way, of steps that
 * matter to nobody: the guess itself is within 2^-30 bits of the best, and after {@value #ROUNDS}
 * improvements the last one counts.
 */
final class BestMultiplicities {
  private static final int ROUNDS = 8;

  /** There, errors of combining functions decide, as they mostly do at the best. */
  private static final long LARGE = 1L << 10;

  /** Larger ones are rarely better, and rarely are some up to here not admissible. */
  private static final long ENOUGH = 1L << 12;

  private final Circuit circuit;
  private final ParametricCircuit errors;
  private final List<Long> least;
  private final List<Long> most;

  private BestMultiplicities(Circuit circuit, List<Long> least, List<Long> most) {
    this.circuit = circuit;
    this.errors =
        new ParametricCircuit(
            circuit,
            circuit.codes().stream().map(JohnsonBounds::withMultiplicities).toList(),
            IntStream.range(0, least.size())
                .mapToObj(i -> Math.max(least.get(i), Math.min(most.get(i), LARGE)))
                .toList());
    this.least = least;
    this.most = most;
  }

  /**
   * Finds them, each as small as the largest error allows, the last ones first.
   *
   * @param circuit of at least one code
   * @param admissible the circuit's, of which there are some
   */
  static Candidate of(Circuit circuit, Admissible admissible) {
    List<Long> least = admissible.least();
    if (admissible.admits(ENOUGH)) {
      BestMultiplicities few = new BestMultiplicities(circuit, least, admissible.most(ENOUGH));
      Candidate best = few.search();
      if (!few.allowsMore(best)) {
        return best;
      }
    }
    return new BestMultiplicities(circuit, least, admissible.most()).search();
  }

  /** Whether a larger multiplicity of the first code could leave all errors below a limit. */
  private boolean allowsMore(Candidate limit) {
    errors.set(0, most.get(0));
    return errors.growingAreBelow(0, limit);
  }

  private Candidate search() {
    Candidate best = guess();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<List<Long>> below = below(best);
      if (below.isEmpty()) {
        break;
      }
      best = better(best, below.get());
    }
    List<Long> smallest = smallest(best, best.multiplicities());
    return smallest.equals(best.multiplicities()) ? best : new Candidate(circuit, smallest);
  }

  /** The best by the errors that decide: where another one is the largest there, it joins them. */
  private Candidate guess() {
    Candidate best;
    do {
      best = new Candidate(circuit, MultiplicitySearch.best(errors, least, most));
    } while (errors.join(best.largest()));
    return best;
  }

  /**
   * Multiplicities that leave every error below a limit, if there are any: from the first code on,
   * the largest that keeps this code's errors below it, since that only helps the next.
   */
  private Optional<List<Long>> below(Candidate limit) {
    List<Long> found = new ArrayList<>(least.size());
    for (int i = 0; i < least.size(); i++) {
      int code = i;
      long m =
          MonotoneBisection.last(
              least.get(i),
              most.get(i),
              limit.multiplicities().get(i),
              candidate -> {
                errors.set(code, candidate);
                return errors.growingAreBelow(code, limit);
              });
      if (m < least.get(i)) {
        return Optional.empty();
      }
      errors.set(i, m);
      found.add(m);
    }
    return errors.fallingAreBelow(limit) ? Optional.of(found) : Optional.empty();
  }

  /**
   * The smallest multiplicities that leave no error above a limit: from the last code on, where a
   * smaller one only helps the code before to be smaller too.
   *
   * @param enough multiplicities that do
   */
  private List<Long> smallest(Candidate limit, List<Long> enough) {
    List<Long> smallest = new ArrayList<>(enough);
    errors.setAll(enough);
    for (int i = enough.size() - 1; i >= 0; i--) {
      long m = smallest(i, limit, enough.get(i));
      errors.set(i, m);
      smallest.set(i, m);
    }
    return smallest;
  }

  private long smallest(int code, Candidate limit, long enough) {
    if (enough == least.get(code)) {
      return enough;
    }
    long tooSmall =
        MonotoneBisection.last(
            least.get(code),
            enough - 1,
            enough - 1,
            candidate -> {
              errors.set(code, candidate);
              return !errors.easedAreWithin(code, limit);
            });
    return tooSmall + 1;
  }

  /**
   * The best of multiplicities that are as large as a limit allows and of some between them and
   * those that are as small: of the former, every step may be on the verge of the limit.
   */
  private Candidate better(Candidate limit, List<Long> largest) {
    Candidate best = new Candidate(circuit, largest);
    for (List<Long> between : between(smallest(limit, largest), largest)) {
      Candidate candidate = new Candidate(circuit, between);
      best = candidate.isBetterThan(best) ? candidate : best;
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
      long middle = Math.round(Math.sqrt((double) smallest.get(i) * largest.get(i)));
      halfway.add(Math.max(smallest.get(i), Math.min(largest.get(i), middle)));
    }
    between.add(halfway);
    return between;
  }

  /**
   * Which multiplicities a circuit admits: those that leave each code a proximity parameter, and of
   * the first code those that the circuit does not refuse and for which the lists that it counts
   * are bounded. Its openings have the less room the larger that multiplicity is.
   *
   * @param regime the regime's name, for messages
   * @param circuit of at least one code
   * @param least the smallest multiplicity that leaves a proximity parameter, for each code
   */
  record Admissible(String regime, Circuit circuit, List<Long> least) {
    /**
     * No larger multiplicity is tried: all of them together could win t·2^-40 bits for t queries,
     * and up to here doubles tell the errors of one from those of the next.
     */
    static final long MOST = 1L << 40;

    /** Of a circuit of at least one code. */
    static Admissible of(String regime, Circuit circuit) {
      return new Admissible(
          regime, circuit, circuit.codes().stream().map(Admissible::least).toList());
    }

    static long least(Code code) {
      long m = 1;
      while (!GuruswamiSudan.leavesProximityParameter(code.rate(), m)) {
        m++;
      }
      return m;
    }

    /** Why there is no admissible multiplicity, if there is none. */
    Optional<Assessment> exclusion() {
      long first = least.get(0);
      String addition = "; no multiplicity satisfies this: m = " + first + " leaves the most room";
      Optional<Assessment.Refused> refusal = circuit.refusal(regime, bounds(first));
      if (refusal.isPresent()) {
        Assessment.Refused refused = refusal.get();
        return Optional.of(new Assessment.Refused(refused.key(), refused.message() + addition));
      }
      return circuit.boundsLists(bounds(first))
          ? Optional.empty()
          : Optional.of(
              new Assessment.Inapplicable(
                  "has no bound on the list of the opened code, of rate (k + c)/n" + addition));
    }

    /** Whether a multiplicity of the first code is admissible. */
    boolean admits(long first) {
      return first >= least.get(0)
          && circuit.boundsLists(bounds(first))
          && circuit.refusal(regime, bounds(first)).isEmpty();
    }

    /** The largest multiplicity of each code, where there is an admissible one. */
    List<Long> most() {
      return most(mostOfFirst());
    }

    /** The same, where that of the first code is limited. */
    List<Long> most(long first) {
      List<Long> most = new ArrayList<>(Collections.nCopies(least.size(), MOST));
      most.set(0, first);
      return most;
    }

    /** Lists first, which are decided by integers: openings rarely refuse what these admit. */
    private long mostOfFirst() {
      long bounded = most(MOST, m -> circuit.boundsLists(bounds(m)));
      return most(bounded, m -> circuit.refusal(regime, bounds(m)).isEmpty());
    }

    private long most(long limit, LongPredicate admits) {
      long first = least.get(0);
      return admits.test(limit) ? limit : MonotoneBisection.last(first, limit, first, admits);
    }

    private List<CodeBounds> bounds(long first) {
      List<Long> multiplicities = new ArrayList<>(least);
      multiplicities.set(0, first);
      return Candidate.bounds(circuit, multiplicities);
    }
  }
}
