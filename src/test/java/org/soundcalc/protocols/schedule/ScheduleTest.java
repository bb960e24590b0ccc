package org.soundcalc.protocols.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Rate;

class ScheduleTest {
  private static final Schedule SCHEDULE = halving(10, 2, List.of(4L, 1L, 3L));

  /** m: 10, 6, 5, and 2 at the end. */
  @Test
  void theDegreeFallsByEachFactor() {
    assertThat(SCHEDULE.iterations())
        .extracting(Schedule.Iteration::logDegree)
        .containsExactly(10, 6, 5);
    assertThat(SCHEDULE.logFinalDegree()).isEqualTo(2);
    assertThat(SCHEDULE.iterations()).hasSize(3);
  }

  /** μ: 2, 5, 5: folding 2 to 1 over half the domain leaves the rate as it is. */
  @Test
  void theRateFallsByOneLess() {
    assertThat(SCHEDULE.iterations())
        .extracting(iteration -> iteration.rate().log2Inverse())
        .containsExactly(2, 5, 5);
    assertThat(iteration(1).rate()).isEqualTo(Rate.ofLog2Inverse(5));
  }

  @Test
  void dimensionsHalveWithinAnIteration() {
    assertThat(IntStream.rangeClosed(0, 3).mapToObj(iteration(2)::dimension))
        .containsExactly(Rational.of(32), Rational.of(16), Rational.of(8), Rational.of(4));
    assertThat(iteration(0).dimension(3)).isEqualTo(Rational.of(128));
    assertThat(iteration(0).dimension()).isEqualTo(Rational.of(1024));
    assertThat(iteration(0).foldedDimension()).isEqualTo(Rational.of(64));
    assertThat(iteration(0).factor()).isEqualTo(16);
  }

  /** Lengths: 2^12, 2^11, 2^10, the domain of each iteration half that of the one before. */
  @Test
  void domainsHalveFromIterationToIteration() {
    assertThat(SCHEDULE.iterations())
        .extracting(Schedule.Iteration::length)
        .containsExactly(Rational.of(4096), Rational.of(2048), Rational.of(1024));
    assertThat(SCHEDULE.iterations())
        .extracting(Schedule.Iteration::logFoldedDomain)
        .containsExactly(8, 10, 7);
  }

  /** A file may ask for it, and is refused later: no number overflows until then. */
  @Test
  void foldingPastTheDegreeLeavesFractions() {
    Schedule past = halving(1, 1, List.of(2L, 2L));
    assertThat(past.iterations().get(1).dimension(2)).isEqualTo(Rational.of(1, 8));
    assertThat(past.logFinalDegree()).isEqualTo(-3);
  }

  private static Schedule halving(long logDegree, long logInverseRate, List<Long> factors) {
    return Schedule.of(logDegree, Schedule.halving(logInverseRate, factors), factors);
  }

  private static Schedule.Iteration iteration(int i) {
    return SCHEDULE.iterations().get(i);
  }
}
