package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.testing.Shown;

/** What README.md, CONTRIBUTING.md and docs/ show is what the program does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class DocumentationIT {
  private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)\n```");
  private static final Pattern TOML = Pattern.compile("(?s)```toml\n(.*?)\n```");

  /** The jar that docs/adding-a-proof-system.md builds. */
  private static final String PLUGIN = "target/toyfri.jar";

  private static final String PROMPT = "$ ";
  private static final String REST = "...";

  @TempDir private Path folder;

  static Stream<Shown> consoles() throws IOException {
    return Shown.of(CONSOLE);
  }

  static Stream<Shown> configurations() throws IOException {
    return Shown.of(TOML).filter(passage -> passage.text().contains("[zkevm]"));
  }

  /** The jars of plug-ins are built as their pages say, for what the pages run with them. */
  @BeforeAll
  static void build() throws Exception {
    for (Shown block : Shown.shellBlocks().filter(Shown::buildsPlugin).toList()) {
      Shown.Outcome outcome = Shown.run("set -e\n" + block.text());
      assertThat(outcome.code()).as(outcome.output()).isZero();
    }
  }

  /** The first jshell of a user tells of a folder that it makes: here it is made before. */
  @BeforeAll
  static void makePreferences() {
    assertThat(Preferences.userRoot()).isNotNull();
  }

  /** A block of a command and its output, of which a last line "..." leaves out the rest. */
  @ParameterizedTest
  @MethodSource("consoles")
  void outputsShownAreReal(Shown console) throws Exception {
    List<String> lines = console.text().lines().toList();
    assertThat(lines.get(0)).startsWith(PROMPT);
    List<String> shown = lines.subList(1, lines.size());
    String command = lines.get(0).substring(PROMPT.length());
    List<String> actual = Shown.run(command).output().stripTrailing().lines().toList();
    if (shown.get(shown.size() - 1).equals(REST)) {
      List<String> beginning = shown.subList(0, shown.size() - 1);
      assertThat(actual)
          .hasSizeGreaterThan(beginning.size())
          .startsWith(beginning.toArray(String[]::new));
    } else {
      assertThat(actual).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurationsShownAreGood(Shown configuration) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.toml"), configuration.text());
    Shown.Outcome outcome =
        Shown.run("SOUNDCALC_CLASSPATH=" + PLUGIN + " ./soundcalc estimate " + file);
    assertThat(outcome.code()).as(outcome.output()).isZero();
    assertThat(outcome.output()).doesNotContain("warning");
  }

  /**
   * What a test cannot run, because it would run itself, CI runs, with the long tests beside, or
   * the build file knows.
   */
  @Test
  void mavenCommandsShownExist() throws IOException {
    String ci = Files.readString(Path.of(".ci/run"));
    String build = Files.readString(Path.of("pom.xml"));
    List<String> commands =
        Shown.shellBlocks().filter(Shown::startsMaven).map(Shown::text).toList();
    assertThat(commands).contains("mvn -B verify");
    assertThat(commands)
        .allMatch(
            command ->
                ci.contains(command)
                    || ci.contains(command.replace(" verify", " -Pthorough verify"))
                    || build.contains(command));
  }
}
