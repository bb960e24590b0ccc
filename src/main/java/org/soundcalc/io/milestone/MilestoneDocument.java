package org.soundcalc.io.milestone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.analysis.gate.Outlook;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.gate.OutlookWords;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.ProofSize;

/** Milestones to be read: a row for each zkVM. */
public final class MilestoneDocument {
  private static final List<String> LEGEND =
      List.of(
          "milestones: " + Milestone.meanings() + " of the Ethereum Foundation, December 2025",
          "pass, FAIL: whether the proven bits and the final proof's worst case are enough; beside"
              + " it the bits to spare (+) or missing (-)",
          "next: the least demanding milestone that is not passed, with what the least change found"
              + " for it changes; check --milestone has its values and all its costs",
          "after Fiat-Shamir: non-interactive bits, those of the proofs that are sent; shown, and"
              + " decides no verdict",
          "KiB: worst case/expected/measured by the team, where its file says so; below a"
              + " milestone's limit (+) or above it (-), rounded down",
          "recursion: Glamsterdam asks for a compact description of the recursion architecture,"
              + " H-star for a formal argument; shown, and decides no verdict");

  private MilestoneDocument() {}

  /** A zkVM with what the table calls it. */
  private record Line(String title, MilestoneReport.Row row) {}

  /**
   * Makes the document.
   *
   * @param report how far zkVMs are
   * @param medium what it is read on
   * @return all of it; bits and sizes in two tables where one is too wide
   */
  public static Document of(MilestoneReport report, Medium medium) {
    Document document = new Document(medium);
    List<Line> lines = new ArrayList<>();
    for (String title : report.titles()) {
      lines.add(new Line(title, report.rows().get(lines.size())));
    }
    document.add(
        new Block.Fitting(
            table(lines, builder -> addSizes(lines, addBits(builder))),
            List.of(
                new Block.Tables(List.of(table(lines, MilestoneDocument::addBits))),
                new Block.Space(),
                new Block.Tables(List.of(table(lines, builder -> addSizes(lines, builder)))))));
    report.provisos().addTo(document);
    LEGEND.forEach(note -> document.text(note, Emphasis.FAINT));
    if (lines.stream()
        .anyMatch(line -> line.row().results().stream().anyMatch(line.row()::passesWithCaveats))) {
      document.text("pass*: with a caveat, explained below", Emphasis.FAINT);
    }
    String hashed =
        lines.stream()
            .filter(line -> isBoundByHash(line.row()))
            .map(Line::title)
            .collect(Collectors.joining(", "));
    if (!hashed.isEmpty()) {
      document.text("after Fiat-Shamir, collisions of the hash limit " + hashed, Emphasis.FAINT);
    }
    for (Line line : lines) {
      line.row()
          .stated()
          .filter(text -> line.row().measured().isEmpty())
          .map(text -> "measured size \"" + text + "\" of " + line.title())
          .ifPresent(
              what -> document.text(what + " left out: no number with a unit", Emphasis.FAINT));
    }
    Set<String> said = new LinkedHashSet<>();
    lines.forEach(line -> addCaveats(line, said, document));
    for (Warning warning : report.warnings()) {
      if (said.stream().noneMatch(warning.message()::endsWith)) {
        document.warning(warning.placed());
      }
    }
    return document;
  }

  /** What its passes do not cover, each once. */
  private static void addCaveats(Line line, Set<String> said, Document document) {
    Map<String, List<String>> milestones = new LinkedHashMap<>();
    for (MilestoneResult result : line.row().results()) {
      if (line.row().passesWithCaveats(result)) {
        for (CaveatWords caveat : line.row().caveats(result)) {
          said.add(caveat.first().caveat().message());
          milestones
              .computeIfAbsent(caveat.words(), words -> new ArrayList<>())
              .add(result.milestone().word());
        }
      }
    }
    milestones.forEach(
        (words, named) ->
            document.caveat("* " + line.title() + ", " + String.join(", ", named) + ": " + words));
  }

  private static boolean isBoundByHash(MilestoneReport.Row row) {
    return row.estimate()
        .nonInteractive()
        .filter(figure -> figure.binds() == NonInteractive.Part.HASH)
        .isPresent();
  }

  private static Table table(List<Line> lines, UnaryOperator<TableBuilder<Line>> columns) {
    TableBuilder<Line> builder = new TableBuilder<>(lines);
    builder.add(Column.names("zkVM"), line -> Cell.strong(line.title()));
    return columns.apply(builder).table(List.of());
  }

