package org.soundcalc.cli;

import java.util.Map;
import java.util.Properties;

/**
 * What the program's streams lead to.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param width columns of a line
 * @param noColour whether the user asked programs for no colour
 * @param runner whether they lead to the log of a CI runner that takes commands from it
 */
record Terminal(boolean out, boolean err, int width, boolean noColour, boolean runner) {
  private static final int USUAL_WIDTH = 80;

  /** Narrower ones are not worth the broken words. */
  private static final int LEAST_WIDTH = 40;

  private static final int MOST_DIGITS = 5;

  /**
   * What the launcher found out (system properties {@code soundcalc.*}), and what the user wishes
   * (COLUMNS where there is no terminal, NO_COLOR, TERM=dumb); and what runners set:
   * GITHUB_ACTIONS, TF_BUILD (Azure Pipelines), TEAMCITY_VERSION.
   */
  static Terminal of(Properties launcher, Map<String, String> environment) {
    String columns = launcher.getProperty("soundcalc.columns", environment.get("COLUMNS"));
    return new Terminal(
        Boolean.parseBoolean(launcher.getProperty("soundcalc.terminal")),
        Boolean.parseBoolean(launcher.getProperty("soundcalc.stderr.terminal")),
        columns == null ? USUAL_WIDTH : width(columns),
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb"),
        Boolean.parseBoolean(environment.get("GITHUB_ACTIONS"))
            || Boolean.parseBoolean(environment.get("TF_BUILD"))
            || !environment.getOrDefault("TEAMCITY_VERSION", "").isEmpty());
  }

  private static int width(String columns) {
    boolean isNumber = !columns.isEmpty() && columns.length() <= MOST_DIGITS;
    for (int i = 0; i < columns.length(); i++) {
      isNumber &= columns.charAt(i) >= '0' && columns.charAt(i) <= '9';
    }
    int width = isNumber ? Integer.parseInt(columns) : 0;
    return width == 0 ? USUAL_WIDTH : Math.max(width, LEAST_WIDTH);
  }
}
