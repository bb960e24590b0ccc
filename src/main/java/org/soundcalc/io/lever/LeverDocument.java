package org.soundcalc.io.lever;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.analysis.lever.CircuitLevers.Effect;
import org.soundcalc.analysis.lever.Standing;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** Levers to be read: a table for each circuit, a row for each lever that changes something. */
public final class LeverDocument {
  private static final String LEGEND =
      "bits: of the term that binds; proof: worst case; prover, verifier: permutations of the hash,"
          + " proof-of-work among them, against today's";

  private static final BigDecimal KIB = BigDecimal.valueOf(8192);
  private static final BigDecimal SAME = new BigDecimal("1.00");
  private static final int DECIMALS = 2;

  private final Document document;
  private final LeverReport report;

  private LeverDocument(LeverReport report, Medium medium) {
    this.document = new Document(medium);
    this.report = report;
  }

  /**
   * Makes the document.
   *
   * @param report the levers
   * @param medium what it is read on
   * @return all of them
   */
  public static Document of(LeverReport report, Medium medium) {
    LeverDocument maker = new LeverDocument(report, medium);
    maker.add();
    return maker.document;
  }

  private void add() {
    report.provisos().addTo(document);
    for (LeverReport.Row zkvm : report.zkvms()) {
      document.space();
      document.add(new Block.Heading(2, zkvm.zkvm().title(), " · " + zkvm.source()));
      for (CircuitLevers circuit : zkvm.circuits()) {
        document.space();
        CircuitId id = circuit.today().circuit().id();
        document.add(new Block.Heading(3, id.name(), " · " + id.field().displayName()));
        document.space();
        document.table(new Shown(circuit, report.isBest()).table());
      }
    }
    document.space();
    document.text(LEGEND, Emphasis.FAINT);
    document.text(CostFigures.PROVISO, Emphasis.FAINT);
    report.warnings().forEach(warning -> document.warning(warning.placed()));
  }

  /** A size in KiB, to the nearest tenth. */
  private static BigDecimal kib(BigInteger bits) {
    return new BigDecimal(bits).divide(KIB, 1, RoundingMode.HALF_UP);
  }

  /** What is shown of a circuit. */
  private static final class Shown {
    private final CircuitLevers levers;
    private final Standing today;

    /** The regimes that are shown, by their places. */
    private final List<Integer> regimes = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();

    Shown(CircuitLevers levers, boolean isBest) {
      this.levers = levers;
      this.today = levers.today();
      for (int i = 0; i < today.bits().size(); i++) {
        regimes.add(i);
      }
      if (isBest) {
        regimes.removeIf(i -> i != best());
      }
    }

    /** The place of the proven regime of the most bits; else the first. */
    private int best() {
      int best = 0;
      long most = -1;
      for (int i = 0; i < today.bits().size(); i++) {
        Standing.RegimeBits bits = today.bits().get(i);
        long has = bits.regime().isProven() ? bits.hundredths().orElse(-1L) : -1;
        if (has > most) {
          best = i;
          most = has;
        }
      }
      return best;
    }

    Table table() {
      List<Effect> effects = new ArrayList<>(levers.effects());
      effects.removeIf(effect -> effect.after().filter(this::isVisible).isEmpty());
      effects.sort(Comparator.comparing(effect -> effect.after().orElseThrow().worstCaseBits()));
      List<List<Cell>> rows = new ArrayList<>();
      rows.add(row("today", "", "", today, Map.of()));
      for (Effect effect : effects) {
        Standing after = effect.after().orElseThrow();
        rows.add(
            row(
                effect.key().spelling(),
                LeverValue.from(effect.key(), today.circuit()),
                LeverValue.to(effect.key(), after.circuit()),
                after,
                effect.ownGap()));
      }
      idle().ifPresent(notes::add);
      for (Effect effect : levers.effects()) {
        effect
            .refusal()
            .ifPresent(
                reason -> notes.add("not possible: " + effect.key().spelling() + ": " + reason));
      }
      return new Table(columns(), rows, notes);
    }

