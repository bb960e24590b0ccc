package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;

/** What is proven beside what is conjectured. */
class CompareCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String SCHEMA = "compare.schema.json";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "table, compare-80.txt",
    "markdown, compare.md",
    "csv, compare.csv",
    "json, compare.json"
  })
  void everyFormat(String format, String file) throws IOException {
    CliRun run =
        CliRun.of(
            "compare",
            "--format",
            format,
            "zkvms/airbender.toml",
            "zkvms/dummy_whir.toml",
            PICO,
            "zkvms/sp1.toml",
            "zkvms/zkdtvm.toml");
    assertThat(run.code()).isZero();
    Golden.assertMatches(file, run.out());
  }

  @Test
  void perCircuitFitsTheTerminal() throws IOException {
    CliRun run = CliRun.of("compare", "--per", "circuit", PICO, "zkvms/zkdtvm.toml");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches("compare-circuits-80.txt", run.out());
  }

  /** Pico has 57 proven bits; if the toy problem's conjecture fell, 42 of its 99 would be lost. */
  @Test
  void gapsAreAgainstTheBestProvenFigure() {
    assertThat(CliRun.of("compare", "--format=csv", PICO).out())
        .contains("Pico,,JBR-best,proven,57,57,,\n", "Pico,,toy,refuted,99,57,42,42\n");
    assertThat(CliRun.of("compare", "--format=csv", "zkvms/openvm.toml").out())
        .contains("OpenVM 1.5.0,,capacity,refuted,74,100,-26,0\n");
  }

  @Test
  void aZkvmIsItsWeakestCircuit() {
    String circuits =
        CliRun.of("compare", "--format=csv", "--per=circuit", "--regimes=capacity,udr", PICO).out();
    assertThat(circuits).contains("Pico,riscv,capacity,refuted,71,57,14,14\n");
    assertThat(circuits).contains("Pico,embed,capacity,refuted,79,57,22,22\n");
    assertThat(CliRun.of("compare", "--format=csv", "--regimes=capacity,udr", PICO).out())
        .contains("Pico,,capacity,refuted,71,57,14,14\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zkvm", "circuit"})
  void jsonIsAsItsSchemaSays(String per) throws IOException {
    JsonSchema schema = JsonSchema.inDocs(SCHEMA);
    assertThat(schema.ownProblems()).isEmpty();
    String json = CliRun.of("compare", "--format=json", "--per", per, "zkvms").out();
    assertThat(schema.problems(json)).isEmpty();
    assertThat(schema.problems(json.replace("\"gap\"", "\"gaps\""))).isNotEmpty();
    assertThat(schema.problems(json.replace("refuted", "rejected"))).isNotEmpty();
  }

  /** All or nothing. */
  @Test
  void aBrokenFileLeavesNoResult() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    CliRun run = CliRun.of("compare", PICO, bad.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--per=zkvms", "--regimes=list", "--format=xml", "--circuit=riscv"})
  void badOptionsAreRefused(String option) {
    CliRun run = CliRun.of("compare", option, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option.substring(0, option.indexOf('=')));
  }

  @Test
  void strictAccounting() {
    assertThat(CliRun.of("compare", "--accounting=strict", "--format=json", PICO).out())
        .contains("\"accounting\": \"strict\"");
  }
}
