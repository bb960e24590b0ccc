package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.Golden;

/** One circuit of each proof system, each term against a text that was read with its formula. */
class ExplainCommandTest {
  private static final String PICO = "zkvms/pico.toml";

  @ParameterizedTest
  @CsvSource({
    "airbender, generalized_circuit, UDR",
    "airbender, generalized_circuit, JBR",
    "dummy_whir, embed, JBR",
    "dummy_stir, main, JBR",
    "sp1, shrink, UDR",
    "openvm2, root, JBR",
    "openvm2, app, UDR",
  })
  void explainsEveryTerm(String zkvm, String circuit, String regime) throws IOException {
    CliRun run =
        CliRun.of("explain", "zkvms/" + zkvm + ".toml", "--circuit", circuit, "--regime", regime);
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("explain-" + zkvm + "-" + circuit + "-" + regime + ".txt", run.out());
  }

  @Test
  void explainsOneTerm() {
    CliRun run =
        CliRun.of("explain", PICO, "--circuit=riscv", "--regime=jbr", "--term=query phase");
    assertThat(run.out())
        .contains("query phase: 53 bits", "ε = (1 − δ)^t · 2^-16", "≤ 2^-53.78")
        .doesNotContain("DEEP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--circuit=risc --regime=jbr | --circuit risc: no such circuit; did you mean riscv?",
        "--circuit=riscv --regime=jbr --term=DEP | --term DEP: no such term; did you mean DEEP?",
        "--circuit=riscv --regime=proven | --regime takes one regime",
        "--circuit=riscv --regime=gbr | --regime gbr: no such regime; did you mean jbr?",
        "--circuit=riscv --regime=capcity | no such regime; did you mean capacity?",
        "--circuit=riscv --regime= | --regime takes one regime; known are udr, jbr",
        "--circuit=riscv --regime=toy --term=DEEP | --term DEEP: no such term; the only term is toy"
            + " problem",
        "--circuit=riscv --regime=toy --term=toy_problm | no such term; did you mean toy problem?",
        "--circuit=riscv --regime=udr --term=nothing | no such term; there are batching, ",
        "--circuit=riscv --regime=jbr --set=explicit_regime=unique | JBR does not cover circuit"
            + " riscv: it is excluded",
        "--circuit=riscv | Missing required option: '--regime=REGIME'",
      })
  void whatDoesNotExistIsBadUsage(String options, String message) {
    String[] arguments = ("explain " + PICO + " " + options).split(" ", -1);
    CliRun run = CliRun.of(arguments);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
