package org.soundcalc.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The GitHub Action of action.yml, as GitHub's runner understands it. */
public final class Action {
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z0-9-]+) \\}\\}");
  private static final List<String> BASH =
      List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c");

  private final JsonNode description;

  private Action(JsonNode description) {
    this.description = description;
  }

  /** Reads action.yml. */
  public static Action read() throws IOException {
    return new Action(Yaml.read(Files.readString(Path.of("action.yml"))));
  }

  /** All of action.yml. */
  public JsonNode description() {
    return description;
  }

  /** The names of its inputs. */
  public Set<String> inputs() {
    return new TreeSet<>(description.get("inputs").propertyNames());
  }

  /** The step that runs soundcalc. */
  public JsonNode shellStep() {
    return step("name", "soundcalc check");
  }

  /** The step that fetches a release, or names the sources to build. */
  public JsonNode releaseStep() {
    return step("id", "soundcalc");
  }

  private JsonNode step(String key, String value) {
    return description
        .at("/runs/steps")
        .valueStream()
        .filter(step -> step.path(key).asString("").equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** Whether an expression stands for an input, and for nothing else. */
  public static boolean isInput(String expression) {
    return INPUT.matcher(expression).matches();
  }

  /** The name of the input that an expression stands for. */
  public static String inputOf(String expression) {
    Matcher matcher = INPUT.matcher(expression);
    assertTrue(matcher.matches(), expression);
    return matcher.group(1);
  }

  /**
   * Runs the step that runs soundcalc.
   *
   * @param launcher that the step before has found
   * @param workspace of the job
   * @param inputs those that its user gives
   * @param files of the runner, by their variables
   */
  public ShellRun run(
      Path launcher, Path workspace, Map<String, String> inputs, Map<String, String> files)
      throws IOException, InterruptedException {
    Map<String, String> environment = environment(shellStep(), inputs);
    environment.putAll(files);
    environment.put("LAUNCHER", launcher.toAbsolutePath().toString());
    return bash(shellStep(), workspace, environment);
  }

  /**
   * Runs the step before it.
   *
   * @param folder of the action
   * @param server the address in front of OWNER/soundcalc/releases
   * @param temporary folder of the job, in which the file "output" comes to hold the step's outputs
   * @param inputs those that its user gives
   */
  public ShellRun prepare(Path folder, String server, Path temporary, Map<String, String> inputs)
      throws IOException, InterruptedException {
    Map<String, String> environment = environment(releaseStep(), inputs);
    environment.put("GITHUB_ACTION_PATH", folder.toAbsolutePath().toString());
    environment.put("GITHUB_OUTPUT", temporary.resolve("output").toString());
    environment.put("RUNNER_TEMP", temporary.toString());
    environment.put("SERVER", server);
    environment.put("REPOSITORY", "OWNER/soundcalc");
    return bash(releaseStep(), temporary, environment);
  }

  private Map<String, String> environment(JsonNode step, Map<String, String> inputs) {
    assertTrue(inputs().containsAll(inputs.keySet()), inputs.toString());
    Map<String, String> environment = new HashMap<>();
    for (Map.Entry<String, JsonNode> variable : step.get("env").properties()) {
      String expression = variable.getValue().asString();
      if (isInput(expression)) {
        String input = inputOf(expression);
        String byDefault = description.at("/inputs/" + input + "/default").asString("");
        environment.put(variable.getKey(), inputs.getOrDefault(input, byDefault));
      }
    }
    return environment;
  }

  private static ShellRun bash(JsonNode step, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(BASH);
    command.add(step.get("run").asString());
    return ShellRun.of(folder, environment, command);
  }
}
