package org.soundcalc.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
import org.soundcalc.model.Term;
import org.soundcalc.model.TunableParameter;
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
      long from, Rational miss, int fieldBits, int other, long room, long refused)
      implements TunableParameter {
    @Override
    public String key() {
      return "num_queries";
    }

    @Override
    public Optional<String> table() {
      return Optional.empty();
    }

    @Override
    public String value() {
      return raised(0);
    }

    @Override
    public String raised(long increment) {
      return Long.toString(from + increment);
    }

    @Override
    public Optional<Circuit> raise(long increment) {
      if (increment >= refused) {
        return Optional.empty();
      }
      Term shift =
          Term.ground(
              "shift", new Shift(from + increment, miss, fieldBits), 0, java.util.List.of());
      return Optional.of(
          StubCircuit.named("a", "BabyBear^4", 1, 1)
              .under(StubRegime.LIST, shift, StubCircuit.term("other", other)));
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
    TunableParameter lever =
        new Queries(from, Rational.of(miss, 20), fieldBits, other, ROOM, refused);
    if (bits(lever, 0) < required) {
      OptionalLong expected = OptionalLong.empty();
      for (long i = 1; i <= ROOM && expected.isEmpty(); i++) {
        expected = bits(lever, i) >= required ? OptionalLong.of(i) : expected;
      }
      assertThat(new LeverSearch(lever, StubRegime.LIST, LeverSearch.bits(required)).least())
          .isEqualTo(expected);
    }
  }

  private static long bits(TunableParameter lever, long increment) {
    return lever
        .raise(increment)
        .map(new Estimator(java.util.List.of(StubRegime.LIST))::estimate)
        .flatMap(estimate -> estimate.best())
        .map(figures -> figures.bits())
        .orElse(-1L);
  }

  /** 42 to 63 queries suffice, which doubling from 1 steps over; more only make it worse. */
  @Test
  void anIntervalThatDoublingJumpsOverIsFound() {
    TunableParameter lever = new Queries(1, Rational.of(1, 2), 46, 100, 100_000, 100_001);
    assertThat(new LeverSearch(lever, StubRegime.LIST, LeverSearch.bits(40)).least()).hasValue(41);
    assertThat(new LeverSearch(lever, StubRegime.LIST, LeverSearch.bits(41)).least()).isEmpty();
  }

  @Test
  void whatDependsOnAnotherTermIsGivenUp() {
    TunableParameter lever = new Queries(10, Rational.of(1, 2), 120, 50, 100_000, 100_001);
    assertThat(new LeverSearch(lever, StubRegime.LIST, LeverSearch.bits(51)).least()).isEmpty();
  }

  @Test
  void aLeverAtItsLimitIsNone() {
    TunableParameter lever = new Queries(10, Rational.of(1, 2), 120, 50, 0, 1);
    assertThat(new LeverSearch(lever, StubRegime.LIST, LeverSearch.bits(20)).least()).isEmpty();
  }
}
