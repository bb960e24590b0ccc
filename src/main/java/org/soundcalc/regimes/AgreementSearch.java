package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.soundcalc.math.GuidedBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;

/**
 * Looks for the points of disagreement, n − A for each code, that leave a circuit the most bits, to
 * hundredths; every decision is of a certified figure.
 *
 * <p>Errors grow with the disagreement, and what queries leave falls. A target of v bits is within
 * reach where, from the first code on, the most disagreement that keeps this code's errors at v
 * leaves v to the last queries, since more of it only helps what comes after. A circuit that stays
 * with one code, as FRI does, is asked the other way round: whether the least disagreement that
 * leaves v to the queries keeps all other errors at v.
 */
final class AgreementSearch {
  /** The next disagreement is looked for within 2^-14 of the range at first. */
  private static final int NEAR = 14;

  private final boolean staysWithOneCode;
  private final ParametricCircuit errors;
  private final List<Long> most;

  /** Those that the last target took, near which those of the next are. */
  private List<Long> found;

  /** Of each code the error that decided how much may be had. */
  private final int[] deciding;

  private Best best;

  /**
   * What was reached.
   *
   * @param hundredths of bits; 0 where none were within reach
   * @param disagreements n − A of each code; 1 where none were within reach
   */
  record Best(long hundredths, List<Long> disagreements) {}

  /**
   * A search.
   *
   * @param circuit of at least one code
   * @param bounds of each code at each disagreement
   * @param most the largest that is admissible, for each code, ≥ 1
   */
  AgreementSearch(
      Circuit circuit, List<? extends LongFunction<CodeBounds>> bounds, List<Long> most) {
    this.staysWithOneCode = circuit.queryPhase().isPresent();
    this.most = most;
    List<Long> least = most.stream().map(any -> 1L).toList();
    this.errors = new ParametricCircuit(circuit, bounds, least);
    this.found = new ArrayList<>(least);
    this.best = new Best(0, least);
    this.deciding = new int[most.size()];
  }

  /** The best, looked for at first where the last queries are of words of such disagreements. */
  Best from(List<Long> disagreements) {
    errors.setAll(disagreements);
    return from(new Best(errors.fallingHundredths().orElse(1), disagreements));
  }

  /** The best, looked for at first near another. */
  Best from(Best other) {
    found = new ArrayList<>(other.disagreements);
    errors.setAll(most);
    long ceiling = Math.max(1, errors.fallingHundredths().orElse(1));
    long hint = Math.max(1, Math.min(ceiling, other.hundredths));
    GuidedBisection.last(1, ceiling, hint, 1, this::excess);
    return best;
  }

  private double excess(long target) {
    double excess = staysWithOneCode ? fromQueries(target) : fromErrors(target);
    if (excess >= 0 && target > best.hundredths) {
      best = new Best(target, List.copyOf(found));
    }
    return excess;
  }

  /** At the least disagreement that leaves the target to the queries: by how much all else does. */
  private double fromQueries(long target) {
    long tooLittle =
        GuidedBisection.last(1, most.get(0), found.get(0), near(0), d -> lackOfQueries(d, target));
    long least = Math.min(tooLittle + 1, most.get(0));
    found.set(0, least);
    errors.set(0, least);
    double queries = errors.fallingExcess(target);
    return queries < 0 ? queries : errors.growingExcess(0, target);
  }

  /** By how much queries miss a target; negative where they do not. */
  private double lackOfQueries(long disagreement, long target) {
    errors.set(0, disagreement);
    double excess = errors.fallingExcess(target);
    return excess < 0 ? -excess : Math.min(-excess, -Double.MIN_VALUE);
  }

  /** At the most disagreement that keeps the target: by how much the last queries do. */
  private double fromErrors(long target) {
    for (int i = 0; i < most.size(); i++) {
      long disagreement = mostThatKeeps(target, i);
      if (disagreement < 1) {
        return -1;
      }
      errors.set(i, disagreement);
      found.set(i, disagreement);
    }
    return errors.fallingExcess(target);
  }

  /**
   * The least of what each error of a code allows: one is searched, the one that decided last time,
   * and mostly the others only have to hold there. Nothing that may be had is 0.
   */
  private long mostThatKeeps(long target, int code) {
    long allowed = most.get(code);
    int count = errors.growing(code);
    int first = deciding[code];
    for (int j = 0; j < count && allowed >= 1; j++) {
      int index = (first + j) % count;
      long hint = j == 0 ? Math.min(allowed, found.get(code)) : allowed;
      long before = allowed;
      allowed =
          GuidedBisection.last(1, allowed, hint, near(code), d -> excess(code, index, d, target));
      deciding[code] = allowed < before ? index : deciding[code];
    }
    return allowed;
  }

  private double excess(int code, int index, long disagreement, long target) {
    errors.set(code, disagreement);
    return errors.growingExcess(code, index, target);
  }

  private long near(int code) {
    return 1 + (most.get(code) >> NEAR);
  }
}
