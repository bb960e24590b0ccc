package org.soundcalc.io.optimum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.analysis.optimum.TreeOptimum;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;

/** The configurations that cost least, to be read. */
public final class OptimumDocument {
  private static final String COSTS =
      "prover, verifier: permutations of the hash, proof-of-work among them%s, against today:"
          + " counts, not seconds, without the witness and its constraints";

  private final Document document;
  private final OptimumReport report;

  /** Whether a front is shown with today's point and with all keys, for which pages have room. */
  private final boolean hasAll;

  private OptimumDocument(OptimumReport report, Medium medium, boolean hasAll) {
    this.document = new Document(medium);
    this.report = report;
    this.hasAll = hasAll;
  }

  /**
   * Makes the document.
   *
   * @param report what was found
   * @param medium what it is read on
   * @param inFull whether every circuit is shown in full, if there are several
   * @return all of it
   */
  public static Document of(OptimumReport report, Medium medium, boolean inFull) {
    return of(new OptimumDocument(report, medium, false), inFull);
  }

  /** A page with all that is known of the points of fronts. */
  static Document ofAllPoints(OptimumReport report) {
    return of(new OptimumDocument(report, Medium.PAGE, true), true);
  }

  private static Document of(OptimumDocument made, boolean inFull) {
    OptimumReport report = made.report;
    for (OptimumReport.Row row : report.rows()) {
      made.add(row, inFull);
    }
    report.provisos().addTo(made.document);
    report.warnings().forEach(warning -> made.document.warning(warning.placed()));
    return made.document;
  }

  private void add(OptimumReport.Row row, boolean inFull) {
    document.heading(1, row.zkvm().title());
    row.said().ifPresent(said -> document.text(said, Emphasis.CAUTION));
    boolean isSummarised = row.circuits().size() > 1;
    if (isSummarised || row.tree().isPresent()) {
      document.space();
      document.table(summary(row));
      new WholeWords(row, report.provisos().costs()).lines().forEach(this::line);
      if (!inFull) {
        row.cuts().forEach(this::line);
      }
      row.circuits().stream()
          .filter(circuit -> !row.isFinal(circuit) && multiplies(circuit))
          .findFirst()
          .ifPresent(
              circuit ->
                  document.text(
                      "with --max-prover 1x the prover works no more than today", Emphasis.FAINT));
    }
    for (CircuitOptimum circuit : row.circuits()) {
      if (inFull || !isSummarised || (row.isFinal(circuit) && circuit.best().isPresent())) {
        document.space();
        add(circuit, row, inFull);
      }
    }
    if (isSummarised) {
      addReasons(row, inFull);
      if (!inFull) {
        document.text("each circuit in full: --full, or --circuit NAME", Emphasis.FAINT);
      }
    }
  }

  private Table summary(OptimumReport.Row row) {
    TableBuilder<CircuitOptimum> builder =
        new TableBuilder<>(row.circuits())
            .add(Column.names("circuit"), circuit -> Cell.of(circuit.circuit().id().name()));
    row.tree()
        .ifPresent(
            tree ->
                builder.add(Column.numbers("proofs"), c -> Cell.of(WholeWords.proofs(tree, c))));
    row.tree()
        .flatMap(TreeOptimum::best)
        .ifPresent(
            best ->
                builder.add(
                    Column.numbers("share of\nerror"), c -> Cell.of(WholeWords.share(best, c))));
    builder
        .add(Column.numbers("bits"), circuit -> Cell.of(circuit.aim().bits()))
        .add(Column.numbers("today, KiB"), circuit -> Cell.of(kib(circuit, circuit.circuit())))
        .add(
            Column.numbers("best, KiB"),
            circuit ->
                circuit
                    .best()
                    .map(point -> Cell.strong(kib(circuit, point.circuit())))
                    .orElse(new Cell("none", Emphasis.ERROR)));
    for (Axis axis : List.of(Axis.PROVER, Axis.GRINDING, Axis.VERIFIER, Axis.MEMORY)) {
      boolean isTold = axis == Axis.PROVER || axis == Axis.VERIFIER;
      if (isTold || row.circuits().stream().anyMatch(its -> its.aim().least() == axis)) {
        builder.add(Column.numbers(axis.words()), circuit -> cost(circuit, axis));
      }
    }
    return builder
        .add(
            Column.names("regime"),
            circuit -> circuit.best().map(p -> Cell.of(p.regime().name())).orElse(Cell.BLANK))
        .table(List.of());
  }

