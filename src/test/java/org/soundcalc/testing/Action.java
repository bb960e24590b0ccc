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
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) \\}\\}");
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
    return description.at("/runs/steps/1");
  }

  /** The name of the input that an expression stands for. */
  public static String inputOf(String expression) {
    Matcher matcher = INPUT.matcher(expression);
    assertTrue(matcher.matches(), expression);
    return matcher.group(1);
  }

  /**
   * Runs the shell step.
   *
   * @param folder of the action, with the launcher in it
   * @param workspace of the job
   * @param inputs those that its user gives
   */
  public ShellRun run(Path folder, Path workspace, Map<String, String> inputs)
      throws IOException, InterruptedException {
    assertTrue(inputs().containsAll(inputs.keySet()), inputs.toString());
    Map<String, String> environment = new HashMap<>();
    environment.put("GITHUB_ACTION_PATH", folder.toAbsolutePath().toString());
    for (Map.Entry<String, JsonNode> variable : shellStep().get("env").properties()) {
      String input = inputOf(variable.getValue().asString());
      String byDefault = description.at("/inputs/" + input + "/default").asString("");
      environment.put(variable.getKey(), inputs.getOrDefault(input, byDefault));
    }
    List<String> command = new ArrayList<>(BASH);
    command.add(shellStep().get("run").asString());
    return ShellRun.of(workspace, environment, command);
  }
}
