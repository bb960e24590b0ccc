package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --bounds}: a figure of newer theorems is there for whoever asks for them, and says so. */
class BoundsOptionTest {
  private static final String RISC0 = "zkvms/risc0.toml";
  private static final String NEWER = "--bounds=september-2026";
  private static final String BOTH = "--bounds=may-2026,september-2026";
  private static final String JSON = "--format=json";
  private static final String PREPRINT = "preprint of September 2026, machine-checked counts";

  /** Words of 2^33 points, where 2^32 − 1 is not below the characteristic 2^31 − 1. */
  private static final String LONG =
      """
      [zkevm]
      name = "Long"
      field = "M31^4"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 4_294_967_296
      batch_size = 10
      power_batching = true
      num_queries = 100
      fri_folding_factors = [16, 16, 16, 16, 16, 16]
      fri_early_stop_degree = 512
      num_constraints = 50
      air_max_degree = 3
      opening_points = 2
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"estimate", "check", "compare", "explain", "graph", "levers", "milestones"})
  void aSetThatDoesNotExistIsRefused(String command) {
    CliRun run = CliRun.of(command, "--bounds=june-2026", RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--bounds", "june-2026", "may-2026", "september-2026");
  }

  @Test
  void diffRefusesItToo() {
    CliRun run = CliRun.of("diff", "--bounds=june-2026", RISC0, RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("--bounds", "june-2026", "may-2026", "september-2026");
  }

  @Test
  void oneOfSeveralThatDoesNotExistIsRefused() {
    CliRun run = CliRun.of("compare", "--bounds=may-2026,june-2026", RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("no such set of theorems", "june-2026", "september-2026");
  }

  @Test
  void severalSetsAreReadInAnyOrderAndCase() {
    CliRun run = CliRun.of("compare", "--bounds=September-2026, may-2026", "--format=csv", RISC0);
    assertThat(run.out()).isEqualTo(CliRun.of("compare", BOTH, "--format=csv", RISC0).out());
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkt-johnson", "udr,DKT-First-Order"})
  void aRegimeOutsideOfTheSetIsRefused(String regimes) {
    CliRun run = CliRun.of("estimate", "--bounds=may-2026", "--regimes", regimes, RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--regimes " + regimes, "--bounds may-2026", "september-2026");
  }

  @Test
  void explainRefusesARegimeOutsideOfTheSetToo() {
    CliRun run = CliRun.of("explain", "--bounds=may-2026", "--regime", "dkt-johnson", RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--regime dkt-johnson", "--bounds may-2026", "september-2026");
  }

  /**
   * Under strict accounting a lookup is charged for lists: the agreement chosen knows of it, so
   * that first order, which may choose as Johnson does, proves no less.
   */
  @Test
  void firstOrderProvesNoLessOfStrictLookups() {
    String both = "--regimes=dkt-johnson,dkt-first-order";
    List<BigDecimal> totals =
        CliRun.of("estimate", both, "--accounting=strict", "--format=csv", "zkvms/dummy_whir.toml")
            .out()
            .lines()
            .filter(line -> line.startsWith("DummyWHIR,riscv,") && line.contains(",total,"))
            .map(line -> new BigDecimal(line.split(",", -1)[6]))
            .toList();
    assertThat(totals).hasSize(2);
    assertThat(totals.get(1)).isGreaterThanOrEqualTo(totals.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--regimes=udr", "--per=circuit"})
  void severalSetsHaveTheRegimesOfEach(String option) {
    CliRun run = CliRun.of("compare", BOTH, option, RISC0);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("leave out " + option.replaceFirst("=.*", ""));
  }

  /** To ask for a regime by its name is to ask for its theorems. */
  @Test
  void namedRegimesNeedNoSet() {
    CliRun run = CliRun.of("estimate", "--regimes=dkt-johnson", "--format=csv", RISC0);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("RISC0,main,DKT-Johnson,proven,total,49,49.99,");
  }

  @ParameterizedTest
  @CsvSource({
    "may-2026, proven, 'UDR JBR JBR-best'",
    "may-2026, all, 'UDR JBR JBR-best toy capacity random-words'",
    "september-2026, proven, 'UDR JBR JBR-best DKT-Johnson DKT-first-order'",
    "september-2026, all,"
        + " 'UDR JBR JBR-best DKT-Johnson DKT-first-order toy capacity random-words'",
  })
  void groupsAreThoseOfTheSet(String set, String group, String regimes) throws IOException {
    CliRun run = CliRun.of("estimate", "--bounds", set, "--regimes", group, JSON, RISC0);
    JsonNode results = JsonMapper.shared().readTree(run.out()).at("/zkvms/0/circuits/0/regimes");
    assertThat(StreamSupport.stream(results.spliterator(), false))
        .extracting(result -> result.at("/name").asString())
        .containsExactly(regimes.split(" "));
    assertThat(run.out().contains("\"remark\": \"" + PREPRINT)).isEqualTo(regimes.contains("DKT"));
    assertThat(JsonSchema.inDocs("estimate.schema.json").problems(run.out())).isEmpty();
  }

  @Test
  void groupsWithoutASetAreOfTheUsualOne() {
    CliRun run = CliRun.of("estimate", "--regimes=all", "--format=csv", RISC0);
    assertThat(run.out()).contains(",JBR-best,").doesNotContain("DKT");
  }

  @Test
  void theNewerSetIsNamedWhereItWasNotAskedFor() {
    String hint = "--bounds september-2026 may prove more";
    assertThat(CliRun.of("estimate", RISC0).out()).containsOnlyOnce(hint).doesNotContain("DKT");
    assertThat(CliRun.of("estimate", NEWER, RISC0).out()).doesNotContain(hint).contains(PREPRINT);
  }

  /** Jagged commitments are decoded uniquely, and SWIRL fixes its agreement. */
  @ParameterizedTest
  @CsvSource({
    "zkvms/sp1.toml, 0",
    "zkvms/openvm2.toml, 0",
    "zkvms/sp1.toml zkvms/zkdtvm.toml, 0",
    "zkvms/sp1.toml zkvms/pico.toml, 1",
    "zkvms/pico.toml --set explicit_regime=unique, 0",
  })
  void theNewerSetIsNotNamedWhereItHasNothing(String words, int times) {
    List<String> line = new ArrayList<>(List.of("estimate"));
    line.addAll(List.of(words.split(" ")));
    CliRun run = CliRun.of(line.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.out().split("--bounds september-2026 may prove more", -1)).hasSize(1 + times);
  }

  @Test
  void aGatePassesOnNewerTheoremsOnlyWhereTheyAreAskedFor() throws IOException {
    CliRun older = CliRun.of("check", "--min-bits=50", RISC0);
    assertThat(older.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(older.out()).startsWith("FAIL  RISC0  48 bits in JBR, 50 required");
    CliRun newer = CliRun.of("check", "--min-bits=50", NEWER, RISC0);
    assertThat(newer.code()).isZero();
    assertThat(newer.out())
        .startsWith(
            "pass  RISC0  51 bits in DKT-first-order (--bounds september-2026: "
                + PREPRINT
                + "), 50 required");
    CliRun json = CliRun.of("check", "--min-bits=50", NEWER, JSON, RISC0);
    assertThat(json.out()).contains("\"bounds\": \"september-2026\"");
    assertThat(JsonSchema.inDocs("check.schema.json").problems(json.out())).isEmpty();
  }

  /** Circuits count under their own best regimes there, which the bits need not be of. */
  @Test
  void whatATreeRestsOnIsSaidToo() {
    String pico = "zkvms/pico.toml";
    assertThat(CliRun.of("check", "--recursion", "--min-bits=44", NEWER, pico).out())
        .startsWith("pass  Pico  57 bits in JBR-best, 44 required")
        .contains(
            "whole tree 44 bits, 44 required (--bounds september-2026: " + PREPRINT + ")",
            "non-interactive 57 bits (--bounds september-2026: ");
  }

  /** A round of two counts shows both. */
  @Test
  void everyCountOfATermIsExplained() {
    CliRun run =
        CliRun.of(
            "explain",
            "--bounds=september-2026",
            "--regime=dkt-johnson",
            "--term=shift(i=1)",
            "zkvms/dummy_stir.toml");
    assertThat(run.out())
        .contains("E / F + E′ / F", "curve of\n      degree 56: recipe m=57418", "E′ = at most")
        .contains("degree 15: m=4096 M=0 mu=46348");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "table; (?m)^RISC0  48\\.21  JBR: main, query +51\\.47  DKT-first-order: main, query phase",
        "markdown; \\*\\*48\\.21\\*\\* \\| JBR: main, query phase \\| \\*\\*51\\.47\\*\\* \\|",
        "csv; (?m)^RISC0,,zkvms/risc0.toml,may-2026,48,48\\.21,JBR,main,query phase,\\n"
            + "RISC0,,zkvms/risc0.toml,september-2026,51,51\\.47,DKT-first-order,main,query"
            + " phase,$",
        "json; \"bounds\": \"september-2026\",\\s+\"bits\": 51,\\s+\"decimalBits\": 51\\.47,",
      })
  void setsAreCompared(String format, String shown) throws IOException {
    CliRun run = CliRun.of("compare", BOTH, "--format", format, RISC0);
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern(shown);
    if (format.equals("json")) {
      JsonSchema schema = JsonSchema.inDocs("compare.schema.json");
      assertThat(schema.problems(run.out())).isEmpty();
      assertThat(schema.problems(run.out().replace("\"binding\"", "\"binds\""))).isNotEmpty();
      assertThat(schema.problems(run.out().replace("\"sets\"", "\"of\""))).isNotEmpty();
    }
  }

  @Test
  void jsonHasWhatWasChosen() throws IOException {
    CliRun run = CliRun.of("estimate", "--regimes=dkt-johnson", JSON, "zkvms/airbender.toml");
    JsonNode choice =
        JsonMapper.shared().readTree(run.out()).at("/zkvms/0/circuits/0/regimes/0/choice");
    assertThat(choice).hasSize(1);
    assertThat(choice.at("/0/code").asInt()).isZero();
    assertThat(choice.at("/0/agreement").asString()).isEqualTo("23876374/33554432");
    assertThat(choice.at("/0/proof").asString()).isEqualTo("m=34 M=0 mu=48");
    JsonSchema schema = JsonSchema.inDocs("estimate.schema.json");
    assertThat(schema.problems(run.out())).isEmpty();
    assertThat(schema.problems(run.out().replace("23876374/33554432", "0.71"))).isNotEmpty();
  }

  /**
   * 2^19 points after a fold by 16, A = ⌈4109695/16⌉: its E was computed by another program too.
   */
  @Test
  void jsonHasTheProofOfEveryCount() throws IOException {
    CliRun run = CliRun.of("estimate", "--regimes=dkt-first-order", JSON, RISC0);
    JsonNode terms =
        JsonMapper.shared().readTree(run.out()).at("/zkvms/0/circuits/0/regimes/0/choice/0/terms");
    assertThat(StreamSupport.stream(terms.spliterator(), false))
        .extracting(term -> term.at("/name").asString())
        .startsWith("batching", "commit round 1", "commit round 2")
        .contains("ALI", "DEEP")
        .doesNotContain("query phase");
    JsonNode fold = terms.at("/1/bounds/0");
    assertThat(fold.at("/symbol").asString()).isEqualTo("E");
    assertThat(fold.at("/bound").asString()).isEqualTo("1089140620322576346");
    assertThat(fold.at("/proof").asString()).isEqualTo("m=13 M=5 mu=25");
    assertThat(fold.at("/curve").asInt()).isEqualTo(15);
    assertThat(fold.at("/length").asInt()).isEqualTo(1 << 19);
    assertThat(fold.at("/degree").asInt()).isEqualTo((1 << 17) - 1);
    assertThat(fold.at("/agreement").asInt()).isEqualTo(256_856);
    assertThat(run.out()).contains("\"symbol\": \"Λ\"");
    JsonSchema schema = JsonSchema.inDocs("estimate.schema.json");
    assertThat(schema.problems(run.out())).isEmpty();
    assertThat(schema.problems(run.out().replace("\"curve\": 15", "\"curve\": 0"))).isNotEmpty();
  }

  /** An iteration of a WHIR is a code: what it counts stands with it. */
  @Test
  void jsonHasTheCountsOfEachIteration() throws IOException {
    CliRun run = CliRun.of("estimate", "--regimes=dkt-johnson", JSON, "zkvms/dummy_whir.toml");
    JsonNode choice =
        JsonMapper.shared().readTree(run.out()).at("/zkvms/0/circuits/0/regimes/0/choice");
    assertThat(choice.at("/0/terms/0/name").asString()).isEqualTo("batching");
    assertThat(StreamSupport.stream(choice.at("/1/terms").spliterator(), false))
        .extracting(term -> term.at("/name").asString())
        .contains("OOD(i=1)", "fold(i=1,s=1)")
        .doesNotContain("batching", "fold(i=0,s=1)");
  }

  /** Computed from the theorem by another program: what a reader replays with integers alone. */
  @Test
  void aCountIsExplained() throws IOException {
    CliRun run = CliRun.of("explain", NEWER, "--term=batching", JSON, RISC0);
    assertThat(run.out())
        .contains(
            "\"bounds\": \"september-2026\"",
            "5244068320162053552088 exceptional challenges on a curve of degree 282",
            "m=13 M=5 mu=25 for n = 8388608, D = 2097151, A = 4109695",
            "exists_exceptional_exactPowerAgreement_squarefreeSharpOptimized",
            "p > max(D, M)");
    assertThat(JsonSchema.inDocs("explain.schema.json").problems(run.out())).isEmpty();
  }

  /** RISC0 batches by powers; F = (15·2^27 + 1)^4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "false; E / (F − 1);"
            + " a line of F − 1 challenges (ArkLib mcaError_affineSpace_le_of_exactAgreement)",
        "true; ⌈log2 B⌉ · E / F;" + " ⌈log2 B⌉ lines (DKT26 Cor 7.8; ArkLib tensorFoldBad_card_le)",
      })
  void combinationsOfALineCiteWhatCarriesItsCount(
      boolean isMultilinear, String formula, String source) {
    CliRun run =
        CliRun.of(
            "explain",
            "--regime=dkt-johnson",
            "--set=power_batching=false",
            "--set=multilinear_batching=" + isMultilinear,
            "--term=batching",
            "--format=markdown",
            RISC0);
    assertThat(run.out())
        .contains("ε = " + formula + "\n", "curve of degree 1:", source)
        .contains("F: field = 1.64288e37");
  }

  @Test
  void whatTheStatusRestsOnStandsWithIt() {
    CliRun run = CliRun.of("explain", "--regime=dkt-johnson", "--term=DEEP", RISC0);
    assertThat(run.out())
        .startsWith("RISC0 · main · DKT-Johnson (proven)\nDKT-Johnson: proven (" + PREPRINT + ")");
  }

  /** The set in force is named; what its newer theorems rest on only beside what rests on them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate --regimes conjectured",
        "estimate --regimes udr,jbr",
        "estimate --format markdown --regimes udr",
        "explain --regime toy",
        "explain --regime udr --term batching",
        "diff --regimes jbr " + RISC0
      })
  void whatTheNewerTheoremsRestOnStandsNowhereElse(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.addAll(List.of(NEWER, RISC0));
    assertThat(CliRun.of(arguments.toArray(new String[0])).out())
        .contains("with")
        .contains("--bounds september-2026")
        .doesNotContain("preprint");
  }

  /** The best proven figure that others are compared with is of all theorems that count. */
  @Test
  void aComparisonWithTheBestOfANewerSetSaysWhatThatRestsOn() {
    CliRun run = CliRun.of("compare", "--regimes=conjectured", NEWER, RISC0);
    assertThat(run.out()).contains(" 51 ", "--bounds september-2026: " + PREPRINT);
  }

  /** Whoever reads the status alone reads what it rests on, where the set was not asked for too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "estimate; csv; ,DKT-Johnson,proven,total,.*,\"%s\"\\n",
        "estimate; json; \"status\": \"proven\",\\s+\"remark\": \"%s\",\\s+\"bits\"",
        "compare; csv; ,DKT-Johnson,proven,49,.*,\"%s\",\\n",
        "compare; json; \"status\": \"proven\",\\s+\"remark\": \"%s\",\\s+\"bits\"",
        "check; junit; name=\"status\" value=\"DKT-Johnson: proven \\(%s\\)\"",
        "check; sarif; \"status\": \\[\\s+\"DKT-Johnson: proven \\(%s\\)\"\\s+\\]",
        "check; json; \"actual\": 49,\\s+\"regime\": \"DKT-Johnson\",\\s+\"status\": \"proven\","
            + "\\s+\"remark\": \"%s\"",
        "check; json; \"circuit\": \"main\",\\s+\"regime\": \"DKT-Johnson\","
            + "\\s+\"status\": \"proven\",\\s+\"remark\": \"%s\"",
      })
  void theStatusNeverStandsAlone(String command, String format, String shown) throws IOException {
    CliRun run = CliRun.of(command, "--regimes=udr,dkt-johnson", "--format", format, RISC0);
    assertThat(run.out()).containsPattern(shown.formatted(PREPRINT));
    CliRun older = CliRun.of(command, "--regimes=udr,jbr", "--format", format, RISC0);
    assertThat(older.out()).doesNotContain(PREPRINT);
    if (format.equals("json")) {
      JsonSchema schema = JsonSchema.inDocs(command + ".schema.json");
      assertThat(schema.problems(run.out())).isEmpty();
      String wrong = run.out().replace("\"remark\": \"" + PREPRINT + "\"", "\"remark\": 2026");
      assertThat(schema.problems(wrong)).isNotEmpty();
    }
  }

  @Test
  void aDifferenceHasItToo() throws IOException {
    String[] line = {"diff", "--regimes=dkt-johnson", JSON, RISC0, "zkvms/airbender.toml"};
    CliRun run = CliRun.of(line);
    assertThat(run.out())
        .containsPattern("\"status\": \"proven\",\\s+\"remark\": \"" + PREPRINT + "\"");
    assertThat(JsonSchema.inDocs("diff.schema.json").problems(run.out())).isEmpty();
  }

  /**
   * In words once, whether the regime or its set was asked for; nothing of it where neither was.
   */
  @ParameterizedTest
  @CsvSource({
    "--regimes=dkt-johnson, zkvms/airbender.toml, 1",
    "--regimes=dkt-johnson, zkvms/risc0.toml, 1",
    "--bounds=september-2026, zkvms/risc0.toml, 1",
    "--regimes=jbr-best, zkvms/airbender.toml, 0",
  })
  void aDifferenceSaysItToReaders(String option, String after, int times) {
    for (String format : List.of("table", "markdown")) {
      CliRun run = CliRun.of("diff", option, "--format=" + format, RISC0, after);
      assertThat(run.out().split(PREPRINT, -1)).hasSize(times + 1);
    }
  }

  /** As the set is, where it was asked for. */
  @Test
  void aSuiteNamesItsSet() {
    assertThat(CliRun.of("check", NEWER, "--format=junit", RISC0).out())
        .contains("<property name=\"bounds\" value=\"september-2026\"/>");
    assertThat(CliRun.of("check", "--format=junit", RISC0).out())
        .doesNotContain("name=\"bounds\"", "name=\"status\"");
  }

  /** Every drawing says once what the regimes of its boxes rest on. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "dot", "mermaid", "svg"})
  void aDrawingSaysWhatItsFiguresRestOn(String format) {
    String pico = "zkvms/pico.toml";
    String standing = "DKT-Johnson: proven (" + PREPRINT + ")";
    CliRun run = CliRun.of("graph", "--regimes=dkt-johnson", "--format", format, pico);
    assertThat(run.out()).contains(standing);
    assertThat(run.out().split(PREPRINT, -1)).hasSize(format.equals("svg") ? 3 : 2);
    assertThat(CliRun.of("graph", "--format", format, pico).out()).doesNotContain(PREPRINT);
  }

  /** The recipe and the pairwise list hold in any characteristic. */
  @ParameterizedTest
  @CsvSource({"batching, recipe m=", "DEEP, pairwise list"})
  void aCharacteristicThatExcludesProfilesIsNamed(String term, String proof) {
    CliRun run =
        CliRun.reading(
            LONG, "explain", "--regime=dkt-first-order", "--term", term, "--format=markdown", "-");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(proof, "profiles (m, M, mu) need p > D, which p = 2147483647 is not");
  }

  @Test
  void schemasOfTheOthersKnowTheSet() throws IOException {
    CliRun milestones = CliRun.of("milestones", NEWER, JSON, RISC0);
    CliRun diff = CliRun.of("diff", NEWER, JSON, RISC0, RISC0);
    assertThat(JsonSchema.inDocs("milestones.schema.json").problems(milestones.out())).isEmpty();
    assertThat(JsonSchema.inDocs("diff.schema.json").problems(diff.out())).isEmpty();
    for (CliRun run : new CliRun[] {milestones, diff}) {
      assertThat(run.out()).contains("\"bounds\": \"september-2026\"");
    }
    String wrong = diff.out().replace("september-2026", "june-2026");
    assertThat(JsonSchema.inDocs("diff.schema.json").problems(wrong)).isNotEmpty();
  }
}
