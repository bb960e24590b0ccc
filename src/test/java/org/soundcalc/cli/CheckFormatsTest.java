package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;

/** What CI services get, as it was reviewed. */
class CheckFormatsTest {
  private static final String FORMATS =
      """
      text, txt
      json, json
      junit, xml
      sarif, sarif
      github, github
      """;

  @ParameterizedTest
  @CsvSource(textBlock = FORMATS)
  void picoIsABitShortOf54(String format, String extension) throws IOException {
    CliRun run = CliRun.of("check", "--min-bits=54", "--format", format, "zkvms/pico.toml");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    Golden.assertMatches("check-pico-54." + extension, run.out());
  }

  @ParameterizedTest
  @CsvSource(textBlock = FORMATS)
  void ziskIsTooLargeForHStarAndZkdtvmIsNot(String format, String extension) throws IOException {
    CliRun run =
        CliRun.of(
            "check",
            "--milestone=h-star",
            "--format",
            format,
            "zkvms/zisk.toml",
            "zkvms/zkdtvm.toml");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    Golden.assertMatches("check-h-star." + extension, run.out());
  }

  @ParameterizedTest
  @CsvSource(textBlock = FORMATS)
  void picoAsAWholeHasLessThanItsCircuits(String format, String extension) throws IOException {
    CliRun run =
        CliRun.of("check", "--recursion", "--min-bits=50", "--format", format, "zkvms/pico.toml");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    Golden.assertMatches("check-recursion." + extension, run.out());
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.map(Path::toString).sorted().toList().stream();
    }
  }

  /** 120 bits are too many for most, and beyond single parameters for some. */
  @ParameterizedTest
  @MethodSource("files")
  void jsonKeepsToItsSchema(String file) throws IOException {
    CliRun run =
        CliRun.of("check", "--format=json", "--min-bits=120", "--max-proof-size=300KiB", file);
    assertThat(JsonSchema.inDocs("check.schema.json").problems(run.out())).isEmpty();
  }

  /** Whoever asks for no bits learns how many a smaller proof costs. */
  @Test
  void aSmallerProofSaysWhichBitsAreLeft() {
    String[] check = {"check", "--min-bits=0", "--max-proof-size=200KiB", "zkvms/pico.toml"};
    assertThat(CliRun.of(check).out())
        .contains("--set embed.num_queries=14 ", ", which leaves 43 of 57 bits in JBR");
    assertThat(CliRun.of("check", "--format=json", check[1], check[2], check[3]).out())
        .contains("\"bitsLeft\": 43");
    for (String[] set :
        new String[][] {{"embed.num_queries=14", "43"}, {"hash_size_bits=248", "57"}}) {
      String csv =
          CliRun.of("estimate", "--format=csv", "--set=" + set[0], "zkvms/pico.toml").out();
      assertThat(csv).contains("Pico,embed,JBR,proven,total," + set[1] + ",");
    }
  }

  /** WHIR's proof-of-work of folds is a list of lists, and the only thing to raise here. */
  @Test
  void remediesMayBeListsOfLists() throws IOException {
    CliRun run =
        CliRun.reading(
            CheckCommandTest.LISTS_OF_LISTS, "check", "--format=json", "--min-bits=105", "-");
    assertThat(run.out())
        .contains("\"set\": \"grinding_bits_folding\"")
        .containsPattern("\"to\": \\[\\[");
    assertThat(JsonSchema.inDocs("check.schema.json").problems(run.out())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "124", "126", "129"})
  void jsonOfEveryRequirementKeepsToItsSchema(String bits) throws IOException {
    CliRun run =
        CliRun.of(
            "check",
            "--format=json",
            "--strict",
            "--non-interactive",
            "--max-proof-size=300KiB",
            "--min-bits",
            bits,
            "zkvms/zkdtvm.toml",
            "zkvms/zisk.toml");
    assertThat(run.out()).contains("\"kind\": \"no-caveats\"", "\"kind\": \"non-interactive\"");
    assertThat(JsonSchema.inDocs("check.schema.json").problems(run.out())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "41"})
  void jsonOfATreeKeepsToItsSchema(String bits) throws IOException {
    CliRun run =
        CliRun.of("check", "--format=json", "--recursion", "--min-bits", bits, "zkvms/pico.toml");
    assertThat(run.out()).contains("\"kind\": \"recursion\"");
    assertThat(JsonSchema.inDocs("check.schema.json").problems(run.out())).isEmpty();
  }

  /** Whoever sees a strict figure is told, and whoever sees a usual one is not misled. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | with --accounting strict",
        "json | \"accounting\": \"strict\"",
        "junit | <property name=\"accounting\" value=\"strict\"",
        "sarif | \"accounting\": \"strict\"",
        "github | with --accounting strict",
      })
  void strictAccountingIsSaid(String format, String words) {
    String[] usual = {"check", "--min-bits=1", "--format", format, "zkvms/pico.toml"};
    String[] strict =
        Stream.concat(Stream.of(usual), Stream.of("--accounting=strict")).toArray(String[]::new);
    assertThat(CliRun.of(strict).out()).containsOnlyOnce(words);
    assertThat(CliRun.of(usual).out()).doesNotContain("strict");
  }

  /** As the files of a pull request are checked that are not on the disk. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text   | old/a b.toml:44:15: riscv",
        "json   | \"source\": \"old/a b.toml\"",
        "junit  | classname=\"Pico (old/a b.toml)\"",
        "sarif  | \"uri\": \"old/a%20b.toml\"",
        "github | ::error file=old/a b.toml,line=44,",
      })
  void standardInputHasAName(String format, String words) throws IOException {
    String text = Files.readString(Path.of("zkvms/pico.toml"));
    String[] check = {"check", "--format", format, "--stdin-name", "old/a b.toml", "-"};
    assertThat(CliRun.reading(text, check).out()).contains(words);
    CliRun bad = CliRun.reading("name =", check);
    assertThat(bad.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bad.err()).startsWith("old/a b.toml:1:7: error: ");
    check[4] = " ";
    assertThat(CliRun.reading(text, check).err())
        .isEqualTo("soundcalc: --stdin-name \" \": expected a file's name\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit", "sarif"})
  void standardInputIsReported(String format) throws IOException {
    String text = Files.readString(Path.of("zkvms/pico.toml"));
    CliRun run = CliRun.reading(text, "check", "--format", format, "-");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out())
        .contains("riscv is 75 bits short of 128")
        .contains(format.equals("sarif") ? "\"uri\": \"stdin.toml\"" : "&lt;stdin&gt;:44:15: ");
  }
}
