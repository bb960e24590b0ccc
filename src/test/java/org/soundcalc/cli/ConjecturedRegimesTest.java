package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody may take a conjectured figure for a proven one, whatever they ask for. */
class ConjecturedRegimesTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String WHIR = "zkvms/dummy_whir.toml";

  @ParameterizedTest
  @CsvSource({
    "Pico,riscv,toy,refuted,toy problem,99",
    "Pico,riscv,toy,refuted,total,99",
    "Pico,riscv,capacity,refuted,DEEP,71",
    "Pico,riscv,capacity,refuted,total,71",
    "Pico,riscv,random-words,heuristic,batching,90",
    "Pico,riscv,random-words,heuristic,total,90"
  })
  void figuresOfPico(
      String zkvm, String circuit, String regime, String status, String term, int bits) {
    CliRun run = CliRun.of("estimate", "--regimes=conjectured", "--format=csv", PICO);
    String row = String.join(",", zkvm, circuit, regime, status, term, Integer.toString(bits));
    assertThat(run.out()).contains(row + ",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "table; 80; circuit +UDR .* capacity .*\\n +refuted ",
        "table; 36; capacity \\(refuted\\)\\nbits +71",
        "markdown; 80; capacity refuted",
        "json; 80; \"name\": \"capacity\",\\s+\"status\": \"refuted\",\\s+\"bits\": 71",
        "csv; 80; ,capacity,refuted,total,71,",
      })
  void theStatusStandsBesideTheFigures(String format, int width, String shown) {
    Terminal terminal = new Terminal(false, false, width, false, false);
    String[] command = {"estimate", "--regimes=udr,capacity", "--format=" + format, PICO};
    CliRun run = CliRun.in(terminal, "", Plugins.installed(), command);
    assertThat(run.out()).containsPattern(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "markdown", "json"})
  void whyItIsNotProvenIsSaidOnceWithSources(String format) {
    CliRun run = CliRun.of("estimate", "--regimes=all", "--format=" + format, PICO);
    assertThat(run.out()).containsOnlyOnce("refuted near capacity").contains("DG25", "CS25");
  }

  @Test
  void securityIsProvenOnly() {
    assertThat(CliRun.of("estimate", "--regimes=all", "--format=json", PICO).out())
        .containsPattern("\"security\": \\{\\s+\"bits\": 57,\\s+\"regime\": \"JBR-best\"");
    CliRun alone = CliRun.of("estimate", "--regimes=conjectured", "--format=json", PICO);
    assertThat(alone.code()).isZero();
    assertThat(alone.out()).contains("\"security\": null");
    assertThat(CliRun.of("estimate", "--regimes=toy", PICO).out())
        .contains("no proven figure: no proven regime is selected");
  }

  @ParameterizedTest
  @CsvSource({"unique, capacity, 71", "list, random-words, 90", "unique, toy, 99"})
  void whatATeamPinsOfProvenRegimesIsIgnored(String explicit, String regime, int bits) {
    CliRun run =
        CliRun.of(
            "estimate",
            "--regimes=" + regime,
            "--format=csv",
            "--set=explicit_regime=" + explicit,
            "--set=gap_to_radius=0.2",
            PICO);
    assertThat(run.out()).containsPattern("riscv," + regime + ",[a-z]+,total," + bits + ",");
  }

  /** One note for many dashes, in every format that has dashes. */
  @ParameterizedTest
  @CsvSource({
    "table, –, '– toy is defined for FRI only, not for WHIR'",
    "markdown, –, '– toy is defined for FRI only, not for WHIR'",
  })
  void whereARegimeDoesNotApplyThereIsADashAndANote(String format, String dash, String note) {
    CliRun run = CliRun.of("estimate", "--regimes=jbr,toy", "--format=" + format, WHIR);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(dash).containsOnlyOnce(note);
  }

  @Test
  void programsGetTheReason() {
    CliRun run =
        CliRun.of("estimate", "--regimes=jbr,toy", "--format=json", "--circuit=embed", WHIR);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"reason\": \"is defined for FRI only, not for WHIR\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "toy | dummy_whir | toy is defined for FRI only, not for WHIR",
        "toy | dummy_stir | toy is defined for FRI only, not for STIR",
        "toy | sp1 | toy is not defined for JAGGED (UDR only)",
        "capacity | openvm2 | capacity is not defined for SWIRL",
        "random-words,jbr | sp1 | JBR is not defined for JAGGED (UDR only); random-words is not",
      })
  void askedForAloneThatIsBadUsage(String regimes, String zkvm, String reason) {
    String file = "zkvms/" + zkvm + ".toml";
    CliRun run = CliRun.of("estimate", "--regimes=" + regimes, file);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsPattern(file + ":[0-9]+:1: error: no selected regime covers any of its circuits: ")
        .contains("any of its circuits: " + reason);
  }

  /** Each of several is told of. */
  @Test
  void noFileHidesAnother() {
    CliRun run =
        CliRun.of("estimate", "--regimes=jbr-best", "zkvms/sp1.toml", "zkvms/openvm2.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("zkvms/sp1.toml:29:1: error: ", "zkvms/openvm2.toml:39:1: error: ");
  }

  @ParameterizedTest
  @CsvSource({
    "toy, 'toy: refuted near capacity (DG25, CS25, KKH26)'",
    "capacity, 'capacity: refuted as stated (DG25, CS25, KKH26)'",
    "random-words, random-words: heuristic because correlated agreement at this radius is open and",
  })
  void explanationsBeginWithIt(String regime, String beginning) {
    CliRun run = CliRun.of("explain", PICO, "--circuit=riscv", "--regime=" + regime);
    assertThat(run.out().lines().skip(1).findFirst().orElse("")).startsWith(beginning);
    assertThat(run.out()).contains("DG25: eprint 2025/2010");
  }

  @Test
  void proofOfWorkIsOnTheQueriesOfTheToyProblemOnly() {
    CliRun run = CliRun.of("explain", PICO, "--circuit=riscv", "--regime=toy");
    assertThat(run.out())
        .contains("toy problem: 99 bits", "ε = 1 / F + ρ^t · 2^-16", "with 16 bits of grinding");
  }

  /** Every line that relies on a conjecture is marked, and none twice. */
  @Test
  void aFailedGateMarksEachLineOnce() {
    CliRun run = check("--min-bits=100", "--allow-conjectured");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out().lines()).hasSize(7);
    assertThat(run.out().lines()).first().asString().contains("toy (NOT PROVEN: toy is refuted),");
    assertThat(run.out().lines().skip(1).findFirst())
        .contains(
            "  to pass: change queries of all 5 circuits, final proof 281 → 294 KiB (NOT PROVEN:"
                + " toy is refuted)");
    assertThat(run.out().lines().skip(2))
        .allSatisfy(line -> assertThat(line).contains("of 100 in toy, NOT PROVEN but refuted ("));
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).containsOnlyOnce("NOT PROVEN"))
        .noneSatisfy(line -> assertThat(line).contains("--allow-conjectured"));
  }

  /** The way out is named once for all regimes of a circuit, not once for each. */
  @Test
  void aGateThatConjecturesDoNotSatisfySaysOnceWhatWouldLetThem() {
    CliRun run = check("--min-bits=90");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out().lines()).hasSize(8).last().asString().contains("soundcalc optimize");
    assertThat(run.out().lines().skip(1).findFirst())
        .contains(
            "  to pass: ask for --regimes udr and change queries of all 5 circuits, final proof 281"
                + " → 1096 KiB");
    assertThat(run.out().lines().skip(2).limit(5))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("toy, capacity, random-words are not proven")
                    .containsOnlyOnce("(--allow-conjectured lets them count)"));
    assertThat(check("--regimes=toy", "--min-bits=90").out())
        .contains(
            "riscv has no figure that counts: toy is not proven (--allow-conjectured lets it");
  }

  private static CliRun check(String... options) {
    List<String> command = new ArrayList<>(List.of("check", "--format=text", PICO));
    command.addAll(List.of(options));
    if (command.stream().noneMatch(option -> option.startsWith("--regimes"))) {
      command.add("--regimes=conjectured");
    }
    Terminal wide = new Terminal(false, false, 300, false, false);
    return CliRun.in(wide, "", Plugins.installed(), command.toArray(String[]::new));
  }

  /** A precondition holds for every regime asked for, conjectured ones included. */
  @Test
  void tooManyOpeningPointsAreRefusedByName() {
    String points = "--set=riscv.opening_points=100_000";
    CliRun all = CliRun.of("estimate", "--regimes=all", points, PICO);
    assertThat(all.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(all.err()).contains("opening_points must be fewer under random-words");
    assertThat(all.err()).doesNotContain("under capacity", "under JBR", "under UDR");
    assertThat(CliRun.of("estimate", "--regimes=udr,jbr,toy,capacity", points, PICO).code())
        .isZero();
  }
}
