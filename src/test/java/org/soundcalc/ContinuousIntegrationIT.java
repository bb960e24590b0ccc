package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.testing.Action;
import org.soundcalc.testing.ShellRun;
import org.soundcalc.testing.Yaml;
import tools.jackson.databind.JsonNode;

/**
 * What docs/ci.md shows works in the repository of a team: with a good zkVM it passes, with a weak
 * one it fails, and nothing else. Where it fetches soundcalc, git is led to a repository on this
 * machine, whose launcher starts the one just built.
 */
@Tag("thorough")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class ContinuousIntegrationIT {
  /** Its commands are for the repository of a team, and not for this one. */
  static final Path PAGE = Path.of("docs", "ci.md");

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path HOOKS = Path.of(".pre-commit-hooks.yaml");
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)\n```");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)\n```");
  private static final String REPOSITORY = "https://github.com/OWNER/soundcalc";
  private static final String ACTION = "OWNER/soundcalc@REF";
  private static final String GOOD = "zisk.toml";
  private static final String WEAK = "pico.toml";

  @TempDir private Path folder;
  private Path team;
  private Map<String, String> environment;

  @BeforeEach
  void prepare() throws Exception {
    team = Files.createDirectory(folder.resolve("team"));
    Files.createDirectory(team.resolve("zkvms"));
    environment =
        Map.of(
            "GIT_CONFIG_COUNT",
            "1",
            "GIT_CONFIG_KEY_0",
            "url." + publish() + ".insteadOf",
            "GIT_CONFIG_VALUE_0",
            REPOSITORY + ".git",
            "PATH",
            javaFirst());
  }

  /** A repository with the tag REF. */
  private Path publish() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Path launcher = repository.resolve("soundcalc");
    Files.writeString(launcher, "#!/bin/sh\nexec '" + ROOT.resolve("soundcalc") + "' \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    String git =
        """
        git init --quiet .
        git add soundcalc
        git -c user.name=soundcalc -c user.email=soundcalc@localhost commit --quiet -m launcher
        git tag REF
        """;
    ShellRun run = ShellRun.of(repository, Map.of(), List.of("sh", "-e", "-c", git));
    assertThat(run.code()).as(run.output()).isZero();
    return repository;
  }

  private static String javaFirst() {
    Path java = Path.of(System.getProperty("java.home"), "bin");
    return java + File.pathSeparator + System.getenv("PATH");
  }

  private void has(String file) throws IOException {
    Files.copy(ROOT.resolve("zkvms").resolve(file), team.resolve("zkvms").resolve(file));
  }

  static Stream<String> shells() throws IOException {
    return blocks(SHELL);
  }

  static Stream<JsonNode> workflows() throws IOException {
    return yaml("jobs");
  }

  private static Stream<JsonNode> yaml(String key) throws IOException {
    return blocks(YAML).map(Yaml::read).filter(document -> document.has(key));
  }

  private static Stream<String> blocks(Pattern pattern) throws IOException {
    List<String> blocks = new ArrayList<>();
    pattern.matcher(Files.readString(PAGE)).results().forEach(match -> blocks.add(match.group(1)));
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void shellSnippetsPass(String commands) throws Exception {
    has(GOOD);
    assertCode(0, shell(commands));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void shellSnippetsFail(String commands) throws Exception {
    has(WEAK);
    assertCode(commands.contains("soundcalc check ") ? 1 : 0, shell(commands));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void workflowsPass(JsonNode workflow) throws Exception {
    has(GOOD);
    assertCode(0, act(workflow));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void workflowsFail(JsonNode workflow) throws Exception {
    has(WEAK);
    ShellRun run = act(workflow);
    assertCode(1, run);
    assertThat(run.output()).contains("::error file=zkvms/pico.toml,line=");
  }

  /** What uploads a file uploads the one that is written. */
  @Test
  void sarifIsThereToUpload() throws Exception {
    has(WEAK);
    JsonNode workflow =
        workflows().filter(w -> w.toString().contains("upload-sarif")).findFirst().orElseThrow();
    act(workflow);
    JsonNode upload = workflow.at("/jobs/soundcalc/steps/2");
    assertThat(upload.get("uses").asString()).startsWith("github/codeql-action/upload-sarif@v");
    Path sarif = team.resolve(upload.at("/with/sarif_file").asString());
    assertThat(Files.readString(sarif)).contains("\"version\": \"2.1.0\"", "pico.toml");
  }

  @Test
  void gitLabJobHasItsReport() throws Exception {
    JsonNode job = yaml("soundcalc").findFirst().orElseThrow().get("soundcalc");
    List<String> lines = job.get("script").valueStream().map(JsonNode::asString).toList();
    has(GOOD);
    assertCode(0, shell(String.join("\n", lines)));
    has(WEAK);
    // the clone is there already
    ShellRun run = shell(String.join("\n", lines.subList(2, lines.size())));
    assertCode(1, run);
    assertThat(run.output()).contains("FAIL").doesNotContain("<testsuite");
    Path report = team.resolve(job.at("/artifacts/reports/junit").asString());
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase")
                .getLength())
        .isPositive();
  }

  @Test
  void hooksPassAndFail() throws Exception {
    has(GOOD);
    has(WEAK);
    JsonNode repository = yaml("repos").findFirst().orElseThrow().at("/repos/0");
    assertThat(repository.get("repo").asString()).isEqualTo(REPOSITORY);
    Map<String, JsonNode> offered = new HashMap<>();
    Yaml.read(Files.readString(HOOKS))
        .forEach(hook -> offered.put(hook.get("id").asString(), hook));
    assertThat(repository.get("hooks")).hasSameSizeAs(offered.keySet());
    for (JsonNode hook : repository.get("hooks")) {
      Pattern files = Pattern.compile(hook.get("files").asString());
      assertThat(files.matcher("zkvms/" + GOOD).find()).isTrue();
      assertThat(files.matcher("Cargo.toml").find()).isFalse();
      JsonNode offer = offered.get(hook.get("id").asString());
      assertThat(offer.get("language").asString()).isEqualTo("script");
      assertCode(0, commit(offer, hook, GOOD));
      boolean checks = hook.get("id").asString().endsWith("check");
      assertCode(checks ? 1 : 0, commit(offer, hook, WEAK));
    }
  }

  /** As pre-commit does: the entry is a path below the hook's repository, and its arguments. */
  private ShellRun commit(JsonNode offer, JsonNode hook, String file) throws Exception {
    List<String> command = new ArrayList<>(List.of(offer.get("entry").asString().split(" ", -1)));
    command.set(0, ROOT.resolve(command.get(0)).toString());
    hook.path("args").forEach(argument -> command.add(argument.asString()));
    command.add("zkvms/" + file);
    return ShellRun.of(team, environment, command);
  }

  private ShellRun act(JsonNode workflow) throws Exception {
    for (JsonNode step : workflow.at("/jobs/soundcalc/steps")) {
      if (step.get("uses").asString().equals(ACTION)) {
        Map<String, String> inputs = new HashMap<>();
        step.get("with").properties().forEach(i -> inputs.put(i.getKey(), i.getValue().asString()));
        return Action.read().run(ROOT, team, inputs);
      }
    }
    throw new AssertionError("no step uses " + ACTION);
  }

  private ShellRun shell(String commands) throws Exception {
    return ShellRun.of(team, environment, List.of("sh", "-e", "-c", commands));
  }

  private static void assertCode(int code, ShellRun run) {
    assertThat(run.code()).as(run.output()).isEqualTo(code);
  }
}
