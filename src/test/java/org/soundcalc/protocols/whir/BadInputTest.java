package org.soundcalc.protocols.whir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;
import static org.soundcalc.testing.TomlText.warnings;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.RequiredKeys;

/** What is wrong with a circuit is said once, at its line, with key and numbers. */
class BadInputTest {
  private static final String GOOD =
      """
      [zkevm]
      name = "Test"
      field = "Goldilocks^3"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "WHIR"
      log_inv_rate = 4
      num_iterations = 3
      folding_factors = [4, 3, 4]
      log_degree = 20
      batch_size = 10
      power_batching = false
      constraint_degree = 3
      num_queries = [50, 30, 20]
      num_ood_samples = [1, 2]
      grinding_batching_phase = 1
      grinding_bits_folding = [[1, 2, 3, 4], [5, 6, 7], [0, 0, 0, 0]]
      grinding_bits_queries = [1, 2, 3]
      grinding_bits_ood = [4, 5]
      num_constraints = 100
      air_max_degree = 3
      opening_points = 2

      [[circuits.lookups]]
      name = "bytes"
      rows_L = 1000
      rows_T = 256
      """;

  private static final String SEVEN = "[1, 2, 3, 4, 5, 6, 7],";

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(new WhirFamily(), GOOD);
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(load(GOOD).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log_inv_rate = 4 | log_inv_rate = 0 | 9:16 | log_inv_rate must be an integer from 1 to 64,"
            + " got 0",
        "log_inv_rate = 4 | log_inv_rate = 65 | 9:16 | log_inv_rate must be an integer from 1 to"
            + " 64, got 65",
        "num_iterations = 3 | num_iterations = 0 | 10:18 | num_iterations must be an integer from 1"
            + " to 64, got 0",
        "[4, 3, 4] | [4, 0, 4] | 11:23 | folding_factors[1] must be an integer from 1 to 62, got 0",
        "[4, 3, 4] | [] | 11:19 | folding_factors must be a non-empty array of integers from 1 to"
            + " 62, one an iteration, got []",
        "[4, 3, 4] | [4, 3] | 11:19 | folding_factors must have num_iterations = 3 entries, got 2",
        "log_degree = 20 | log_degree = 10 | 11:19 | folding_factors must sum to at most log_degree"
            + " = 10, got 11",
        "log_degree = 20 | log_degree = 65 | 12:14 | log_degree must be an integer from 1 to 64,"
            + " got 65",
        "log_degree = 20 | log_degree = 33 | 12:14 | log_degree with log_inv_rate = 4 and"
            + " folding_factors[0] = 4 is a domain of 2^33 points in iteration 0, beyond the"
            + " 2-adicity 32 of Goldilocks^3",
        "batch_size = 10 | batch_size = 0 | 13:14 | batch_size must be a positive integer, got 0",
        "constraint_degree = 3 | constraint_degree = 2 | 15:21 | constraint_degree must be an"
            + " integer of at least 3, got 2",
        "[50, 30, 20] | [50, 30] | 16:15 | num_queries must have num_iterations = 3 entries, got 2",
        "[50, 30, 20] | [50, 30, 0] | 16:24 | num_queries[2] must be an integer from 1 to 100000,"
            + " got 0",
        "[50, 30, 20] | 50 | 16:15 | num_queries must be a non-empty array of integers from 1 to"
            + " 100000, one an iteration, got 50",
        "num_ood_samples = [1, 2] | num_ood_samples = [1, 2, 3] | 17:19 | num_ood_samples must have"
            + " num_iterations - 1 = 2 entries, got 3",
        "num_ood_samples = [1, 2] | num_ood_samples = [1, -2] | 17:23 | num_ood_samples[1] must be"
            + " an integer from 0 to 100000, got -2",
        "[5, 6, 7] | [5, 6] | 19:40 | grinding_bits_folding[1] must have folding_factors[1] = 3"
            + " entries, got 2",
        "[5, 6, 7] | [5, 6, 129] | 19:47 | grinding_bits_folding[1][2] must be an integer from 0 to"
            + " 128, got 129",
        "', [0, 0, 0, 0]]' | ] | 19:25 | grinding_bits_folding must have num_iterations = 3"
            + " entries, got 2",
        "queries = [1, 2, 3] | queries = [1, 2, 3, 4] | 20:25 | grinding_bits_queries must have"
            + " num_iterations = 3 entries, got 4",
        "[4, 5] | [] | 21:21 | grinding_bits_ood must have num_iterations - 1 = 2 entries, got 0",
        "opening_points = 2 | opening_points = 0 | 24:18 | opening_points must be a positive"
            + " integer, got 0",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad)))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  /** κ: 4, 3, 4; m_0 = 20, with 20 - 4 + 4 the largest domain over 2-adicity 32. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[4, 7, 9]       | 10:22 |  must have num_iterations + 1 = 4 entries, got 3",
        "[5, 7, 9, 12]   | 10:23 | [0] must be log_inv_rate = 4, got 5",
        "[4, 7, 6, 6]    | 10:29 | [2] must be at least the entry before, 7, got 6",
        "[4, 9, 9, 9]    | 10:26 | [1] must be at most the entry before + folding_factors[0] = 8,"
            + " or the domain grows, got 9",
        "[4, 7, 9, 0]    | 10:32 | [3] must be an integer from 1 to 64, got 0",
        "[]              | 10:22 |  must be a non-empty array of integers from 1 to 64, one an"
            + " iteration and one for the last polynomial, got []",
      })
  void wrongRates(String rates, String place, String message) {
    String bad = GOOD.replace("rate = 4\n", "rate = 4\nwhir_log_inv_rates = " + rates + "\n");
    String space = message.startsWith("[") ? "" : " ";
    assertThat(errors(bad))
        .containsExactly(
            "t.toml:" + place + ": error: circuit \"main\": whir_log_inv_rates" + space + message);
  }

  /** m: 31, 27, 24, 20 at the end: 2^(20 + 13) points are too many for the last polynomial. */
  @Test
  void ratesBeyondTheTwoAdicity() {
    String rates = "rate = 4\nwhir_log_inv_rates = [4, 8, 10, 12]\n";
    String good = GOOD.replace("rate = 4\n", rates).replace("degree = 20", "degree = 31");
    assertThat(errors(good)).isEmpty();
    assertThat(errors(good.replace("12]", "13]")))
        .containsExactly(
            "t.toml:10:33: error: circuit \"main\": whir_log_inv_rates[3] with log_degree = 31"
                + " makes a domain of 2^33 points, beyond the 2-adicity 32 of Goldilocks^3, got"
                + " 13");
  }

  @ParameterizedTest
  @CsvSource({"batching", "fold(i=2;s=4)", "OOD(i=2)", "Shift(i=1)", "fin", "ALI", "total"})
  void aLookupOfTheNameOfATerm(String name) {
    String term = name.replace(';', ',');
    assertThat(errors(GOOD.replace("\"bytes\"", '"' + term + '"')))
        .containsExactly(
            "t.toml:27:8: error: circuit \"main\", lookup \""
                + term
                + "\": name must not be that of another term, got \""
                + term
                + "\"");
  }

  /** F &gt; k + n fails: 2^27 coefficients on 2^31 points. */
  @Test
  void aFieldThatTheDomainExhausts() {
    String bad =
        GOOD.replace("Goldilocks^3", "KoalaBear")
            .replace("log_degree = 20", "log_degree = 27")
            .replace("[4, 3, 4]", "[7, 7, 7]")
            .replace("[[1, 2, 3, 4], [5, 6, 7], [0, 0, 0, 0]]", "[" + SEVEN.repeat(3) + "]");
    assertThat(errors(bad))
        .containsExactly(
            "t.toml:3:9: error: circuit \"main\": field must have more than k + n = 2281701376"
                + " elements, got KoalaBear");
  }

  /** m_i + μ_i − κ_i = 32, 33, 32: the iteration in between asks for the largest domain. */
  @Test
  void theLargestDomainDecides() {
    String bad =
        GOOD.replace("log_degree = 20", "log_degree = 32")
            .replace("[4, 3, 4]", "[4, 2, 4]")
            .replace("[5, 6, 7]", "[5, 6]");
    assertThat(errors(bad))
        .containsExactly(
            "t.toml:12:14: error: circuit \"main\": log_degree with log_inv_rate = 4 and"
                + " folding_factors[1] = 2 is a domain of 2^33 points in iteration 1, beyond the"
                + " 2-adicity 32 of Goldilocks^3");
    assertThat(errors(bad.replace("log_degree = 32", "log_degree = 31"))).isEmpty();
  }

  @Test
  void everyProblemIsReportedInOneRun() {
    String bad =
        GOOD.replace("num_iterations = 3", "num_iterations = 2")
            .replace("log_degree = 20", "log_degree = 10")
            .replace("[5, 6, 7]", "[5]")
            .replace("air_max_degree", "air_max_degre")
            .replace("rows_L = 1000", "rows_L = true");
    assertThat(errors(bad))
        .hasSize(10)
        .contains(
            "t.toml:17:19: error: circuit \"main\": num_ood_samples must have num_iterations - 1 ="
                + " 1 entry, got 2");
  }

  @Test
  void aMissingListIsNamed() {
    assertThat(errors(GOOD.replace("grinding_bits_ood = [4, 5]\n", "")))
        .containsExactly(
            "t.toml:6:1: error: circuit \"main\": grinding_bits_ood is missing (must be an array of"
                + " integers from 0 to 128, one an iteration but for the last)");
  }

  @Test
  void oneIterationHasEmptyLists() {
    String one =
        GOOD.replace("num_iterations = 3", "num_iterations = 1")
            .replace("[4, 3, 4]", "[4]")
            .replace("[50, 30, 20]", "[50]")
            .replace("[1, 2]\n", "[]\n")
            .replace(", [5, 6, 7], [0, 0, 0, 0]", "")
            .replace("[1, 2, 3]\n", "[1]\n")
            .replace("[4, 5]", "[]");
    assertThat(load(one).diagnostics()).isEmpty();
  }

  @Test
  void anOlderSpellingAndContradictionsAreWarnings() {
    assertThat(warnings(GOOD.replace("grinding_batching_phase", "grinding_bits_batching")))
        .singleElement()
        .asString()
        .startsWith("t.toml:18:1: warning: circuit \"main\": ")
        .contains("grinding_bits_batching", "grinding_batching_phase");
    assertThat(warnings(GOOD.replace("log_degree", "blowup_factor = 8\nlog_degree")))
        .containsExactly(
            "t.toml:12:17: warning: circuit \"main\": blowup_factor = 8 contradicts log_inv_rate ="
                + " 4");
    assertThat(warnings(GOOD.replace("log_degree", "blowup_factor = 16\nlog_degree"))).isEmpty();
    assertThat(warnings(GOOD.replace("log_degree", "num_columns = 8\nlog_degree"))).isEmpty();
  }

  /** As many as an array may have: dimensions of all of them would fill gigabytes. */
  @Test
  void tenThousandFactorsTakeNoTime() {
    String bad = GOOD.replace("[4, 3, 4]", "[" + "62,".repeat(10_000) + "]");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(errors(bad))
                .contains(
                    "t.toml:11:19: error: circuit \"main\": folding_factors must have"
                        + " num_iterations = 3 entries, got 10000"));
  }
}