    private List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      columns.add(Column.names("lever"));
      columns.add(Column.names("from"));
      columns.add(Column.names("to"));
      regimes.forEach(
          i -> columns.add(Column.numbers(today.bits().get(i).regime().name() + " bits")));
      columns.add(Column.numbers("proof, KiB"));
      columns.add(Column.numbers("prover"));
      columns.add(Column.numbers("verifier"));
      return columns;
    }

    private List<Cell> row(
        String lever, String from, String to, Standing after, Map<Regime, Standing> ownGap) {
      StringBuilder name = new StringBuilder(lever);
      regimes.forEach(i -> name.append(mark(today.bits().get(i), after.bits().get(i), ownGap)));
      List<Cell> row =
          new ArrayList<>(List.of(Cell.of(name.toString()), Cell.of(from), Cell.of(to)));
      regimes.forEach(i -> row.add(bits(today.bits().get(i), after.bits().get(i))));
      BigInteger moved = after.worstCaseBits().subtract(today.worstCaseBits());
      String by = moved.signum() == 0 ? "" : signed(kib(moved));
      row.add(new Cell(kib(after.worstCaseBits()).toString(), by, Emphasis.NONE));
      row.add(ratio(after.proverRatio(today)));
      row.add(ratio(after.verifierRatio(today)));
      return row;
    }

    private Cell bits(Standing.RegimeBits before, Standing.RegimeBits after) {
      Optional<Long> bits = after.hundredths();
      if (bits.isEmpty()) {
        return Cell.DASH;
      }
      long moved = bits.get() - before.hundredths().orElse(0L);
      String by = moved == 0 ? "" : signed(BigDecimal.valueOf(moved, DECIMALS));
      return new Cell(BigDecimal.valueOf(bits.get(), DECIMALS).toString(), by, Emphasis.NONE);
    }

    /** A footnote where another term binds. */
    private String mark(
        Standing.RegimeBits before, Standing.RegimeBits after, Map<Regime, Standing> ownGap) {
      if (before.term().equals(after.term())) {
        return "";
      }
      String regime = regimes.size() > 1 ? after.regime().name() + ": " : "";
      String note =
          ") "
              + regime
              + after.term()
              + " binds then, in place of "
              + before.term()
              + Optional.ofNullable(ownGap.get(after.regime())).map(Shown::ownGap).orElse("");
      for (int i = 1; i <= notes.size(); i++) {
        if (notes.get(i - 1).equals("(" + i + note)) {
          return " (" + i + ")";
        }
      }
      int number = notes.size() + 1;
      notes.add("(" + number + note);
      return " (" + number + ")";
    }

    private static String ownGap(Standing own) {
      return "; with %s = %s it has %s bits"
          .formatted(
              CommonKeys.GAP_TO_RADIUS,
              LeverReport.gap(own.circuit()),
              BigDecimal.valueOf(own.bits().get(0).hundredths().orElse(0L), DECIMALS));
    }

    private boolean isVisible(Standing after) {
      return regimes.stream()
              .anyMatch(
                  i ->
                      !today.bits().get(i).hundredths().equals(after.bits().get(i).hundredths())
                          || !today.bits().get(i).term().equals(after.bits().get(i).term()))
          || !after.worstCaseBits().equals(today.worstCaseBits())
          || after.proverRatio(today).orElse(SAME).compareTo(SAME) != 0
          || after.verifierRatio(today).orElse(SAME).compareTo(SAME) != 0;
    }

    /** The levers that change nothing, those of several lookups as one. */
    private Optional<String> idle() {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Effect effect : levers.effects()) {
        if (effect.refusal().isEmpty() && effect.after().filter(this::isVisible).isEmpty()) {
          counts.merge(name(effect.key()), 1, Integer::sum);
        }
      }
      List<String> names = new ArrayList<>();
      counts.forEach((name, count) -> names.add(count == 1 ? name : name + " (" + count + ")"));
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of("no effect: " + String.join(", ", names));
    }

    private static String name(Key<Circuit, ?> key) {
      return key.entry().map(entry -> entry.table() + "[..].").orElse("") + key.name();
    }
  }

  private static String signed(BigDecimal number) {
    return number.signum() < 0 ? number.toString() : "+" + number;
  }

  private static Cell ratio(Optional<BigDecimal> ratio) {
    return ratio.map(times -> Cell.of("x" + times)).orElse(Cell.DASH);
  }
}
