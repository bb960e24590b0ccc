package org.soundcalc.io.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.sweep.SweepFigures;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Sweep;

/**
 * A sweep to be read: a row for each point; of one lever with numbers a row for each run of points
 * under one regime that one term binds.
 */
public final class SweepDocument {
  private static final MathContext RATIO = new MathContext(3, RoundingMode.HALF_UP);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int BITS_PER_KIB = 8192;
  private static final int BYTES_PER_MIB = 1 << 20;

  /** More are not read. */
  private static final int MOST_REASONS = 9;

  private static final String RANGE = "..";

  private final SweepReport report;
  private final SweepReport.OfCircuit of;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private long meeting;
  private Optional<Sweep.Point<SweepFigures>> firstMeeting = Optional.empty();

  private SweepDocument(SweepReport report, SweepReport.OfCircuit of) {
    this.report = report;
    this.of = of;
  }

  /** Neighbours that are told in one row. */
  private record Row(Sweep.Point<SweepFigures> first, Sweep.Point<SweepFigures> last) {
    Optional<SweepFigures> measured() {
      return first.measured();
    }
  }

  /**
   * Makes the document.
   *
   * @param report the sweep
   * @param medium what it is read on
   * @return all of it
   */
  public static Document of(SweepReport report, Medium medium) {
    Document document = new Document(medium);
    for (SweepReport.OfCircuit of : report.sweeps()) {
      new SweepDocument(report, of).addTo(document);
    }
    report.provisos().addTo(document);
    if (report.columns().stream().anyMatch(SweepColumn::isCost)) {
      document.text(
          "prover, verifier: permutations of the hash, proof-of-work among them, against the"
              + " circuit as it is; counts, not seconds",
          Emphasis.FAINT);
    }
    if (report.columns().stream().anyMatch(SweepColumn::isSize)) {
      document.text("KiB: of one proof, rounded up", Emphasis.FAINT);
    }
    if (report.shows(SweepColumn.TREE)) {
      document.text(
          "bits of tree: of all proofs together, with this circuit so and the others as they are",
          Emphasis.FAINT);
    }
    if (!report.leftOut().isEmpty()) {
      document.text(
          "left out, without all of these keys: " + String.join(", ", report.leftOut()),
          Emphasis.FAINT);
    }
    report.warnings().forEach(warning -> document.warning(warning.placed()));
    return document;
  }

  private void addTo(Document document) {
    report.forEach(of, this::add);
    document.heading(2, title());
    document.table(table());
    reasons.forEach((reason, number) -> document.text("(" + number + ") " + reason, Emphasis.NONE));
    report.minBits().ifPresent(bits -> document.text(met(bits), Emphasis.STRONG));
    document.space();
  }

  private String title() {
    List<String> levers = new ArrayList<>();
    report.levers().forEach(lever -> levers.add(lever.key().spelling() + " = " + lever.domain()));
    return "%s, %s: %s (%s points)"
        .formatted(
            report.zkvm().title(),
            of.name(),
            String.join(", ", levers),
            String.format(Locale.ROOT, "%,d", of.sweep().size()));
  }

  private void add(Sweep.Point<SweepFigures> point) {
    boolean meets = report.meets(point);
    boolean isFirst = meets && firstMeeting.isEmpty();
    if (isFirst) {
      firstMeeting = Optional.of(point);
    }
    meeting += meets ? 1 : 0;
    int last = rows.size() - 1;
    if (isFolded()
        && last >= 0
        && !isFirst
        && report.meets(rows.get(last).last) == meets
        && kind(rows.get(last).last).equals(kind(point))) {
      rows.set(last, new Row(rows.get(last).first, point));
    } else {
      rows.add(new Row(point, point));
    }
  }

  /** Of numbers, what lies between two ends of a run lies between their figures. */
  private boolean isFolded() {
    return report.levers().size() == 1 && report.levers().get(0).values().get(0) instanceof Number;
  }

  /** What the points of a run have in common. */
  private static List<String> kind(Sweep.Point<SweepFigures> point) {
    Optional<SweepFigures.Best> best = point.measured().flatMap(SweepFigures::best);
    return List.of(
        SweepCsv.status(point),
        best.map(SweepFigures.Best::regime).orElse(""),
        best.map(SweepFigures.Best::binding).orElse(""));
  }

  private String met(int bits) {
    if (firstMeeting.isEmpty()) {
      return "no point has " + bits + " bits";
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < report.levers().size(); i++) {
      values.add(report.levers().get(i).key().spelling() + " = " + value(i, firstMeeting.get()));
    }
    return "%,d of %,d points have %d bits; the first: %s"
        .formatted(meeting, of.sweep().size(), bits, String.join(", ", values));
  }

