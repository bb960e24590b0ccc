package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.headers;
import static org.soundcalc.io.toml.Loading.load;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.keys.Limits;

/** Texts that are too much: each is refused with a word, none hangs or overflows the stack. */
class LimitsTest {
  private static final Duration GENEROUS = Duration.ofSeconds(30);
  private static final String TOO_DEEP =
      "error: nesting is too deep (more than 100 levels of tables and arrays)";

  private static List<String> reported(String toml) {
    return assertTimeoutPreemptively(GENEROUS, () -> headers(load(toml)));
  }

  private static String full(String line) {
    return line.repeat(Limits.FILE_BYTES / line.length());
  }

  @Test
  void nesting() {
    assertThat(reported("a = " + "[".repeat(5000) + "]".repeat(5000)))
        .containsExactly("t.toml:1:106: " + TOO_DEEP);
    assertThat(reported("a = " + "{a=".repeat(5000) + "1" + "}".repeat(5000)))
        .containsExactly("t.toml:1:308: " + TOO_DEEP);
    assertThat(reported("a" + ".a".repeat(5000) + " = 1\n"))
        .containsExactly("t.toml:1:10005: " + TOO_DEEP);
    assertThat(reported("a = " + "[".repeat(100_000))).containsExactly("t.toml:1:1: " + TOO_DEEP);
    assertThat(reported("a" + ".a".repeat(100_000) + " = 1\n"))
        .containsExactly("t.toml:1:1: " + TOO_DEEP);
  }

  @Test
  void numbers() {
    String digits = "1" + "0".repeat(5000);

    assertThat(reported("a = " + digits))
        .containsExactly("t.toml:1:5: error: integer is too large");
    assertThat(reported("a = 0." + digits))
        .containsExactly("t.toml:1:5: error: a number has over 1000 digits");
    assertThat(reported("a = 1" + "0".repeat(Limits.FILE_BYTES - 10)))
        .containsExactly("t.toml:1:5: error: a number has over 1000 digits");
    assertThat(reported("a = 1e9999999999"))
        .containsExactly("t.toml:1:5: error: float is too large");
    assertThat(reported(ZKEVM + CIRCUIT.replace("10", "1e999999999")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got"
                + " 1e999999999");
    assertThat(reported(ZKEVM + CIRCUIT.replace("10", "99999999999999999999")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer below"
                + " 2^63, got 99999999999999999999");
  }

  @Test
  void circuits() {
    assertThat(reported(ZKEVM + "[[circuits]]\n".repeat(Limits.CIRCUITS)))
        .containsExactly("t.toml:10007:1: error: there are over 10000 circuits");
  }

  @Test
  void elements() {
    assertThat(reported(ZKEVM + CIRCUIT.replace("[2, 4]", "[" + "3, ".repeat(10_001) + "]")))
        .containsExactly(
            "t.toml:10:23: error: circuit \"riscv\": fri_folding_factors has over 10000 elements");
    assertThat(reported(ZKEVM + CIRCUIT.replace("[2, 4]", "[" + "3, ".repeat(10_000) + "]")))
        .hasSize(20);
  }

  @Test
  void tables() {
    assertThat(reported(ZKEVM + CIRCUIT + "[[circuits.lookups]]\n".repeat(10_001)))
        .containsExactly("t.toml:11:1: error: circuit \"riscv\": lookups has over 10000 elements");
  }

  @Test
  void problems() {
    String lookups = "[[circuits.lookups]]\n".repeat(3_000);

    assertThat(reported(ZKEVM + CIRCUIT + lookups))
        .hasSize(1_001)
        .endsWith("t.toml: error: and more; too many to list");
  }

  @Test
  void largeFiles() {
    assertThat(reported(ZKEVM + CIRCUIT + full("# a comment\n"))).isEmpty();
    assertThat(reported(full("a = 1\n")))
        .containsExactly("t.toml:2:1: error: a previously defined at line 1, column 1");
    assertThat(reported(full("= = =\n"))).hasSize(1).first().asString().startsWith("t.toml:1:1: ");
    assertThat(reported("a = \"" + full("x")))
        .containsExactly("t.toml:1:4194310: error: the file is not TOML from here on");
    assertThat(reported("x = [" + full("1,") + "]")).hasSize(3);
    assertThat(reported(full("[[a]]\n"))).hasSize(3);
    assertThat(reported(full("\""))).hasSize(1);
    assertThat(reported(full("[[circuits]]\n"))).hasSize(2);
  }

  @Test
  void linesThatAreTooLongAreNotShown() {
    String toml = ZKEVM + CIRCUIT.replace("10", "0" + " ".repeat(500) + "# far");

    assertThat(load(toml).diagnostics().get(0).text())
        .isEqualTo(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got 0");
  }
}
