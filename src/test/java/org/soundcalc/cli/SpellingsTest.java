package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that are spelt as somebody may spell them: which ones were meant. */
class SpellingsTest {
  static final String FILE =
      """
      [zkevm]
      name = "A"
      field = "KoalaBear^4"
      hash_size_bits = 256
      protocol_family = "FRI_STARK"

      [[circuits]]
      name = "main"
      rho = 0.5
      trace_length = 4096
      batch_size = 8
      power_batching = true
      num_queries = 100
      fri_folding_factors = [16]
      fri_early_stop_degree = 512
      num_constraints = 1
      air_max_degree = 2
      opening_points = 2

      [[circuits.lookups]]
      name = "byte"
      rows_L = 8
      rows_T = 4
      """;

  private static CliRun validate(String old, String replacement) {
    assertThat(FILE).contains(old);
    return CliRun.reading(FILE.replace(old, replacement), "validate", "-");
  }

  @ParameterizedTest
  @CsvSource({
    "KoalaBear\u2075, KoalaBear\u2075, KoalaBear^5",
    "koalabear^4, koalabear^4, KoalaBear^4",
    "KoalaBear^4\u200B, KoalaBear^4<U+200B>, KoalaBear^4",
    "Koala\u00A0Bear 4, Koala<U+00A0>Bear 4, KoalaBear^4",
    "\u041A\u043E\u0430laBear^4, \u041A\u043E\u0430laBear^4, KoalaBear^4",
    "goldilocks3, goldilocks3, Goldilocks^3",
    "M\u00B3\u00B9\u2074, M\u00B3\u00B9\u2074, M31^4",
  })
  void aField(String written, String shown, String meant) {
    assertThat(validate("KoalaBear^4", written).out())
        .startsWith("<stdin>:")
        .contains("got \"" + shown + "\"; did you mean " + meant + "?\n");
  }

  @Test
  void theFileItselfIsSound() {
    assertThat(validate("main", "main").out()).isEqualTo("1 file, no errors, no warnings\n");
  }

  @Test
  void aFieldOfADegreeThatIsNoneIsNotGuessed() {
    assertThat(validate("KoalaBear^4", "KoalaBear^17").out())
        .contains("got \"KoalaBear^17\"\n")
        .doesNotContain("did you mean");
  }

  @ParameterizedTest
  @CsvSource({"FRI-Stark, FRI_STARK", "fri stark, FRI_STARK", "WH\u0406R, WHIR", "swirl, SWIRL"})
  void aProofSystem(String written, String meant) {
    assertThat(validate("FRI_STARK", written).out()).contains("did you mean " + meant + "?\n");
  }

  /** Each is one error, which explains that today's key is missing. */
  @Test
  void aKeyOfThePast() {
    CliRun run = validate("rows_L = 8\n", "H_L = 8\nH_T = 4\n");
    assertThat(run.out().lines().filter(line -> line.startsWith("<stdin>")))
        .extracting(line -> line.replaceFirst("^[^ ]* ", ""))
        .containsExactly(
            "error: circuit \"main\", lookup \"byte\": H_L is rows_L today",
            "error: circuit \"main\", lookup \"byte\": H_T is rows_T today, which is given too:"
                + " remove H_T");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