  private static TableBuilder<Line> addBits(TableBuilder<Line> table) {
    table.add(
        Column.numbers("bits"),
        line -> number(line.row().estimate().findSecurity().map(figure -> figure.bits())));
    table.add(
        Column.numbers("after\nFiat-\nShamir"),
        line -> number(line.row().estimate().nonInteractive().map(NonInteractive::bits)));
    for (Milestone milestone : Milestone.values()) {
      table.add(
          Column.texts(milestone.word() + "\n" + milestone.bits() + " bits"),
          line -> verdict(new MilestoneResult(milestone, line.row().estimate()), line.row()));
    }
    return table.add(
        Column.names("next, and the least change for it"), line -> Cell.of(nearest(line.row())));
  }

  private static TableBuilder<Line> addSizes(List<Line> lines, TableBuilder<Line> table) {
    boolean isSent = lines.stream().anyMatch(line -> line.row().estimate().isSizedAsSent());
    table.add(
        Column.numbers(isSent ? "final proof\nas sent, KiB" : "final proof\nKiB"),
        line -> Cell.of(sizes(line.row(), size -> ProofSize.kib(size).toString())));
    if (lines.stream().anyMatch(line -> other(line.row()).isPresent())) {
      table.add(
          Column.numbers(isSent ? "soundcalc\nKiB" : "as sent\nKiB"),
          line -> other(line.row()).map(Cell::of).orElse(Cell.DASH));
    }
    for (Milestone milestone : Milestone.values()) {
      table.add(
          Column.numbers(milestone.word() + "\n" + milestone.size(SizeLimit.Measure.WORST).text()),
          line -> {
            MilestoneResult result = new MilestoneResult(milestone, line.row().estimate());
            return Cell.of(sizes(line.row(), size -> signed(result.spareKib(size))));
          });
    }
    return table.add(Column.names("recursion"), line -> Cell.of(line.row().recursion().word()));
  }

  private static Cell number(Optional<Integer> figure) {
    return figure.map(bits -> Cell.strong(bits.toString())).orElse(Cell.DASH);
  }

  private static Cell verdict(MilestoneResult result, MilestoneReport.Row row) {
    String bits =
        result.spareBits().isPresent()
            ? " " + signed(BigInteger.valueOf(result.spareBits().getAsLong()))
            : "";
    String pass = row.passesWithCaveats(result) ? "pass*" : "pass";
    return result.passed() ? Cell.of(pass + bits) : new Cell("FAIL" + bits, Emphasis.ERROR);
  }

  private static String sizes(MilestoneReport.Row row, Function<BigInteger, String> words) {
    ProofSize size = row.estimate().decidingSize();
    return Stream.concat(
            Stream.of(size.worstCaseBits(), size.expectedBits()), row.measured().stream())
        .map(words)
        .collect(Collectors.joining("/"));
  }

  /** The size that does not decide, where there are two. */
  private static Optional<String> other(MilestoneReport.Row row) {
    return row.estimate()
        .otherSize()
        .map(
            size -> ProofSize.kib(size.worstCaseBits()) + "/" + ProofSize.kib(size.expectedBits()));
  }

  /** The least demanding milestone that is not passed, with what must change. */
  private static String nearest(MilestoneReport.Row row) {
    for (MilestoneResult result : row.results()) {
      if (!result.passed()) {
        return result.milestone().word()
            + ": "
            + row.next()
                .flatMap(
                    verdict ->
                        Outlook.of(verdict).map(outlook -> OutlookWords.brief(outlook, verdict)))
                .orElseGet(() -> String.join(", ", needs(result)));
      }
    }
    return row.recursion() == RecursionDescription.DESCRIBED
        ? "all passed"
        : "all passed, recursion not described";
  }

  private static List<String> needs(MilestoneResult result) {
    List<String> needs = new ArrayList<>();
    if (result.spareBits().isEmpty()) {
      needs.add("a proven figure");
    } else if (result.spareBits().getAsLong() < 0) {
      needs.add(TreeWords.bits(-result.spareBits().getAsLong()) + " more");
    }
    BigInteger spare = result.spareKib(result.estimate().decidingSize().worstCaseBits());
    if (spare.signum() < 0) {
      needs.add(spare.negate() + " KiB less");
    }
    return needs;
  }

  private static String signed(BigInteger number) {
    return number.signum() < 0 ? number.toString() : "+" + number;
  }
}
