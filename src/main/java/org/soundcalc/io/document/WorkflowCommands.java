package org.soundcalc.io.document;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands to the runner of GitHub Actions, and texts in which no runner finds one: GitHub's takes
 * {@code ::name key=value::data} at the start of a line for one, and {@code ##[name]data} anywhere;
 * others have a word before the bracket, as in {@code ##vso[name]data}.
 */
public final class WorkflowCommands {
  private static final String BRACKET = "(?<=#)#(?=\\w*\\[)";
  private static final Pattern MARKERS = Pattern.compile("(?<=:):|" + BRACKET);
  private static final Pattern BRACKETS = Pattern.compile(BRACKET);

  private WorkflowCommands() {}

  /**
   * {@return the text, of any number of lines, with U+FFFD in the middle of what the runner might
   * take for a command; as long as it was}
   *
   * @param text names, lines of files and options of strangers
   */
  public static String neutral(String text) {
    return MARKERS.matcher(text).replaceAll(String.valueOf(Visible.REPLACEMENT));
  }

  /**
   * {@return a document that programs parse, with U+FFFD in the middle of {@code ##[} and its like
   * where its format could not write them in another way; no line of it starts with {@code ::}}
   *
   * @param document CSV, for the most part: other formats have escapes
   */
  public static String neutralDocument(String document) {
    return BRACKETS.matcher(document).replaceAll(String.valueOf(Visible.REPLACEMENT));
  }

  /**
   * {@return a text with what a runner might take for a command written as its format has it}
   *
   * @param text of any number of lines
   * @param colon stands for a colon
   * @param number stands for a number sign
   */
  static String escaped(String text, String colon, String number) {
    return text.indexOf("::") < 0 && text.indexOf("##") < 0
        ? text
        : MARKERS.matcher(text).replaceAll(m -> m.group().equals(":") ? colon : number);
  }

  /**
   * {@return a command on a line of its own}
   *
   * @param name such as {@code error}
   * @param properties in their order, with what they are
   * @param data what it says
   */
  public static String command(String name, Map<String, ?> properties, String data) {
    String all =
        properties.entrySet().stream()
            .map(each -> each.getKey() + "=" + property(each.getValue().toString()))
            .collect(Collectors.joining(",", " ", ""));
    return "::" + name + all.stripTrailing() + "::" + escape(neutral(data)) + "\n";
  }

  /** Colons and commas end a property. */
  private static String property(String text) {
    String escaped = escape(text).replace(":", "%3A").replace(",", "%2C");
    return neutral(escaped);
  }

  private static String escape(String text) {
    return Visible.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }
}
