package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.model.Regime;

/** What stands below a comparison: what its marks mean, and why figures are missing. */
final class CompareNotes {
  private static final String LEGEND =
      "+n, -n: bits above or below the best proven figure; bits above it are lost if the regime's"
          + " assumption is false";

  /** Stands before a figure that counts on a list without a bound. */
  private static final String MARK = "*";

  private static final String UNBOUNDED =
      MARK + " %s: %s counts on a list that no theorem bounds: its figure is not proven";

  /** Circuits that a note names of one zkVM. */
  private static final int MOST_NAMES = 4;

  private final CompareReport report;
  private final List<CompareReport.Titled> zkvms;
  private final List<String> notes = new ArrayList<>();

  private CompareNotes(CompareReport report) {
    this.report = report;
    this.zkvms = report.titled();
  }

  /** All notes, in their order. */
  static List<String> of(CompareReport report) {
    CompareNotes notes = new CompareNotes(report);
    if (report.regimes().stream().anyMatch(regime -> !regime.isProven())) {
      notes.notes.add(LEGEND);
    }
    notes.addUnbounded();
    notes.addProvenNotShown();
    notes.addMixed();
    notes.addLeftOut();
    report.regimes().forEach(regime -> Headings.caveat(regime).ifPresent(notes.notes::add));
    notes.addDashes();
    return notes.notes;
  }

  /** A figure, marked where it counts on a list without a bound. */
  static String marked(Object bits, boolean lacksListBound) {
    return (lacksListBound ? MARK : "") + bits;
  }

  /** What the mark means: that {@code regime} counts on such a list in {@code place}. */
  static String unbounded(String place, String regime) {
    return UNBOUNDED.formatted(place, regime);
  }

  private void addUnbounded() {
    for (CompareReport.Titled titled : zkvms) {
      boolean isBest = titled.rows().stream().anyMatch(ComparisonRow::lacksListBound);
      for (Regime regime : titled.zkvm().proven().regimes()) {
        List<String> circuits =
            titled.zkvm().proven().circuits().stream()
                .filter(of -> of.under(regime).stream().anyMatch(f -> f.lacksListBound()))
                .map(CircuitEstimate::name)
                .toList();
        if (!circuits.isEmpty() && (isBest || report.regimes().contains(regime))) {
          notes.add(unbounded(place(titled, circuits), regime.name()));
        }
      }
    }
  }

  private void addProvenNotShown() {
    List<String> proven =
        zkvms.stream()
            .flatMap(titled -> titled.zkvm().provenRegimes().stream())
            .map(Regime::name)
            .distinct()
            .toList();
    if (!report.regimes().stream().map(Regime::name).toList().containsAll(proven)) {
      notes.add("best proven: the highest of " + String.join(", ", proven));
    }
  }

  private void addMixed() {
    List<String> mixed =
        zkvms.stream()
            .filter(titled -> isMixed(titled.zkvm()))
            .map(CompareReport.Titled::title)
            .toList();
    if (!mixed.isEmpty() && !report.isPerCircuit()) {
      notes.add(
          "best proven is mixed in "
              + String.join(", ", mixed)
              + ": no regime covers every circuit, so each counts under its own best one");
    }
  }

  private static boolean isMixed(Comparison zkvm) {
    Optional<Security> proven = zkvm.proven().findSecurity();
    return proven.filter(security -> security.regime().equals(Security.MIXED)).isPresent();
  }

  private void addLeftOut() {
    for (CompareReport.Titled titled : zkvms) {
      for (Comparison.LeftOut left : titled.zkvm().leftOut()) {
        notes.add(
            "best proven of %s leaves out %s: %s"
                .formatted(titled.title(), left.regime().name(), left.reason()));
      }
    }
  }

  /** Where regimes leave circuits out, and why: what several leave out for one reason only once. */
  private void addDashes() {
    Map<Dash, List<String>> regimes = new LinkedHashMap<>();
    for (Regime regime : report.regimes()) {
      places(regime)
          .forEach(
              (reason, places) ->
                  add(new Dash(String.join(", ", places), reason), regime.name(), regimes));
    }
    regimes.forEach(
        (dash, names) -> {
          String each = names.size() == 1 ? " " : ": each ";
          String who = String.join(", ", names) + each + dash.reason();
          notes.add(Figures.DASH + " " + dash.places() + ": " + who);
        });
  }

  private record Dash(String places, String reason) {}

  /** The zkVMs that a regime does not cover, by the reason. */
  private Map<String, List<String>> places(Regime regime) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (CompareReport.Titled zkvm : zkvms) {
      Map<String, List<String>> circuits = new LinkedHashMap<>();
      zkvm.rows().stream()
          .flatMap(row -> row.figures().stream())
          .filter(figure -> figure.regime().equals(regime))
          .flatMap(figure -> figure.missing().stream())
          .forEach(missing -> add(missing.reason(), missing.circuit(), circuits));
      circuits.forEach((reason, names) -> add(reason, place(zkvm, names), places));
    }
    return places;
  }

  private static <K> void add(K key, String value, Map<K, List<String>> lists) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  /** The zkVM, and its circuits unless these are all. */
  private static String place(CompareReport.Titled titled, List<String> circuits) {
    int others = circuits.size() - MOST_NAMES;
    String some = String.join(", ", circuits.subList(0, Math.min(MOST_NAMES, circuits.size())));
    return circuits.size() == titled.zkvm().asked().circuits().size()
        ? titled.title()
        : titled.title() + " (" + some + (others > 0 ? " and " + others + " more)" : ")");
  }
}
