package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.soundcalc.math.GuidedBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.QueryPhase;

/**
 * Looks for the points of disagreement, n − A for each code, that leave a circuit the most bits, to
 * hundredths; every decision is of a certified figure.
 *
 * <p>Errors grow with the disagreement, and what queries leave falls. A target of v bits is within
 * reach where, from the first code on, the most disagreement that keeps this code's errors at v
 * leaves v to the last queries, since more of it only helps what comes after. A circuit that stays
 * with one code, as FRI does, is asked the other way round: whether the least disagreement that
 * leaves v to the queries keeps all other errors at v.
 *
 * <p>Mostly one error of a code decides. What the best is by the few that have decided so far is
 * the best of all if the others hold there too; those that do not join them.
 */
final class AgreementSearch {
  /** The next disagreement is looked for within 2^-14 of the range at first. */
  private static final int NEAR = 14;

  /**
   * So many hundredths of bits beyond where all errors held, they are asked again: what the few
   * that decide allow there, others may forbid. One code has one disagreement to be asked at, which
   * costs less than its errors.
   */
  private static final int FAR = 50;

  private static final double HUNDREDTHS = 100;

  private static final double POWER = 3;
  private static final double MOST_BITS = 1024;
  private static final int DOUBLINGS = 50;

  /** Of a circuit that stays with one code. */
  private final Optional<QueryPhase> queries;

  private final ParametricCircuit errors;
  private final List<Long> most;
  private final List<Long> least;
  private final double length;

  /** Those that the last target took, near which those of the next are. */
  private List<Long> found;

  /** Of each code the errors that have decided, the last one first. */
  private final List<List<Integer>> deciding;

  /** Of each code the disagreements that were looked at: what they need of it is counted. */
  private final List<NavigableSet<Long>> counted = new ArrayList<>();

  /** The largest target that all errors kept, or that a search before reached. */
  private long held;

  private Best best;

  /**
   * What was reached.
   *
   * @param hundredths of bits; 0 where none were within reach
   * @param disagreements n − A of each code; 1 where none were within reach
   * @param deciding of each code the errors that have decided, the last one first
   */
  record Best(long hundredths, List<Long> disagreements, List<List<Integer>> deciding) {
    /** The same, apart from a search that goes on: another may begin with it, in another thread. */
    Best settled() {
      return new Best(
          hundredths, List.copyOf(disagreements), deciding.stream().map(List::copyOf).toList());
    }
  }

  /**
   * A search.
   *
   * @param circuit of at least one code
   * @param bounds of each code at each disagreement
   * @param most the largest that is admissible, for each code, ≥ 1
   */
  AgreementSearch(
      Circuit circuit, List<? extends LongFunction<CodeBounds>> bounds, List<Long> most) {
    this.queries = circuit.queryPhase();
    this.length = AgreementBounds.length(circuit.codes().get(0));
    this.most = most;
    this.least = most.stream().map(any -> 1L).toList();
    // lists there have several words: a term that charges for them alone is seen to depend on them
    this.errors = new ParametricCircuit(circuit, bounds, most);
    this.deciding = new ArrayList<>();
    most.forEach(any -> counted.add(new TreeSet<>()));
    this.best = none();
  }

  private Best none() {
    return new Best(0, least, deciding);
  }

  /**
   * The best, looked for at first where errors and queries meet that are known at some
   * disagreements; from {@code edge} on, the first code's error has no bound.
   */
  Best from(List<Long> disagreements, double edge) {
    errors.setAll(disagreements);
    double bits = errors.fallingBits();
    List<List<Integer>> first = new ArrayList<>();
    for (int i = 0; i < most.size(); i++) {
      first.add(queries.isPresent() ? List.of(0) : List.of(errors.leastGrowing(i)));
      bits = Math.min(bits, queries.isPresent() ? bits : errors.decidingBits(i));
    }
    if (queries.isPresent()) {
      bits = meeting(queries.get(), disagreements.get(0), edge);
    }
    return from(new Best((long) (bits * HUNDREDTHS), disagreements, first));
  }

