package org.soundcalc.protocols.fri;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;
import static org.soundcalc.testing.TomlText.warnings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.RequiredKeys;

/** What is wrong with a circuit is said once, at its line, with key and numbers. */
class BadInputTest {
  private static final String GOOD =
      """
      [zkevm]
      name = "Test"
      field = "KoalaBear^4"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 1024
      batch_size = 10
      power_batching = true
      num_queries = 50
      fri_folding_factors = [4, 4, 8]
      fri_early_stop_degree = 16
      num_constraints = 100
      air_max_degree = 3
      opening_points = 2

      [[circuits.lookups]]
      name = "bytes"
      rows_L = 1000
      rows_T = 256
      """;

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(new FriStarkFamily(), GOOD);
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(load(GOOD).diagnostics()).isEmpty();
  }

  /** KoalaBear^4 has domains of up to 2^24 points. */
  @Test
  void aDomainOfAllThePointsThatThereAreIsGood() {
    assertThat(
            load(GOOD.replace("trace_length = 1024", "trace_length = 8388608")
                    .replace("fri_early_stop_degree = 16", "fri_early_stop_degree = 131072"))
                .diagnostics())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_queries = 50 | num_queries = -3 | 13:15 | num_queries must be an integer from 1 to"
            + " 100000, got -3",
        "num_queries = 50 | num_queries = 100001 | 13:15 | num_queries must be an integer from 1"
            + " to 100000, got 100001",
        "num_queries = 50 | num_queries = nan | 13:15 | num_queries must be an integer from 1 to"
            + " 100000, got nan",
        "num_queries = 50 | num_queries = inf | 13:15 | num_queries must be an integer from 1 to"
            + " 100000, got inf",
        "num_queries = 50 | num_queries = \"50\" | 13:15 | num_queries must be an integer from 1"
            + " to 100000, got \"50\"",
        "batch_size = 10 | batch_size = 0 | 11:14 | batch_size must be a positive integer, got 0",
        "batch_size = 10 | batch_size = 9223372036854775808 | 11:14 | batch_size must be a"
            + " positive integer below 2^63, got 9223372036854775808",
        "trace_length = 1024 | trace_length = 1000 | 10:16 | trace_length must be a power of two,"
            + " got 1000",
        "rho = 0.5 | rho = 1.0 | 9:7 | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got"
            + " 1.0",
        "rho = 0.5 | rho = 0.3 | 9:7 | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got"
            + " 0.3",
        "rho = 0.5 | rho = -0.5 | 9:7 | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got"
            + " -0.5",
        "[4, 4, 8] | [4, 4, 4] | 14:23 | fri_folding_factors fold the domain of 2048 points"
            + " to 32, but fri_early_stop_degree is 16",
        "[4, 4, 8] | [4, 1, 8] | 14:27 | fri_folding_factors[1] must be a power of two of at least"
            + " 2, got 1",
        "[4, 4, 8] | [4, 3, 8] | 14:27 | fri_folding_factors[1] must be a power of two of at least"
            + " 2, got 3",
        "[4, 4, 8] | [4, true, 8] | 14:27 | fri_folding_factors[1] must be a power of two of at"
            + " least 2, got true",
        "[4, 4, 8] | [] | 14:23 | fri_folding_factors must be a non-empty array of powers of two"
            + " of at least 2, one a round, got []",
        "[4, 4, 8] | 4 | 14:23 | fri_folding_factors must be a non-empty array of powers of two of"
            + " at least 2, one a round, got 4",
        "trace_length = 1024 | trace_length = 16777216 | 10:16 | trace_length over rho is a domain"
            + " of 2^25 points, beyond the 2-adicity 24 of KoalaBear^4",
        "opening_points = 2 | opening_points = 0 | 18:18 | opening_points must be a positive"
            + " integer, got 0",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad)))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows_L = 1000 | rows_L = -1 | 22:10 | rows_L must be an integer of at least 0, got -1",
        "name = \"bytes\" | name = \"ALI\" | 21:8 | name must not be that of another term, got"
            + " \"ALI\"",
        "name = \"bytes\" | name = \"commit round 3\" | 21:8 | name must not be that of another"
            + " term, got \"commit round 3\"",
      })
  void aWrongValueOfALookup(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad)))
        .singleElement()
        .asString()
        .startsWith("t.toml:" + place + ": error: circuit \"main\", lookup ")
        .endsWith(message);
  }

  @Test
  void aLookupWithoutRows() {
    assertThat(
            errors(
                GOOD.replace("rows_L = 1000", "rows_L = 0").replace("rows_T = 256", "rows_T = 0")))
        .singleElement()
        .asString()
        .endsWith("rows_L and rows_T must not both be 0");
  }

  @Test
  void twoLookupsOfOneName() {
    String twice = GOOD + "\n[[circuits.lookups]]\nname = \"bytes\"\nrows_L = 1\nrows_T = 0\n";
    assertThat(errors(twice))
        .containsExactly(
            "t.toml:26:8: error: circuit \"main\", lookup \"bytes\": name must be unique among the"
                + " circuit's lookups, got \"bytes\" again");
  }

  @Test
  void anUnknownField() {
    assertThat(errors(GOOD.replace("KoalaBear^4", "Koala^4")))
        .singleElement()
        .asString()
        .contains("t.toml:3:9: error: ", "field must be a field such as", "got \"Koala^4\"");
  }

  @Test
  void everyProblemIsReportedInOneRun() {
    String bad =
        GOOD.replace("rho = 0.5", "rho = 2")
            .replace("num_queries = 50", "num_querys = 50")
            .replace("rows_L = 1000", "rows_L = true");
    assertThat(load(bad).diagnostics()).hasSize(3);
  }

  @Test
  void contradictionsAndStandInsAreWarnings() {
    assertThat(warnings(GOOD.replace("rho = 0.5", "rho = 0.5\nblowup_factor = 4")))
        .containsExactly(
            "t.toml:10:17: warning: circuit \"main\": blowup_factor = 4 contradicts rho = 0.5");
    assertThat(warnings(GOOD.replace("opening_points = 2", "opening_points = 2\nmax_combo = 3")))
        .containsExactly(
            "t.toml:19:13: warning: circuit \"main\": max_combo = 3 contradicts"
                + " opening_points = 2");
    assertThat(warnings(GOOD.replace("num_constraints = 100", "num_columns = 100")))
        .containsExactly(
            "t.toml:6:1: warning: circuit \"main\": num_constraints is not published: estimated"
                + " with num_columns = 100 in its place",
            "t.toml:16:15: warning: circuit \"main\": batch_size = 10 contradicts num_columns ="
                + " 100");
    assertThat(warnings(GOOD.replace("[4, 4, 8]", "[4, 4, 128]").replace("= 16\n", "= 1\n")))
        .containsExactly(
            "t.toml:14:23: warning: circuit \"main\": fri_folding_factors fold past dimension 1:"
                + " the last domain of 1 points is below 1/rho");
  }

  @Test
  void twoWaysOfBatchingContradictEachOther() {
    String both = GOOD.replace("power_batching = true", "$0\nmultilinear_batching = true");
    both = both.replace("$0", "power_batching = true");
    assertThat(warnings(both))
        .containsExactly(
            "t.toml:13:24: warning: circuit \"main\": multilinear_batching = true contradicts"
                + " power_batching = true, which counts");
    assertThat(warnings(both.replace("power_batching = true", "power_batching = false"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blowup_factor = 4", "log_inv_rate = 2"})
  void aRateUnderAnotherNameIsSaidToBeMissingAndHowToWriteIt(String other) {
    String toml = GOOD.replace("rho = 0.5", other);
    assertThat(errors(toml)).singleElement(as(STRING)).contains(": rho is missing (must be ");
    assertThat(warnings(toml))
        .anyMatch(line -> line.endsWith(" is not read in place of rho: write rho = 0.25"));
    assertThat(warnings(GOOD.replace("rho = 0.5", "blowup_factor = 3"))).isEmpty();
  }

  @Test
  void whatMayStandInForAMissingKeyIsNamed() {
    assertThat(errors(GOOD.replace("num_constraints = 100\n", "")))
        .containsExactly(
            "t.toml:6:1: error: circuit \"main\": num_constraints is missing (must be a"
                + " positive integer; num_columns may stand in for it)");
  }

  /** Half as many functions as columns is as few as are taken for all of them. */
  @Test
  void lessThanHalfOfTheColumnsIsAWarning() {
    assertThat(warnings(GOOD.replace("opening", "num_columns = 20\nopening"))).isEmpty();
    assertThat(warnings(GOOD.replace("opening", "num_columns = 21\nopening")))
        .singleElement(as(STRING))
        .endsWith("circuit \"main\": batch_size = 10 contradicts num_columns = 21");
    String parts = "num_columns_fixed = %d\nnum_columns_witness = 15\nopening";
    assertThat(warnings(GOOD.replace("opening", parts.formatted(5)))).isEmpty();
    assertThat(warnings(GOOD.replace("opening", parts.formatted(6))))
        .singleElement(as(STRING))
        .endsWith("batch_size = 10 contradicts num_columns_fixed + num_columns_witness = 21");
    assertThat(warnings(GOOD.replace("opening", "num_columns = 20\n" + parts.formatted(90))))
        .isEmpty();
  }

  /** Over KoalaBear⁴, η = ρ/20 at rate 1/2: (√ρ + η)² is 0.53598, and k = 1024 of n = 2048. */
  @Test
  void moreOpeningPointsThanListsAreBoundedForAreAWarning() {
    assertThat(warnings(GOOD.replace("opening_points = 2", "opening_points = 73"))).isEmpty();
    String beyond = GOOD.replace("opening_points = 2", "opening_points = 74");
    assertThat(warnings(beyond))
        .containsExactly(
            "t.toml:18:18: warning: circuit \"main\": opening_points = 74: under JBR no list bound"
                + " holds: delta is not below 1 - sqrt(rho+), rho+ = (k + c)/n = (1024 + 74)/2048;"
                + " fewer of them or a larger gap_to_radius would do");
    assertThat(warnings(GOOD.replace("opening_points = 2", "opening_points = 480"))).isEmpty();
    assertThat(warnings(beyond.replace("rho", "explicit_regime = \"unique\"\nrho"))).isEmpty();
    assertThat(warnings(beyond.replace("rho", "gap_to_radius = 0.03\nrho"))).isEmpty();
  }

  /** 2130706433 is KoalaBear's prime. */
  @Test
  void lookupsThatRestOnAConditionAreWarnings() {
    String lookup = GOOD.replace("rows_L = 1000", "rows_L = %s\n%s");
    assertThat(warnings(lookup.formatted("2130706432", ""))).isEmpty();
    assertThat(warnings(lookup.formatted("2130706433", "")))
        .singleElement(as(STRING))
        .contains(
            ":10: warning: circuit \"main\", lookup \"bytes\": LogUp's bound holds only if no")
        .contains(
            "looked up p = 2130706433 times or more; num_lookups_M * rows_L = 2130706433 allows");
    assertThat(warnings(lookup.formatted("2130706433", "max_multiplicity = 65536"))).isEmpty();
    assertThat(warnings(lookup.formatted("256", "reduction_error = 0.5")))
        .singleElement(as(STRING))
        .endsWith("reduction_error counts where logup_type = \"multivariate\" only");
    assertThat(
            warnings(
                lookup.formatted("256", "reduction_error = 0.5\nlogup_type = \"multivariate\"")))
        .isEmpty();
    assertThat(errors(lookup.formatted("256", "max_multiplicity = 0")))
        .singleElement(as(STRING))
        .contains("max_multiplicity must be a positive integer, got 0");
  }

  @Test
  void refusalsNameTheRegimeAndTheNumbers() {
    LoadedZkvm zkvm =
        load(GOOD.replace("opening_points = 2", "opening_points = 500")).zkvm().orElseThrow();
    List<Estimator.Refusal> refusals =
        new Estimator(List.of(new UniqueDecoding(), new JohnsonBound())).refusals(zkvm.zkvm());
    assertThat(refusals)
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(
                        zkvm.error(0, refusal.reason().key(), refusal.reason().message()).header())
                    .isEqualTo(
                        "t.toml:18:18: error: circuit \"main\": opening_points must be fewer under"
                            + " JBR: k + c = 1524 is not below (1 - delta)*n, which is at most"
                            + " 1500, got 500"));
  }

  @Test
  void aGapThatLeavesNothingIsRefused() {
    LoadedZkvm zkvm =
        load(GOOD.replace("num_queries", "gap_to_radius = 0.3\nnum_queries")).zkvm().orElseThrow();
    assertThat(new Estimator(List.of(new JohnsonBound())).refusals(zkvm.zkvm()))
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason().message()).contains("0.5"));
  }
}
