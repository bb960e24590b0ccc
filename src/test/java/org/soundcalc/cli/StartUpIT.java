package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.ShellRun;

/** What a start may not cost: nothing is measured, classes are counted. */
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "later archives hold other classes")
class StartUpIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  /** Stands in the line of each class that comes from the class-data archive. */
  private static final String SHARED = " source: shared objects file";

  /**
   * What Java makes itself where lambdas are linked, whatever they are: what hands out one that
   * captures nothing, and what links them from the 128th on.
   */
  private static final List<String> OF_LAMBDAS = List.of("LambdaForm$MH", "LambdaForm$DMH");

  @TempDir private Path folder;
  private List<String> loaded;

  @BeforeEach
  void estimatePico() throws Exception {
    String launcher =
        System.getProperty("soundcalc.launcher", ROOT.resolve("soundcalc").toString());
    Path log = folder.resolve("classes.txt");
    Map<String, String> environment =
        Map.of("SOUNDCALC_JAVA_OPTS", "-Xlog:class+load=info:file=" + log + ":none");
    ShellRun.of(ROOT, Map.of(), List.of(launcher, "--version")); // the archive is there after it
    ShellRun run = ShellRun.of(ROOT, environment, List.of(launcher, "estimate", "zkvms/pico.toml"));
    assertThat(run.code()).as(run.toString()).isZero();
    loaded = lines(log);
    assertThat(loaded).anyMatch(line -> line.startsWith("org.soundcalc.cli.Main "));
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.contains(" source: ")).toList();
  }

  /** A lambda form, a lambda of a kind that no archive holds, a class read from the jar. */
  @Test
  void noClassComesFromElsewhereThanTheArchive() {
    List<String> others = loaded.stream().filter(line -> !line.contains(SHARED)).toList();
    assertThat(others)
        .allMatch(line -> OF_LAMBDAS.stream().anyMatch(line::contains))
        .hasSizeLessThanOrEqualTo(OF_LAMBDAS.size());
  }

  /** Java would link each anew at every start. */
  @Test
  void noLambdaOfTheProgramIsLinked() {
    assertThat(loaded)
        .noneMatch(line -> line.startsWith("org.soundcalc.") && line.contains("$$Lambda"))
        .anyMatch(line -> line.startsWith("org.soundcalc.") && line.contains("$Lambda"));
  }

  /** Of proof systems that the file has no circuit of, no more than their names. */
  @Test
  void noKeysOfOtherProofSystemsAreMade() {
    assertThat(loaded)
        .noneMatch(line -> line.startsWith("org.soundcalc.protocols.whir.Whir "))
        .noneMatch(line -> line.startsWith("org.soundcalc.protocols.stir.Stir "));
  }

  /** Of a model of eleven commands, and of converters to dates, times and databases. */
  @Test
  void picocliMakesWhatOneCommandNeeds() {
    assertThat(loaded)
        .noneMatch(line -> line.startsWith("java.sql.") || line.startsWith("java.time.format."))
        .noneMatch(line -> line.startsWith("java.util.ResourceBundle "));
  }

  /** One line names the newer theorems; nothing of them is looked at. */
  @Test
  void nothingIsCountedThatWasNotAskedFor() {
    assertThat(loaded)
        .noneMatch(line -> line.startsWith("org.soundcalc.regimes.dkt."))
        .noneMatch(line -> line.matches("org\\.soundcalc\\.regimes\\.(Agreement|ExactCounts).*"))
        .noneMatch(line -> line.startsWith("org.soundcalc.regimes.CountedBound"));
  }

  /** Each format is there for whoever asks for it. */
  @Test
  void noOtherFormatIsLoaded() {
    assertThat(loaded)
        .noneMatch(
            line -> line.matches("org\\.soundcalc\\.io\\..*(Json|Csv|Markdown|Sarif|Svg).*"));
  }
}
