package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Severity;

/** Problems of files, as people and editors read them. */
final class Diagnostics {
  private Diagnostics() {}

  /**
   * The problems of several files. What is wrong with a {@code --set} is said once: of all files,
   * or with the names of those of which it is.
   *
   * @param each of each file
   * @param files their names
   */
  static List<Diagnostic> together(List<List<Diagnostic>> each, List<String> files) {
    Map<Diagnostic, List<String>> owners = new LinkedHashMap<>();
    for (int i = 0; i < each.size(); i++) {
      for (Diagnostic problem : each.get(i)) {
        owners.computeIfAbsent(problem, any -> new ArrayList<>()).add(files.get(i));
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    for (Map.Entry<Diagnostic, List<String>> problem : owners.entrySet()) {
      Diagnostic said = problem.getKey();
      List<String> of = problem.getValue();
      boolean isNamed = of.contains(said.source()) || said.message().contains(of.get(0));
      all.add(isNamed || of.size() == each.size() ? said : said.in(String.join(", ", of)));
    }
    return List.copyOf(all);
  }

  /** Prints them, in the style of compilers, source lines no wider than the terminal. */
  static void print(List<Diagnostic> diagnostics, Output output, Style style, int width) {
    if (diagnostics.isEmpty()) {
      return;
    }
    output.print(
        writer -> {
          for (Diagnostic diagnostic : diagnostics) {
            writer.append(emphasised(diagnostic, style, width)).append('\n');
          }
        });
  }

  /** The text with its severity in colour: the word is the last thing before the message. */
  private static String emphasised(Diagnostic diagnostic, Style style, int width) {
    String text = diagnostic.text(width);
    String word = diagnostic.severity().word() + ":";
    int start = diagnostic.header().length() - diagnostic.message().length() - 1 - word.length();
    if (!style.colour() || start < 0 || !text.startsWith(word, start)) {
      return text;
    }
    Emphasis emphasis = diagnostic.severity() == Severity.ERROR ? Emphasis.ERROR : Emphasis.WARNING;
    String place = style.apply(Emphasis.STRONG, text.substring(0, start));
    return place + style.apply(emphasis, word) + text.substring(start + word.length());
  }
}
