package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.model.Regime;

/** What stands below a comparison: what its marks mean, and why figures are missing. */
final class CompareNotes {
  private static final String LEGEND =
      "+n: bits above the best proven figure, which are lost if what the regime assumes is false;"
          + " -n: bits below it";

  /** Circuits that a note names of one zkVM. */
  private static final int MOST_NAMES = 4;

  private final CompareReport report;
  private final List<Comparison> zkvms;
  private final List<String> titles;
  private final List<String> notes = new ArrayList<>();

  private CompareNotes(CompareReport report) {
    this.report = report;
    this.zkvms = report.zkvms();
    this.titles = report.titles();
  }

  /** All notes, in their order. */
  static List<String> of(CompareReport report) {
    CompareNotes notes = new CompareNotes(report);
    if (report.regimes().stream().anyMatch(regime -> !regime.isProven())) {
      notes.notes.add(LEGEND);
    }
    notes.addProvenNotShown();
    notes.addMixed();
    notes.addLeftOut();
    report.regimes().forEach(regime -> Headings.caveat(regime).ifPresent(notes.notes::add));
    notes.addDashes();
    return notes.notes;
  }

  private void addProvenNotShown() {
    Set<String> proven = new LinkedHashSet<>();
    zkvms.forEach(zkvm -> zkvm.provenRegimes().forEach(regime -> proven.add(regime.name())));
    if (!report.regimes().stream().map(Regime::name).toList().containsAll(proven)) {
      notes.add("best proven: the most of " + String.join(", ", proven) + ", shown or not");
    }
  }

  private void addMixed() {
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < zkvms.size(); i++) {
      Comparison zkvm = zkvms.get(i);
      boolean isOfOne =
          zkvm.provenRegimes().stream()
              .anyMatch(regime -> zkvm.proven().standing(regime::equals).isPresent());
      if (zkvm.proven().findSecurity().isPresent() && !isOfOne) {
        mixed.add(titles.get(i));
      }
    }
    if (!mixed.isEmpty() && !report.isPerCircuit()) {
      notes.add(
          "best proven is mixed in "
              + String.join(", ", mixed)
              + ": no regime covers every circuit, so each counts under its own best one");
    }
  }

  private void addLeftOut() {
    for (int i = 0; i < zkvms.size(); i++) {
      String title = titles.get(i);
      for (Comparison.LeftOut left : zkvms.get(i).leftOut()) {
        String regime = left.regime().name();
        notes.add("best proven of " + title + " leaves out " + regime + ": " + left.reason());
      }
    }
  }

  /** Where regimes leave circuits out, and why: what several leave out for one reason only once. */
  private void addDashes() {
    Map<List<String>, List<String>> regimes = new LinkedHashMap<>();
    for (Regime regime : report.regimes()) {
      places(regime)
          .forEach(
              (reason, places) ->
                  regimes
                      .computeIfAbsent(
                          List.of(String.join(", ", places), reason), d -> new ArrayList<>())
                      .add(regime.name()));
    }
    regimes.forEach(
        (dash, names) -> {
          String each = names.size() == 1 ? " " : ": each ";
          String who = String.join(", ", names) + each + dash.get(1);
          notes.add(Figures.DASH + " " + dash.get(0) + ": " + who);
        });
  }

  /** The zkVMs that a regime does not cover, by the reason. */
  private Map<String, List<String>> places(Regime regime) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (int i = 0; i < zkvms.size(); i++) {
      Map<String, List<String>> circuits = new LinkedHashMap<>();
      for (ComparisonRow row : report.rows(zkvms.get(i))) {
        for (ComparisonRow.Figure figure : row.figures()) {
          for (ComparisonRow.Missing missing : figure.missing()) {
            if (figure.regime().equals(regime)) {
              add(missing.reason(), missing.circuit(), circuits);
            }
          }
        }
      }
      int zkvm = i;
      circuits.forEach((reason, names) -> add(reason, place(zkvm, names), places));
    }
    return places;
  }

  private static void add(String key, String value, Map<String, List<String>> lists) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  /** The zkVM, and its circuits unless these are all. */
  private String place(int zkvm, List<String> circuits) {
    int others = circuits.size() - MOST_NAMES;
    String some = String.join(", ", circuits.subList(0, Math.min(MOST_NAMES, circuits.size())));
    return circuits.size() == zkvms.get(zkvm).asked().circuits().size()
        ? titles.get(zkvm)
        : titles.get(zkvm) + " (" + some + (others > 0 ? " and " + others + " more)" : ")");
  }
}
