package org.soundcalc.protocols.jagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;
import static org.soundcalc.testing.TomlText.warnings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Family;
import org.soundcalc.model.Parameter;
import org.soundcalc.testing.RequiredKeys;

/** Files of Jagged over WHIR. Its figures are those of zkvms/ziren.toml. */
class DenseWhirTest {
  private static final Family FAMILY = new JaggedFamily().variants().get(0).family();

  private static final String GOOD =
      """
      [zkevm]
      name = "Test"
      field = "KoalaBear^4"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "JAGGED"
      dense_pcs = "whir"
      trace_length = 1000
      trace_columns = 300
      log_degree = 12
      dense_batch = 10
      num_constraints = 100
      air_max_degree = 3
      power_batching = true
      log_inv_rate = 2
      num_iterations = 2
      folding_factors = [3, 6]
      constraint_degree = 3
      num_queries = [50, 30]
      num_ood_samples = [1]
      grinding_bits_folding = [[0, 0, 0], [0, 0, 0, 0, 0, 0]]
      grinding_bits_queries = [10, 10]
      grinding_bits_ood = [0]
      """;

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(FAMILY, GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whir", "WHIR", "Whir"})
  void theGoodFileIsGood(String word) {
    String good =
        GOOD.replace("whir", word) + "dense_length = 4096\nmultilinear_batching = false\n";
    assertThat(load(good).diagnostics()).isEmpty();
    Circuit circuit = load(good).zkvm().orElseThrow().zkvm().circuits().get(0);
    assertThat(circuit.id().proofSystem() + "/" + circuit.id().commitment())
        .isEqualTo("Jagged/WHIR");
    assertThat(circuit.parameters())
        .contains(
            new Parameter("dense_pcs", "\"whir\""),
            new Parameter("dense_batch", "10"),
            new Parameter("grinding_batching_phase", "0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log_degree = 12 | log_degree = 12; dense_length = 2048 | 13:16 | dense_length must be"
            + " 2^log_degree = 2^12, or be left out, got 2048",
        "log_degree = 12 | log_degree = 12; dense_length = 4095 | 13:16 | dense_length must be a"
            + " power of two, got 4095",
        "log_degree = 12 | log_degree = 12; multilinear_batching = true | 13:24 |"
            + " multilinear_batching must be false or left out with dense_pcs = \"whir\": WHIR has"
            + " no such batching, got true",
        "log_degree = 12 | log_degree = 12; explicit_regime = \"list\" | 13:19 | explicit_regime"
            + " must be \"unique\", got \"list\"",
        "log_degree = 12 | log_degree = 8 | 19:19 | folding_factors must sum to at most log_degree"
            + " = 8, got 9",
        "log_degree = 12 | log_degree = 26 | 12:14 | log_degree with log_inv_rate = 2 and"
            + " folding_factors[0] = 3 is a domain of 2^25 points in iteration 0, beyond the"
            + " 2-adicity 24 of KoalaBear^4",
        "dense_batch = 10 | dense_batch = 0 | 13:15 | dense_batch must be a positive integer,"
            + " got 0",
        "num_queries = [50, 30] | num_queries = 50 | 21:15 | num_queries must be a non-empty array"
            + " of integers from 1 to 100000, one an iteration, got 50",
        "log_inv_rate = 2 | log_inv_rate = 2; whir_log_inv_rates = [2, 5] | 18:22 |"
            + " whir_log_inv_rates must have num_iterations + 1 = 3 entries, got 2",
        "log_inv_rate = 2 | log_inv_rate = 2; whir_log_inv_rates = [2, 5, 4] | 18:29 |"
            + " whir_log_inv_rates[2] must be at least the entry before, 5, got 4",
        "dense_pcs = \"whir\" | dense_pcs = \"whirr\" | 9:13 | dense_pcs must be \"fri\" or"
            + " \"whir\", got \"whirr\"; did you mean whir?",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad.replace("; ", "\n"))))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  /** Which keys there are is not known then. */
  @Test
  void anotherCommitment() {
    assertThat(errors(GOOD.replace("\"whir\"", "\"STIR\"")))
        .containsExactly(
            "t.toml:9:13: error: circuit \"main\": dense_pcs must be \"fri\" or \"whir\", got"
                + " \"STIR\"");
    assertThat(errors(GOOD.replace("\"whir\"", "3")))
        .containsExactly(
            "t.toml:9:13: error: circuit \"main\": dense_pcs must be \"fri\" or \"whir\", got 3");
  }

  @Test
  void keysOfTheOtherCommitmentAreIgnoredWithAWarning() {
    assertThat(warnings(GOOD + "rho = 0.25\n"))
        .containsExactly(
            "t.toml:26:1: warning: circuit \"main\": rho is a key of JAGGED, not of JAGGED with"
                + " dense_pcs = \"whir\"; it is ignored");
    assertThat(warnings(GOOD.replace("\"whir\"", "\"fri\"")))
        .contains(
            "t.toml:12:1: warning: circuit \"main\": log_degree is a key of JAGGED with dense_pcs ="
                + " \"whir\", not of JAGGED; it is ignored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fold(i=1,s=6)", "Shift(i=1)", "fin", "zerocheck"})
  void aLookupWithTheNameOfAnotherTerm(String name) {
    String lookup = "[[circuits.lookups]]\nrows_L = 1\nrows_T = 1\nname = \"" + name + "\"\n";
    assertThat(errors(GOOD + lookup))
        .singleElement()
        .asString()
        .endsWith("name must not be that of another term, got \"" + name + "\"");
  }

  @Test
  void contradictionsAreWarnings() {
    assertThat(warnings(GOOD + "blowup_factor = 8\n"))
        .containsExactly(
            "t.toml:26:17: warning: circuit \"main\": blowup_factor = 8 contradicts log_inv_rate ="
                + " 2");
  }
}
