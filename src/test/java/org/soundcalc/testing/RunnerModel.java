package org.soundcalc.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a log as the runner of GitHub Actions does (ActionCommand of actions/runner): a command is
 * {@code ::name key=value,key=value::data} at the start of a line, after blanks, or {@code ##[name
 * key=value;key=value]data} anywhere in it; and as those of Azure Pipelines and TeamCity do, to
 * which {@code ##vso[} and {@code ##teamcity[} are the same as {@code ##[}. Stricter than it: a
 * line may hold both, and ends at every character that any reader of logs takes for a line's end.
 */
public final class RunnerModel {
  /**
   * A command.
   *
   * @param name such as {@code error}
   * @param properties unescaped
   * @param data unescaped
   */
  public record Command(String name, Map<String, String> properties, String data) {}

  private static final Pattern BRACKETS = Pattern.compile("##\\w*\\[([^\\]]*)\\](.*)");

  private RunnerModel() {}

  /** Every command in a log. */
  public static List<Command> commands(String log) {
    List<Command> commands = new ArrayList<>();
    for (String line : log.split("\r\n|[\n\r\u000B\f\u0085\u2028\u2029]", -1)) {
      String start = line.replaceFirst("^[\\p{Z}\\s\\x00-\\x20]+", "");
      int end = start.startsWith("::") ? start.indexOf("::", 2) : -1;
      if (end >= 0) {
        commands.add(command(start.substring(2, end), ",", start.substring(end + 2)));
      }
      Matcher old = BRACKETS.matcher(line);
      if (old.find()) {
        commands.add(command(old.group(1), ";", old.group(2)));
      }
    }
    return commands;
  }

  private static Command command(String head, String separator, String data) {
    String[] parts = head.strip().split(" ", 2);
    Map<String, String> properties = new LinkedHashMap<>();
    if (parts.length > 1) {
      for (String property : parts[1].strip().split(separator, -1)) {
        String[] pair = property.split("=", 2);
        if (pair.length > 1) {
          String value = pair[1].replace("%3A", ":").replace("%2C", ",");
          properties.put(pair[0], unescaped(value));
        }
      }
    }
    return new Command(parts[0], properties, unescaped(data));
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
