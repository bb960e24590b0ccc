package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.StubRegime;
import picocli.CommandLine.Model.OptionSpec;

class MainTest {
  private static final String PICO = "zkvms/pico.toml";

  @Test
  void withoutArgumentsItSaysHowToUseIt() {
    CliRun run = CliRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: soundcalc").contains("estimate");
  }

  @Test
  void withoutFilesItSaysHowToUseIt() {
    CliRun run = CliRun.of("estimate");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("FILE", "Usage: soundcalc estimate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpGoesToStandardOutput(String option) {
    CliRun run = CliRun.of(option);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: soundcalc").contains("Exit codes", "estimate");
  }

  @Test
  void helpOfACommandIsItsOwn() {
    CliRun run = CliRun.of("estimate", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: soundcalc estimate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"estimate", "check", "diff", "completion", "help", "CHECK"})
  void helpIsACommandToo(String command) {
    assertThat(CliRun.of("help", command))
        .isEqualTo(CliRun.of(command.toLowerCase(Locale.ROOT), "--help"));
  }

  @Test
  void helpOfNothingIsThatOfAll() {
    assertThat(CliRun.of("help")).isEqualTo(CliRun.of("--help"));
    CliRun unknown = CliRun.of("help", "chek");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("got chek; did you mean check?");
    assertThat(CliRun.of("help", "check", "diff").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  /**
   * On one terminal; in a log of standard output and in one of standard error they stand in each.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"estimate", "check", "compare", "milestones", "explain", "levers", "validate"})
  void warningsAreShownOnce(String command) {
    String[] args = {command, "zkvms/miden.toml"};
    CliRun one =
        CliRun.in(new Terminal(true, true, 200, true, false), "", Plugins.installed(), args);
    assertThat(one.out() + one.err()).containsOnlyOnce("num_constraints is not published");
    CliRun two =
        CliRun.in(new Terminal(false, true, 80, true, false), "", Plugins.installed(), args);
    assertThat(two.out()).isEqualTo(CliRun.of(args).out());
    assertThat(two.err()).isEqualTo(CliRun.of(args).err());
  }

  @Test
  void noWarningIsLostBesideAnError() {
    String[] args = {"check", "zkvms/miden.toml", "none.toml"};
    CliRun run =
        CliRun.in(new Terminal(true, true, 200, true, false), "", Plugins.installed(), args);
    assertThat(run.err()).contains("num_constraints is not published", "none.toml: error: ");
  }

  /** A program that reads the output knows no other digits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph --format dot " + PICO,
        "graph --format svg " + PICO,
        "check --min-bits 100 " + PICO,
        "milestones " + PICO
      })
  void digitsAreThoseOfAscii(String command) {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
    try {
      CliRun run = CliRun.of(command.split(" "));
      assertThat(run.out().codePoints().filter(Character::isDigit)).isNotEmpty();
      assertThat(run.out().codePoints().filter(Character::isDigit)).allMatch(digit -> digit <= '9');
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpBeforeACommandIsThatOfTheCommand(String option) {
    assertThat(CliRun.of(option, "estimate")).isEqualTo(CliRun.of("estimate", "--help"));
  }

  @Test
  void everyOptionHasADefaultAndAnExample() {
    Commands.all()
        .forEach(
            (name, command) -> {
              for (OptionSpec option : Commands.spec(name, command).options()) {
                assertThat(String.join(" ", option.description()))
                    .as(option.longestName())
                    .contains("Default: ", "Example: ");
              }
            });
  }

  @Test
  void versionNamesTheJava() {
    CliRun run = CliRun.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches("soundcalc \\S+\nJava " + Runtime.version().feature() + "[^\n]*\nbuild \\S+\n");
  }

  @ParameterizedTest
  @CsvSource({
    "estimat, unknown command estimat; did you mean estimate?",
    "--nonsense, unknown option --nonsense",
    "ch\u0435ck, unknown command ch\u0435ck; did you mean check?",
    "Explain, unknown command Explain; did you mean explain?",
    "--versoin, unknown option --versoin; did you mean --version?",
  })
  void unknownArgumentIsBadUsage(String argument, String message) {
    CliRun run = CliRun.of(argument);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("soundcalc: " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "--formt=json, unknown option --formt; did you mean --format?",
    "--format=xml, 'expected one of table, json, csv, markdown, got xml'",
    "--color=green, 'expected one of auto, always, never, got green'",
    "--regimes=nonsense, unknown regime \"nonsense\"",
    "--regimes=, the list is empty",
  })
  void badOptionIsBadUsage(String option, String message) {
    CliRun run = CliRun.of("estimate", option, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
  void defectIsOneLine(Class<? extends Throwable> kind) {
    CliRun run = CliRun.in(CliRun.PIPES, "", failing(kind), "estimate", PICO);
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("please report it").doesNotContain("Exception", "Error");
  }

  @Test
  void debugShowsTheStackOfADefect() {
    CliRun run =
        CliRun.in(CliRun.PIPES, "", failing(StackOverflowError.class), "estimate", "--debug", PICO);
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("please report it", "StackOverflowError", "\tat org.soundcalc");
  }

  @Test
  void closedPipeIsQuiet() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(failingWith("Broken pipe"), err, "estimate", PICO);
    assertThat(code).isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void fullDiskIsNot() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(failingWith("No space left on device"), err, "estimate", "--format=json", PICO);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("soundcalc: cannot write the result: No space left on device\n");
  }

  @Test
  void exitCodeSurvivesUnreadDiagnostics() {
    OutputStream err = failingWith("No space left on device");
    assertThat(run(new ByteArrayOutputStream(), err, "estimate", "no-such-file")).isEqualTo(2);
  }

  private static int run(OutputStream out, OutputStream err, String... args) {
    return CliRun.run(out, err, CliRun.PIPES, "", Plugins.installed(), args);
  }

  private static OutputStream failingWith(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private static Plugins failing(Class<? extends Throwable> kind) {
    return new Plugins() {
      @Override
      public List<Regime> regimes() {
        return List.of(StubRegime.UNIQUE, StubRegime.LIST);
      }

      @Override
      public List<Family> families() {
        if (kind == StackOverflowError.class) {
          throw new StackOverflowError("too deep");
        }
        if (kind == OutOfMemoryError.class) {
          throw new OutOfMemoryError("too much");
        }
        throw new IllegalStateException("never");
      }
    };
  }
}
