package org.soundcalc.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** The search for the least value of a parameter finds what trying them all finds. */
class LeverSearchTest {
  private static final int ROOM = 300;

  /** Queries as WHIR has them: each makes a miss less likely, and adds a point to be combined. */
  private record Shift(long queries, Rational miss, int fieldBits) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(miss).pow(queries).plus(x.of(queries).timesPowerOfTwo(-fieldBits));
    }
  }

  private record Queries(
      long from, Rational miss, int fieldBits, int other, long room, long refused) {
    private StubCircuit circuit(long queries) {
      Term shift = Term.ground("shift", new Shift(queries, miss, fieldBits), 0, List.of());
      return StubCircuit.named("a", "BabyBear^4", 1, 1)
          .under(StubRegime.LIST, shift, StubCircuit.term("other", other))
          .key(key());
    }

    private Key<Circuit, Long> key() {
      return Key.<Circuit, Long>required("num_queries", new IntegerType(0, from + room), "")
          .lever(1)
          .held(circuit -> from, (circuit, queries) -> raised(queries));
    }

    private StubCircuit raised(long queries) {
      if (queries - from >= refused) {
        throw new InvalidConfiguration(
            List.of(new Problem(List.of("num_queries"), List.of(), "is too large")));
      }
      return circuit(queries);
    }

    OptionalLong least(long required) {
      return least(required, new Budget(Integer.MAX_VALUE));
    }

    OptionalLong least(long required, Budget budget) {
      StubCircuit circuit = circuit(from);
      return new LeverSearch(
              RaisableKey.of(circuit, 40).get(0),
              Prepared.of(circuit, List.of(StubRegime.LIST)),
              new Goal(
                  StubRegime.LIST,
                  (prepared, regime) -> prepared.bits(regime).orElse(-1) >= required,
                  budget))
          .least();
    }

    long bits(long increment) {
      return increment >= refused
          ? -1
          : new Estimator(List.of(StubRegime.LIST))
              .estimate(circuit(from + increment))
              .best()
              .map(figures -> figures.bits())
              .orElse(-1L);
    }
  }

  @Property(seed = "20260101")
  void findsWhatTryingThemAllFinds(
      @ForAll @IntRange(min = 1, max = 60) int from,
      @ForAll @IntRange(min = 1, max = 19) int miss,
      @ForAll @IntRange(min = 8, max = 60) int fieldBits,
      @ForAll @IntRange(min = 10, max = 70) int other,
      @ForAll @IntRange(min = 1, max = 64) int required,
      @ForAll @IntRange(min = 2, max = 2 * ROOM) int refused) {
    Queries lever = new Queries(from, Rational.of(miss, 20), fieldBits, other, ROOM, refused);
    if (lever.bits(0) < required) {
      OptionalLong expected = OptionalLong.empty();
      for (long i = 1; i <= ROOM && expected.isEmpty(); i++) {
        expected = lever.bits(i) >= required ? OptionalLong.of(i) : expected;
      }
      assertThat(lever.least(required)).isEqualTo(expected);
    }
  }

  /** 42 to 63 queries suffice, which doubling from 1 steps over; more only make it worse. */
  @Test
  void anIntervalThatDoublingJumpsOverIsFound() {
    Queries lever = new Queries(1, Rational.of(1, 2), 46, 100, 100_000, 100_001);
    assertThat(lever.least(40)).hasValue(41);
    assertThat(lever.least(41)).isEmpty();
  }

  /** Where the lever says nothing of what it moves, each circuit has two terms to certify. */
  @Test
  void theBudgetCountsTerms() {
    Queries lever = new Queries(1, Rational.of(1, 2), 46, 100, 100_000, 100_001);
    int tried = 0;
    while (lever.least(40, new Budget(2L * tried)).isEmpty()) {
      tried++;
    }
    assertThat(lever.least(40, new Budget(2L * tried - 1))).hasValue(41);
    assertThat(lever.least(40, new Budget(2L * tried - 2))).isEmpty();
    assertThat(tried).isGreaterThan(5);
  }

  @Test
  void whatDependsOnAnotherTermIsGivenUp() {
    Queries lever = new Queries(10, Rational.of(1, 2), 120, 50, 100_000, 100_001);
    assertThat(lever.least(51)).isEmpty();
  }

  @Test
  void aLeverAtItsLimitIsNone() {
    Queries lever = new Queries(10, Rational.of(1, 2), 120, 50, 0, 1);
    assertThat(lever.least(20)).isEmpty();
  }

  /** What a search within a budget finds is the least, and where it finds nothing it says why. */
  @Test
  void aSpentBudgetFindsNothingElse() {
    Queries lever = new Queries(1, Rational.of(1, 2), 46, 100, 100_000, 100_001);
    Budget budget = new Budget(0);
    for (int most = 1; budget.isSpent() || most == 1; most++) {
      budget = new Budget(most);
      OptionalLong found = lever.least(40, budget);
      assertThat(found.isPresent() || budget.isSpent()).isTrue();
      assertThat(found.orElse(41)).isEqualTo(41);
    }
    assertThat(lever.least(40, new Budget(1))).isEmpty();
  }
}