  /**
   * About the bits of the queries at the disagreement that leaves the first error as many, which
   * falls with the cube of the distance from the edge; known is what it leaves at one.
   */
  private double meeting(QueryPhase phase, double known, double edge) {
    double bits = errors.growingExcess(0, 0, 0);
    double low = 0;
    double high = edge;
    for (int i = 0; i < DOUBLINGS; i++) {
      double middle = (low + high) / 2;
      double error = bits + POWER * log2((edge - middle) / (edge - known));
      if (error > left(phase, middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return left(phase, low);
  }

  /** About the bits that queries leave at a disagreement. */
  private double left(QueryPhase phase, double disagreement) {
    return phase.grindingBits() - phase.queries() * log2(1 - disagreement / length);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** The best, looked for at first near another. */
  Best from(Best other) {
    other.deciding.forEach(indices -> deciding.add(new ArrayList<>(indices)));
    found = new ArrayList<>(other.disagreements);
    errors.setAll(most);
    long ceiling = errors.fallingHundredths().orElse(1);
    long hint = Math.min(ceiling, other.hundredths);
    held = hint;
    while (ceiling > 0) {
      best = none();
      GuidedBisection.last(1, ceiling, Math.max(1, hint), 1, this::guidance);
      ceiling =
          best.hundredths == 0 || allHold(best.hundredths, best.disagreements)
              ? 0
              : best.hundredths;
      hint = ceiling;
    }
    return best.settled();
  }

  /**
   * Whether all errors keep a target at some disagreements; those that keep it the least join those
   * that decide. Disagreements may have been found before others joined.
   */
  private boolean allHold(long target, List<Long> disagreements) {
    errors.setAll(disagreements);
    boolean all = true;
    for (int i = 0; i < most.size(); i++) {
      double least = 0;
      int index = -1;
      for (int j = 0; j < errors.growing(i); j++) {
        double excess = errors.growingExcess(i, j, target);
        all &= excess >= 0;
        if (excess < least && !deciding.get(i).contains(j)) {
          index = j;
          least = excess;
        }
      }
      if (index >= 0) {
        deciding.get(i).add(0, index);
      }
    }
    return all;
  }

  /** Errors of a circuit that stays with one code follow the distance from the radius, as below. */
  private double guidance(long target) {
    double excess = excess(target);
    return queries.isPresent() ? straightened(excess) : excess;
  }

  /**
   * Close to the radius up to which they are bounded, errors grow with the inverse cube of the
   * distance from it: this falls in a straight line, to -1 there. Of the same sign as the bits.
   */
  private static double straightened(double bits) {
    double distance = Math.pow(2, Math.min(bits, MOST_BITS) / POWER) - 1;
    return bits < 0 ? Math.min(distance, -Double.MIN_VALUE) : Math.max(distance, 0);
  }

  private double excess(long target) {
    double excess = excessOfDeciding(target);
    while (queries.isEmpty() && excess >= 0 && target > held + FAR) {
      if (allHold(target, found)) {
        held = target;
      } else {
        excess = excessOfDeciding(target);
      }
    }
    if (excess >= 0 && target > best.hundredths) {
      best = new Best(target, List.copyOf(found), deciding);
    }
    return excess;
  }

  private double excessOfDeciding(long target) {
    return queries.isPresent() ? fromQueries(target) : fromErrors(target);
  }

  /** At the least disagreement that leaves the target to the queries: by how much all else does. */
  private double fromQueries(long target) {
    long hint = nearQueries(queries.orElseThrow(), target);
    long tooLittle = GuidedBisection.last(1, most.get(0), hint, 1, d -> lackOfQueries(d, target));
    long enough = Math.min(tooLittle + 1, most.get(0));
    found.set(0, enough);
    errors.set(0, enough);
    return excessOfAll(0, target);
  }

  private double excessOfAll(int code, long target) {
    double excess = Double.MAX_VALUE;
    for (int index : deciding.get(code)) {
      excess = Math.min(excess, errors.growingExcess(code, index, target));
    }
    return excess;
  }

  /** About the most disagreement that queries miss a target at: n(1 − 2^-((v − g)/t)). */
  private long nearQueries(QueryPhase phase, long target) {
    double each = (target / HUNDREDTHS - phase.grindingBits()) / phase.queries();
    return Math.max(1, Math.min(most.get(0), (long) (length * (1 - Math.pow(2, -each)))));
  }

  /** By how much queries miss a target; negative where they do not. */
  private double lackOfQueries(long disagreement, long target) {
    errors.set(0, disagreement);
    double excess = errors.fallingExcess(target);
    return excess < 0 ? -excess : Math.min(-excess, -Double.MIN_VALUE);
  }

  /**
   * At the most disagreement that keeps the target: by how much the last queries do, or what no
   * disagreement of a code makes smaller, such as what the queries of the code before leave.
   */
  private double fromErrors(long target) {
    double excess = Double.MAX_VALUE;
    for (int i = 0; i < most.size() && excess >= 0; i++) {
      errors.set(i, 1);
      excess = Math.min(excess, excessOfAll(i, target));
      if (excess >= 0) {
        long disagreement = mostThatKeeps(target, i);
        errors.set(i, disagreement);
        found.set(i, disagreement);
      }
    }
    return excess < 0 ? excess : Math.min(excess, errors.fallingExcess(target));
  }

  /**
   * The least of what each error that decides allows: one is searched, the last one that did, and
   * mostly the others only have to hold there. All do at 1.
   */
  private long mostThatKeeps(long target, int code) {
    List<Integer> indices = deciding.get(code);
    long allowed = most.get(code);
    for (int j = 0; j < indices.size(); j++) {
      int index = indices.get(j);
      long hint = j == 0 ? Math.min(allowed, found.get(code)) : allowed;
      long before = allowed;
      allowed =
          GuidedBisection.last(
              1, allowed, hint, near(code), counted.get(code), d -> excess(code, index, d, target));
      if (allowed < before) {
        Collections.swap(indices, 0, j);
      }
    }
    return allowed;
  }

  private double excess(int code, int index, long disagreement, long target) {
    errors.set(code, disagreement);
    counted.get(code).add(disagreement);
    return straightened(errors.growingExcess(code, index, target));
  }

  private long near(int code) {
    return 1 + (most.get(code) >> NEAR);
  }
}