  private Table table() {
    TableBuilder<Row> table = new TableBuilder<>(rows);
    for (int i = 0; i < report.levers().size(); i++) {
      int lever = i;
      table.add(
          Column.numbers(report.levers().get(i).key().spelling()),
          row -> Cell.strong(ends(row, point -> value(lever, point))));
    }
    for (int i = 0; i < of.following().size(); i++) {
      int number = i;
      table.add(
          Column.numbers(of.following().get(i).spelling()),
          row -> cell(row, point -> point.measured().map(f -> text(f.following().get(number)))));
    }
    Optional<Costs> today = of.today();
    for (SweepColumn column : report.columns()) {
      Function<Sweep.Point<SweepFigures>, Optional<String>> text =
          point -> point.measured().flatMap(figures -> text(column, figures, today));
      switch (column) {
        case REGIME -> table.add(Column.texts("regime"), row -> cell(row, text));
        case BINDING -> table.add(Column.names("binding term"), row -> binding(row, text));
        default -> table.add(Column.numbers(heading(column)), row -> cell(row, text));
      }
    }
    if (!report.shows(SweepColumn.BINDING)
        && rows.stream().anyMatch(row -> row.measured().isEmpty())) {
      table.add(Column.names("status"), row -> binding(row, point -> Optional.of("")));
    }
    return table.table(List.of());
  }

  private static String heading(SweepColumn column) {
    return switch (column) {
      case DECIMAL -> "bits";
      case WORST -> "KiB at\nmost";
      case EXPECTED -> "KiB\nexpected";
      case GRINDING -> "log2 of\ngrinding";
      case MEMORY -> "memory\nMiB";
      case TREE -> "bits of\ntree";
      default -> column.word();
    };
  }

  private String value(int lever, Sweep.Point<SweepFigures> point) {
    return text(of.value(lever, point));
  }

  private static String text(Object value) {
    return value instanceof String text ? text : Spelling.of(value);
  }

  private static String ends(Row row, Function<Sweep.Point<SweepFigures>, String> text) {
    String first = text.apply(row.first);
    String last = text.apply(row.last);
    return first.equals(last) ? first : first + RANGE + last;
  }

  private static Cell cell(Row row, Function<Sweep.Point<SweepFigures>, Optional<String>> text) {
    return text.apply(row.first).isEmpty()
        ? Cell.DASH
        : Cell.of(ends(row, point -> text.apply(point).orElse("")));
  }

  /** The term, or why there is none. */
  private Cell binding(Row row, Function<Sweep.Point<SweepFigures>, Optional<String>> text) {
    if (row.measured().isEmpty()) {
      return new Cell("refused " + mark(row.first.reason()), Emphasis.ERROR);
    }
    return row.measured().get().best().isEmpty()
        ? new Cell("no regime asked for covers it", Emphasis.FAINT)
        : Cell.of(text.apply(row.first).orElse(""));
  }

  /** Below the table a reason has its mark before it. */
  private String mark(String reason) {
    Integer number = reasons.get(reason);
    if (number == null) {
      number = Math.min(reasons.size(), MOST_REASONS) + 1;
      if (number <= MOST_REASONS) {
        reasons.put(reason, number);
      }
    }
    return number <= MOST_REASONS ? "(" + number + ")" : "too";
  }

  private static Optional<String> text(
      SweepColumn column, SweepFigures figures, Optional<Costs> today) {
    return switch (column) {
      case BITS -> figures.best().map(best -> Integer.toString(best.bits()));
      case DECIMAL -> figures.best().map(best -> SweepCsv.decimals(best).toString());
      case REGIME -> figures.best().map(SweepFigures.Best::regime);
      case BINDING -> figures.best().map(SweepFigures.Best::binding);
      case WORST -> figures.size().map(ProofSize::worstCaseBits).map(SweepDocument::kib);
      case EXPECTED -> figures.size().map(ProofSize::expectedBits).map(SweepDocument::kib);
      case PROVER -> ratio(figures.costs(), today, Costs::proverHashes);
      case VERIFIER -> ratio(figures.costs(), today, Costs::verifierPermutations);
      case GRINDING ->
          figures.costs().map(c -> SweepCsv.log2Grinding(c).map(Object::toString).orElse("none"));
      case MEMORY ->
          figures.costs().map(costs -> up(costs.memoryBytes(), BYTES_PER_MIB, 0).toString());
      case TREE -> SweepCsv.tree(figures).map(Object::toString);
    };
  }

  /** With one decimal below a thousand, rounded up. */
  static String kib(BigInteger bits) {
    BigDecimal kib = up(bits, BITS_PER_KIB, 1);
    return kib.compareTo(THOUSAND) < 0 ? kib.toString() : up(bits, BITS_PER_KIB, 0).toString();
  }

  private static BigDecimal up(BigInteger number, int unit, int decimals) {
    return new BigDecimal(number).divide(BigDecimal.valueOf(unit), decimals, RoundingMode.CEILING);
  }

  private static Optional<String> ratio(
      Optional<Costs> costs, Optional<Costs> today, Function<Costs, BigInteger> count) {
    if (costs.isEmpty() || today.isEmpty() || count.apply(today.get()).signum() == 0) {
      return Optional.empty();
    }
    BigDecimal ratio =
        new BigDecimal(count.apply(costs.get()))
            .divide(new BigDecimal(count.apply(today.get())), RATIO);
    // x1.00, x0.89, x42.5: never fewer digits for what happens to be round
    int integers = ratio.precision() - ratio.scale();
    return Optional.of(
        "x"
            + ratio
                .setScale(Math.max(0, 3 - Math.max(1, integers)), RoundingMode.HALF_UP)
                .toPlainString());
  }
}