  /** Whether the best configuration costs the prover at least twice as much, without a limit. */
  private static boolean multiplies(CircuitOptimum circuit) {
    double now = circuit.aim().cost(circuit.circuit(), Axis.PROVER);
    return !circuit.aim().most().containsKey(Axis.PROVER)
        && circuit
            .best()
            .filter(best -> circuit.aim().cost(best.circuit(), Axis.PROVER) >= 2 * now)
            .isPresent();
  }

  private static Cell cost(CircuitOptimum circuit, Axis axis) {
    return circuit
        .best()
        .map(point -> Cell.of(ratio(circuit, point.circuit(), axis)))
        .orElse(Cell.DASH);
  }

  static String ratio(CircuitOptimum circuit, Circuit other, Axis axis) {
    return Amounts.ratio(
        circuit.aim().cost(circuit.circuit(), axis), circuit.aim().cost(other, axis));
  }

  static String kib(CircuitOptimum optimum, Circuit circuit) {
    return Amounts.kib(Amounts.size(circuit, optimum.aim().worst()));
  }

  private void add(CircuitOptimum circuit, OptimumReport.Row row, boolean inFull) {
    if (circuit.optimum() instanceof Optimum.None none) {
      ReasonWords words = new ReasonWords(circuit);
      document.add(new Block.Heading(2, words.headline(), ""));
      addReasons(words, none, row, inFull, "");
      document.text(EffortWords.of(circuit, false), EffortWords.emphasis(circuit));
      return;
    }
    Point best = circuit.best().orElseThrow();
    document.add(new Block.Heading(2, headline(circuit, best, row), ""));
    if (!circuit.front().isEmpty()) {
      document.table(FrontTable.of(circuit, hasAll));
      document.text(explained(circuit), Emphasis.FAINT);
      document.text(
          EffortWords.of(circuit, ((Optimum.Found) circuit.optimum()).optimal()),
          EffortWords.emphasis(circuit));
      return;
    }
    List<CircuitOptimum.Change> changes = circuit.changes();
    if (!changes.isEmpty()) {
      document.table(changes(circuit, best, changes));
      document.text(explained(circuit), Emphasis.FAINT);
    }
    if (!circuit.steps().isEmpty()) {
      line(
          "at each rate: "
              + circuit.steps().stream()
                  .map(
                      step ->
                          "%s %s KiB (prover %s)"
                              .formatted(
                                  "1/" + (1L << step.rate().log2Inverse()),
                                  kib(circuit, step.point().circuit()),
                                  ratio(circuit, step.point().circuit(), Axis.PROVER)))
                  .collect(Collectors.joining(" · ")));
    }
    document.text(
        EffortWords.isForTree(circuit, row)
            ? EffortWords.ofTree(circuit)
            : EffortWords.of(circuit, ((Optimum.Found) circuit.optimum()).optimal()),
        EffortWords.emphasis(circuit));
    if (!changes.isEmpty()) {
      document.add(command(circuit, row));
    }
  }

  private void line(String text) {
    document.text(text, Emphasis.NONE);
  }

  /** What is gained first. */
  private String headline(CircuitOptimum circuit, Point best, OptimumReport.Row row) {
    boolean worst = circuit.aim().worst();
    BigInteger now = Amounts.size(circuit.circuit(), worst);
    BigInteger then = Amounts.size(best.circuit(), worst);
    BigInteger less = now.subtract(then);
    StringBuilder line = new StringBuilder(circuit.circuit().id().name());
    line.append(": ").append(Amounts.kib(then)).append(" KiB");
    line.append(worst ? "" : " expected");
    line.append(" at ").append(best.bits()).append(" bits (").append(best.regime().name());
    line.append(")");
    if (circuit.changes().isEmpty()) {
      line.append(", as it is: ");
      boolean isOptimal = ((Optimum.Found) circuit.optimum()).optimal();
      line.append(
          isOptimal
              ? "nothing in the space costs less"
              : EffortWords.isForTree(circuit, row)
                  ? "the whole tree costs least with it"
                  : "nothing that costs less was found");
    } else if (less.signum() != 0) {
      line.append(", ").append(Amounts.kib(less.abs())).append(" KiB ");
      line.append(less.signum() > 0 ? "less" : "more").append(" than today");
    }
    if (circuit.today().filter(today -> today.bits() < best.bits()).isPresent()) {
      line.append(" with ").append(circuit.today().get().bits()).append(" bits");
    }
    row.milestone()
        .filter(milestone -> row.isFinal(circuit))
        .ifPresent(
            milestone ->
                line.append("; ")
                    .append(milestone.word())
                    .append(" allows ")
                    .append(Amounts.kib(milestone.size(SizeLimit.Measure.WORST).bits()))
                    .append(" KiB"));
    return line.toString();
  }

