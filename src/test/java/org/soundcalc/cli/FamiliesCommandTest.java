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
import org.soundcalc.testing.StubFamily;

class FamiliesCommandTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Plugins STUBS = CliRun.plugins(StubFamily.BOTH, List.of());

  @ParameterizedTest
  @CsvSource({
    "families, families-80.txt",
    "families one TWO, families-keys-80.txt",
    "families --format markdown, families.md",
    "families --format=schema, families.schema.json",
    "fields, fields-80.txt",
  })
  void printsWhatItIsAskedFor(String command, String file) throws IOException {
    CliRun run = run(command);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "schema"})
  void everyFormatCanBeOfOne(String format) {
    CliRun run = run("families ONE --format " + format);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("ONE").doesNotContain("TWO");
  }

  @Test
  void coloursAndWidthsAreThoseOfTheTerminal() {
    Terminal narrow = new Terminal(true, true, 50, false, false);
    CliRun run = CliRun.in(narrow, "", STUBS, "families", "ONE");
    assertThat(run.out()).contains("\u001b[1m");
    assertThat(run.out().replaceAll("\u001b\\[[0-9;]*m", "").lines())
        .allMatch(line -> line.length() <= 50);
    CliRun never = CliRun.in(narrow, "", STUBS, "families", "ONE", "--color=never");
    assertThat(never.out()).doesNotContain("\u001b");
    assertThat(CliRun.in(narrow, "", STUBS, "fields").out()).contains("\u001b[1m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "families TOW | TOW: no such proof system; did you mean TWO?",
        "families nothing | nothing: no such proof system; there are ONE, TWO",
        "families --format json | expected one of text, markdown, schema, got json",
        "fields M31 | unexpected argument M31",
      })
  void badUsageSaysWhatIsMeant(String command, String message) {
    CliRun run = run(command);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void theOnlyFamilyIsNamedAsSuch() {
    Plugins one = CliRun.plugins(STUBS.families().subList(0, 1), List.of());
    assertThat(CliRun.in(CliRun.PIPES, "", one, "families", "nothing").err())
        .isEqualTo("soundcalc: nothing: no such proof system; the only proof system is ONE\n");
  }

  private static CliRun run(String command) {
    return CliRun.in(CliRun.PIPES, "", STUBS, command.split(" ", -1));
  }
}
