package org.soundcalc.protocols.jagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;
import static org.soundcalc.testing.TomlText.warnings;

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
      field = "KoalaBear^4"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "JAGGED"
      rho = 0.5
      trace_length = 1000
      trace_columns = 300
      dense_length = 1024
      dense_batch = 10
      num_constraints = 100
      air_max_degree = 3
      power_batching = true
      num_queries = 50
      fri_folding_factors = [4, 4, 8]
      fri_early_stop_degree = 16

      [[circuits.lookups]]
      name = "bytes"
      rows_L = 1000
      rows_T = 256
      """;

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(new JaggedFamily(), GOOD);
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(load(GOOD).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rho = 0.5 | explicit_regime = \"list\"; rho = 0.5 | 9:19 | explicit_regime must be"
            + " \"unique\", got \"list\"",
        "dense_length = 1024 | dense_length = 1000 | 12:16 | dense_length must be a power of two,"
            + " got 1000",
        "dense_length = 1024 | dense_length = 16777216 | 12:16 | dense_length over rho is a domain"
            + " of 2^25 points, beyond the 2-adicity 24 of KoalaBear^4",
        "dense_batch = 10 | dense_batch = 0 | 13:15 | dense_batch must be a positive integer,"
            + " got 0",
        "trace_length = 1000 | trace_length = 0 | 10:16 | trace_length must be a positive integer,"
            + " got 0",
        "trace_columns = 300 | trace_columns = 0 | 11:17 | trace_columns must be a positive"
            + " integer, got 0",
        "num_constraints = 100 | num_constraints = 0 | 14:19 | num_constraints must be a positive"
            + " integer, got 0",
        "air_max_degree = 3 | air_max_degree = 0 | 15:18 | air_max_degree must be a positive"
            + " integer, got 0",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad.replace("; ", "\n"))))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  @ParameterizedTest
  @CsvSource({"zerocheck", "reduce to dense PCS", "commit round 3", "total"})
  void aLookupWithTheNameOfAnotherTerm(String name) {
    assertThat(errors(GOOD.replace("\"bytes\"", "\"" + name + "\"")))
        .singleElement()
        .asString()
        .startsWith("t.toml:22:8: error: ")
        .endsWith("name must not be that of another term, got \"" + name + "\"");
  }

  @Test
  void aMissingKey() {
    assertThat(errors(GOOD.replace("dense_batch = 10\n", "")))
        .containsExactly(
            "t.toml:6:1: error: circuit \"main\": dense_batch is missing (must be a positive"
                + " integer)");
  }

  @Test
  void informationIsNoReasonToWarn() {
    String informed =
        GOOD.replace(
            "rho = 0.5\n",
            """
            rho = 0.5
            explicit_regime = "unique"
            blowup_factor = 2
            udr_only = true
            multilinear_zerocheck = true
            opening_points = 1
            max_combo = 2
            num_columns = 300
            group = "core"
            """);
    assertThat(load(informed).diagnostics()).isEmpty();
  }

  /** Under unique decoding there is no gap to choose. */
  @Test
  void keysOfOthersAreIgnoredWithAWarning() {
    assertThat(warnings(GOOD.replace("rho = 0.5\n", "rho = 0.5\ngap_to_radius = 0.01\n")))
        .containsExactly(
            "t.toml:10:1: warning: circuit \"main\": gap_to_radius is a key of FRI_STARK, not of"
                + " JAGGED; it is ignored");
  }

  @Test
  void contradictionsAreWarnings() {
    assertThat(warnings(GOOD.replace("rho = 0.5", "rho = 0.5\nblowup_factor = 4")))
        .containsExactly(
            "t.toml:10:17: warning: circuit \"main\": blowup_factor = 4 contradicts rho = 0.5");
    assertThat(warnings(GOOD.replace("[4, 4, 8]", "[4, 4, 128]").replace("= 16\n", "= 1\n")))
        .containsExactly(
            "t.toml:18:23: warning: circuit \"main\": fri_folding_factors fold past dimension 1:"
                + " the last domain of 1 points is below 1/rho");
  }
}
