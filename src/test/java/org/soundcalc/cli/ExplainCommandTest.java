package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
        "| Pico · riscv · JBR (proven)",
        "--regime=jbr-best | Pico · riscv · JBR-best (proven)",
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

  /** The circuit of each file's figure, under its regime; of mixed ones under its own best. */
  @Test
  void theCircuitAndTheRegimeAreThoseThatEstimateNames() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("zkvms"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      String name = file.toString().replace('\\', '/');
      JsonNode zkvm = JSON.readTree(CliRun.of("estimate", name, "--format=json").out());
      JsonNode figure = zkvm.at("/zkvms/0/security");
      JsonNode explained = JSON.readTree(CliRun.of("explain", name, "--format=json").out());
      assertThat(explained.get("circuit")).as(name).isEqualTo(figure.get("circuit"));
      assertThat(explained.get("bits").asInt()).as(name).isEqualTo(figure.get("bits").asInt());
      if (!figure.get("regime").asString().equals("mixed")) {
        assertThat(explained.get("regime")).as(name).isEqualTo(figure.get("regime"));
      }
    }
  }

  /** 84 queries of riscv are on line 44 of the file. */
  @Test
  void theBindingTermComesFirstWithItsKeys() {
    String out = CliRun.of("explain", PICO).out();
    assertThat(out)
        .containsSubsequence(
            "53 bits: the binding term is query phase, with error ≤ 2^-53.78.",
            "  num_queries = 84 at zkvms/pico.toml:44:15\n",
            "riscv is the weakest circuit",
            "\nquery phase: 53 bits\n",
            "\nbatching: 69 bits\n",
            "\nDEEP: ")
        .containsOnlyOnce("\nquery phase: 53 bits\n");
    assertThat(CliRun.of("explain", PICO, "--circuit=riscv", "--term=QUERY PHASE").out())
        .contains("query phase: 53 bits")
        .doesNotContain("binding term", "DEEP");
    assertThat(CliRun.of("explain", PICO, "--term=Proof Size").out())
        .contains("proof size: 281 KiB in the worst case");
  }

  /** A list of 25 at iteration 1 and no sample: ℓ^2/2 pairs are as close, and no work is spent. */
  @Test
  void anErrorThatMayBeOneIsSaidInWords() {
    String file = "zkvms/dummy_whir.toml";
    String none = "--set=embed.num_ood_samples=[0, 1]";
    String ground = "--set=embed.grinding_bits_ood=[9, 0]";
    CliRun run = CliRun.of("explain", file, "--circuit=embed", "--regime=jbr", none, ground);
    assertThat(run.out())
        .contains("0 bits: the binding term is OOD(i=1), with error ≥ 1: the error may be 1")
        .contains("note: no out-of-domain sample is taken, so the list of ℓ > 1 codewords is not")
        .contains("proof-of-work does not count without a sample")
        .doesNotContain("2^-0.00");
    CliRun unique = CliRun.of("estimate", file, "--circuit=embed", "--verbose", none, ground);
    assertThat(unique.out()).contains("OOD(i=1)").doesNotContainPattern("OOD\\(i=1\\) +9");
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

  /** Proof-of-work is a factor without a symbol, or SWIRL's g. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pico | query phase | 2^-16: grinding_query_phase = 16",
        "pico --regime=toy | toy problem | 2^-16: grinding_query_phase = 16",
        "ziren | logup-gkr | 2^-22: grinding_bits_lookup = 22",
        "dummy_whir | fin | 2^-17: grinding_bits_queries = 17",
        "openvm2 | logup | g(18): logup_pow_bits = 18",
        "openvm2 | whir_query | g(20): whir_query_phase_pow_bits = 20",
        "openvm2 | whir | g(5): whir_folding_pow_bits = 5",
      })
  void theKeyOfProofOfWorkIsInTheLegend(String zkvm, String term, String line) throws IOException {
    String[] file = zkvm.split(" ");
    List<String> explain = new ArrayList<>(List.of("explain", "zkvms/" + file[0] + ".toml"));
    explain.addAll(Arrays.asList(file).subList(1, file.length));
    explain.addAll(List.of("--term", term));
    assertThat(CliRun.of(explain.toArray(String[]::new)).out()).contains("\n  " + line + "\n");
    explain.add("--format=json");
    String json = CliRun.of(explain.toArray(String[]::new)).out();
    List<String> keys = new ArrayList<>();
    JSON.readTree(json).at("/terms/0/legend").forEach(e -> keys.add(e.get("key").asString()));
    String key = line.replaceAll(".*: (.*) = .*", "$1");
    assertThat(keys).anyMatch(label -> label.endsWith(key));
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
        .contains("proof size: 281 KiB in the worst case, 232 expected")
        // 1361892 of 2303424 bits
        .contains(
            "openings of the functions: 166 KiB, 59%\n", "  Merkle roots: under 1 KiB, under 1%")
        .contains("t: queries, each of which opens a leaf; D: depth");
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
        "--circuit=riscv --regime=jbr --term=DEP | --term DEP: no such term; did you mean DEEP?;"
            + " there are batching, commit rounds 1-22, query phase, ALI, DEEP, alu, byte, ",
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
        "--term= | --term: an empty value names no term; there are batching, commit rounds 1-22, ",
        "--circuit= | --circuit: an empty value names no circuit; there are riscv, ",
        "--format= | expected one of text, json, markdown, got an empty value",
        "--term=query | --term query: no such term; did you mean query phase?",
        "--term=size | --term size: no such term; did you mean proof size?",
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

  /** Both are called d, and both are 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"fold(i=0,s=1) | constraint_degree", "zerocheck | air_max_degree"})
  void aSymbolIsThatOfTheKeyThatMovesTheTerm(String term, String key) {
    CliRun run =
        CliRun.of(
            "explain", "zkvms/ziren.toml", "--circuit=compress", "--regime=udr", "--term", term);
    assertThat(run.out()).contains("\n  d: " + key + " = 3\n");
  }
}
