package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md, CONTRIBUTING.md and docs/ show is what the program does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class DocumentationIT {
  private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)\n```");
  private static final Pattern TOML = Pattern.compile("(?s)```toml\n(.*?)\n```");
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)\n```");
  private static final Pattern WRITTEN = Pattern.compile("(?:-o|>) (\\w+\\.(?:html|svg))(?= |$)");
  private static final Pattern INLINE = Pattern.compile("`(\\./soundcalc [^`]*)`");

  /** The jar that docs/adding-a-proof-system.md builds. */
  private static final String PLUGIN = "target/toyfri.jar";

  private static final String PROMPT = "$ ";
  private static final String REST = "...";

  @TempDir private Path folder;

  private record Example(Path page, String text) {
    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  private record Result(int code, String output) {}

  static Stream<Example> consoles() throws IOException {
    return examples(CONSOLE);
  }

  static Stream<Example> inlines() throws IOException {
    return examples(INLINE).filter(example -> !example.text().contains("..."));
  }

  static Stream<Example> configurations() throws IOException {
    return examples(TOML).filter(example -> example.text().contains("[zkevm]"));
  }

  /** What pages build, such as the jar of a plug-in, is there for what they run. */
  @BeforeAll
  static void build() throws Exception {
    for (Example example : examples(SHELL).filter(block -> !isMaven(block)).toList()) {
      if (example.page().equals(ContinuousIntegrationIT.PAGE)) {
        continue; // run there
      }
      Result result = run("set -e\n" + example.text());
      assertThat(result.code()).as(result.output()).isZero();
    }
  }

  /**
   * What commands that are shown write beside the sources, such as a chart, does not stay there.
   */
  @AfterAll
  static void clean() throws IOException {
    for (Example example : examples(INLINE).toList()) {
      for (MatchResult file : WRITTEN.matcher(example.text()).results().toList()) {
        Files.deleteIfExists(Path.of(file.group(1)));
      }
    }
  }

  private static boolean isMaven(Example block) {
    return block.text().startsWith("mvn");
  }

  /** A block of a command and its output, of which a last line "..." leaves out the rest. */
  @ParameterizedTest
  @MethodSource("consoles")
  void outputsShownAreReal(Example example) throws Exception {
    List<String> lines = example.text().lines().toList();
    assertThat(lines.get(0)).startsWith(PROMPT);
    List<String> shown = lines.subList(1, lines.size());
    List<String> actual =
        run(lines.get(0).substring(PROMPT.length())).output().stripTrailing().lines().toList();
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
  @MethodSource("inlines")
  void commandsShownWork(Example example) throws Exception {
    Result result = run(example.text());
    assertThat(result.code()).as(result.output()).isZero();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurationsShownAreGood(Example example) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.toml"), example.text());
    Result result = run("SOUNDCALC_CLASSPATH=" + PLUGIN + " ./soundcalc estimate " + file);
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).doesNotContain("warning");
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
        examples(SHELL).filter(DocumentationIT::isMaven).map(Example::text).toList();
    assertThat(commands).contains("mvn -B verify");
    assertThat(commands)
        .allMatch(
            command ->
                ci.contains(command)
                    || ci.contains(command.replace(" verify", " -Pthorough verify"))
                    || build.contains(command));
  }

  private static Stream<Example> examples(Pattern pattern) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (Path page : pages) {
      pattern
          .matcher(Files.readString(page))
          .results()
          .map((MatchResult match) -> new Example(page, match.group(1)))
          .forEach(examples::add);
    }
    return examples.stream();
  }

  private static Result run(String command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.environment().put("COLUMNS", "80");
    builder.environment().remove("NO_COLOR");
    String jdk = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", jdk, (path, bin) -> bin + File.pathSeparator + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output);
  }
}
