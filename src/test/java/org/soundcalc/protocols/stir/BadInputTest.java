package org.soundcalc.protocols.stir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;

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
      protocol_family = "STIR"
      log_inv_rate = 4
      num_iterations = 3
      folding_factors = [4, 4, 4]
      log_degree = 12
      batch_size = 10
      power_batching = true
      num_queries = [50, 14, 20]
      num_ood_samples = [1, 1]
      grinding_bits_queries = [1, 2, 3]
      grinding_bits_ood = [4, 5]
      num_constraints = 100
      air_max_degree = 3
      opening_points = 2
      """;

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(new StirFamily(), GOOD);
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(load(GOOD).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[50, 14, 20] | [50, 17, 20] | 15:20 | num_queries[1] + num_ood_samples[1] must be below"
            + " 2^m = 16 of iteration 2, or no quotient is left, got 17 + 1",
        "[50, 14, 20] | [50, 15, 20] | 15:20 | num_queries[1] + num_ood_samples[1] must be below"
            + " 2^m = 16 of iteration 2, or no quotient is left, got 15 + 1",
        "[50, 14, 20] | [300, 14, 20] | 15:16 | num_queries[0] + num_ood_samples[0] must be below"
            + " 2^m = 256 of iteration 1, or no quotient is left, got 300 + 1",
        "log_inv_rate = 4 | log_inv_rate = 0 | 9:16 | log_inv_rate must be an integer from 1 to 64,"
            + " got 0",
        "log_inv_rate = 4 | log_inv_rate = 25 | 12:14 | log_degree with log_inv_rate = 25 and"
            + " folding_factors[0] = 4 is a domain of 2^33 points in iteration 0, beyond the"
            + " 2-adicity 32 of Goldilocks^3",
        "[4, 4, 4] | [4, 4] | 11:19 | folding_factors must have num_iterations = 3 entries, got 2",
        "[4, 4, 4] | [4, 4, 5] | 11:19 | folding_factors must sum to at most log_degree = 12, got"
            + " 13",
        "[1, 1] | [1] | 16:19 | num_ood_samples must have num_iterations - 1 = 2 entries, got 1",
        "[1, 2, 3] | [1, 2] | 17:25 | grinding_bits_queries must have num_iterations = 3 entries,"
            + " got 2",
        "[4, 5] | [4, 5, 6] | 18:21 | grinding_bits_ood must have num_iterations - 1 = 2 entries,"
            + " got 3",
        "num_queries | 'grinding_bits_folding = [1]\nnum_queries' | 15:25 | grinding_bits_folding"
            + " must be an integer from 0 to 128, got [1]",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad)))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  @Test
  void theLastIterationMayQueryAsOftenAsItLikes() {
    assertThat(errors(GOOD.replace("[50, 14, 20]", "[50, 14, 1000]"))).isEmpty();
  }

  /** F ≤ k + n, so that no point is left to sample. */
  @Test
  void aFieldThatTheDomainExhausts() {
    String bad =
        GOOD.replace("Goldilocks^3", "KoalaBear")
            .replace("log_degree = 12", "log_degree = 27")
            .replace("[4, 4, 4]", "[7, 7, 7]");
    assertThat(errors(bad))
        .containsExactly(
            "t.toml:3:9: error: circuit \"main\": field must have more than k + n = 2281701376"
                + " elements, got KoalaBear");
  }

  @ParameterizedTest
  @CsvSource({"batching", "fold(i=0)", "OOD(i=1)", "shift(i=2)", "fin", "DEEP"})
  void aLookupOfTheNameOfATerm(String name) {
    String lookup = "\n[[circuits.lookups]]\nname = \"" + name + "\"\nrows_L = 1\nrows_T = 1\n";
    assertThat(errors(GOOD + lookup))
        .singleElement()
        .asString()
        .endsWith("name must not be that of another term, got \"" + name + "\"");
  }

  /** That the lists are too short hides neither the sum of the factors nor a quotient. */
  @Test
  void everyProblemIsReportedInOneRun() {
    String bad =
        GOOD.replace("num_iterations = 3", "num_iterations = 4")
            .replace("[50, 14, 20]", "[500, 14]")
            .replace("log_inv_rate = 4", "log_inv_rate = 40");
    assertThat(errors(bad)).hasSize(7);
  }
}
