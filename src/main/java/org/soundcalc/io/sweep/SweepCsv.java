package org.soundcalc.io.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.sweep.SweepFigures;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Sweep;

/**
 * A row for each point; what does not exist is empty.
 *
 * @param report the sweep
 */
public record SweepCsv(SweepReport report) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    write(header(), out);
    try {
      Log2 log2 = new Log2(new HashMap<>());
      for (SweepReport.OfCircuit of : report.sweeps()) {
        report.forEach(of, point -> writeUnchecked(row(of, point, log2), out));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Logarithms of proof-of-work, each found once: they are exact, and there are few. */
  private record Log2(Map<BigInteger, String> known) {
    String of(Costs costs) {
      return known.computeIfAbsent(
          costs.grinding(), tries -> log2Grinding(costs).map(Object::toString).orElse(""));
    }
  }

  private static void write(List<String> row, Writer out) throws IOException {
    new CsvDocument(List.of(row)).writeTo(out);
  }

  private static void writeUnchecked(List<String> row, Writer out) {
    try {
      write(row, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("zkvm", "source", "circuit"));
    report.levers().forEach(lever -> header.add(lever.key().spelling()));
    header.addAll(report.following());
    header.add("status");
    for (SweepColumn column : report.columns()) {
      header.addAll(names(column));
    }
    header.addAll(List.of("reason", "set"));
    return header;
  }

  private static List<String> names(SweepColumn column) {
    return switch (column) {
      case DECIMAL -> List.of("decimal_bits");
      case WORST -> List.of("worst_bits");
      case EXPECTED -> List.of("expected_bits");
      case PROVER -> List.of("prover_mul", "prover_perm");
      case VERIFIER -> List.of("verifier_perm", "verifier_mul");
      case GRINDING -> List.of("log2_grinding");
      case MEMORY -> List.of("memory_bytes");
      case TREE -> List.of("tree_bits");
      default -> List.of(column.word());
    };
  }

  private List<String> row(SweepReport.OfCircuit of, Sweep.Point<SweepFigures> point, Log2 log2) {
    List<String> row = new ArrayList<>();
    row.add(report.zkvm().name());
    row.add(report.source());
    row.add(of.name());
    for (int i = 0; i < report.levers().size(); i++) {
      row.add(text(of.value(i, point)));
    }
    for (int i = 0; i < of.following().size(); i++) {
      int number = i;
      row.add(point.measured().map(f -> text(f.following().get(number))).orElse(""));
    }
    row.add(status(point));
    for (SweepColumn column : report.columns()) {
      row.addAll(cells(column, point.measured(), log2));
    }
    row.add(point.reason());
    row.add(String.join("; ", report.provisos().settings()));
    return row;
  }

  /** A text as it is: the fields are quoted where they must be. */
  private static String text(Object value) {
    return value instanceof String text ? text : Spelling.of(value);
  }

  /** Whether there are figures, or why not. */
  static String status(Sweep.Point<SweepFigures> point) {
    if (point.measured().isEmpty()) {
      return "refused";
    }
    return point.measured().get().best().isPresent() ? "estimated" : "not covered";
  }

  private static List<String> cells(SweepColumn column, Optional<SweepFigures> figures, Log2 log2) {
    Optional<SweepFigures.Best> best = figures.flatMap(SweepFigures::best);
    Optional<ProofSize> size = figures.flatMap(SweepFigures::size);
    Optional<Costs> costs = figures.flatMap(SweepFigures::costs);
    return switch (column) {
      case BITS -> List.of(best.map(b -> Integer.toString(b.bits())).orElse(""));
      case DECIMAL -> List.of(best.map(b -> decimals(b).toString()).orElse(""));
      case REGIME -> List.of(best.map(SweepFigures.Best::regime).orElse(""));
      case BINDING -> List.of(best.map(SweepFigures.Best::binding).orElse(""));
      case WORST -> List.of(size.map(s -> s.worstCaseBits().toString()).orElse(""));
      case EXPECTED -> List.of(size.map(s -> s.expectedBits().toString()).orElse(""));
      case PROVER ->
          List.of(
              number(costs, Costs::proverMultiplications),
              number(costs, Costs::proverPermutations));
      case VERIFIER ->
          List.of(
              number(costs, Costs::verifierPermutations),
              number(costs, Costs::verifierMultiplications));
      case GRINDING -> List.of(costs.map(c -> log2.of(c)).orElse(""));
      case MEMORY -> List.of(number(costs, Costs::memoryBytes));
      case TREE -> List.of(figures.flatMap(SweepCsv::tree).map(Object::toString).orElse(""));
    };
  }

  private static String number(Optional<Costs> costs, Function<Costs, BigInteger> count) {
    return costs.map(count).map(BigInteger::toString).orElse("");
  }

  /** The bits of the whole tree, where they are known. */
  static Optional<Long> tree(SweepFigures figures) {
    return figures.tree().isPresent() ? Optional.of(figures.tree().getAsLong()) : Optional.empty();
  }

  /** The bits with two decimals, rounded down. */
  static BigDecimal decimals(SweepFigures.Best best) {
    return BigDecimal.valueOf(best.hundredths().orElseThrow(), 2);
  }

  /** log2 of the tries that are expected, rounded up; nothing without proof-of-work. */
  static Optional<BigDecimal> log2Grinding(Costs costs) {
    return costs.grinding().signum() == 0
        ? Optional.empty()
        : Optional.of(Grinding.log2(Rational.of(costs.grinding())));
  }
}