  private Table changes(CircuitOptimum circuit, Point best, List<CircuitOptimum.Change> changes) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitOptimum.Change change : changes) {
      rows.add(
          List.of(
              Cell.of(change.key().spelling()),
              Cell.of(value(change.key(), change.from(), circuit.circuit())),
              Cell.strong(value(change.key(), change.to(), best.circuit()))));
    }
    for (Axis axis : axes(circuit)) {
      rows.add(
          List.of(
              Cell.of(axis.words()), Cell.of("1"), Cell.of(ratio(circuit, best.circuit(), axis))));
    }
    return new Table(List.of(Column.texts(""), Column.names("today"), Column.names("best")), rows);
  }

  /** What is told of costs beside sizes: of proof-of-work alone where that was asked for. */
  static List<Axis> axes(CircuitOptimum circuit) {
    return isOfGrinding(circuit)
        ? List.of(Axis.PROVER, Axis.GRINDING, Axis.VERIFIER, Axis.MEMORY)
        : List.of(Axis.PROVER, Axis.VERIFIER, Axis.MEMORY);
  }

  private static boolean isOfGrinding(CircuitOptimum circuit) {
    return circuit.aim().axes().contains(Axis.GRINDING);
  }

  private static String explained(CircuitOptimum circuit) {
    return COSTS.formatted(isOfGrinding(circuit) ? " (grinding: that alone)" : "");
  }

  /** Rates as fractions: few know 0.015625 for 1/64. */
  static String value(Key<Circuit, ?> key, Optional<String> spelled, Circuit circuit) {
    return key.get(circuit) instanceof Rate rate
        ? DomainWords.inverse(rate)
        : spelled.map(SettingWords::shown).orElse("left out");
  }

  /** The command that shows the same figures. */
  private Block.Command command(CircuitOptimum circuit, OptimumReport.Row row) {
    String name = circuit.circuit().id().name();
    List<String> changes = new ArrayList<>();
    for (CircuitOptimum.Change change : circuit.changes()) {
      changes.add(
          SettingWords.setting(
              name,
              change.key().entry().map(Key.Entry::name),
              change.key().name(),
              change.to().orElse("")));
    }
    List<String> arguments = new ArrayList<>(List.of("soundcalc", "estimate"));
    arguments.addAll(report.settings(changes));
    arguments.addAll(report.options());
    arguments.add(SettingWords.quoted(row.source()));
    return new Block.Command(arguments);
  }

  /**
   * Why a circuit has none: unless all is wanted, of terms that of the fewest bits before the
   * others.
   */
  private void addReasons(
      ReasonWords words, Optimum.None none, OptimumReport.Row row, boolean inFull, String indent) {
    words.lines(none.reasons(), inFull).forEach(text -> line(indent + text));
    words
        .field(none.reasons())
        .ifPresent(
            field -> {
              line(indent + words.lifting(field));
              document.add(new Block.Command(words.trying(field, report, row.source())));
            });
  }

  /** Why some circuits have none, in a line each. */
  private void addReasons(OptimumReport.Row row, boolean inFull) {
    boolean first = true;
    for (CircuitOptimum circuit : row.circuits()) {
      if (circuit.optimum() instanceof Optimum.None none && !inFull) {
        ReasonWords words = new ReasonWords(circuit);
        if (first) {
          document.space();
        }
        first = false;
        line(words.headline());
        addReasons(words, none, row, false, "  ");
      }
    }
  }
}
