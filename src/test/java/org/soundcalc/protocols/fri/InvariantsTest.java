package org.soundcalc.protocols.fri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No FRI can be made that a file could not state: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  private static final Field KOALA_BEAR_4 = new Field(BaseField.KOALA_BEAR, 4);

  /** A domain of 2^21 points over a field of 2-adicity 24, folded twice by 8. */
  private static final FriStarks SAMPLE =
      new FriStarks(
          KOALA_BEAR_4, 1, 20, 100, Batching.POWERS, 50, 3, 10, 1000, 1000, Optional.empty());

  private static final Fri VALID = (Fri) SAMPLE.circuit().commitment();

  private static final Key<Fri, Optional<Rational>> GAP =
      CommonKeys.GAP_TO_RADIUS.held(Fri::gap, InvariantsTest::withGap);

  private static Fri withGap(Fri fri, Optional<Rational> gap) {
    return new Fri(
        fri.folding(),
        fri.batchSize(),
        fri.powerBatching(),
        fri.multilinearBatching(),
        fri.queries(),
        gap,
        fri.grindingQuery(),
        fri.grindingCommit(),
        fri.grindingBatching());
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(Fri.LENGTH, VALID, 3L, "trace_length must be a power of two, got 3"),
        Violations.of(Fri.LENGTH, VALID, 0L, "trace_length must be a power of two, got 0"),
        Violations.of(
            Fri.LENGTH,
            VALID,
            Long.MIN_VALUE,
            "trace_length must be a power of two, got -9223372036854775808"),
        Violations.of(
            Fri.LENGTH,
            VALID,
            1L << 24,
            "trace_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"),
        Violations.of(
            Fri.LENGTH,
            VALID,
            1L << 62,
            "trace_length over rho is a domain of 2^63 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"),
        Violations.of(
            Fri.RHO,
            VALID,
            Rate.ofLog2Inverse(5),
            "trace_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"),
        Violations.of(
            Fri.RHO,
            VALID,
            Rate.ofLog2Inverse(2),
            "fri_folding_factors fold the domain of 4194304 points to 65536, but"
                + " fri_early_stop_degree is 32768"),
        Violations.of(Fri.BATCH_SIZE, VALID, 0L, "batch_size must be a positive integer, got 0"),
        Violations.of(
            Fri.NUM_QUERIES, VALID, 0L, "num_queries must be an integer from 1 to 100000, got 0"),
        Violations.of(
            Fri.NUM_QUERIES,
            VALID,
            100_001L,
            "num_queries must be an integer from 1 to 100000, got 100001"),
        Violations.of(
            Fri.FOLDING_FACTORS,
            VALID,
            List.of(),
            "fri_folding_factors must be a non-empty array of powers of two of at least 2, one a"
                + " round, got []"),
        Violations.of(
            Fri.FOLDING_FACTORS,
            VALID,
            List.of(8L, 1L, 6L),
            "fri_folding_factors[1] must be a power of two of at least 2, got 1",
            "fri_folding_factors[2] must be a power of two of at least 2, got 6"),
        Violations.of(
            Fri.FOLDING_FACTORS,
            VALID,
            List.of(8L, 16L),
            "fri_folding_factors fold the domain of 2097152 points to 16384, but"
                + " fri_early_stop_degree is 32768"),
        Violations.of(
            Fri.FOLDING_FACTORS,
            VALID,
            Collections.nCopies(30, 1L << 62),
            "fri_folding_factors fold the domain of 2097152 points to 0, but"
                + " fri_early_stop_degree is 32768"),
        Violations.of(
            Fri.EARLY_STOP, VALID, 0L, "fri_early_stop_degree must be a positive integer, got 0"),
        Violations.of(
            Fri.EARLY_STOP,
            VALID,
            32L,
            "fri_folding_factors fold the domain of 2097152 points to 32768, but"
                + " fri_early_stop_degree is 32"),
        Violations.of(
            GAP,
            VALID,
            Optional.of(Rational.ZERO),
            "gap_to_radius must be a decimal from 1E-18 to below 1, of at most 60 digits, got 0"),
        Violations.of(
            Fri.GRINDING_QUERY,
            VALID,
            129L,
            "grinding_query_phase must be an integer from 0 to 128, got 129"),
        Violations.of(
            Fri.GRINDING_COMMIT,
            VALID,
            -1L,
            "grinding_commit_phase must be an integer from 0 to 128, got -1"),
        Violations.of(
            Fri.GRINDING_BATCHING,
            VALID,
            1L << 32,
            "grinding_batching_phase must be an integer from 0 to 128, got 4294967296"));
  }

  /** What the old field has room for, another one may not. */
  @Test
  void overAnotherField() {
    Fri large = (Fri) SAMPLE.withLogLength(23).circuit().commitment();
    assertThat(large.over(new Field(BaseField.BABY_BEAR, 5)).field().tomlName())
        .isEqualTo("BabyBear^5");
    Fri larger =
        (Fri)
            SAMPLE
                .withField(new Field(BaseField.BABY_BEAR, 4))
                .withLogLength(24)
                .circuit()
                .commitment();
    Violations.assertRefused(
        () -> larger.over(KOALA_BEAR_4),
        List.of(
            "trace_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"));
  }

  /** That a value is out of range hides no other value's problem, and makes no second one. */
  @Test
  void everyProblemAtOnce() {
    Values<Fri> wrong =
        Values.of(VALID)
            .with(Fri.RHO.name(), Rate.ofLog2Inverse(30))
            .with(Fri.LENGTH.name(), -8L)
            .with(Fri.BATCH_SIZE.name(), 0L)
            .with(Fri.NUM_QUERIES.name(), 0L)
            .with(Fri.FOLDING_FACTORS.name(), List.of(3L))
            .with(Fri.EARLY_STOP.name(), 0L)
            .with(GAP.name(), Optional.of(Rational.ONE))
            .with(Fri.GRINDING_QUERY.name(), -1L)
            .with(Fri.GRINDING_COMMIT.name(), 129L)
            .with(Fri.GRINDING_BATCHING.name(), -1L);
    Violations.assertRefused(
        () -> Fri.of(wrong),
        List.of(
            "trace_length must be a power of two, got -8",
            "fri_folding_factors[0] must be a power of two of at least 2, got 3",
            "fri_early_stop_degree must be a positive integer, got 0",
            "batch_size must be a positive integer, got 0",
            "num_queries must be an integer from 1 to 100000, got 0",
            "gap_to_radius must be a decimal from 1E-18 to below 1, of at most 60 digits, got 1",
            "grinding_query_phase must be an integer from 0 to 128, got -1",
            "grinding_commit_phase must be an integer from 0 to 128, got 129",
            "grinding_batching_phase must be an integer from 0 to 128, got -1"));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Folding.class, Fri.class);
  }

  @Test
  void everyKeyOfACircuitIsHeld() {
    Stark stark = SAMPLE.withGap(Optional.of(Rational.of(1, 50))).circuit();
    Violations.assertKeysAreHeld(stark);
  }
}
