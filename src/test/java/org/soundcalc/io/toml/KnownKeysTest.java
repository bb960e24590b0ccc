package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.circuit;
import static org.soundcalc.io.toml.Loading.load;
import static org.soundcalc.io.toml.Loading.report;

import org.junit.jupiter.api.Test;

/** Keys that are unknown, old, or read by no formula. */
class KnownKeysTest {
  @Test
  void unknownKeysWarnWithASuggestion() {
    String keys =
        """
        w_stack = 13
        colour = 1
        power_batchin = true
        """;

    assertThat(load(ZKEVM + CIRCUIT + keys).zkvm()).isPresent();
    assertThat(report(ZKEVM + CIRCUIT + keys))
        .containsExactly(
            """
            t.toml:11:1: warning: circuit "riscv": w_stack is a key of OTHER, not of TEST; it is \
            ignored
            w_stack = 13
            ^^^^^^^\
            """,
            """
            t.toml:12:1: warning: circuit "riscv": colour is not a key of TEST and is ignored
            colour = 1
            ^^^^^^\
            """,
            """
            t.toml:13:1: warning: circuit "riscv": power_batchin is not a key of TEST and is \
            ignored; did you mean power_batching?
            power_batchin = true
            ^^^^^^^^^^^^^\
            """);
  }

  @Test
  void aMisspeltKeyIsReportedTogetherWithTheMissingOne() {
    assertThat(report(ZKEVM + CIRCUIT.replace("num_queries", "num_querys")))
        .containsExactly(
            """
            t.toml:9:1: error: circuit "riscv": num_querys is not a key of TEST, and num_queries \
            is missing; did you mean num_queries?
            num_querys = 10
            ^^^^^^^^^^\
            """);
  }

  @Test
  void anOlderSpellingIsReadWithAWarning() {
    String toml = ZKEVM + CIRCUIT + "grinding_bits_batching = 3\n";

    assertThat(circuit(load(toml), 0).batching()).isEqualTo(3);
    assertThat(report(toml))
        .containsExactly(
            """
            t.toml:11:1: warning: circuit "riscv": grinding_bits_batching is an older spelling of \
            grinding_batching_phase
            grinding_bits_batching = 3
            ^^^^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void bothSpellingsContradictEachOther() {
    assertThat(
            report(ZKEVM + CIRCUIT + "grinding_bits_batching = 3\ngrinding_batching_phase = 4\n"))
        .containsExactly(
            """
            t.toml:11:1: error: circuit "riscv": grinding_bits_batching is the older spelling of \
            grinding_batching_phase, which is given too; keep one
            grinding_bits_batching = 3
            ^^^^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void aRetiredKeyWarnsAndAnInformationalOneDoesNot() {
    assertThat(report(ZKEVM + CIRCUIT + "alphabet_size_H = 3\nnum_columns = 7\n"))
        .containsExactly(
            """
            t.toml:11:19: warning: circuit "riscv": alphabet_size_H is read by no formula any more
            alphabet_size_H = 3
                              ^\
            """);
  }

  @Test
  void aWrongInformationalValueOnlyWarns() {
    String toml = ZKEVM + CIRCUIT + "num_columns = \"many\"\n";

    assertThat(load(toml).zkvm()).isPresent();
    assertThat(report(toml))
        .containsExactly(
            """
            t.toml:11:15: warning: circuit "riscv": num_columns should be a positive integer, \
            got "many"
            num_columns = "many"
                          ^^^^^^\
            """);
  }

  @Test
  void proofSystemsWarnAtAValue() {
    assertThat(report(ZKEVM + CIRCUIT + "num_columns = 13\n"))
        .containsExactly(
            """
            t.toml:11:15: warning: circuit "riscv": num_columns = 13 contradicts nothing, but is odd
            num_columns = 13
                          ^^\
            """);
  }

  @Test
  void quotedAndDottedKeysAreFound() {
    assertThat(report(ZKEVM + CIRCUIT + "\"a key\" . 'b' = 3\n[ circuits . \"odd\" ]\n"))
        .containsExactly(
            """
            t.toml:11:1: warning: circuit "riscv": a key is not a key of TEST and is ignored
            "a key" . 'b' = 3
            ^^^^^^^^^^^^^\
            """,
            """
            t.toml:12:1: warning: circuit "riscv": odd is not a key of TEST and is ignored
            [ circuits . "odd" ]
            ^^^^^^^^^^^^^^^^^^^^\
            """);
  }
}
