package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Golden;

class EstimateCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String MIDEN = "zkvms/miden.toml";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "80, false, false, pico-80.txt",
    "200, false, false, pico-200.txt",
    "80, true, true, pico-terminal-80.txt",
    "80, true, false, pico-terminal-80-without-colour.txt"
  })
  void printsTheTable(int width, boolean isTerminal, boolean colour, String file)
      throws IOException {
    Terminal terminal = new Terminal(isTerminal, isTerminal, width, !colour, false);
    CliRun run = CliRun.in(terminal, "", Plugins.installed(), "estimate", PICO);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches(file, run.out());
  }

  @Test
  void summaryOfPicoFitsOneScreen() {
    CliRun run = CliRun.of("estimate", PICO);
    assertThat(run.out().lines().limit(24)).anyMatch(line -> line.startsWith("embed "));
  }

  @ParameterizedTest
  @CsvSource({"json, pico-embed.json", "csv, pico-embed.csv", "markdown, pico-embed.md"})
  void printsOtherFormats(String format, String file) throws IOException {
    CliRun run = CliRun.of("estimate", "--format", format, "--circuit", "embed", PICO);
    assertThat(run.code()).isZero();
    Golden.assertMatches(file, run.out());
  }

  @Test
  void readsStandardInput() throws IOException {
    String text = Files.readString(Path.of(PICO));
    CliRun run = CliRun.reading(text, "estimate", "--format=csv", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Pico,riscv,JBR,proven,total,53,");
  }

  @Test
  void oneBadFileLeavesNoResult() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    CliRun run = CliRun.of("estimate", PICO, bad.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(bad + ":2:8: error: ");
  }

  @Test
  void warningsOfGoodFilesAreShownBesideErrors() {
    CliRun run = CliRun.of("estimate", MIDEN, "no-such-file.toml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(": warning: ", "no-such-file.toml: error: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "markdown"})
  void warningsAreInTheResultToo(String format) {
    CliRun run = CliRun.of("estimate", "--format", format, MIDEN);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains(": warning: ");
    assertThat(run.out()).contains("num_constraints");
  }

  @Test
  void warningsOfCsvAreOnStandardErrorAlone() {
    CliRun run = CliRun.of("estimate", "--format", "csv", MIDEN);
    assertThat(run.err()).contains(": warning: ");
    assertThat(run.out()).doesNotContain("num_constraints");
  }

  @Test
  void circuitRestrictsWhatIsPrintedAlone() {
    CliRun run =
        CliRun.of("estimate", "--format=json", "--circuit", "embed", "--circuit=combine", PICO);
    assertThat(run.out())
        .contains("\"circuit\": \"riscv\"", "\"name\": \"combine\"", "\"name\": \"embed\"")
        .doesNotContain(
            "\"name\": \"riscv\",\n          \"proofSystem\"",
            "\"name\": \"convert\",\n          \"proofSystem\"");
  }

  @ParameterizedTest
  @CsvSource({
    "rscv, did you mean riscv?",
    "nonsense, 'there are riscv, convert, combine, compress, embed'"
  })
  void unknownCircuitIsBadUsage(String name, String remedy) {
    CliRun run = CliRun.of("estimate", "--circuit", name, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("soundcalc: --circuit " + name + ": no such circuit; " + remedy + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '\"\": the list is empty; known are udr, jbr'",
    "'udr,,jbr', 'udr,,jbr: an item of the list is empty; known are udr, jbr'",
    "capcity, 'capcity: unknown regime \"capcity\"; did you mean capacity?'"
  })
  void regimesThatDoNotExistAreBadUsage(String list, String message) {
    CliRun run = CliRun.of("estimate", "--regimes", list, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("soundcalc: --regimes " + message);
  }

  @Test
  void setChangesAValueInEveryCircuit() {
    CliRun run = CliRun.of("estimate", "--format=csv", "--set", "num_queries=200", PICO);
    assertThat(run.out())
        .contains("Pico,riscv,UDR,proven,query phase,99,", "Pico,embed,UDR,proven,query phase,");
    assertThat(run.out()).doesNotContain("query phase,50,", "query phase,35,");
  }

  /** Whatever is wrong with a circuit: exit code 2, nothing on standard output, its key named. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "num_queries=0",
        "num_queries=nan",
        "num_queries=inf",
        "num_queries=100001",
        "num_queries='84'",
        "batch_size=9223372036854775808",
        "trace_length=1000",
        "rho=0.3",
        "rho=1.0",
        "field=KoalaBear^17",
        "field=BabyBear^",
        "trace_length=4611686018427387904",
        "fri_folding_factors=[2, 3]",
        "fri_folding_factors=[2, 1]",
        "fri_folding_factors=[]",
        "fri_folding_factors=2",
        "fri_early_stop_degree=1024",
        "gap_to_radius=0.3",
        "gap_to_radius=1e-999999999",
        "opening_points=2097152",
        "grinding_query_phase=129",
        "protocol_family=FRI",
      })
  void badInputEndsWithTwoAndNamesItsKey(String setting) {
    CliRun run = CliRun.of("estimate", "--set", setting, PICO);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    String key = setting.substring(0, setting.indexOf('='));
    assertThat(run.err()).contains(" error: ", key).doesNotContain("Exception", "\tat ");
  }

  /** Nobody may take a what-if for what a zkVM has. */
  @ParameterizedTest
  @CsvSource({
    "table, 'overridden by --set: num_queries = 200'",
    "markdown, '> Overridden by --set: `num_queries = 200`.'",
    "json, '\"settings\": ['",
  })
  void whatIsSetIsShown(String format, String shown) {
    CliRun run = CliRun.of("estimate", "--format", format, "--set", "num_queries=200", PICO);
    assertThat(run.out()).contains(shown);
    assertThat(CliRun.of("estimate", "--format", format, PICO).out()).doesNotContain("ettings");
  }

  @Test
  void setChangesAValueInOneCircuit() {
    CliRun run = CliRun.of("estimate", "--format=csv", "--set", "riscv.num_queries=200", PICO);
    assertThat(run.out())
        .contains(
            "Pico,riscv,UDR,proven,query phase,99,", "Pico,convert,UDR,proven,query phase,50,");
  }

  @ParameterizedTest
  @CsvSource({
    "num_queries=-3, --set num_queries=-3: error: ",
    "no_such_key=3, --set no_such_key=3: error: ",
    "name=x, --set name=x: error: the name of a circuit cannot be set",
    "nothing, soundcalc: --set nothing: expected KEY=VALUE",
  })
  void badSettingIsLocated(String setting, String message) {
    CliRun run = CliRun.of("estimate", "--set", setting, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void badSettingIsReportedOnceForAllFiles() {
    CliRun run = CliRun.of("estimate", "--set", "num_queries=-3", PICO, "zkvms/zisk.toml");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void verboseShowsDecimalsGrindingAndParameters() {
    CliRun run = CliRun.of("estimate", "--verbose", "--circuit=embed", PICO);
    assertThat(run.out()).contains("-- embed · DEEP-ALI/FRI", "grinding", "parameter", "*57.");
  }

  @Test
  void contradictionUnderARegimeIsAnErrorOfTheFile() {
    CliRun run = CliRun.of("estimate", "--set", "opening_points=2_097_152", PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error: ", "opening_points");
  }

  @Test
  void circuitWithoutFigureIsADashAndAWarning() {
    CliRun run =
        CliRun.of("estimate", "--set", "riscv.explicit_regime=\"unique\"", "--regimes=jbr", PICO);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("warning: circuit \"riscv\": no selected regime covers it");
    assertThat(run.out()).contains("no proven figure", "riscv       –");
  }

  @Test
  void fileWithoutAnyFigureIsBadUsage() {
    CliRun run = CliRun.of("estimate", "--set", "explicit_regime=unique", "--regimes=jbr", PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no selected regime covers any of its circuits");
  }

  @Test
  void severalFilesAreASummaryAlone() {
    CliRun run = CliRun.of("estimate", PICO, MIDEN);
    assertThat(run.out().lines().limit(6))
        .anyMatch(line -> line.startsWith("Pico "))
        .anyMatch(line -> line.startsWith("Miden "));
    assertThat(run.out())
        .doesNotContain("binding term", "-- Pico")
        .endsWith(
            """
            --full, or a single FILE, shows circuits and terms
            --bounds september-2026 may prove more
            """);
    assertThat(run.err()).contains("miden.toml:28:1: warning: ");
  }

  /** On a terminal the report alone has them. */
  @Test
  void theSummaryOnATerminalHasTheWarnings() {
    Terminal terminal = new Terminal(true, true, 200, true, false);
    CliRun run = CliRun.in(terminal, "", Plugins.installed(), "estimate", PICO, MIDEN);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("warning: zkvms/miden.toml:28: circuit \"main\": num_constraints is not");
  }

  /** A hash of 256 bits leaves ZisK's 128 bits of rounds 126, and Pico's 53 as they are. */
  @Test
  void theSummaryHasTheBitsAsSentWhereTheyDiffer() {
    assertThat(CliRun.of("estimate", PICO, "zkvms/zisk.toml").out())
        .contains("\nnon-interactive bits: the same, but 126 of ZisK 0.16.1\n");
    assertThat(CliRun.of("estimate", PICO, MIDEN).out())
        .contains("\nnon-interactive bits: the same\n");
    assertThat(CliRun.of("estimate", "--regimes=toy", PICO, MIDEN).out())
        .doesNotContain("non-interactive");
  }

  /** 2^125 hashes are paid by nobody: no figure that credits them is without a remark. */
  @Test
  void proofOfWorkThatNobodyPaysIsWarnedOf() {
    String work = "query phase: 125 bits of proof-of-work: 2^125 hashes per proof";
    String[] estimate = {"estimate", "--set", "riscv.grinding_query_phase=125", PICO};
    assertThat(CliRun.of(estimate).out().replaceAll("\\s+", " ")).contains("warning: " + work);
    for (String format : new String[] {"json", "markdown"}) {
      String option = "--format=" + format;
      String set = "--set=riscv.grinding_query_phase=125";
      assertThat(CliRun.of("estimate", option, set, PICO).out()).contains(work, "(riscv)");
      assertThat(CliRun.of("estimate", option, PICO).out()).doesNotContain("proof-of-work:");
    }
    assertThat(
            CliRun.of("estimate", "--set=grinding_query_phase=125", PICO, "zkvms/zisk.toml").out())
        .contains("warning: zkvms/pico.toml:", "warning: zkvms/zisk.toml:", "(every circuit)");
  }

  /** What is asked for is not left out without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"--full", "--verbose", "--circuit=riscv"})
  void theRestOfSeveralFilesIsThereWhereAskedFor(String option) {
    CliRun run = CliRun.of("estimate", option, PICO, MIDEN);
    assertThat(run.out()).startsWith("zkVM ").contains("-- Pico · " + PICO, "binding term", "DEEP");
  }

  @Test
  void fullOfOneFileIsWhatItIsWithout() {
    assertThat(CliRun.of("estimate", "--full", PICO)).isEqualTo(CliRun.of("estimate", PICO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void otherFormatsHoldAllOfSeveralFiles(String format) {
    CliRun run = CliRun.of("estimate", "--format=" + format, PICO, MIDEN);
    assertThat(run.out()).contains("riscv", "DEEP");
    assertThat(run).isEqualTo(CliRun.of("estimate", "--full", "--format=" + format, PICO, MIDEN));
  }

  /** GitHub shows no comment of over 65,536 characters. */
  @Test
  void pageOfSeveralFilesIsASummaryThatFitsAComment() {
    String page = CliRun.of("estimate", "--format=markdown", "zkvms").out();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
    assertThat(page)
        .containsPattern("\\*\\*ZisK 0.16.1\\*\\* .*\\| glamsterdam \\|\n")
        .containsPattern("\\*\\*Pico\\*\\* .*\\| – \\|\n")
        .contains("<summary>Pico: circuits</summary>\n\n| circuit |", "| **embed** |", "--full")
        .doesNotContain("left out");
    assertThat(CliRun.of("estimate", "--format=markdown", "--full", PICO, MIDEN).out())
        .contains("commit round", "### Circuits");
  }

  @Test
  void detailsThatAreTooMuchForACommentAreLeftOutTheLargestFirst() throws IOException {
    String circuit =
        Files.readString(Path.of(MIDEN)).transform(s -> s.substring(s.indexOf("[[circuits]]")));
    StringBuilder large = new StringBuilder(Files.readString(Path.of(MIDEN)));
    for (int i = 0; i < 900; i++) {
      large.append('\n').append(circuit.replaceFirst("name = \"[^\"]*\"", "name = \"c" + i + "\""));
    }
    Path file = Files.writeString(folder.resolve("large.toml"), large);
    String set = "--set=num_constraints=100";
    String page = CliRun.of("estimate", "--format=markdown", set, file.toString(), PICO).out();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(65_536);
    assertThat(page)
        .contains("The circuits of 1 of 2 zkVMs, the largest, are left out", "--full shows all")
        .contains("<summary>Pico: circuits</summary>")
        .doesNotContain("<summary>Miden");
  }

  /** What a name says is no markup, in a table or above what is folded. */
  @Test
  void namesAreNoMarkupInASummary() throws IOException {
    String name = "</summary><img src=x>&amp;##[error]";
    Path file =
        Files.writeString(
            folder.resolve("odd.toml"),
            Files.readString(Path.of(MIDEN))
                .replaceFirst("name = \"Miden\"", "name = '" + name + "'"));
    String page = CliRun.of("estimate", "--format=markdown", file.toString(), PICO).out();
    assertThat(page)
        .contains("&lt;/summary&gt;&lt;img src=x&gt;&amp;amp;&#35;&#35;[error]: circuits</summary>")
        .doesNotContainPattern("(?<!\\\\)<img")
        .doesNotContain("##[");
  }

  @Test
  void colourOfDiagnosticsFollowsStandardError() {
    Terminal terminal = new Terminal(false, true, 80, false, false);
    CliRun run = CliRun.in(terminal, "", Plugins.installed(), "estimate", MIDEN);
    assertThat(run.err()).contains("\u001b[1;35mwarning:\u001b[0m");
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void colourCanBeForcedAndForbidden() {
    Terminal terminal = new Terminal(true, false, 80, true, false);
    CliRun forced =
        CliRun.in(terminal, "", Plugins.installed(), "estimate", "--color=always", MIDEN);
    assertThat(forced.out()).contains("\u001b[1m");
    assertThat(forced.err()).contains("\u001b[1m");
    CliRun forbidden =
        CliRun.in(
            new Terminal(true, true, 80, false, false),
            "",
            Plugins.installed(),
            "estimate",
            "--color=never",
            MIDEN);
    assertThat(forbidden.out() + forbidden.err()).doesNotContain("\u001b");
  }

  /** Rounds of 53 bits bind where collisions of 248 bits of hash leave 123. */
  @Test
  void theProofsThatAreSentAreShownBelowTheCircuits() {
    assertThat(CliRun.of("estimate", "zkvms/pico.toml").out())
        .contains("\nnon-interactive: 53 bits, limited by the rounds' errors\n");
    assertThat(CliRun.of("estimate", "zkvms/zkdtvm.toml").out())
        .contains("\nnon-interactive: 123 bits, limited by collisions of the hash\n");
    assertThat(CliRun.of("estimate", "--regimes", "toy", "zkvms/pico.toml").out())
        .doesNotContain("non-interactive");
    assertThat(CliRun.of("estimate", "--format", "json", "zkvms/zkdtvm.toml").out())
        .containsPattern("\"nonInteractive\": \\{\\s+\"bits\": 123,\\s+\"binds\": \"hash\"");
    assertThat(CliRun.of("estimate", "--regimes=toy", "--format=json", "zkvms/pico.toml").out())
        .contains("\"nonInteractive\": null");
  }
}
