package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.Missing;
import org.soundcalc.analysis.compare.RegimeFigure;
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

  private CompareNotes(CompareReport report) {
    this.report = report;
    this.zkvms = report.zkvms();
    this.titles = report.titles();
  }

  /** All notes, in their order. */
  static List<String> of(CompareReport report) {
    CompareNotes notes = new CompareNotes(report);
    List<String> all = new ArrayList<>();
    if (report.regimes().stream().anyMatch(regime -> !regime.isProven())) {
      all.add(LEGEND);
    }
    notes.provenNotShown().ifPresent(all::add);
    notes.mixed().ifPresent(all::add);
    all.addAll(notes.leftOut());
    report.regimes().forEach(regime -> Headings.caveat(regime).ifPresent(all::add));
    all.addAll(notes.dashes());
    return all;
  }

  private Optional<String> provenNotShown() {
    Set<String> proven = new LinkedHashSet<>();
    report.zkvms().stream()
        .flatMap(zkvm -> zkvm.provenRegimes().stream())
        .forEach(regime -> proven.add(regime.name()));
    boolean allShown = report.regimes().stream().map(Regime::name).toList().containsAll(proven);
    return allShown
        ? Optional.empty()
        : Optional.of("best proven: the most of " + String.join(", ", proven) + ", shown or not");
  }

  private Optional<String> mixed() {
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < zkvms.size(); i++) {
      Comparison zkvm = zkvms.get(i);
      boolean isMixed =
          zkvm.proven().findSecurity().isPresent()
              && zkvm.provenRegimes().stream()
                  .noneMatch(regime -> zkvm.proven().standing(regime::equals).isPresent());
      if (isMixed) {
        mixed.add(titles.get(i));
      }
    }
    return mixed.isEmpty() || report.isPerCircuit()
        ? Optional.empty()
        : Optional.of(
            "best proven is mixed in "
                + String.join(", ", mixed)
                + ": no regime covers every circuit, so each counts under its own best one");
  }

  private List<String> leftOut() {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < zkvms.size(); i++) {
      for (Comparison.LeftOut left : zkvms.get(i).leftOut()) {
        notes.add(
            "best proven of %s leaves out %s: %s"
                .formatted(titles.get(i), left.regime().name(), left.reason()));
      }
    }
    return notes;
  }

  /** Where a regime leaves circuits out, and why. */
  private record Dash(String where, String reason) {}

  private List<String> dashes() {
    Map<Dash, Set<String>> regimes = new LinkedHashMap<>();
    for (Regime regime : report.regimes()) {
      places(regime)
          .forEach(
              (reason, places) ->
                  regimes
                      .computeIfAbsent(
                          new Dash(String.join(", ", places), reason), d -> new LinkedHashSet<>())
                      .add(regime.name()));
    }
    List<String> notes = new ArrayList<>();
    regimes.forEach((dash, names) -> notes.add(note(dash, names)));
    return notes;
  }

  private static String note(Dash dash, Set<String> regimes) {
    String names = String.join(", ", regimes) + (regimes.size() == 1 ? "" : ": each");
    return "%s %s: %s %s".formatted(Figures.DASH, dash.where(), names, dash.reason());
  }

  /** The zkVMs that a regime does not cover, by the reason. */
  private Map<String, List<String>> places(Regime regime) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (int i = 0; i < zkvms.size(); i++) {
      int zkvm = i;
      Map<String, List<String>> circuits = new LinkedHashMap<>();
      for (Missing missing : missing(zkvms.get(i), regime)) {
        circuits
            .computeIfAbsent(missing.reason(), reason -> new ArrayList<>())
            .add(missing.circuit());
      }
      circuits.forEach(
          (reason, names) ->
              places.computeIfAbsent(reason, key -> new ArrayList<>()).add(place(zkvm, names)));
    }
    return places;
  }

  private List<Missing> missing(Comparison zkvm, Regime regime) {
    return report.rows(zkvm).stream()
        .map(ComparisonRow::figures)
        .flatMap(List::stream)
        .filter(figure -> figure.regime().equals(regime))
        .map(RegimeFigure::missing)
        .flatMap(List::stream)
        .toList();
  }

  /** The zkVM, and its circuits unless these are all. */
  private String place(int zkvm, List<String> circuits) {
    int others = circuits.size() - MOST_NAMES;
    String some =
        String.join(", ", circuits.subList(0, Math.min(MOST_NAMES, circuits.size())))
            + (others > 0 ? " and " + others + " more" : "");
    return circuits.size() == zkvms.get(zkvm).asked().circuits().size()
        ? titles.get(zkvm)
        : titles.get(zkvm) + " (" + some + ")";
  }
}
