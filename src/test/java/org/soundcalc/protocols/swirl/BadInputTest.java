package org.soundcalc.protocols.swirl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.TomlText.errors;
import static org.soundcalc.testing.TomlText.load;
import static org.soundcalc.testing.TomlText.warnings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Parameter;
import org.soundcalc.testing.RequiredKeys;

/** What is wrong with a circuit is said once, at its line, with key and numbers. */
class BadInputTest {
  private static final String GOOD =
      """
      [zkevm]
      name = "Test"
      field = "BabyBear^4"
      hash_size_bits = 256
      protocol_family = "SWIRL"

      [swirl]
      logup_max_interaction_count = 1000
      logup_log_max_message_length = 7
      logup_pow_bits = 18

      [[circuits]]
      name = "main"
      l_skip = 2
      n_stack = 17
      w_stack = 512
      log_blowup = 1
      whir_folding_pow_bits = 18
      whir_mu_pow_bits = 20
      whir_num_queries = [68, 30, 20]
      explicit_regime = "list"
      explicit_m = 2
      constraint_degree = 4
      max_constraints_per_air = 282
      num_airs = 42
      max_log_trace_height = 19
      num_trace_columns = 1663
      max_interactions_per_air = 78
      """;

  @Test
  void everyRequiredKeyIsMissed() {
    RequiredKeys.assertMissed(new SwirlFamily(), GOOD);
  }

  /** In [swirl] for all circuits, in a circuit for itself; 20 where it is left out. */
  @ParameterizedTest
  @CsvSource({"-,-,20", "15,-,15", "-,15,15", "18,15,15", "18,0,0"})
  void proofOfWorkBeforeQueries(String shared, String own, String bits) {
    String key = StackedWhir.QUERY_POW.name();
    String text =
        GOOD.replace(
                "[swirl]\n", "[swirl]\n" + (shared.equals("-") ? "" : key + "=" + shared + "\n"))
            .replace("l_skip", (own.equals("-") ? "" : key + "=" + own + "\n") + "l_skip");
    assertThat(load(text).diagnostics()).isEmpty();
    Circuit circuit = load(text).zkvm().orElseThrow().zkvm().circuits().get(0);
    assertThat(circuit.parameters()).contains(new Parameter(key, bits));
  }

  @Test
  void proofOfWorkBeforeQueriesOutOfRange() {
    String bad = GOOD.replace("[swirl]\n", "[swirl]\nwhir_query_phase_pow_bits = 129\n");
    assertThat(errors(bad))
        .containsExactly(
            "t.toml:8:29: error: [swirl]: whir_query_phase_pow_bits must be an integer from 0 to"
                + " 128, got 129");
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(load(GOOD).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log_blowup = 1 | log_blowup = 0 | 17:14 | log_blowup must be an integer from 1 to 64,"
            + " got 0",
        "[68, 30, 20] | [68, 30, 20, 20, 20] | 20:20 | whir_num_queries must have fewer entries:"
            + " 5 rounds fold 20 times, but l_skip + n_stack = 19",
        "[68, 30, 20] | [68, 0, 20] | 20:25 | whir_num_queries[1] must be an integer from 1 to"
            + " 100000, got 0",
        "[68, 30, 20] | [] | 20:20 | whir_num_queries must be a non-empty array of integers from 1"
            + " to 100000, got []",
        "n_stack = 17 | n_stack = 29 | 15:11 | n_stack with l_skip and log_blowup makes a folded"
            + " domain of 2^28 points, beyond the 2-adicity 27 of BabyBear^4",
        "w_stack = 512 | w_stack = 0 | 16:11 | w_stack must be a positive integer, got 0",
        "explicit_m = 2 | explicit_m = 1 | 22:14 | explicit_m must be larger at log_blowup = 1:"
            + " sqrt(rho)*(1 + 1/(2m)) must be below 1, got 1",
        "explicit_m = 2 | explicit_m = 0 | 22:14 | explicit_m must be a positive integer, got 0",
        "\"list\" | \"both\" | 21:19 | explicit_regime must be \"unique\" or \"list\", got"
            + " \"both\"",
        "num_airs = 42 | num_airs = 0 | 25:12 | num_airs must be at least 1, since the errors take"
            + " its logarithm, got 0",
        "max_interactions_per_air = 78 | max_interactions_per_air = 0 | 28:28 |"
            + " max_interactions_per_air must be at least 1, since the errors take its logarithm,"
            + " got 0",
        "num_airs = 42 | num_airs = -1 | 25:12 | num_airs must be an integer of at least 0,"
            + " got -1",
        "constraint_degree = 4 | constraint_degree = 0 | 23:21 | constraint_degree must be a"
            + " positive integer, got 0",
        "whir_mu_pow_bits = 20 | whir_mu_pow_bits = 129 | 19:20 | whir_mu_pow_bits must be an"
            + " integer from 0 to 128, got 129",
      })
  void aWrongValue(String good, String bad, String place, String message) {
    assertThat(errors(GOOD.replace(good, bad)))
        .containsExactly("t.toml:" + place + ": error: circuit \"main\": " + message);
  }

