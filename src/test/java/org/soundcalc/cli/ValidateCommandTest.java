package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Golden;

class ValidateCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String MIDEN = "zkvms/miden.toml";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', 0, validate.txt",
    "--strict, 2, validate-strict.txt",
    "--color=always, 0, validate-colour.txt",
  })
  void findingsAndTheirNumberAreTheResult(String option, int code, String file) throws IOException {
    CliRun run =
        option.isEmpty() ? CliRun.of("validate", "zkvms") : CliRun.of("validate", option, "zkvms");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isEmpty();
    Golden.assertMatches(file, run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "zkvms/pico.toml, 0, '1 file, no errors, no warnings'",
    "zkvms/miden.toml, 0, '1 file, no errors, 1 warning'",
    "no-such-file.toml, 2, '1 file, 1 not read, 1 error, no warnings'",
  })
  void theLastLineCounts(String file, int code, String line) {
    CliRun run = CliRun.of("validate", file);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).endsWith(line + "\n");
    assertThat(run.err()).isEmpty();
  }

  /** Whatever makes estimate refuse a file is a finding, in the same words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "num_queries = 0",
        "num_queries = 84\nnum_queries = 85",
        "num_querys = 84",
        "opening_points = 2_097_152",
        "[[",
      })
  void saysWhatEstimateSays(String lines) throws IOException {
    String good = Files.readString(Path.of(PICO));
    String first = good.lines().filter(line -> line.startsWith("num_queries")).findFirst().get();
    Path bad = Files.writeString(folder.resolve("bad.toml"), good.replaceFirst(first, lines));
    CliRun validate = CliRun.of("validate", bad.toString());
    CliRun estimate = CliRun.of("estimate", bad.toString());
    assertThat(estimate.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(validate.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(validate.err()).isEmpty();
    assertThat(validate.out()).startsWith(estimate.err()).contains(": error: ");
    assertThat(validate.out().substring(estimate.err().length())).startsWith("1 file, ");
  }

  @Test
  void whatCannotBeSetIsNotSaidToOverride() {
    for (String format : List.of("text", "github")) {
      CliRun run =
          CliRun.of(
              ("validate --format " + format + " --set badkey=1 --set num_queries=90 " + PICO)
                  .split(" "));
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.out())
          .contains("overridden by --set: num_queries = 90")
          .doesNotContain("overridden by --set: badkey");
    }
  }

  @Test
  void noFileHidesAnother() throws IOException {
    Path one = Files.writeString(folder.resolve("one.toml"), "[zkevm]\nname = 3\n");
    Path two = Files.writeString(folder.resolve("two.toml"), "[zkevm\n");
    Path none = Files.createDirectory(folder.resolve("none"));
    CliRun run =
        CliRun.of("validate", one + "", "missing.toml", none + "", MIDEN, two + "", PICO, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            one + ":2:8: error: ",
            two + ":1:",
            "missing.toml: error: there is no such file or folder",
            none + ": error: the folder has no .toml files",
            PICO + ": error: this file is given twice",
            MIDEN + ":28:1: warning: ")
        .containsPattern("\n7 files, 3 not read, \\d+ errors, 1 warning\n$");
  }

  @Test
  void findingsAreInTheOrderOfTheArguments() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm\n");
    CliRun run = CliRun.of("validate", MIDEN, "missing.toml", bad + "", "lost.toml");
    assertThat(run.out().lines().filter(line -> line.contains(".toml:")))
        .extracting(line -> line.substring(0, line.indexOf(".toml:")))
        .startsWith("zkvms/miden", "missing")
        .endsWith("lost")
        .contains(folder.resolve("bad") + "");
  }

  @Test
  void readsStandardInput() {
    CliRun run = CliRun.reading("[zkevm]\nname = 3\n", "validate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("<stdin>:2:8: error: ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void colourIsThatOfStandardOutput() {
    Terminal outAlone = new Terminal(true, false, 80, false, false);
    Terminal errAlone = new Terminal(false, true, 80, false, false);
    Plugins installed = Plugins.installed();
    assertThat(CliRun.in(outAlone, "", installed, "validate", MIDEN).out()).contains("\u001b[");
    assertThat(CliRun.in(errAlone, "", installed, "validate", MIDEN).out())
        .doesNotContain("\u001b");
  }

  @Test
  void withoutFilesItSaysHowToUseIt() {
    CliRun run = CliRun.of("validate");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("FILE", "Usage: soundcalc validate");
  }
}
