package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.testing.Shown;

/**
 * Every command that README.md, CONTRIBUTING.md and docs/ name without its output works. Apart from
 * {@link DocumentationIT}, so that the two run side by side: what commands write, these write.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class CommandsIT {
  private static final Pattern INLINE = Pattern.compile("`(\\./soundcalc [^`]*)`");
  private static final Pattern WRITTEN = Pattern.compile("(?:-o|>) (\\w+\\.(?:html|svg))(?= |$)");

  /** By its text: what several pages name is run once. */
  private static final Map<String, Shown.Outcome> OUTCOMES = new HashMap<>();

  static Stream<Shown> inlines() throws IOException {
    return Shown.of(INLINE).filter(command -> !command.text().contains("..."));
  }

  /** What docs/ci.md shows is for another repository, and is tried in one. */
  static Stream<Shown> blocks() throws IOException {
    return allBlocks().filter(block -> !block.measures());
  }

  static Stream<Shown> measurements() throws IOException {
    return allBlocks().filter(Shown::measures);
  }

  private static Stream<Shown> allBlocks() throws IOException {
    return Shown.shellBlocks()
        .filter(block -> !block.startsMaven() && !block.buildsPlugin())
        .filter(block -> !block.page().equals(ContinuousIntegrationIT.PAGE));
  }

  /** A chart that a command writes beside the sources does not stay there. */
  @AfterAll
  static void clean() throws IOException {
    for (Shown command : inlines().toList()) {
      List<MatchResult> files = WRITTEN.matcher(command.text()).results().toList();
      for (MatchResult file : files) {
        Files.deleteIfExists(Path.of(file.group(1)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("inlines")
  void commandsShownWork(Shown command) throws Exception {
    Shown.Outcome outcome = OUTCOMES.get(command.text());
    if (outcome == null) {
      outcome = Shown.run(command.text());
      OUTCOMES.put(command.text(), outcome);
    }
    assertThat(outcome.code()).as(outcome.output()).isZero();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void blocksShownWork(Shown block) throws Exception {
    works(block);
  }

  /** To measure is to run the same again and again. */
  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("measurements")
  void measurementsShownWork(Shown block) throws Exception {
    works(block);
  }

  private static void works(Shown block) throws Exception {
    Shown.Outcome outcome = Shown.run("set -e\n" + block.text());
    assertThat(outcome.code()).as(outcome.output()).isZero();
  }
}
