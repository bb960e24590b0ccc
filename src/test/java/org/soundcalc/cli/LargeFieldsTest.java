package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over large fields errors are too small for doubles, or differ by less than doubles can tell. */
class LargeFieldsTest {
  private static final String FRI =
      """
      [zkevm]
      name = "Large"
      field = "%s"
      hash_size_bits = 256
      protocol_family = "FRI_STARK"

      [[circuits]]
      name = "main"
      rho = 0.5
      trace_length = 1024
      batch_size = 100
      power_batching = true
      num_queries = %d
      fri_folding_factors = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
      fri_early_stop_degree = 2
      num_constraints = 100
      air_max_degree = 3
      opening_points = 2
      """;

  private static final String LOOKUP =
      """
      [[circuits.lookups]]
      name = "lookup %d"
      logup_type = "multivariate"
      rows_L = %d
      rows_T = 100
      num_columns_S = 5
      reduction_error = 0.0000152587890625  # 2^-16
      """;

  /** A fold decides at 1502.58 bits, an out-of-domain sample beside it has hardly more. */
  @Test
  void theGrindingOfWhirIsThatOfTheRoundThatDecides() throws IOException {
    String toml =
        Files.readString(Path.of("zkvms/openvm2.toml"))
            .replace("field = \"BabyBear^4\"", "field = \"BN254^6\"")
            .replaceFirst("whir_mu_pow_bits = 15", "whir_mu_pow_bits = 128")
            .replaceFirst(
                "whir_num_queries = \\[193, 88, 81, 81\\]",
                "whir_num_queries = [4000, 4000, 4000, 4000]");
    CliRun run = CliRun.reading(toml, "estimate", "--verbose", "--circuit", "app", "-");
    assertThat(run.out())
        .contains(
            "whir_mu_batching          128   1613.58\n",
            "whir                        5   1502.58\n",
            "whir_fold_rbr               5   1502.58\n",
            "whir_ood_rbr                    1502.58\n");
  }

  /** Below 2^-1022 doubles see no difference between more queries and fewer. */
  @ParameterizedTest
  @CsvSource({
    "2000, 831, 2003, 1",
    "2500, 1040, 2506, 3",
    "3600, 1500, 3615, 6",
  })
  void remediesAreFoundHoweverSmallTheError(int queries, int bits, int more, int grinding) {
    String toml = FRI.formatted("BN254^6", queries) + "explicit_regime = \"unique\"\n";
    CliRun run = CliRun.reading(toml, "check", "--min-bits", Integer.toString(bits), "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "--set main.num_queries=%d (%d now".formatted(more, queries),
            "or --set main.grinding_query_phase=%d (0 now".formatted(grinding));
  }

  /** 2^-16 and a logarithm over the field: so little more that nothing but their sum shows it. */
  @Test
  void lookupsThatExceedAPowerOfTwoByAlmostNothing() {
    StringBuilder toml = new StringBuilder(FRI.formatted("BN254^16", 100));
    for (int i = 0; i < 20; i++) {
      toml.append(LOOKUP.formatted(i, 3_000_000 + 1_000_000 * Math.min(i, 10)));
    }
    CliRun run =
        CliRun.reading(toml.toString(), "estimate", "--regimes=proven", "--format=csv", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.contains(",lookup ")))
        .hasSize(3 * 20)
        .allMatch(line -> line.contains(",15,15.99,"));
  }
}
