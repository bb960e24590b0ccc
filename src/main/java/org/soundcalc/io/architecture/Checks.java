package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;

/** The commands by which a reader checks the figures of an architecture, and what they cover. */
final class Checks {
  private Checks() {}

  static void add(Architecture architecture, Document document) {
    document.heading(2, "How to check every figure");
    document.text(
        "The first command writes the bits of all terms, the totals, the tree's counts and sum, and"
            + " the sizes as statements about exact numbers, with the graph of each formula, and"
            + " has them checked by a program that shares nothing with soundcalc: checker/ is plain"
            + " Python, transcribed from the papers; it reads the parameters from the file itself."
            + " Bits after Fiat-Shamir, the cost of the union, shares and amounts of proof-of-work"
            + " follow from these, and no certificate has them. The second shows each formula with"
            + " its numbers.",
        Emphasis.NONE);
    String file = architecture.source();
    int slash = file.lastIndexOf('/');
    String folder = slash < 0 ? "." : file.substring(0, slash + 1);
    List<String> certify = command("certify", architecture, option -> true);
    certify.addAll(List.of(quoted(file), "|", "python3", "checker/check.py", "-", quoted(folder)));
    document.add(new Block.Command(certify));
    List<String> explain =
        command("explain", architecture, option -> !option.name().equals("--regimes"));
    explain.add(quoted(file));
    document.add(new Block.Command(explain));
  }

  /** A command with the options that it has too. */
  private static List<String> command(
      String name, Architecture architecture, Predicate<Architecture.Option> hasToo) {
    List<String> words = new ArrayList<>(List.of("soundcalc", name));
    for (Architecture.Option option : architecture.options()) {
      if (hasToo.test(option)) {
        words.add(option.name());
        words.add(quoted(option.value()));
      }
    }
    return words;
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./=,^-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
