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

/** The gate as CI runs it: exit codes first, then what its log says. */
class CheckCommandTest {
  /** A circuit whose remedies are lists of lists of proof-of-work. */
  static final String LISTS_OF_LISTS =
      """
      [zkevm]
      name = "W"
      field = "KoalaBear^4"
      hash_size_bits = 256
      [[circuits]]
      name = "w"
      protocol_family = "WHIR"
      log_inv_rate = 2
      num_iterations = 2
      folding_factors = [3, 2]
      log_degree = 20
      batch_size = 1
      power_batching = true
      constraint_degree = 3
      num_constraints = 1
      air_max_degree = 2
      opening_points = 1
      grinding_deep = 60
      num_queries = [400, 400]
      num_ood_samples = [2]
      grinding_bits_folding = [[0, 0, 0], [0, 0]]
      grinding_bits_queries = [40, 40]
      grinding_bits_ood = [40]
      """;

  private static final String PICO = "zkvms/pico.toml";
  private static final String ZISK = "zkvms/zisk.toml";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "zisk, '', 0",
    "zisk, --min-bits 128, 0",
    "zisk, --min-bits 129, 1",
    "zisk, --milestone glamsterdam, 0",
    "zisk, --milestone h-star, 1",
    "zisk, --milestone h-star --proof-size expected, 0",
    "zisk, --max-proof-size 313KiB, 1",
    "zisk, --max-proof-size 314KiB, 0",
    "zisk, --milestone glamsterdam --min-bits 129, 1",
    "zisk, --milestone glamsterdam --max-proof-size 300KiB, 1",
    "zisk, --milestone h-star --max-proof-size 600KiB, 1",
    "sp1, --milestone glamsterdam, 1",
    "sp1, --milestone glamsterdam --max-proof-size 1MiB, 1",
    "sp1, --min-bits 100, 0",
    "zkdtvm, --milestone h-star, 0",
    "pico, --min-bits 54, 1",
    "pico, --min-bits 53, 0",
    "pico, --min-bits 51 --regimes udr, 1",
    "pico, '', 1",
  })
  void theExitCodeIsTheVerdict(String zkvm, String options, int code) {
    assertThat(check(options, "zkvms/" + zkvm + ".toml").code()).isEqualTo(code);
  }

  /** Whoever asks for bits alone sees what is sent, and how large it is. */
  @Test
  void theLineHasSizesAndBitsAsSentWhateverIsAsked() {
    assertThat(check("", ZISK).out())
        .endsWith(
            "128 bits in JBR, 128 required; non-interactive 126 bits; final proof 313 KiB worst"
                + " case, 269 expected, 248.7 measured\n");
    assertThat(check("--regimes toy --allow-conjectured --min-bits 90", PICO).out())
        .doesNotContain("non-interactive")
        .contains("90 required; final proof 281 KiB worst case, 232 expected\n");
    assertThat(check("--milestone h-star --non-interactive", ZISK).out())
        .containsOnlyOnce("final proof 313 KiB worst case")
        .containsOnlyOnce(
            "non-interactive 126 bits (limited by collisions of the hash), 128 required");
  }

  @Test
  void oneFailureFailsTheRun() {
    CliRun run = check("", ZISK, PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("pass  ZisK", "FAIL  Pico", "1 of 2 zkVMs failed: Pico\n");
  }

  @Test
  void allMayFail() {
    CliRun run = check("--min-bits 200", ZISK, PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  ZisK", "FAIL  Pico", "2 of 2 zkVMs failed: ZisK 0.16.1, Pico\n");
  }

  /** The good files are checked, and the broken one is not forgotten. */
  @ParameterizedTest
  @CsvSource({"'', text", "--min-bits 129, text", "'', json", "'', github"})
  void aBrokenFileAmongGoodOnes(String options, String format) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    CliRun run = check(options + " --format " + format, ZISK, bad.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("ZisK");
    assertThat(run.err()).contains(bad + ":2:8: error: ");
    assertThat(run.out()).doesNotContain("\"passed\": true,\n  \"zkvms\"");
  }

  @Test
  void aBrokenFileHasNotPassed() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    assertThat(check("--format json", bad.toString()).out())
        .contains("\"passed\": false", "\"errors\": [", "\"line\": 2");
    assertThat(check("--format github", bad.toString()).out())
        .contains("::error file=" + bad + ",line=2,col=8,endColumn=9::[zkevm]: name must be");
  }

  @Test
  void annotationsOfStandardInputHaveNoFile() throws IOException {
    CliRun run =
        CliRun.reading(
            Files.readString(Path.of(PICO)), "check", "--format", "github", "--min-bits=54", "-");
    assertThat(run.out()).contains("::error title=soundcalc%3A Pico::riscv is 1 bit short");
  }

  @Test
  void aBrokenFileAlone() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    CliRun run = check("", bad.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("no zkVM was checked; 1 file could not be checked\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--min-bits many | --min-bits | got \"many\"",
        "--min-bits -1 | --min-bits | got \"-1\"",
        "--min-bits 1.5 | --min-bits | got \"1.5\"",
        "--max-proof-size 300 | --max-proof-size \"300\" | the unit is missing",
        "--max-proof-size 300KB | --max-proof-size \"300KB\" | did you mean kB",
        "--max-proof-size 300GiB | --max-proof-size \"300GiB\" | unknown unit GiB",
        "--max-proof-size -3KiB | --max-proof-size \"-3KiB\" | expected a positive number",
        "--max-proof-size 0KiB | --max-proof-size \"0KiB\" | above 0",
        "--max-proof-size KiB | --max-proof-size \"KiB\" | expected a positive number",
        "--milestone osaka | --milestone | glamsterdam, h-star",
        "--milestone hstar | --milestone | did you mean h-star?",
        "--regimes list | --regimes list | known are udr, jbr",
        "--format xml | --format | text, json, junit, sarif, github",
        "--proof-size best | --proof-size | worst, expected",
        "--proof-size expected | --proof-size | needs a limit",
        "--min-bits 1000000000 | --min-bits | from 0 to 999999999",
        "--max-grinding -1 | --max-grinding | from 0 to 128, got \"-1\"",
        "--max-grinding 129 | --max-grinding | from 0 to 128, got \"129\"",
        "--max-grinding few | --max-grinding | from 0 to 128, got \"few\"",
        "--non-interactive --regimes toy,capacity | --non-interactive | proven regimes only",
        "--colour | --colour | did you mean",
      })
  void badOptionsAreNamed(String options, String option, String message) {
    CliRun run = check(options, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option, message);
  }

  @Test
  void noFileTheSameFileTwiceOrAnEmptyFolder() {
    assertThat(check("").err()).contains("FILE");
    assertThat(check("").code()).isEqualTo(2);
    CliRun twice = check("--min-bits 1", PICO, "./zkvms/../" + PICO);
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("pico.toml: error: ");
    CliRun empty = check("", folder.toString());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains(folder + ": error: ");
  }

  /** Queries that lift the bits may make the proof too large: the log says so at once. */
  @Test
  void aRemedyThatBreaksTheSizeLimitSaysSo() {
    assertThat(check("--min-bits 58 --max-proof-size 285KiB", PICO).out())
        .contains(
            "final proof 281 → 294 KiB, above the limit)",
            "--set embed.grinding_query_phase=17 (16 now; 2^17 hashes of proof-of-work)\n");
  }

  @Test
  void filesThatCouldNotBeCheckedAreInEveryReport() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    assertThat(check("--format junit", bad.toString(), ZISK).out())
        .contains("errors=\"1\"", "<error message=\"there is no circuit");
    assertThat(check("--format sarif", bad.toString(), ZISK).out())
        .contains("\"ruleId\": \"bad-input\"");
    assertThat(check("", bad.toString(), ZISK).out())
        .contains("0 of 1 zkVMs failed; 1 file could not be checked");
  }

  /** Units are exact: 313 KiB and some are more than 320.9 kB, and less than 321.6 kB. */
  @ParameterizedTest
  @CsvSource({"320000bytes, 1", "0.30MiB, 1", "0.31MiB, 0", "320.5kB, 1", "0.3205MB, 1", "1MB, 0"})
  void unitsOfSizes(String size, int code) {
    assertThat(check("--max-proof-size " + size, ZISK).code()).isEqualTo(code);
  }

  /** Ten seconds with a failing log: which circuit, how far, and which parameter to change. */
  @Test
  void theLogNamesTheParameterToChange() {
    assertThat(check("--min-bits 54", PICO).out())
        .contains(
            "FAIL  Pico  53 bits in JBR, 54 required",
            """
              zkvms/pico.toml:44:15: riscv is 1 bit short of 54 in JBR (query phase): --regimes\
             jbr-best, or --set riscv.num_queries=85 (84 now; its proof 2583 → 2613 KiB),\
             or --set riscv.grinding_query_phase=17 (16 now; 2^17 hashes of proof-of-work)
            """);
  }

  /** 60 bits are 7 more than there are: 16 of proof-of-work become 23, or queries must do. */
  @Test
  void noRemedyAsksForMoreProofOfWorkThanMayBe() {
    String grinding = "--set riscv.grinding_query_phase=23 (16 now; 2^23 hashes of proof-of-work)";
    assertThat(check("--min-bits 60", PICO).out()).contains(grinding);
    assertThat(check("--min-bits 60 --max-grinding 23", PICO).out()).contains(grinding);
    assertThat(check("--min-bits 60 --max-grinding 22", PICO).out())
        .contains("riscv.num_queries=")
        .doesNotContain("riscv.grinding");
    // what the file has stays, though it is more
    assertThat(check("--min-bits 54 --max-grinding 0", PICO).out())
        .contains("--set riscv.num_queries=85 (84 now")
        .doesNotContain("grinding");
  }

  /** No bits beyond those of an element of KoalaBear are advised, whoever would pay for more. */
  @Test
  void proofOfWorkIsDrawnFromOneElement() {
    String file = "zkvms/pico.toml";
    assertThat(check("--min-bits 128", file).out())
        .contains("grinding_batching_phase=31")
        .doesNotContain("grinding_batching_phase=32");
    assertThat(check("--min-bits 128 --max-grinding 40", file).out())
        .isEqualTo(check("--min-bits 128", file).out());
    assertThat(check("--min-bits 128 --max-grinding 20", file).out())
        .contains("combine.grinding_batching_phase=13")
        .doesNotContainPattern("grinding_batching_phase=(2[1-9]|3)");
  }

  /** Every term below is told in groups, then what is enough together, and what that costs. */
  @Test
  void theLogNamesSeveralChangesWhereNoneIsEnough() {
    assertThat(check("--milestone h-star --format github", PICO).out())
        .contains(
            "(query phase): enough together: --set riscv.field=KoalaBear^5 --set"
                + " riscv.gap_to_radius=0.08838834764832 --set riscv.num_queries=340 --set",
            "; over KoalaBear^4 ALI has at most 109 bits, whatever else is changed; 33 terms are"
                + " below 128: query phase 53, batching 69, commit rounds 1-22 81-102, 7 lookups"
                + " 92-99, DEEP 95, ALI 106",
            "KiB, above the limit, 2^31.59 hashes of proof-of-work, prover's hashing x");
  }

  /** The line below the verdict: what to change where, what it costs, and how near one comes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "glamsterdam | sp1 | change folds of shrink, final proof 887 → 393 KiB",
        "h-star | zisk | change folds of Final_Compressed, final proof 313 → 296 KiB",
        "glamsterdam | miden | change queries of main, final proof 149 → 561 KiB",
        "h-star | miden | change field to Goldilocks^3, rate, folds, queries of main, final proof"
            + " 149 → 296 KiB, prover's hashing x1.98",
        "glamsterdam | openvm | no final proof was found below 4544 KiB at 100 bits, 600 KiB"
            + " allowed (with rate, folds, queries, proof-of-work of internal, 2^31.01 hashes of"
            + " proof-of-work, prover's hashing x17)",
        "h-star | pico | no final proof was found below 374 KiB at 128 bits, 300 KiB allowed (with"
            + " field to KoalaBear^5, rate, folds, queries, gap, proof-of-work of embed, 2^31.59"
            + " hashes of proof-of-work, prover's hashing x100); for the bits change field to"
            + " KoalaBear^5, queries, gap, proof-of-work of all 5 circuits, final proof 281 → 980"
            + " KiB, up to 2^31.03 hashes of proof-of-work, prover's hashing up to x67",
        "h-star | airbender | no final proof was found below 1085 KiB at 128 bits, 300 KiB allowed"
            + " (with field to M31^6, rate, folds, queries, proof-of-work of generalized_circuit,"
            + " 2^30.01 hashes of proof-of-work, prover's hashing x31); for the bits change field"
            + " to M31^6, queries, proof-of-work of generalized_circuit, final proof 1951 → 6629"
            + " KiB"
      })
  void aLineSaysWhatToChange(String milestone, String zkvm, String words) {
    for (String format : List.of("text", "github")) {
      String options = "--milestone " + milestone + " --format " + format;
      assertThat(check(options, "zkvms/" + zkvm + ".toml").out().lines())
          .as(format)
          .contains("  to pass: " + words);
    }
  }

  /** However little more of it costs beside what there is. */
  @Test
  void moreProofOfWorkIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("whir.toml"), LISTS_OF_LISTS);
    assertThat(check("--min-bits 105", file.toString()).out())
        .contains("  to pass: change proof-of-work of w\n");
  }

  /** Where every remedy takes a larger field, the term that needs it is named. */
  @Test
  void theLogSaysWhyTheFieldIsTooSmall() {
    assertThat(check("--milestone h-star", "zkvms/miden.toml").out())
        .contains("; over Goldilocks^2 ALI has at most 118 bits, whatever else is changed; 11");
    assertThat(check("--milestone glamsterdam", "zkvms/miden.toml").out())
        .doesNotContain("whatever else is changed");
  }

  /** A failure on size alone says what is enough, at the key to change, and what that costs. */
  @Test
  void theLogSaysHowAProofGetsSmaller() {
    assertThat(check("--milestone h-star", "zkvms/zisk.toml").out())
        .contains(
            "zkvms/zisk.toml:2405:23: the final proof, Final_Compressed, is 313 KiB in the worst"
                + " case, 14 KiB above 300 KiB; for 128 bits within 300 KiB: --set"
                + " 'Final_Compressed.fri_folding_factors=[8, 8]' --set"
                + " Final_Compressed.fri_early_stop_degree=8192 (final proof 313 → 296 KiB)");
    String small = "--milestone h-star --max-proof-size 150KiB --max-grinding 26";
    assertThat(check(small, "zkvms/zisk.toml").out())
        .contains(
            "with queries, proof-of-work (at most 26 bits a site), folds and rate the least found"
                + " is 201 KiB (141 KiB are openings of the functions, whatever the folds) at 128"
                + " bits in JBR: --set Final_Compressed.rho=0.015625 --set"
                + " 'Final_Compressed.fri_folding_factors=[16, 8]' --set");
  }

  /** SWIRL's folding schedule is fixed, and its parts are told together. */
  @Test
  void theLogOfSwirlNamesWhatCanBeChanged() {
    assertThat(check("--milestone h-star", "zkvms/openvm2.toml").out())
        .doesNotContainPattern("toml:[0-9]+:1:")
        .contains(
            "hook is 28 bits short of 128 in JBR (whir): enough together: --set"
                + " hook.field=BabyBear^5 --set 'hook.whir_num_queries=[261, 57, 32]' (its proof",
            "root is 28 bits short of 128 in JBR (logup): for 128 bits within 300 KiB: --set"
                + " root.field=BabyBear^5 --set",
            "(final proof 270 → 299 KiB, 2^",
            // whir_num_queries of app: the file does not have the proof-of-work of its queries
            "zkvms/openvm2.toml:52:20: app is 28 bits short of 128",
            "; 14 terms are below 128: logup 100, whir 100, 7 whir terms 100-112,"
                + " stacked_reduction 109,");
  }

  /** Where nothing is enough, what stands in the way over the largest field is told. */
  @Test
  void whatStandsInTheWayIsTold() {
    String barrier = "found that is enough: over KoalaBear^16 ALI has at most 481 bits, whatever";
    assertThat(check("--min-bits 490", PICO).out()).contains(barrier);
    assertThat(check("--min-bits 490 --format github", PICO).out()).contains(barrier);
    assertThat(check("--min-bits 490 --format json", PICO).out())
        .containsPattern(
            "\"barrier\": \\{\\s+\"field\": \"KoalaBear.16\",\\s+\"reason\": \"ALI has at most"
                + " 481 bits\"");
    assertThat(check("--min-bits 480", PICO).out())
        .contains("riscv.field=KoalaBear^16", "over KoalaBear^4 ALI has at most 109 bits, whatever")
        .doesNotContain("over KoalaBear^16");
  }

  /** Where no regime asked for is enough, the one that is stands before the change. */
  @Test
  void aRegimeThatWasNotAskedForIsNamedWithItsChange() {
    String milestone = "--milestone h-star --regimes udr";
    String zisk = "zkvms/zisk.toml";
    assertThat(check(milestone, zisk).out())
        .contains(
            "for 128 bits within 300 KiB: --regimes jbr --set"
                + " 'Final_Compressed.fri_folding_factors=[8, 8]'",
            "to look further: soundcalc optimize --milestone h-star --regimes jbr " + zisk);
    assertThat(check(milestone + " --format json", zisk).out())
        .containsPattern("\"regimes\": \"jbr\",\\s+\"changes\": \\[");
    assertThat(check("--milestone h-star --regimes jbr", zisk).out())
        .doesNotContain("--regimes udr");
  }

  /** What goes from code to code is laid out otherwise too, and what is sized as it is sent. */
  @Test
  void everyProofSystemIsLaidOutOtherwise() {
    assertThat(check("--milestone h-star", "zkvms/dummy_whir.toml").out())
        .contains(
            "for 128 bits within 300 KiB: --set embed.num_iterations=2 --set"
                + " 'embed.folding_factors=[1, 4]' --set 'embed.num_queries=[54, 54]'",
            "(final proof 1193 → 221 KiB)");
    assertThat(check("--milestone h-star", "zkvms/dummy_stir.toml").out())
        .contains(
            "for 128 bits within 300 KiB: --set 'main.folding_factors=[1, 4, 4, 3]'",
            "(final proof 1476 → 298 KiB, 2^");
    String sent = "--min-bits 53 --max-proof-size 150KiB --sizes sent --set proof.cap_levels=4";
    assertThat(check(sent, PICO).out())
        .contains("for 53 bits within 150 KiB: --set 'embed.fri_folding_factors=[16, 16]'");
  }

  /** The size is told by the measure that the limit is about. */
  @Test
  void theCostIsInTheMeasureOfTheLimit() {
    assertThat(check("--max-proof-size 260KiB --proof-size expected", "zkvms/zisk.toml").out())
        .contains("for 128 bits within 260 KiB: --set")
        .containsPattern("\\(final proof 269 → 2[56][0-9] KiB expected, 2\\^");
  }

  /** With --strict a hash that is too short has a place, and a remedy that is enough. */
  @Test
  void aShortHashIsToldWithTheLengthThatIsEnough() {
    assertThat(check("--strict", "zkvms/zkdtvm.toml").out())
        .contains(
            "zkvms/zkdtvm.toml:27:18: caveat: its hash has 248 bits: collisions cost 2^124 (core,"
                + " compress, shrink), which --strict does not let pass: --set hash_size_bits=256"
                + " (248 now)");
    assertThat(check("--strict --set hash_size_bits=256", "zkvms/zkdtvm.toml").out())
        .contains("no caveats");
    assertThat(check("--strict --format json", "zkvms/zkdtvm.toml").out())
        .containsPattern(
            "\"kind\": \"no-caveats\",\\s+\"passed\": false,\\s+\"remedies\":"
                + " \\[\\s+\\{\\s+\"set\": \"hash_size_bits\",\\s+\"from\": 248,\\s+\"to\": 256");
  }

  /** The command that looks further asks for the same; where one parameter is enough, none does. */
  @Test
  void theLogNamesTheCommandThatLooksFurther() {
    String further = "to look further: soundcalc optimize ";
    String zisk = "zkvms/zisk.toml";
    assertThat(check("--milestone h-star", zisk).out())
        .contains(further + "--milestone h-star zkvms/zisk.toml");
    assertThat(check("--max-proof-size 250KiB --proof-size expected", zisk).out())
        .contains(
            further + "--min-bits 128 --max-proof-size '250 KiB' --proof-size expected " + zisk);
    assertThat(check("--regimes jbr,toy", PICO).out())
        .contains(further + "--min-bits 128 --regimes jbr " + PICO);
    assertThat(check("--min-bits 54", PICO).out()).doesNotContain(further);
  }

  /** What lifts the bits breaks the size, and another layout does not, or nothing else does. */
  @Test
  void theLogSaysWhatMeetsBothOrThatNothingDoes() {
    assertThat(check("--milestone h-star", "zkvms/miden.toml").out())
        .contains(
            "main is 73 bits short of 128 in JBR (query phase): for 128 bits within 300 KiB: --set"
                + " main.field=Goldilocks^3 --set main.rho=0.0625 --set"
                + " 'main.fri_folding_factors=[16, 16]' --set main.fri_early_stop_degree=16384"
                + " --set main.num_queries=57 (final proof 149 → 296 KiB, prover's hashing"
                + " x1.98); over");
    assertThat(check("--min-bits 128 --max-proof-size 100KiB", "zkvms/miden.toml").out())
        .contains(
            "; with queries, proof-of-work (at most 40 bits a site), folds,"
                + " rate and field the least found is 169 KiB (92 KiB are openings of the"
                + " functions, whatever the folds) at 128 bits in JBR: --set");
  }

  /** 30 queries open 100 columns of 192 bits, below 24 levels of 256: 760320 bits. */
  @Test
  void theLargestPartOfTheLeastSizeIsThereForPrograms() {
    String json =
        check("--min-bits 128 --max-proof-size 100KiB --format json", "zkvms/miden.toml").out();
    assertThat(json.replaceAll("\\s", ""))
        .contains("\"leastPart\":{\"name\":\"openingsofthefunctions\",\"bits\":760320}");
    assertThat(check("--milestone h-star --format json", "zkvms/zisk.toml").out())
        .doesNotContain("openings of");
  }

  /** λ/2 bits of collisions: 248 bits of hash are enough for 124, and not for 125. */
  @ParameterizedTest
  @CsvSource({"124, 0, 0", "125, 0, 1"})
  void aHashThatIsTooShortIsACaveat(int bits, int usual, int strict) {
    String caveat = "; caveat: its hash has 248 bits: collisions cost 2^124";
    String file = "zkvms/zkdtvm.toml";
    CliRun run = check("--min-bits " + bits, file);
    assertThat(run.code()).isEqualTo(usual);
    assertThat(run.out().contains("pass  zkDTVM")).isTrue();
    assertThat(run.out().contains(caveat + " (core, compress, shrink)")).isEqualTo(strict == 1);
    CliRun strictly = check("--strict --min-bits " + bits, file);
    assertThat(strictly.code()).isEqualTo(strict);
    assertThat(strictly.out())
        .contains(strict == 1 ? "; has caveats, FAIL (--strict)" + caveat : "; no caveats");
  }

  /** Sixty bits at one site, and 40 of elements with 31 bits; 40 of Goldilocks' 64 are fine. */
  @ParameterizedTest
  @CsvSource({"KoalaBear^4, 3, 2", "Goldilocks^3, 3, 1"})
  void proofOfWorkThatNobodyPaysForIsACaveat(String field, int sites, int caveats)
      throws IOException {
    String text =
        Files.readString(Path.of(PICO))
            .replace("KoalaBear^4", field)
            .replace("grinding_query_phase = 16", "grinding_query_phase = 40\ngrinding_deep = 60");
    CliRun run = CliRun.reading(text, "check", "--min-bits=40", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("DEEP: 60 bits of proof-of-work: 2^60 hashes per proof");
    // the caveat of a field of 31 bits says why it matters
    String element = "the 31 of one element of KoalaBear: a verifier that draws one cannot check";
    assertThat(run.out().contains(element)).isEqualTo(field.startsWith("KoalaBear"));
    assertThat(run.out().split("caveat: ", -1)).hasSize(caveats + 1);
    assertThat(CliRun.reading(text, "check", "--strict", "--min-bits=40", "-").code()).isEqualTo(1);
  }

  @Test
  void everyRequirementThatIsMissedIsMarked() {
    CliRun run = CliRun.of("check", "--recursion", "--non-interactive", "--min-bits=42", PICO);
    assertThat(run.out())
        .startsWith("FAIL  Pico  53 bits in JBR, 42 required; non-interactive 53 bits (")
        .contains("), 42 required; whole tree 40 bits, 42 required, FAIL; final proof");
    assertThat(CliRun.of("check", "--non-interactive", "--min-bits=54", PICO).out())
        .startsWith("FAIL  Pico  53 bits in JBR, 54 required, FAIL; non-interactive 53 bits (")
        .contains("), 54 required, FAIL; ");
  }

  @Test
  void annotationsEndWithTheCountToo() {
    assertThat(CliRun.of("check", "--format=github", "--min-bits=54", PICO, "none.toml").out())
        .endsWith("\n1 of 1 zkVMs failed: Pico; 1 file could not be checked\n");
  }

  /** The number of Miden's constraints is not published. */
  @Test
  void noCaveatsIsNotSaidWithoutTheWarningsThatFollow() {
    CliRun run = CliRun.of("check", "--strict", "--min-bits=50", "zkvms/miden.toml");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("; no caveats, 1 warning\n").contains("warning: circuit");
    assertThat(CliRun.of("check", "--strict", "--min-bits=50", PICO).out())
        .contains("; no caveats\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h-star --strict | h-star: there is no such file; did you mean --milestone h-star?",
        "--max-proof-size 300 KiB | --max-proof-size \"300\": the unit is missing; write 300KiB,"
            + " or '300 KiB' in quotes; units are KiB, MiB, kB, MB, bytes",
      })
  void whatStandsWhereFilesDoWasMeantForAnOption(String arguments, String message) {
    CliRun run = CliRun.of(("check " + PICO + " " + arguments).split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).isEqualTo("soundcalc: " + message + "\n");
  }

  @Test
  void aMisspeltKeyThatIsIgnoredIsACaveatThatSaysWhichWasMeant() throws IOException {
    String text =
        Files.readString(Path.of(PICO)).replaceFirst("circuits.lookups", "circuits.lookup");
    CliRun run = CliRun.reading(text, "check", "--min-bits=50", "-");
    assertThat(run.out())
        .contains(
            "lookup is not modelled: this figure is of another protocol; did you mean lookups?");
  }

  /** A key that is not modelled means another protocol; one that is informational does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | ; caveat: domain_shrink is not modelled: this figure is of another protocol"
            + " (riscv)",
        "json | \"kind\": \"ignored-key\"",
        "junit | caveat: domain_shrink is not modelled",
        "sarif | \"ruleId\": \"caveat\"",
        "github | ::caveat: domain_shrink is not modelled",
      })
  void anIgnoredKeyIsACaveat(String format, String words) throws IOException {
    String text =
        Files.readString(Path.of(PICO)).replaceFirst("opening_points = 2", "$0\ndomain_shrink = 5");
    CliRun run = CliRun.reading(text, "check", "--min-bits=50", "--format", format, "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(words);
    String clean = Files.readString(Path.of(PICO));
    assertThat(CliRun.reading(clean, "check", "--min-bits=50", "--format", format, "-").out())
        .doesNotContain("not modelled", "ignored-key");
    CliRun strict =
        CliRun.reading(text, "check", "--min-bits=50", "--strict", "--format", format, "-");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.out()).contains("domain_shrink");
  }

  /** Tables of a statement and of a search change no figure, for architecture and optimize. */
  @Test
  void tablesThatChangeNoFigureAreNoCaveat() throws IOException {
    String text = Files.readString(Path.of(PICO)) + "[search.circuits.embed]\nfix = []\n";
    assertThat(text).contains("[circuits.statement]");
    CliRun run = CliRun.reading(text, "check", "--min-bits=1", "--strict", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .doesNotContain("caveat:", "not modelled", "FAIL", "[search]", "statement");
    for (String other : List.of("[circuits.search]", "[proof]")) {
      String wrong = Files.readString(Path.of(PICO)) + other + "\nx = 1\n";
      CliRun checked = CliRun.reading(wrong, "check", "--min-bits=1", "--strict", "-");
      assertThat(checked.code()).as(other).isEqualTo(1);
      assertThat(checked.out()).as(other).contains("is not modelled");
    }
  }

  /** What a figure takes for granted itself: 7.5·10^9 lookups over a field of 2·10^9. */
  @Test
  void aHypothesisOfALookupIsACaveat() {
    assertThat(check("--min-bits 100", "zkvms/sp1.toml").out())
        .containsOnlyOnce(
            "caveat: lookup \"lookup\": LogUp's bound holds only if no value is looked up p ="
                + " 2130706433 times or more;")
        .containsOnlyOnce("LogUp's bound")
        .contains("(core)");
    assertThat(check("--min-bits 100 --strict", "zkvms/sp1.toml").code()).isEqualTo(1);
  }

  /** Each size against the limit, whichever decides. */
  @Test
  void everySizeIsSaid() {
    assertThat(check("--milestone h-star", ZISK).out())
        .contains(
            "final proof 313 KiB worst case, 269 expected, 248.7 measured: 300 allowed, FAIL on the"
                + " worst case; the expected size passes; the measured size passes");
    assertThat(check("--milestone h-star --proof-size expected", ZISK).out())
        .contains(
            "final proof 313 KiB worst case, 269 expected, 248.7 measured: 300 allowed; the worst"
                + " case does not pass");
    assertThat(check("--max-proof-size 314KiB", ZISK).out())
        .contains("248.7 measured: 314 allowed\n");
  }

  /** What does not change the size, or finds it too large already, breaks no limit. */
  @Test
  void onlyASizeThatIsNoLongerAllowedIsFlagged() {
    assertThat(check("--min-bits 58 --max-proof-size 281KiB", PICO).out())
        .contains("--set embed.num_queries=22 (21 now; final proof 281 → 294 KiB)")
        .doesNotContain("above the limit");
  }

  /**
   * With 256 bits of hash, 127 bits leave 2^-127 - 3·2^-129 = 2^-129 for a round, and 126 bits
   * 0.8125·2^-126: ZisK's largest error is between the two.
   */
  @ParameterizedTest
  @CsvSource({"126, 0", "127, 1"})
  void theProofsThatAreSentHaveFewerBits(int bits, int code) {
    CliRun run = check("--non-interactive --min-bits " + bits, ZISK);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out())
        .contains(
            "; non-interactive 126 bits (limited by collisions of the hash), "
                + bits
                + " required");
    assertThat(check("--min-bits " + bits, ZISK).code()).isZero();
  }

  @Test
  void whatBindsTheProofsThatAreSentIsSaid() {
    assertThat(check("--non-interactive --min-bits 54", PICO).out())
        .contains(
            "non-interactive 53 bits (limited by the rounds' errors), 54 required",
            "riscv: 53 non-interactive bits, 1 short of 54: limited by the rounds' errors, with 53",
            "combine: 53 non-interactive bits, 1 short of 54: limited by the rounds' errors, with"
                + " 53");
    assertThat(check("--non-interactive --min-bits 124", "zkvms/zkdtvm.toml").out())
        .contains("the hash is too short: --set core.hash_size_bits=250 (248 now; its proof");
  }

  /** One key holds the hash of all circuits: one message, at the key, with the longest hash. */
  @Test
  void aHashThatIsTooShortForManyCircuitsIsToldOnce() {
    assertThat(check("--non-interactive --format github", "zkvms/venus.toml").out())
        .containsOnlyOnce("::error")
        .contains(
            "line=30,col=18,",
            "::every circuit: 126 non-interactive bits, 2 short of 128: the hash is too short:"
                + " --set hash_size_bits=267 (256 now; final proof 313 → 317 KiB)");
    assertThat(check("--non-interactive --set hash_size_bits=267", "zkvms/venus.toml").code())
        .isZero();
  }

  /** Under UDR queries alone do it, though the figure that falls short is one of JBR. */
  @Test
  void aRemedyUnderAnotherRegimeIsNamed() {
    CliRun run = check("--min-bits 90", "zkvms/airbender.toml");
    assertThat(run.out())
        .contains(
            "67 bits in JBR, 90 required",
            "short of 90 in UDR,",
            "where one change is enough (query phase)",
            "num_queries=");
  }

  /** 281 KiB and 184 bytes are not within 281 KiB, and the line says why. */
  @Test
  void aSizeJustAboveItsLimit() {
    CliRun run = check("--max-proof-size 281KiB --min-bits 1", PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("281.1796 KiB in the worst case", "184 bytes above 281 KiB");
  }

  /** A circuit that no regime asked for covers has no figure that could pass. */
  @Test
  void aCircuitWithoutFigureFailsTheGate() {
    CliRun run = check("--regimes jbr --min-bits 1", "zkvms/zkdtvm.toml");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("core has no figure that counts: JBR ");
  }

  @Test
  void withoutAnyFigureThereIsNothingToCheck() {
    CliRun run = check("--regimes jbr --min-bits 1", "zkvms/sp1.toml", ZISK);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("sp1.toml:29:1: error: ", "--regimes");
    assertThat(run.out()).contains("pass  ZisK").doesNotContain("SP1");
  }

  private static CliRun check(String options, String... files) {
    List<String> args = new ArrayList<>(List.of("check"));
    if (!options.isBlank()) {
      args.addAll(List.of(options.strip().split(" +")));
    }
    args.addAll(List.of(files));
    return CliRun.of(args.toArray(String[]::new));
  }

  /** A regime that is selected already is no remedy. */
  @Test
  void selectedRegimesAreNotProposed() {
    CliRun run =
        CliRun.of(
            "check",
            "--milestone=glamsterdam",
            "--set=field=KoalaBear^5",
            "--set=embed.num_queries=36",
            "--set=embed.grinding_query_phase=29",
            "--set=embed.grinding_batching_phase=7",
            "zkvms/pico.toml");
    assertThat(run.out()).contains("--regimes jbr-best").doesNotContain("--regimes udr,jbr,udr");
  }
}
