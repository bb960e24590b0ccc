package org.soundcalc.io.optimum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Visible;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;

/**
 * What changes in files, ready to be pasted: of each circuit the keys that have another value in
 * the best configuration, with a comment that says what it has then.
 */
public final class OptimumToml {
  private final List<String> lines = new ArrayList<>();

  private final OptimumReport report;
  private final boolean inFull;

  private OptimumToml(OptimumReport report, boolean inFull) {
    this.report = report;
    this.inFull = inFull;
  }

  /**
   * Makes the text.
   *
   * @param report what was found
   * @param inFull whether of a circuit without a configuration every term is said, with its cures
   * @return the patch of each file
   */
  public static Rendering of(OptimumReport report, boolean inFull) {
    OptimumToml made = new OptimumToml(report, inFull);
    for (OptimumReport.Row row : report.rows()) {
      made.comment(row.source());
      if (report.provisos().accounting() == Accounting.STRICT) {
        made.comment("with --accounting strict");
      }
      report.provisos().overridden().forEach(made::comment);
      new WholeWords(row, report.provisos().costs()).lines().forEach(made::comment);
      row.cuts().forEach(made::comment);
      row.circuits().forEach(circuit -> made.add(circuit, row.source()));
    }
    return out -> {
      for (String line : made.lines) {
        out.append(line).append('\n');
      }
    };
  }

  /** Names come from files of strangers: no line of theirs ends a comment. */
  private void comment(String text) {
    lines.add("# " + Visible.of(text));
  }

  private void add(CircuitOptimum circuit, String source) {
    String name = circuit.circuit().id().name();
    lines.add("");
    if (circuit.optimum() instanceof Optimum.None none) {
      ReasonWords words = new ReasonWords(circuit);
      comment(words.headline());
      words.lines(none.reasons(), inFull).forEach(this::comment);
      words
          .field(none.reasons())
          .ifPresent(
              field -> {
                comment(words.lifting(field));
                comment(String.join(" ", words.trying(field, report, source)));
              });
      return;
    }
    boolean worst = circuit.aim().worst();
    Point best = circuit.best().orElseThrow();
    String figures =
        "%d bits (%s), %s KiB%s"
            .formatted(
                best.bits(),
                best.regime().name(),
                Amounts.kib(Amounts.size(best.circuit(), worst)),
                worst ? "" : " expected");
    List<CircuitOptimum.Change> changes = circuit.changes();
    if (changes.isEmpty()) {
      comment(name + ": " + figures + ", as it is");
      return;
    }
    comment(
        figures + "; today %s KiB".formatted(Amounts.kib(Amounts.size(circuit.circuit(), worst))));
    lines.add("[[circuits]]");
    lines.add("name = " + SettingWords.text(name));
    Map<String, List<CircuitOptimum.Change>> tables = new LinkedHashMap<>();
    for (CircuitOptimum.Change change : changes) {
      if (change.key().entry().isEmpty()) {
        add(change);
      } else {
        Key.Entry entry = change.key().entry().get();
        tables.computeIfAbsent(header(entry), any -> new ArrayList<>()).add(change);
      }
    }
    tables.forEach(
        (header, its) -> {
          header.lines().forEach(lines::add);
          its.forEach(this::add);
        });
  }

  private static String header(Key.Entry entry) {
    return entry.table().isEmpty()
        ? "[circuits.%s]".formatted(entry.name())
        : "[[circuits.%s]]\nname = %s".formatted(entry.table(), SettingWords.text(entry.name()));
  }

  private void add(CircuitOptimum.Change change) {
    String key = change.key().name();
    lines.add(change.to().map(value -> key + " = " + value).orElse("# " + key + " is left out"));
  }
}
