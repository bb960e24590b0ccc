package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.Status;
import org.soundcalc.testing.StubFamily;
import org.soundcalc.testing.StubRegime;

class RegimesCommandTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Plugins STUBS =
      CliRun.plugins(
          StubFamily.BOTH,
          List.of(
              StubRegime.UNIQUE, StubRegime.BEYOND, new StubRegime("guess", Status.HEURISTIC, 6)));

  @ParameterizedTest
  @CsvSource({
    "regimes, regimes-80.txt",
    "regimes --format=table, regimes-80.txt",
    "regimes --format markdown, regimes.md",
  })
  void printsWhatItIsAskedFor(String command, String file) throws IOException {
    CliRun run = CliRun.in(CliRun.PIPES, "", STUBS, command.split(" ", -1));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(file)));
  }

  @Test
  void everyInstalledRegimeIsListedWithItsStatus() {
    String text = CliRun.of("regimes").out();
    for (var regime : Plugins.installed().regimes()) {
      assertThat(text).containsPattern("(?m)^" + regime.name() + " +" + regime.status().word());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "markdown"})
  void statusesHaveSourcesAndYears(String format) {
    assertThat(CliRun.of("regimes", "--format", format).out())
        .contains("refuted", "heuristic", "DG25", "CS25", "2025", "eprint.iacr.org/2025/2046");
  }

  @Test
  void coloursAndWidthsAreThoseOfTheTerminal() {
    Terminal narrow = new Terminal(true, true, 50, false, false);
    CliRun run = CliRun.in(narrow, "", STUBS, "regimes");
    assertThat(run.out()).contains("\u001b[35mrefuted");
    assertThat(run.out().replaceAll("\u001b\\[[0-9;]*m", "").lines())
        .allMatch(line -> line.length() <= 50);
    assertThat(CliRun.in(narrow, "", STUBS, "regimes", "--color=never").out())
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regimes --format csv | expected one of table, json, markdown, got csv",
        "regimes udr | unexpected argument udr",
      })
  void badUsageSaysWhatIsMeant(String command, String message) {
    CliRun run = CliRun.in(CliRun.PIPES, "", STUBS, command.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
