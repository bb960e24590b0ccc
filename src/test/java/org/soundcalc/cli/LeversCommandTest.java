package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;

/** What one more unit of each parameter buys, as users see it. */
class LeversCommandTest {
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String LAST = "Final_Compressed";

  @Test
  void theTableFitsATerminal() throws IOException {
    CliRun run = CliRun.of("levers", "--circuit", LAST, ZISK);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches("levers-zisk-80.txt", run.out());
  }

  @Test
  void aPageHasATableForEachCircuit() throws IOException {
    CliRun run =
        CliRun.of("levers", "--format=markdown", "--circuit=embed", "zkvms/dummy_whir.toml");
    Golden.assertMatches("levers-dummy-whir.md", run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pico", "dummy_whir", "dummy_stir", "sp1", "openvm2"})
  void jsonIsThatOfTheSchema(String file) throws IOException {
    CliRun run = CliRun.of("levers", "--format=json", "zkvms/" + file + ".toml");
    assertThat(JsonSchema.inDocs("levers.schema.json").problems(run.out())).isEmpty();
    assertThat(run.out()).contains("\"after\"", "\"costs\"", "\"changes\"");
  }

  /** A lever and a regime a row, and where the circuit stands before them. */
  @Test
  void csvHasARowForEachLeverAndRegime() {
    CliRun run = CliRun.of("levers", "--format=csv", "--circuit", LAST, ZISK);
    List<String> rows = run.out().lines().toList();
    assertThat(rows.get(0)).startsWith("zkvm,circuit,lever,from,to,regime,bits,decimal_bits,");
    assertThat(rows)
        .anyMatch(row -> row.startsWith("ZisK,Final_Compressed,,,,JBR,128,128.96,query phase,"))
        .anyMatch(row -> row.startsWith("ZisK,Final_Compressed,num_queries,54,55,JBR,130,130.94,"))
        .anyMatch(row -> row.startsWith("ZisK,Final_Compressed,num_queries,54,55,UDR,"))
        .allMatch(
            row -> row.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count() == 19);
  }

  /** Each regime that is asked for has its bits; without the option the best proven one has. */
  @Test
  void regimesThatAreAskedForAreShown() {
    CliRun run = CliRun.of("levers", "--regimes=udr,jbr", "--circuit", LAST, ZISK);
    assertThat(run.out()).contains("UDR bits", "JBR bits");
    CliRun unique = CliRun.of("levers", "--circuit=shrink", "zkvms/sp1.toml");
    assertThat(unique.out()).contains("UDR bits").doesNotContain("JBR bits");
  }

  /** The rate of 1/4 wants a domain of 2^25 points. */
  @Test
  void whatIsNotPossibleIsSaid() {
    CliRun run =
        CliRun.of(
            "levers",
            "--circuit=riscv",
            "--set=riscv.rho=0.25",
            "--set=riscv.fri_early_stop_degree=4",
            "zkvms/pico.toml");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("not possible: rho: trace_length over rho is a domain of 2^25 points");
  }

  @Test
  void anUnknownCircuitIsNamedWithTheOneThatIsMeant() {
    CliRun run = CliRun.of("levers", "--circuit=risc", "zkvms/pico.toml", "zkvms/dummy_stir.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--circuit risc: no such circuit; did you mean riscv?");
  }

  @Test
  void badInputHasNoResult() {
    assertThat(Stream.of("--regimes=jbrr", "--hash-rate=0", "--set=num_queries=0", "--lever=rho"))
        .allSatisfy(
            option -> {
              CliRun run = CliRun.of("levers", option, "zkvms/pico.toml");
              assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).contains(option.replaceFirst("=.*", ""));
            });
    CliRun none = CliRun.of("levers");
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).contains("FILE");
  }

  @Test
  void badFilesHaveNoResult() {
    String toml = "[zkevm]\nname = \"x\"\n[[circuits]]\nname = \"c\"\nprotocol_family = \"FRI\"\n";
    CliRun run = CliRun.reading(toml, "levers", ZISK, "-");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("<stdin>:5:19: error:");
  }
}
