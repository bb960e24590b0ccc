package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure that counts on a list without a bound is told from a proven one wherever it stands. */
class UnboundedListTest {
  /** (√ρ + ρ/20)² = 0.53598 is below (1024 + 74)/2048 = 0.53613: JBR's list has no bound. */
  private static final String OPENED =
      """
      [zkevm]
      name = "Opened"
      field = "KoalaBear^4"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 1024
      batch_size = 10
      power_batching = true
      num_queries = 100
      fri_folding_factors = [16, 16]
      fri_early_stop_degree = 8
      num_constraints = 50
      air_max_degree = 3
      opening_points = 74
      """;

  private static final String WARNING = "opening_points = 74: under JBR no list bound holds";

  @ParameterizedTest
  @CsvSource({
    "estimate, jbr, true",
    "estimate, 'udr,jbr', true",
    "estimate, dkt-johnson, false",
    "estimate, 'udr,jbr-best,dkt-first-order', false",
    "milestones, udr, false",
    "check, jbr, true",
    "check, dkt-johnson, false",
  })
  void theFileIsWarnedOfUnderTheRegimeAlone(String command, String regimes, boolean isWarned) {
    CliRun run = CliRun.reading(OPENED, command, "--regimes", regimes, "--format=json", "-");
    assertThat(run.out().contains(WARNING)).isEqualTo(isWarned);
    assertThat(run.err().contains(WARNING)).isEqualTo(isWarned);
  }

  /** No regime is asked for there: every problem of the file is listed. */
  @Test
  void theFileIsWarnedOfWhereItIsValidated() {
    assertThat(CliRun.reading(OPENED, "validate", "-").out()).contains(WARNING, "1 warning");
  }
}
