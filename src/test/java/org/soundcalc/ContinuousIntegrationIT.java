package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
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
import org.soundcalc.testing.Release;
import org.soundcalc.testing.ShellRun;
import org.soundcalc.testing.Yaml;
import tools.jackson.databind.JsonNode;

/**
 * What docs/ci.md shows works in the repository of a team: with a good zkVM it passes, with a weak
 * one it fails, and nothing else. Where it fetches soundcalc, git and curl are led to a repository
 * and to a release on this machine, whose launchers start the one just built.
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
  private static final String COMMIT =
      "git -c user.name=soundcalc -c user.email=soundcalc@localhost"
          + " commit --quiet --allow-empty -m files";
  private static final Pattern RELEASE = Pattern.compile("soundcalc-(\\d+\\.\\d+\\.\\d+)\\.zip");
  private static final String LAUNCHER =
      "#!/bin/sh\nexec '" + ROOT.resolve("soundcalc") + "' \"$@\"\n";
  private static final String GOOD = "zisk.toml";
  private static final String WEAK = "pico.toml";

  @TempDir private Path folder;
  private Path team;
  private Path programs;
  private Release release;
  private Map<String, String> environment;

  @BeforeEach
  void prepare() throws Exception {
    team = Files.createDirectory(folder.resolve("team"));
    Files.createDirectory(team.resolve("zkvms"));
    programs = Files.createDirectory(folder.resolve("programs"));
    MatchResult version =
        RELEASE.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();
    release = Release.write(folder.resolve("server"), version.group(1), LAUNCHER);
    release.addRuntime(LAUNCHER);
    program("soundcalc", LAUNCHER);
    program(
        "curl",
        """
        #!/bin/bash
        exec "$(PATH=${PATH#*:} command -v curl)" "${@/https:\\/\\/github.com\\//%s}"
        """
            .formatted(release.server().toUri()));
    program("gh", "#!/bin/sh\necho \"gh $*\"\nwhile [ $# -gt 1 ]; do shift; done\ncat \"$1\"\n");
    environment =
        Map.of(
            "GIT_CONFIG_COUNT",
            "1",
            "GIT_CONFIG_KEY_0",
            "url." + publish() + ".insteadOf",
            "GIT_CONFIG_VALUE_0",
            REPOSITORY + ".git",
            "GITHUB_STEP_SUMMARY",
            folder.resolve("summary.md").toString(),
            "RUNNER_TEMP",
            folder.toString(),
            "PATH",
            programs + File.pathSeparator + javaFirst());
  }

  private void program(String name, String script) throws IOException {
    Path program = Files.writeString(programs.resolve(name), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** A repository with the tag REF. */
  private Path publish() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Files.copy(
        programs.resolve("soundcalc"),
        repository.resolve("soundcalc"),
        StandardCopyOption.COPY_ATTRIBUTES);
    git(repository, "git init --quiet .", "git add soundcalc", COMMIT, "git tag REF");
    return repository;
  }

  private static void git(Path repository, String... commands) throws Exception {
    List<String> all = List.of("sh", "-e", "-c", String.join("\n", commands));
    ShellRun run = ShellRun.of(repository, Map.of(), all);
    assertThat(run.code()).as(run.output()).isZero();
  }

  private static String javaFirst() {
    Path java = Path.of(System.getProperty("java.home"), "bin");
    return java + File.pathSeparator + System.getenv("PATH");
  }

  private void has(String file) throws IOException {
    Files.copy(ROOT.resolve("zkvms").resolve(file), team.resolve("zkvms").resolve(file));
  }

  /** The team's files as they are, on the branch that a pull request goes to. */
  private void published() throws Exception {
    String branch = "git update-ref refs/remotes/origin/main HEAD";
    git(team, "git init --quiet .", "git add zkvms", COMMIT, branch, COMMIT);
  }

  static Stream<String> shells() throws IOException {
    return blocks(SHELL);
  }

  static Stream<JsonNode> workflows() throws IOException {
    return yaml("jobs").filter(workflow -> workflow.at("/jobs").has("soundcalc"));
  }

  static Stream<JsonNode> gitLabJobs() throws IOException {
    return yaml("soundcalc").map(document -> document.get("soundcalc"));
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
    published();
    assertCode(0, shell(commands));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void shellSnippetsFail(String commands) throws Exception {
    has(WEAK);
    published();
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
    assertThat(upload.get("uses").asString()).startsWith("github/codeql-action/upload-sarif@");
    Path sarif = team.resolve(upload.at("/with/sarif_file").asString());
    assertThat(Files.readString(sarif)).contains("\"version\": \"2.1.0\"", "pico.toml");
  }

  @Test
  void releaseThatIsShownIsDownloadedAndChecked() throws Exception {
    has(GOOD);
    JsonNode workflow =
        workflows().filter(w -> w.toString().contains("\"version\"")).findFirst().orElseThrow();
    assertCode(0, act(workflow));
    assertThat(Files.readString(folder.resolve("summary.md")))
        .startsWith("### soundcalc check: passed")
        .contains("ZisK");
    release.list("0".repeat(64));
    ShellRun run = act(workflow);
    assertCode(2, run);
    assertThat(run.output()).contains("it was not run");
  }

  /** Every job of the workflow with the comment and the site, but for what only GitHub can do. */
  @Test
  void pullRequestsGetTheirCommentAndTheBranchItsSite() throws Exception {
    has(WEAK);
    published();
    Files.writeString(
        team.resolve("zkvms").resolve(WEAK),
        Files.readString(ROOT.resolve("zkvms").resolve(WEAK))
            .replace("num_queries = 84", "num_queries = 85"));
    JsonNode jobs =
        yaml("jobs").filter(w -> w.at("/jobs").has("site")).findFirst().orElseThrow().get("jobs");
    ShellRun changes = steps(jobs.get("changes"));
    assertCode(0, changes);
    String comment = Files.readString(folder.resolve("comment.md"));
    assertThat(comment).contains("Pico: 53 → 54 bits");
    assertThat(changes.output())
        .contains("gh pr comment 7 --edit-last --create-if-none --body-file ", comment);
    assertThat(Files.readString(folder.resolve("summary.md"))).contains(comment);
    assertCode(0, steps(jobs.get("site")));
    assertThat(team.resolve(jobs.at("/site/steps/3/with/path").asString()).resolve("index.html"))
        .isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("gitLabJobs")
  void gitLabJobHasItsReport(JsonNode job) throws Exception {
    StringBuilder lines = new StringBuilder();
    job.get("variables")
        .properties()
        .forEach(v -> lines.append(v.getKey() + "=\"" + v.getValue().asString() + "\"\n"));
    job.get("script").forEach(line -> lines.append(line.asString()).append('\n'));
    has(GOOD);
    assertCode(0, shell(lines.toString()));
    has(WEAK);
    shell("rm -rf soundcalc");
    ShellRun run = shell(lines.toString());
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
        return act(step.get("with"), new HashMap<>());
      }
    }
    throw new AssertionError("no step uses " + ACTION);
  }

  /** The Action's two steps; its outputs are put into the map. */
  private ShellRun act(JsonNode with, Map<String, String> outputs) throws Exception {
    Map<String, String> inputs = new HashMap<>();
    with.properties().forEach(i -> inputs.put(i.getKey(), i.getValue().asString()));
    Files.deleteIfExists(folder.resolve("output"));
    String server = release.server().toUri().toString();
    ShellRun run = Action.read().prepare(ROOT, server, folder, inputs);
    if (run.code() != 0) {
      return run;
    }
    for (String line : Files.readAllLines(folder.resolve("output"))) {
      outputs.put(line.split("=", 2)[0], line.split("=", 2)[1]);
    }
    return Action.read().run(Path.of(outputs.get("launcher")), team, inputs, environment);
  }

  /** The steps of a job that run the Action or a script, until one fails. */
  private ShellRun steps(JsonNode job) throws Exception {
    Map<String, String> outputs = new HashMap<>();
    StringBuilder output = new StringBuilder();
    for (JsonNode step : job.get("steps")) {
      ShellRun run = new ShellRun(0, "");
      if (step.path("uses").asString("").equals(ACTION)) {
        run = act(step.get("with"), outputs);
      } else if (step.has("run")) {
        Map<String, String> variables = new HashMap<>(environment);
        for (Map.Entry<String, JsonNode> variable : step.get("env").properties()) {
          variables.put(variable.getKey(), value(variable.getValue().asString(), outputs));
        }
        run = ShellRun.of(team, variables, List.of("bash", "-e", "-c", step.get("run").asString()));
      }
      output.append(run.output());
      if (run.code() != 0) {
        return new ShellRun(run.code(), output.toString());
      }
    }
    return new ShellRun(0, output.toString());
  }

  private static String value(String expression, Map<String, String> outputs) {
    return switch (expression) {
      case "${{ steps.soundcalc.outputs.launcher }}" -> outputs.get("launcher");
      case "${{ github.event.pull_request.number }}" -> "7";
      case "${{ github.token }}" -> "token";
      default -> throw new AssertionError(expression);
    };
  }

  private ShellRun shell(String commands) throws Exception {
    return ShellRun.of(team, environment, List.of("sh", "-e", "-c", commands));
  }

  private static void assertCode(int code, ShellRun run) {
    assertThat(run.code()).as(run.output()).isEqualTo(code);
  }
}