  @Test
  void aMissingMultiplicity() {
    assertThat(errors(GOOD.replace("explicit_m = 2\n", "")))
        .containsExactly(
            "t.toml:12:1: error: circuit \"main\": explicit_m is missing: explicit_regime ="
                + " \"list\" needs the decoder's multiplicity (must be a positive integer)");
  }

  @Test
  void aMultiplicityThatIsIgnored() {
    assertThat(warnings(GOOD.replace("\"list\"", "\"unique\"")))
        .containsExactly(
            "t.toml:22:14: warning: circuit \"main\": explicit_m = 2 is ignored: explicit_regime"
                + " is \"unique\"");
  }

  @Test
  void aSoundnessTwinIsJudgedInPlaceOfItsKey() {
    assertThat(errors(GOOD.replace("num_airs = 42", "num_airs = 42\nsoundness_num_airs = 0")))
        .containsExactly(
            "t.toml:26:22: error: circuit \"main\": soundness_num_airs must be at least 1, since"
                + " the errors take its logarithm, got 0");
    assertThat(
            load(GOOD.replace("num_airs = 42", "num_airs = 0\nsoundness_num_airs = 9"))
                .diagnostics())
        .isEmpty();
    assertThat(
            load(GOOD.replace("num_airs = 42", "num_airs = 42\nproof_size_num_airs = 0"))
                .diagnostics())
        .isEmpty();
  }

  @Test
  void whatAllCircuitsShareMayBeMissing() {
    assertThat(errors(GOOD.replace("logup_pow_bits = 18\n", "")))
        .containsExactly(
            "t.toml:7:1: error: [swirl]: logup_pow_bits is missing (must be an integer from 0 to"
                + " 128)");
    assertThat(errors(GOOD.replace("= 1000", "= 0")))
        .containsExactly(
            "t.toml:8:31: error: [swirl]: logup_max_interaction_count must be a positive integer,"
                + " got 0");
  }

  @Test
  void aCircuitOverridesWhatAllShare() {
    assertThat(parameter(GOOD, "logup_pow_bits")).isEqualTo("18");
    assertThat(parameter(GOOD + "logup_pow_bits = 3\n", "logup_pow_bits")).isEqualTo("3");
  }

  @Test
  void informationIsNoReasonToWarn() {
    String informed =
        GOOD
            + """
            air_max_degree = 3
            blowup_factor = 2
            group = "core"
            num_columns = 7
            udr_only = false
            proof_size_max_constraints_per_air = 300
            proof_size = "1 MB"
            """;
    assertThat(load(informed).diagnostics()).isEmpty();
    assertThat(warnings(GOOD + "blowup_factor = 3\n"))
        .containsExactly(
            "t.toml:29:17: warning: circuit \"main\": blowup_factor = 3 contradicts log_blowup ="
                + " 1");
  }

  @Test
  void everyProblemIsReportedInOneRun() {
    String bad =
        GOOD.replace("n_stack = 17", "n_stack = true")
            .replace("explicit_m = 2", "explicit_m = 1")
            .replace("num_airs = 42", "num_airs = 0")
            .replace("w_stack", "w_stak");
    assertThat(errors(bad)).hasSize(4);
  }

  private static String parameter(String toml, String key) {
    return load(toml).zkvm().orElseThrow().zkvm().circuits().get(0).parameters().stream()
        .filter(parameter -> parameter.key().equals(key))
        .map(Parameter::value)
        .findFirst()
        .orElseThrow();
  }
}
