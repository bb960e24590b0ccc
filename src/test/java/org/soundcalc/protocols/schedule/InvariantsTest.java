package org.soundcalc.protocols.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No record can be made that a file could not state: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  /** m_0 = 16, μ_0 = 1, three iterations of κ = 4 over Goldilocks². */
  private static final StirWhirParameters VALID = ScheduleSample.SMALL.parameters();

  /** m_0 = 26, μ_0 = 2 over BabyBear⁴. */
  private static final StirWhirParameters LONG =
      ScheduleSample.SMALL
          .withSchedule(3, 4, 2, 26)
          .withField(new Field(BaseField.BABY_BEAR, 4))
          .parameters();

  private static Arguments rates(String problem, Long... rates) {
    String message = (problem.startsWith("[") ? "" : " ") + problem;
    return Violations.of(
        StirWhirParameters.LOG_INV_RATES,
        VALID,
        Optional.of(List.of(rates)),
        StirWhirParameters.LOG_INV_RATES + message);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            StirWhirParameters.LOG_INV_RATE,
            VALID,
            0L,
            "log_inv_rate must be an integer from 1 to 64, got 0"),
        Violations.of(
            StirWhirParameters.LOG_INV_RATE,
            VALID,
            25L,
            "log_degree with log_inv_rate = 25 and folding_factors[0] = 4 is a domain of 2^37"
                + " points in iteration 0, beyond the 2-adicity 32 of Goldilocks^2"),
        rates("must have num_iterations + 1 = 4 entries, got 3", 1L, 4L, 7L),
        rates("must have num_iterations + 1 = 4 entries, got 5", 1L, 4L, 7L, 10L, 13L),
        rates("[0] must be log_inv_rate = 1, got 2", 2L, 4L, 7L, 10L),
        rates("[2] must be at least the entry before, 4, got 3", 1L, 4L, 3L, 3L),
        rates("[3] must be an integer from 1 to 64, got 0", 1L, 4L, 4L, 0L),
        // κ = 4: from 5 to 9 is the most, over a domain of the same size
        rates(
            "[2] must be at most the entry before + folding_factors[1] = 9, or the domain grows,"
                + " got 10",
            1L,
            5L,
            10L,
            10L),
        Violations.of(
            StirWhirParameters.LOG_INV_RATES,
            LONG,
            Optional.of(List.of(2L, 6L, 10L, 14L)),
            "whir_log_inv_rates[3] with log_degree = 26 makes a domain of 2^28 points, beyond the"
                + " 2-adicity 27 of BabyBear^4, got 14"),
        Violations.of(
            StirWhirParameters.LOG_INV_RATES,
            LONG,
            Optional.of(List.of(2L, 2L, 2L, 2L, 2L, 2L)),
            "whir_log_inv_rates must have num_iterations + 1 = 4 entries, got 6"),
        Violations.of(
            StirWhirParameters.NUM_ITERATIONS,
            VALID,
            65L,
            "num_iterations must be an integer from 1 to 64, got 65"),
        Violations.of(
            StirWhirParameters.NUM_ITERATIONS,
            VALID,
            2L,
            "folding_factors must have num_iterations = 2 entries, got 3",
            "num_queries must have num_iterations = 2 entries, got 3",
            "num_ood_samples must have num_iterations - 1 = 1 entry, got 2",
            "grinding_bits_queries must have num_iterations = 2 entries, got 3",
            "grinding_bits_ood must have num_iterations - 1 = 1 entry, got 2"),
        Violations.of(
            StirWhirParameters.FOLDING_FACTORS,
            VALID,
            List.of(4L, 0L, 4L),
            "folding_factors[1] must be an integer from 1 to 62, got 0"),
        Violations.of(
            StirWhirParameters.FOLDING_FACTORS,
            VALID,
            List.of(),
            "folding_factors must be a non-empty array of integers from 1 to 62, one an iteration,"
                + " got []"),
        Violations.of(
            StirWhirParameters.FOLDING_FACTORS,
            VALID,
            List.of(4L, 4L),
            "folding_factors must have num_iterations = 3 entries, got 2"),
        Violations.of(
            StirWhirParameters.FOLDING_FACTORS,
            VALID,
            List.of(8L, 8L, 1L),
            "folding_factors must sum to at most log_degree = 16, got 17"),
        Violations.of(
            StirWhirParameters.LOG_DEGREE,
            VALID,
            3_000_000L,
            "log_degree must be an integer from 1 to 64, got 3000000"),
        Violations.of(
            StirWhirParameters.BATCH_SIZE,
            VALID,
            -7L,
            "batch_size must be a positive integer, got -7"),
        Violations.of(
            StirWhirParameters.NUM_QUERIES,
            VALID,
            List.of(50L, 100_001L, 50L),
            "num_queries[1] must be an integer from 1 to 100000, got 100001"),
        Violations.of(
            StirWhirParameters.NUM_QUERIES,
            VALID,
            List.of(50L),
            "num_queries must have num_iterations = 3 entries, got 1"),
        Violations.of(
            StirWhirParameters.NUM_OOD_SAMPLES,
            VALID,
            List.of(1L, -1L),
            "num_ood_samples[1] must be an integer from 0 to 100000, got -1"),
        Violations.of(
            StirWhirParameters.NUM_OOD_SAMPLES,
            VALID,
            List.of(),
            "num_ood_samples must have num_iterations - 1 = 2 entries, got 0"),
        Violations.of(
            StirWhirParameters.GAP,
            VALID,
            Optional.of(Rational.ONE),
            "gap_to_radius must be a decimal from 1E-18 to below 1, of at most 60 digits, got 1"),
        Violations.of(
            StirWhirParameters.GRINDING_BATCHING,
            VALID,
            129L,
            "grinding_batching_phase must be an integer from 0 to 128, got 129"),
        Violations.of(
            StirWhirParameters.GRINDING_QUERIES,
            VALID,
            List.of(0L, 0L, 129L),
            "grinding_bits_queries[2] must be an integer from 0 to 128, got 129"),
        Violations.of(
            StirWhirParameters.GRINDING_QUERIES,
            VALID,
            List.of(0L),
            "grinding_bits_queries must have num_iterations = 3 entries, got 1"),
        Violations.of(
            StirWhirParameters.GRINDING_OOD,
            VALID,
            List.of(-1L, 0L),
            "grinding_bits_ood[0] must be an integer from 0 to 128, got -1"),
        Violations.of(
            StirWhirParameters.GRINDING_OOD,
            VALID,
            List.of(0L),
            "grinding_bits_ood must have num_iterations - 1 = 2 entries, got 1"));
  }

  /** That a value is out of range hides no other value's problem, and makes no second one. */
  @Test
  void everyProblemAtOnce() {
    Violations.assertRefused(
        () ->
            new StirWhirParameters(
                VALID.field(),
                1,
                Optional.empty(),
                -5,
                List.of(4L),
                1 << 30,
                0,
                true,
                List.of(1L),
                List.of(1L),
                Optional.empty(),
                0,
                List.of(200L),
                List.of(0L)),
        List.of(
            "num_iterations must be an integer from 1 to 64, got -5",
            "log_degree must be an integer from 1 to 64, got 1073741824",
            "batch_size must be a positive integer, got 0",
            "grinding_bits_queries[0] must be an integer from 0 to 128, got 200"));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(StirWhirParameters.class);
  }
}
