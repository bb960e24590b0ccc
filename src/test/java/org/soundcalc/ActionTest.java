package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Action;
import org.soundcalc.testing.ShellRun;
import tools.jackson.databind.JsonNode;

/** What the GitHub Action makes of its inputs, with a launcher that only shows its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class ActionTest {
  /** Inputs that do not become an option. */
  private static final Set<String> OTHERS =
      Set.of("files", "args", "sarif-file", "java-version", "version", "sha256");

  @TempDir private Path folder;
  private Path workspace;
  private Action action;

  @BeforeEach
  void prepare() throws IOException {
    action = Action.read();
    workspace = Files.createDirectory(folder.resolve("workspace"));
    launcherEndsWith(0);
  }

  private void launcherEndsWith(int code) throws IOException {
    Path launcher = folder.resolve("soundcalc");
    Files.writeString(launcher, "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit " + code + "\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void everyInputReachesTheShellThroughTheEnvironmentAlone() {
    Set<String> passed = new TreeSet<>(Set.of("java-version"));
    for (JsonNode step : List.of(action.releaseStep(), action.shellStep())) {
      String script = step.get("run").asString();
      for (Map.Entry<String, JsonNode> variable : step.get("env").properties()) {
        String expression = variable.getValue().asString();
        if (Action.isInput(expression)) {
          passed.add(Action.inputOf(expression));
          assertThat(script).contains("$" + variable.getKey());
        } else {
          assertThat(expression).matches("\\$\\{\\{ (github|steps)\\.[^$]*}}");
        }
      }
      assertThat(script).doesNotContain("${{");
      assertThat(step.get("shell").asString()).isEqualTo("bash");
    }
    assertThat(passed).isEqualTo(action.inputs());
  }

  @Test
  void javaIsSetUpFirst() {
    JsonNode java = action.description().at("/runs/steps/0");
    assertThat(java.get("uses").asString()).startsWith("actions/setup-java@");
    assertThat(Action.inputOf(java.at("/with/java-version").asString())).isEqualTo("java-version");
    assertThat(action.description().at("/inputs/java-version/default").asString()).isEqualTo("17");
    assertThat(action.description().at("/runs/using").asString()).isEqualTo("composite");
  }

  @Test
  void inputsThatAreLeftOutAreNoOptions() throws Exception {
    assertThat(run(Map.of("files", "zkvms")).output())
        .isEqualTo("<check><--format><github><--><zkvms>");
  }

  @Test
  void everyOtherInputIsTheOptionOfItsName() throws Exception {
    Set<String> options = new TreeSet<>(action.inputs());
    options.removeAll(OTHERS);
    assertThat(options).hasSize(6).contains("bounds");
    for (String option : options) {
      assertThat(run(Map.of("files", "zkvms", option, "600 KiB")).output())
          .isEqualTo("<check><--format><github><--" + option + "=600 KiB><--><zkvms>");
    }
  }

  @Test
  void filesAreSeparatedByBlanksAndLineEndsAndPatternsAreExpanded() throws Exception {
    Files.writeString(workspace.resolve("a.toml"), "");
    Files.writeString(workspace.resolve("b.toml"), "");
    assertThat(run(Map.of("files", "one.toml two\n*.toml\n-x\n")).output())
        .endsWith("<--><one.toml><two><a.toml><b.toml><-x>");
  }

  @Test
  void argumentsAreSeparatedAndNotExpanded() throws Exception {
    Files.writeString(workspace.resolve("a.toml"), "");
    assertThat(run(Map.of("files", "f", "args", "--allow-conjectured --x *")).output())
        .isEqualTo("<check><--format><github><--allow-conjectured><--x><*><--><f>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$(touch ran)", "`touch ran`", "\"; touch ran; \"", "'; touch ran; '", "x\ny"})
  void nothingInAnInputIsRun(String text) throws Exception {
    Map<String, String> inputs = new HashMap<>();
    action.inputs().forEach(input -> inputs.put(input, text));
    inputs.put("sarif-file", "out.sarif");
    ShellRun run = run(inputs);
    assertThat(run.code()).isZero();
    assertThat(run.output()).contains("<--milestone=" + text + ">");
    assertThat(workspace.resolve("ran")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, ''", "2, ''", "70, ''", "0, x.sarif", "1, x.sarif", "2, x.sarif"})
  void theStepEndsAsSoundcalcDoes(int code, String sarif) throws Exception {
    launcherEndsWith(code);
    assertThat(run(Map.of("files", "f", "sarif-file", sarif)).code()).isEqualTo(code);
  }

  @Test
  void sarifIsWrittenBesideTheAnnotations() throws Exception {
    launcherEndsWith(1);
    ShellRun run = run(Map.of("files", "f", "min-bits", "100", "sarif-file", "x.sarif"));
    assertThat(run.output()).isEqualTo("<check><--format><github><--min-bits=100><--><f>");
    assertThat(Files.readString(workspace.resolve("x.sarif")))
        .isEqualTo("<check><--format><sarif><--min-bits=100><--><f>");
  }

  /** The figures follow the regimes asked for; only `check` knows the other options. */
  @ParameterizedTest
  @CsvSource({"0, passed", "1, failed", "2, exit code 2"})
  void theJobHasASummary(int code, String verdict) throws Exception {
    launcherEndsWith(code);
    Path summary = workspace.resolve("summary.md");
    Map<String, String> inputs = Map.of("files", "f", "regimes", "jbr", "min-bits", "100");
    ShellRun run =
        action.run(
            folder.resolve("soundcalc"),
            workspace,
            inputs,
            Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.output()).startsWith("<check><--format><github>").doesNotContain("estimate");
    assertThat(Files.readString(summary))
        .startsWith("### soundcalc check: " + verdict + "\n\n")
        .endsWith("<estimate><--format><markdown><--regimes=jbr><--><f>");
  }

  private ShellRun run(Map<String, String> inputs) throws Exception {
    Map<String, String> noSummary = Map.of("GITHUB_STEP_SUMMARY", "");
    return action.run(folder.resolve("soundcalc"), workspace, inputs, noSummary);
  }

  /** GitHub shows these on the Action's page. */
  @Test
  void everyInputIsDescribed() {
    for (String input : action.inputs()) {
      JsonNode described = action.description().at("/inputs/" + input);
      assertThat(described.get("description").asString()).endsWith(".");
      assertThat(described.has("default") || described.path("required").asBoolean(false)).isTrue();
    }
  }
}
