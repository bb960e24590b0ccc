package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.JsonSchema;

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
      num_queries = 89
      fri_folding_factors = [16, 16]
      fri_early_stop_degree = 8
      num_constraints = 50
      air_max_degree = 3
      opening_points = 74
      """;

  private static final String NOTE =
      "* Opened: JBR counts on a list that no theorem bounds: its figure is not proven";

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

  /**
   * 89 queries have −89·log2(√½ + 1/40) = 40.03 bits under JBR. Under JBR-best with m = 14, the
   * largest for which 29²·1024 > 28²·1098, they have −89·log2(√½·29/28) = 39.99.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "table; (?m)^Opened     \\*40   36  \\*40        39\\n",
        "markdown; \\*\\*\\\\\\*40\\*\\* \\| 36 \\| \\\\\\*40 \\| 39 \\|",
        "csv; ,UDR,proven,36,40,,,,,\\n.*,JBR,proven,40,40,,,,,list-bound\\n.*,39,40,,,,,\\n",
        "json; \"regime\": \"JBR\",\\s+\"circuit\": \"main\",\\s+\"caveats\":"
            + " \\[\\s+\"list-bound\"",
      })
  void aComparisonMarksIt(String format, String shown) throws IOException {
    for (String per : List.of("zkvm", "circuit")) {
      CliRun run = compare("--per", per, "--regimes=proven", "--format", format);
      assertThat(run.code()).isZero();
      if (per.equals("zkvm") || format.equals("json")) {
        assertThat(run.out()).containsPattern(shown);
      }
      boolean isDocument = format.equals("table") || format.equals("markdown");
      assertThat(run.out().contains(NOTE)).isEqualTo(isDocument);
      if (format.equals("json")) {
        assertThat(run.out().split("\"list-bound\"", -1)).hasSize(3);
        JsonSchema schema = JsonSchema.inDocs("compare.schema.json");
        assertThat(schema.problems(run.out())).isEmpty();
        assertThat(schema.problems(run.out().replace("list-bound", "list"))).isNotEmpty();
      }
    }
  }

  private static CliRun compare(String... options) {
    List<String> line = new ArrayList<>(List.of("compare", "-"));
    line.addAll(List.of(options));
    return CliRun.reading(OPENED, line.toArray(String[]::new));
  }

  /** With 100 queries JBR-best has 44 bits as well, and all of them are proven. */
  @Test
  void anEqualFigureThatIsProvenIsTheBest() {
    assertThat(compare("--regimes=jbr", "--set=num_queries=100").out())
        .containsPattern("Opened +44 +\\*44\n");
    assertThat(compare("--regimes=jbr", "--per=circuit", "--set=num_queries=100").out())
        .containsPattern("main +44 +\\*44\n");
  }

  /** The best proven figure is of JBR there, whatever is asked for. */
  @Test
  void theBestFigureIsMarkedWhereItsRegimeIsNotShown() {
    assertThat(compare("--regimes=udr").out())
        .containsPattern("Opened +\\*40 +36\n")
        .contains(NOTE);
    assertThat(CliRun.of("compare", "--regimes=proven", "zkvms/pico.toml").out())
        .doesNotContain("*", "no theorem bounds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "table; Opened +\\*40\\.03 +JBR: main",
        "csv; (?m),may-2026,40,40\\.03,JBR,main,query phase,list-bound$",
        "csv; (?m),september-2026,4[0-9],4[0-9]\\.[0-9]+,DKT-first-order,main,query phase,$",
        "json; \"bounds\": \"may-2026\"[^}]+\"caveats\": \\[\\s+\"list-bound\"\\s+\\]\\s+\\},",
      })
  void aComparisonOfSetsMarksIt(String format, String shown) throws IOException {
    CliRun run = compare("--bounds=may-2026,september-2026", "--format", format);
    assertThat(run.out()).containsPattern(shown);
    assertThat(run.out().contains(NOTE)).isEqualTo(format.equals("table"));
    if (format.equals("json")) {
      assertThat(JsonSchema.inDocs("compare.schema.json").problems(run.out())).isEmpty();
    }
  }
}
