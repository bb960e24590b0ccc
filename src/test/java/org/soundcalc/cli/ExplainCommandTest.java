package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One circuit of each proof system, each term against a text that was read with its formula. */
class ExplainCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
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
    assertThat(run.code()).isZero();
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

  /**
   * As estimate has it: 35 bits in UDR and 57 in JBR are the last circuit's, 50 and 53 the first's.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| Pico · riscv · JBR-best (proven)",
        "--regime=jbr | Pico · riscv · JBR (proven)",
        "--regime=udr | Pico · compress · UDR (proven)",
        "--circuit=embed | Pico · embed · JBR (proven)",
      })
  void theWeakestCircuitUnderItsBestProvenRegimeIsUsual(String options, String title) {
    List<String> arguments = new ArrayList<>(List.of("explain", PICO));
    if (options != null) {
      arguments.add(options);
    }
    assertThat(CliRun.of(arguments.toArray(String[]::new)).out()).startsWith(title + "\n");
  }

  /** η = 0.025 at ρ = 1/2: √ρ/(2η) = 14.14. */
  @Test
  void symbolsAreKeysOrDerived() {
    CliRun run = CliRun.of("explain", PICO, "--circuit=riscv", "--regime=jbr", "--term=batching");
    assertThat(run.out())
        .contains("    m = max(⌈√ρ / (2 · η)⌉, 3) = 15\n")
        .contains("  B: batch_size = 1435\n", "  ρ: rho = 0.5\n", "  k: trace_length = 4194304\n")
        .contains("  F: field = 2.06108e37\n");
  }

  /** Every symbol of every formula of zkvms that no definition explains is in its legend. */
  @ParameterizedTest
  @ValueSource(
      strings = {"airbender", "dummy_stir", "dummy_whir", "openvm2", "pico", "sp1", "zkdtvm"})
  void everySymbolIsInTheLegend(String zkvm) throws IOException {
    Zkvm read = Soundcalc.read(Path.of("zkvms", zkvm + ".toml"));
    JsonSchema schema = JsonSchema.inDocs("explain.schema.json");
    for (Circuit circuit : read.circuits()) {
      String file = "zkvms/" + zkvm + ".toml";
      String name = "--circuit=" + circuit.id().name();
      for (String term : List.of("--color=never", "--term=proof size")) {
        CliRun run = CliRun.of("explain", file, name, "--format=json", term);
        assertThat(schema.problems(run.out())).isEmpty();
        JsonNode json = JSON.readTree(run.out());
        List<JsonNode> formulas = new ArrayList<>();
        json.get("terms").forEach(formulas::add);
        for (JsonNode part : json.at("/proofSize/parts")) {
          formulas.add(part.get("expected"));
          formulas.add(part.get("worstCase"));
        }
        assertThat(formulas).isNotEmpty();
        formulas.forEach(ExplainCommandTest::assertExplained);
      }
    }
  }

  private static void assertExplained(JsonNode formula) {
    String text = formula.get("formula").asString();
    for (JsonNode definition : formula.get("definitions")) {
      text += " " + definition.get("formula").asString();
    }
    text = text.replaceAll("max\\(|min\\(|the multiplicity with the most bits|Σ_\\{[^⌉]*⌉", "");
    for (JsonNode kind : List.of(formula.get("definitions"), formula.get("legend"))) {
      List<String> symbols = new ArrayList<>();
      kind.forEach(entry -> symbols.add(entry.get("symbol").asString()));
      symbols.sort(Comparator.comparing(String::length).reversed());
      for (String symbol : symbols) {
        text = text.replace(symbol, "");
      }
    }
    String left = text.replaceAll("log2|′|reduction_error", "");
    assertThat(left).as(formula.toString()).doesNotContainPattern("\\p{L}");
  }

  @Test
  void theSizeIsExplainedWithWhatItLeavesOut() throws IOException {
    CliRun run = CliRun.of("explain", PICO, "--term=proof size");
    assertThat(run.out())
        .startsWith("Pico · embed · ")
        .contains("proof size: 281 KiB in the worst case, 232 expected");
    Golden.assertMatches(
        "explain-size.md",
        CliRun.of(
                "explain",
                "zkvms/dummy_whir.toml",
                "--circuit=embed",
                "--term=proof size",
                "--format=markdown")
            .out());
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
        "--circuit=riscv --regime=toy --term=DEEP | --term DEEP: no such term; there are toy"
            + " problem, proof size",
        "--circuit=riscv --regime=toy --term=toy_problm | no such term; did you mean toy problem?",
        "--circuit=riscv --regime=udr --term=nothing | no such term; there are batching, ",
        "--circuit=riscv --regime=jbr --set=explicit_regime=unique | JBR does not cover circuit"
            + " riscv: it is excluded",
        "--term=proof_size | --term proof_size: no such term; did you mean proof size?",
        "--format=xml | Invalid value for option '--format': expected one of text, json, markdown",
      })
  void whatDoesNotExistIsBadUsage(String options, String message) {
    String[] arguments = ("explain " + PICO + " " + options).split(" ", -1);
    CliRun run = CliRun.of(arguments);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
