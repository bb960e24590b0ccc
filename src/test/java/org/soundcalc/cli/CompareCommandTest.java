package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        .contains(
            "Pico,,zkvms/pico.toml,,JBR-best,proven,57,57,,,,,\n",
            "Pico,,zkvms/pico.toml,,toy,refuted,99,57,42,42,,,\n");
    assertThat(CliRun.of("compare", "--format=csv", "zkvms/openvm.toml").out())
        .contains("OpenVM,1.5.0,zkvms/openvm.toml,,capacity,refuted,74,100,-26,0,,,\n");
  }

  @Test
  void aZkvmIsItsWeakestCircuit() {
    String circuits =
        CliRun.of("compare", "--format=csv", "--per=circuit", "--regimes=capacity,udr", PICO).out();
    assertThat(circuits).contains("Pico,,zkvms/pico.toml,riscv,capacity,refuted,71,57,14,14,,,\n");
    assertThat(circuits).contains("Pico,,zkvms/pico.toml,embed,capacity,refuted,79,57,22,22,,,\n");
    assertThat(CliRun.of("compare", "--format=csv", "--regimes=capacity,udr", PICO).out())
        .contains("Pico,,zkvms/pico.toml,,capacity,refuted,71,57,14,14,,,\n");
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

  /** Whoever pastes the table pastes what it depends on. */
  @Test
  void whatWasChangedIsSaid() {
    String[] options = {"--accounting=strict", "--set=num_queries=90", PICO};
    assertThat(compare("--format=json", options).out())
        .contains("\"accounting\": \"strict\"", "\"settings\"", "\"num_queries=90\"");
    assertThat(compare("--format=table", options).out())
        .contains("with --accounting strict\n", "overridden by --set: num_queries = 90\n");
    assertThat(compare("--format=markdown", options).out())
        .contains("> With `--accounting strict`.", "> Overridden by --set: `num_queries = 90`.");
    assertThat(CliRun.of("compare", PICO).out()).doesNotContain("with --", "overridden");
  }

  private static CliRun compare(String format, String... options) {
    List<String> args = new ArrayList<>(List.of("compare", format));
    args.addAll(List.of(options));
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void theBestProvenFigureIsOfRegimesShownOrNot() {
    assertThat(CliRun.of("compare", "--regimes=udr", PICO).out())
        .contains("best proven: the highest of UDR, JBR, JBR-best");
    assertThat(CliRun.of("compare", PICO).out()).doesNotContain("the highest of");
  }

  /** That JBR cannot be, with a gap beyond its radius, is no matter of who asks for another. */
  @ParameterizedTest
  @ValueSource(strings = {"udr", "toy", "capacity"})
  void aProvenRegimeThatNobodyAskedForDoesNotRefuse(String regime) {
    CliRun run = CliRun.of("compare", "--regimes", regime, "--set=gap_to_radius=0.3", PICO);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("best proven of Pico leaves out JBR: circuit \"riscv\": gap_to_radius leaves")
        .contains("57");
    CliRun asked = CliRun.of("compare", "--regimes=jbr", "--set=gap_to_radius=0.3", PICO);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("gap_to_radius");
  }

  @Test
  void theReasonsOfDashesNameTheCircuits() {
    assertThat(CliRun.of("compare", "zkvms/zkdtvm.toml", "zkvms/sp1.toml").out())
        .contains("zkDTVM 0.8.0 (root_shrink): UDR is excluded", "best proven is mixed in zkDTVM");
  }

  @Test
  void zkvmsOfOneNameAreToldApart() throws IOException {
    Path other = folder.resolve("other.toml");
    Files.copy(Path.of(PICO), other);
    assertThat(CliRun.of("compare", "--format=markdown", PICO, other.toString()).out())
        .contains("Pico (zkvms/pico.toml)", "other.toml");
  }

  /** Dashes among figures tell something, and dashes alone nothing. */
  @Test
  void dashesAloneAreRefused() {
    CliRun alone = CliRun.of("compare", "--regimes=toy", "zkvms/dummy_whir.toml", "zkvms/sp1.toml");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.out()).isEmpty();
    assertThat(alone.err())
        .contains("zkvms/dummy_whir.toml:29:1: error: ", "zkvms/sp1.toml:29:1: error: ");
    CliRun among = CliRun.of("compare", "--regimes=toy", "zkvms/dummy_whir.toml", PICO);
    assertThat(among.code()).isZero();
  }
}
