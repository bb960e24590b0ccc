package org.soundcalc.protocols.fri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBest;
import org.soundcalc.regimes.Pinned;

/** The best multiplicity of FRI, against all of them up to a limit. */
class JohnsonBestTest {
  private static final long EXHAUSTIVE = 400;

  /** No larger multiplicity is ever tried. */
  private static final long LARGEST = 1L << 40;

  @Provide
  Arbitrary<FriStarks> starks() {
    return FriStarks.any();
  }

  /** Configurations whose gap is pinned, to a sensible number or to one beyond the radius. */
  @Provide
  Arbitrary<FriStarks> pinned() {
    return Combinators.combine(FriStarks.any(), Arbitraries.integers().between(1, 500))
        .as((stark, gap) -> stark.withGap(Optional.of(Rational.of(gap, 1000))));
  }

  @Property(seed = "20260101", tries = 150)
  void noMultiplicityProvesMore(@ForAll("starks") FriStarks stark) {
    assertBest(stark.circuit());
  }

  @Property(seed = "20260101", tries = 50)
  void aPinnedGapIsOneCandidateMore(@ForAll("pinned") FriStarks stark) {
    assertBest(stark.circuit());
  }

  /** Two lookups of one size under two names, the larger the more of them there are. */
  @Property(seed = "20260101", tries = 25)
  void equalLookupsThatBindLeaveTheSmallestMultiplicity(
      @ForAll("starks") FriStarks stark, @ForAll @IntRange(min = 20, max = 62) int logRows) {
    assertBest(withEqualLookups(stark.circuit(), logRows));
  }

  @Property(seed = "20260101", tries = 25)
  void strictLookupsGrowWithTheMultiplicity(
      @ForAll("starks") FriStarks stark, @ForAll @IntRange(min = 20, max = 62) int logRows) {
    assertBest(withEqualLookups(stark.circuit(), logRows).under(Accounting.STRICT));
  }

  /** So many opening points that about so many multiplicities leave room for them. */
  @Property(seed = "20260101", tries = 100)
  void thePreconditionLimitsTheMultiplicity(
      @ForAll("pinned") FriStarks stark, @ForAll @IntRange(min = 0, max = 300) int admitted) {
    double room = 1 + 1 / (2 * (admitted + 0.5));
    double points =
        (Math.pow(2, stark.logInverseRate() / 2.0) * room - 1) * (1 << stark.logLength());
    assertBest(withOpeningPoints(stark.circuit(), (long) points));
  }

  /**
   * Over such a field, whose errors no double holds, a few queries always bind: the end is the
   * largest m that bounds the list of k + c = 2^16 + 2 dimensions, (1 + 1/(2m))² > 1 + 2^-15.
   */
  @Test
  void theLargestMultiplicityIsTheEnd() {
    FriStarks stark =
        new FriStarks(
            new Field(BaseField.BN254, 16),
            1,
            16,
            10,
            Batching.POWERS,
            3,
            2,
            0,
            100,
            1000,
            Optional.empty());
    Assessment.Terms best = (Assessment.Terms) new JohnsonBest().assess(stark.circuit());
    assertThat(best.multiplicities()).containsExactly(32768L);
    assertBest(stark.circuit());
  }

  private static Stark withEqualLookups(Stark base, int logRows) {
    List<Lookup> lookups = new ArrayList<>();
    for (String name : List.of("one", "other")) {
      lookups.add(
          new Lookup(
              name,
              Lookup.Kind.MULTIVARIATE,
              1L << logRows,
              7,
              5,
              3,
              0,
              Optional.of(true),
              Rational.ZERO,
              Optional.empty()));
    }
    return base.with(Lookups.of(lookups));
  }

  private static Stark withOpeningPoints(Stark base, long points) {
    return base.with(new DeepAli(100, 3, points, 0));
  }

  private static void assertBest(Circuit circuit) {
    Optional<Formula> usual = Pinned.usual(circuit);
    Optional<Long> exhaustive = exhaustive(circuit);
    Assessment assessment = new JohnsonBest().assess(circuit);
    if (usual.isEmpty() && exhaustive.isEmpty()) {
      assertThat(assessment).isNotInstanceOf(Assessment.Terms.class);
      assertThat(assessment.toString()).contains("; no multiplicity satisfies this: m = ");
      return;
    }
    Assessment.Terms best = (Assessment.Terms) assessment;
    Formula error = Pinned.largest(best.terms());
    long m = best.multiplicities().get(0);
    usual.ifPresent(its -> assertThat(Certified.order(error, its)).isNotPositive());
    boolean isUsual = usual.isPresent() && Certified.order(error, usual.get()) == 0;
    exhaustive.ifPresent(
        other -> {
          int order = Certified.order(error, at(circuit, other).orElseThrow());
          assertThat(order).isNotPositive();
          assertThat(order == 0 ? m == other : m > EXHAUSTIVE || isUsual).isTrue();
        });
    if (!isUsual) {
      at(circuit, m - 1).ifPresent(its -> assertThat(Certified.order(error, its)).isNegative());
    }
    if (!isUsual && m < LARGEST) {
      at(circuit, m + 1).ifPresent(its -> assertThat(Certified.order(error, its)).isNotPositive());
    }
  }

  private static Optional<Formula> at(Circuit circuit, long m) {
    return m == 0 ? Optional.empty() : Pinned.largest(circuit, List.of(m));
  }

  /** The smallest multiplicity of the smallest error, of those that are tried one by one. */
  private static Optional<Long> exhaustive(Circuit circuit) {
    Optional<Long> best = Optional.empty();
    Optional<Formula> least = Optional.empty();
    for (long m = 1; m <= EXHAUSTIVE; m++) {
      Optional<Formula> error = at(circuit, m);
      if (error.isPresent() && (least.isEmpty() || Certified.order(error.get(), least.get()) < 0)) {
        best = Optional.of(m);
        least = error;
      }
    }
    return best;
  }
}
