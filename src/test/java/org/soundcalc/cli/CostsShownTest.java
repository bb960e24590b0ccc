package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;

/** What proofs cost, as commands show it. */
class CostsShownTest {
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String LAST = "Final_Compressed";

  @Test
  void verboseShowsWhatAProofCosts() {
    CliRun run = CliRun.of("estimate", "--verbose", "--circuit", LAST, ZISK);
    assertThat(run.out())
        .contains(
            """
            prover multiplications (base field)         995,325,952
            prover permutations                          10,784,768
            expected proof-of-work                        4,194,304
            bytes of committed words                    622,526,464
            verifier multiplications (extension field)       13,554
            verifier permutations                             4,668
            a permutation absorbs R_h = 512 bits (--hash-rate)
            """);
    assertThat(CliRun.of("estimate", "--circuit", LAST, ZISK).out()).doesNotContain("permutations");
  }

  /** 1088 bits: 9 permutations for a row of 9280, 2 for a coset of 1536, and one above each. */
  @Test
  void anotherHashTakesOthers() throws IOException {
    CliRun run =
        CliRun.of("estimate", "--format=json", "--hash-rate=1088", "--circuit", LAST, ZISK);
    assertThat(JsonSchema.inDocs("estimate.schema.json").problems(run.out())).isEmpty();
    assertThat(run.out().replaceAll("\\s", ""))
        .contains("\"costs\":{\"hashRateBits\":1088,\"prover\":{\"multiplications\":995325952,")
        .contains("\"permutations\":" + ((1 << 19) * 10 + 74_752 * 3) + ",\"grinding\":4194304");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zisk", "dummy_whir", "dummy_stir", "sp1", "openvm2"})
  void explainHasTheFormulas(String file) throws IOException {
    List<String> asked = List.of("explain", "--term", "Costs", "zkvms/" + file + ".toml");
    CliRun text = CliRun.of(asked.toArray(String[]::new));
    assertThat(text.out()).contains("2^D · (⌈leaf / R_h⌉ + 1)", "D: from ");
    CliRun json = CliRun.of("explain", "--term=costs", "--format=json", "zkvms/" + file + ".toml");
    assertThat(JsonSchema.inDocs("explain.schema.json").problems(json.out())).isEmpty();
    assertThat(json.out()).contains("\"proverPermutations\"");
  }

  @Test
  void aPartIsWrittenWithItsNumbers() {
    CliRun run = CliRun.of("explain", "--term", "costs", "--circuit", LAST, ZISK);
    assertThat(run.out())
        .contains("t · (⌈leaf / R_h⌉ + D) = 54 · (⌈9280 / 512⌉ + 19) =\n    2,052")
        .contains("t · ⌈ρ · n_r⌉ = 54 · 64 = 3,456");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--hash-rate=0 | soundcalc: --hash-rate 0: expected bits, an integer from 1 to 65536",
        "--hash-rate=65537 | soundcalc: --hash-rate 65537: expected bits, an integer from 1 to"
            + " 65536",
        "--hash-rate=-5 | soundcalc: --hash-rate -5: expected bits, an integer from 1 to 65536",
        "--hash-rate=99999999999 | soundcalc: --hash-rate 99999999999: expected bits, an integer"
            + " from 1 to 65536",
        "--hash-rate= | soundcalc: --hash-rate \"\": expected bits, an integer from 1 to 65536",
        "--hash-rate=keccak | soundcalc: --hash-rate keccak: expected bits, an integer from 1 to"
            + " 65536",
      })
  void aRateIsANumberOfBits(String option, String message) {
    for (String command : List.of("estimate", "explain")) {
      CliRun run = CliRun.of(command, option, ZISK);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(message);
    }
  }

  @Test
  void aRateWhereNoCostsAreShownIsRefused() {
    CliRun table = CliRun.of("estimate", "--hash-rate", "1088", ZISK);
    assertThat(table.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(table.err())
        .startsWith(
            "soundcalc: --hash-rate is for costs, which are shown with --verbose or --format json");
    CliRun terms = CliRun.of("explain", "--hash-rate", "1088", ZISK);
    assertThat(terms.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terms.err())
        .startsWith("soundcalc: --hash-rate is for costs, which are shown with --term costs");
  }
}
