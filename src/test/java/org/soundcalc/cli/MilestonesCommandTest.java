package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;

/** How far zkVMs are from each milestone. */
class MilestonesCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String ONE_CIRCUIT = "zkvms/dummy_stir.toml";
  private static final String DESCRIBED = "recursion architecture: described";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "table, milestones-80.txt",
    "markdown, milestones.md",
    "csv, milestones.csv",
    "json, milestones.json"
  })
  void everyFormat(String format, String file) throws IOException {
    CliRun run =
        CliRun.of(
            "milestones",
            "--format",
            format,
            "zkvms/airbender.toml",
            PICO,
            ZISK,
            "zkvms/zkdtvm.toml");
    assertThat(run.code()).isZero();
    Golden.assertMatches(file, run.out());
  }

  /** All thirteen at 80 columns, and all that the tables hold at 40 too. */
  @Test
  void fitsTheTerminal() throws IOException {
    String wide = CliRun.of("milestones", "zkvms").out();
    assertThat(wide.lines()).allMatch(line -> line.length() <= 80);
    assertThat(wide).contains("Airbender", "zkDTVM");
    String narrow =
        CliRun.in(
                new Terminal(false, false, 40, false, false),
                "",
                Plugins.installed(),
                "milestones",
                "zkvms")
            .out();
    assertThat(narrow.lines()).allMatch(line -> line.length() <= 40);
    assertThat(narrow).contains("1951/1836", "-1352/-1237", "FAIL -61", "+286/+330/+351");
  }

  /**
   * ZisK's last circuit states 254.64 KB: 254640 bytes, 2037120 bits. 300 KiB are 2457600 bits, of
   * which 420480 remain: 51.3 KiB. Its worst case of 2567296 bits is 13.4 KiB above them.
   */
  @Test
  void marginsAreRoundedDown() {
    String rows = CliRun.of("milestones", "--format=csv", ZISK).out();
    assertThat(rows)
        .contains(
            "ZisK,0.16.1,zkvms/zisk.toml,h-star,false,128,128,0,126,hash,2567296,2208640,2037120,"
                + "2457600,no verifies keys,,\n");
    assertThat(CliRun.of("milestones", ZISK).out()).contains("-14/+30/+51", "h-star: folds of");
  }

  /** What a milestone demands is what the gate demands: they never disagree. */
  @ParameterizedTest
  @CsvSource({
    "glamsterdam, zisk",
    "h-star, zisk",
    "h-star, zkdtvm",
    "glamsterdam, pico",
    "glamsterdam, sp1"
  })
  void passesWhereTheGateDoes(String milestone, String zkvm) {
    String file = "zkvms/" + zkvm + ".toml";
    boolean passed = CliRun.of("check", "--milestone", milestone, file).code() == ExitCode.OK;
    CliRun run = CliRun.of("milestones", "--format=csv", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("," + milestone + "," + passed + ",");
  }

  @Test
  void jsonIsAsItsSchemaSays() throws IOException {
    JsonSchema schema = JsonSchema.inDocs("milestones.schema.json");
    assertThat(schema.ownProblems()).isEmpty();
    String json = CliRun.of("milestones", "--format=json", "zkvms").out();
    assertThat(schema.problems(json)).isEmpty();
    assertThat(schema.problems(json.replace("\"measured\"", "\"size\""))).isNotEmpty();
    assertThat(schema.problems(json.replace("\"hash\"", "\"sponge\""))).isNotEmpty();
    String set =
        CliRun.of(
                "milestones", "--format=json", "--set=num_queries=100", "--accounting=strict", PICO)
            .out();
    assertThat(schema.problems(set)).isEmpty();
    assertThat(set).contains("\"num_queries=100\"", "\"strict\"");
  }

  /** The table says what was set; the row of the file with other queries has other bits. */
  @Test
  void settingsAreSaid() {
    CliRun run = CliRun.of("milestones", "--set", "num_queries=100", PICO);
    assertThat(run.out())
        .contains("--set: num_queries = 100", "FAIL -40", "glamsterdam: queries, gap");
    assertThat(CliRun.of("milestones", "--format=csv", "--set", "num_queries=100", PICO).out())
        .contains(",described,num_queries=100,\n");
  }

  /** A single circuit verifies none: counting its proofs describes all there is. */
  @Test
  void recursionIsDescribedOrSaidToBeMissing() throws IOException {
    assertThat(check(PICO)).contains(DESCRIBED);
    assertThat(check(ZISK)).contains("recursion architecture not described: no verifies keys");
    assertThat(check(ONE_CIRCUIT)).contains("not described: no [recursion] table");
    String text =
        Files.readString(Path.of(ONE_CIRCUIT))
            .replaceFirst("\\[\\[circuits]]", "[recursion]\nmax_leaf_proofs = 1\n\n[[circuits]]");
    Path counted = Files.writeString(folder.resolve("counted.toml"), text);
    assertThat(check(counted.toString())).contains(DESCRIBED);
    assertThat(CliRun.of("milestones", counted.toString()).out()).contains("  described\n");
    assertThat(CliRun.of("check", ZISK).out()).doesNotContain("recursion architecture");
  }

  @Test
  void theGateSaysSoInEveryFormat() throws IOException {
    for (String format : new String[] {"json", "junit", "sarif", "github"}) {
      assertThat(CliRun.of("check", "--milestone=h-star", "--format", format, ZISK).out())
          .contains("no verifies keys");
      assertThat(CliRun.of("check", "--format", format, ZISK).out()).doesNotContain("verifies");
    }
    JsonSchema schema = JsonSchema.inDocs("check.schema.json");
    String json = CliRun.of("check", "--milestone=h-star", "--format=json", "zkvms").out();
    assertThat(json).contains("\"recursion\": \"described\"");
    assertThat(schema.problems(json)).isEmpty();
    assertThat(schema.problems(json.replace("\"described\"", "\"drawn\""))).isNotEmpty();
  }

  private static String check(String file) {
    return CliRun.of("check", "--milestone=glamsterdam", file).out().replaceAll("\\s+", " ");
  }

  /** All or nothing; what is wrong has its place. */
  @Test
  void badInputLeavesNoResult() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    CliRun run = CliRun.of("milestones", PICO, bad.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.toml:2:8: error: ");
    CliRun unknown = CliRun.of("milestones", "--set", "num_querys=3", PICO);
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err()).contains("did you mean num_queries?");
    assertThat(CliRun.of("milestones", "--format=xml", PICO).code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(CliRun.of("milestones").err()).contains("FILE");
  }

  /** zkDTVM has a hash of 248 bits: enough for 100, not for 128, whose pass says so everywhere. */
  @Test
  void aPassSaysWhatItDoesNotCover() throws IOException {
    String file = "zkvms/zkdtvm.toml";
    String hash = "its hash has 248 bits: collisions cost 2^124";
    assertThat(CliRun.of("milestones", file).out().replaceAll("\\s+", " "))
        .contains("pass +", "pass* +", "pass*: with a caveat", "h-star: caveat: " + hash)
        .doesNotContain("glamsterdam, h-star:");
    assertThat(CliRun.of("milestones", "--format=markdown", file).out())
        .contains("| pass\\* +", "h-star: caveat: " + hash);
    assertThat(CliRun.of("milestones", "--format=csv", file).out())
        .containsOnlyOnce(hash)
        .contains(",set,caveats\n");
    JsonNode milestones =
        new ObjectMapper()
            .readTree(CliRun.of("milestones", "--format=json", file).out())
            .at("/milestones");
    assertThat(milestones.at("/0/zkvms/0/caveats")).isEmpty();
    JsonNode caveats = milestones.at("/1/zkvms/0/caveats");
    assertThat(caveats).hasSize(3);
    JsonNode checked =
        new ObjectMapper()
            .readTree(CliRun.of("check", "--milestone=h-star", "--format=json", file).out())
            .at("/zkvms/0/caveats");
    assertThat(caveats).isEqualTo(checked);
    // a zkVM that fails needs other things first
    assertThat(CliRun.of("milestones", PICO).out()).doesNotContain("pass*", "caveat");
  }

  @Test
  void slipsAreAnswered() {
    assertThat(CliRun.of("milestones", "--milestone", PICO).err())
        .startsWith(
            "soundcalc: unknown option --milestone; it is an option of check, report, optimize\n");
    assertThat(CliRun.of("check", "--milestone", PICO).err())
        .startsWith("soundcalc: Missing required parameter: 'FILE'; --milestone took " + PICO);
    assertThat(CliRun.of("check", "--milestone=", PICO).err()).contains("got an empty value");
    assertThat(CliRun.of("check", "--set=num_queries=", PICO).err())
        .contains(", got an empty value\n");
    assertThat(CliRun.of("check", "--set=", PICO).err()).contains("--set \"\": expected KEY=VALUE");
    assertThat(CliRun.of("check", "no.toml").out())
        .isEqualTo("no zkVM was checked; 1 file could not be checked\n");
  }
}
