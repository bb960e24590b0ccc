package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Improvement;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeDocument;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Decoding;

/** Estimates to be read: the zkVMs first, then their circuits, then the circuits' terms. */
public final class EstimateDocument {
  private static final String LEGEND =
      "* binding term: the term with the fewest bits; it decides the circuit's bits";
  private static final String MORE = "--full, or a single FILE, shows circuits and terms";

  private static final String CAVEATS =
      "What a pass does not cover is shown by soundcalc milestones.";
  private static final String LEFT_OUT =
      "The circuits of %d of %d zkVMs, the largest, are left out: GitHub shows no comment of over"
          + " 65,536 characters. --full shows all.";

  /** Bytes of a summary: room is left for what a user writes around it. */
  private static final int LARGEST_PAGE = 60_000;

  private EstimateDocument() {}

  /** How much of the estimates is shown. */
  public enum Detail {
    /** The zkVMs alone; on a page with their circuits, folded. */
    SUMMARY,

    /** Their circuits and terms too, rounds that are alike folded into one. */
    TERMS,

    /** Every term with decimals, and every parameter. */
    VERBOSE
  }

  /**
   * Makes the document.
   *
   * @param report the estimates
   * @param detail how much of them is shown; a page has no more than the terms
   * @param medium what it is read on
   * @return the document
   */
  public static Document of(Report report, Detail detail, Document.Medium medium) {
    Document document = new Document(medium);
    boolean several = report.zkvms().size() > 1;
    Block summary = Tables.zkvms(report.zkvms());
    if (several && document.isPage()) {
      document.heading(1, "Soundness estimates");
    }
    if (detail == Detail.SUMMARY && document.isPage()) {
      document.add(Tables.zkvmsWithMilestones(report.zkvms()));
    } else if (several || !document.isPage()) {
      document.add(summary);
    }
    report.provisos().addTo(document);
    if (detail == Detail.SUMMARY) {
      betterFigures(report).ifPresent(better -> document.text(better, Emphasis.STRONG));
      nonInteractive(report).ifPresent(sent -> document.text(sent, Emphasis.FAINT));
      document.space();
      report.warnings().forEach(warning -> document.warning(warning.placed()));
      document.space();
      if (document.isPage()) {
        document.text(CAVEATS, Emphasis.FAINT);
        report.caveats().forEach(document::caveat);
        addFolded(report, document);
      }
      document.text(MORE, Emphasis.FAINT);
      newer(report).ifPresent(line -> document.text(line, Emphasis.FAINT));
      return document;
    }
    for (ZkvmReport zkvm : report.zkvms()) {
      if (!zkvm.shown().isEmpty()) {
        document.space();
        if (several || document.isPage()) {
          document.add(new Block.Heading(2, zkvm.title(), " · " + zkvm.source()));
          document.space();
        }
        add(zkvm, detail, report.provisos().costs(), document);
      }
    }
    document.space();
    if (!document.isPage()) {
      document.text(LEGEND, Emphasis.FAINT);
    }
    newer(report).ifPresent(line -> document.text(line, Emphasis.FAINT));
    report.caveats().forEach(document::caveat);
    document.add(new Block.Again(summary));
    return document;
  }

  /** The circuits of each zkVM, folded; the largest left out where all are too much for GitHub. */
  private static void addFolded(Report report, Document document) {
    List<Block.Folded> kept = new ArrayList<>();
    long bytes = bytes(document.blocks());
    for (ZkvmReport zkvm : report.zkvms()) {
      Document details = new Document(Document.Medium.PAGE);
      details.add(Tables.circuits(zkvm));
      Block.Folded folded = new Block.Folded(zkvm.title() + ": circuits", details.blocks());
      bytes += bytes(List.of(folded));
      kept.add(folded);
    }
    List<Block.Folded> largestFirst = new ArrayList<>(kept);
    largestFirst.sort(Comparator.comparingLong(each -> -bytes(List.of(each))));
    for (int i = 0; bytes > LARGEST_PAGE && i < largestFirst.size(); i++) {
      Block.Folded largest = largestFirst.get(i);
      bytes -= bytes(List.of(largest));
      kept.remove(largest);
    }
    kept.forEach(document::add);
    if (kept.size() < largestFirst.size()) {
      document.text(
          LEFT_OUT.formatted(largestFirst.size() - kept.size(), largestFirst.size()),
          Emphasis.STRONG);
    }
  }

  private static long bytes(List<Block> blocks) {
    Document part = new Document(Document.Medium.PAGE);
    blocks.forEach(part::add);
    StringWriter text = new StringWriter();
    try {
      new MarkdownDocument(part).writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8).length + 1L;
  }

  private static void add(ZkvmReport zkvm, Detail detail, CostFigures costs, Document document) {
    if (document.isPage()) {
      document.add(Tables.zkvms(List.of(zkvm)));
    }
    zkvm.warnings().forEach(warning -> document.warning(warning.message()));
    document.space();
    if (document.isPage()) {
      document.heading(3, "Circuits");
    }
    document.add(Tables.circuits(zkvm));
    if (zkvm.improvement().isPresent()) {
      document.text(hint(zkvm.improvement().get()), Emphasis.STRONG);
    }
    zkvm.estimate()
        .nonInteractive()
        .ifPresent(sent -> document.text(nonInteractive(sent), Emphasis.FAINT));
    Optional<Tree> tree = Tree.of(zkvm.estimate());
    if (tree.isPresent()) {
      document.space();
      TreeDocument.add(tree.get(), document);
    }
    List<Table> terms = new ArrayList<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      if (detail == Detail.VERBOSE && !document.isPage()) {
        addInFull(circuit, costs, document);
      } else if (circuit.isCovered() && document.isPage()) {
        addToPage(circuit, document);
      } else if (circuit.isCovered()) {
        terms.add(TermTables.folded(circuit));
      }
    }
    if (!terms.isEmpty()) {
      document.space();
      document.add(new Block.Tables(terms));
    }
  }

  /** Where the usual regimes were asked for, that newer theorems are there for some circuit. */
  private static Optional<String> newer(Report report) {
    boolean isUsual = report.regimes().stream().allMatch(regime -> regime.info().isCustomary());
    boolean isForSome =
        report.zkvms().stream()
            .flatMap(zkvm -> zkvm.estimate().circuits().stream())
            .anyMatch(circuit -> hasNewer(circuit.circuit()));
    return isUsual && isForSome && report.provisos().bounds() == BoundSet.MAY_2026
        ? Optional.of("--bounds " + BoundSet.SEPTEMBER_2026.word() + " may prove more")
        : Optional.empty();
  }

  /**
   * They choose an agreement, and bound lists there: asked without loading what calculates them.
   */
  private static boolean hasNewer(Circuit circuit) {
    return circuit.excludes(Decoding.LIST).isEmpty() && !circuit.codes().isEmpty();
  }

  /** Of the proofs that are sent, in words. */
  private static String nonInteractive(NonInteractive sent) {
    return "non-interactive: "
        + sent.bits()
        + (sent.bits() == 1 ? " bit, " : " bits, ")
        + sent.binds().limit();
  }

  /** The same of several zkVMs, named where it is not their figure. */
  private static Optional<String> nonInteractive(Report report) {
    List<String> others = new ArrayList<>();
    boolean isSome = false;
    for (ZkvmReport zkvm : report.zkvms()) {
      Optional<NonInteractive> sent = zkvm.estimate().nonInteractive();
      isSome = isSome || sent.isPresent();
      sent.filter(figure -> figure.bits() != zkvm.estimate().security().bits())
          .ifPresent(figure -> others.add(figure.bits() + " of " + zkvm.title()));
    }
    String but = others.isEmpty() ? "" : ", but " + String.join(", ", others);
    return isSome ? Optional.of("non-interactive bits: the same" + but) : Optional.empty();
  }

  /** A better figure in words, with the option that shows it. */
  private static String hint(Improvement better) {
    List<Long> chosen = better.multiplicities();
    String with = chosen.isEmpty() ? "" : " with m = " + Figures.multiplicities(chosen);
    return "best proven: "
        + better.bits()
        + " bits in "
        + better.regime().name()
        + with
        + " (--regimes "
        + Regimes.word(better.regime())
        + ")";
  }

  /** The same of several zkVMs. */
  private static Optional<String> betterFigures(Report report) {
    List<String> figures = new ArrayList<>();
    for (ZkvmReport zkvm : report.zkvms()) {
      zkvm.improvement()
          .map(better -> zkvm.title() + " " + better.bits() + " in " + better.regime().name())
          .ifPresent(figures::add);
    }
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of("best proven: " + String.join(", ", figures) + " (--regimes proven)");
  }

  private static void addInFull(CircuitEstimate circuit, CostFigures costs, Document terminal) {
    CircuitId id = circuit.circuit().id();
    String details = " · " + Figures.proofSystem(id) + " · " + id.field().displayName();
    List<Table> tables = new ArrayList<>(List.of(TermTables.parameters(circuit)));
    if (circuit.isCovered()) {
      tables.add(TermTables.inFull(circuit));
    }
    tables.add(TermTables.grinding(circuit.grinding()));
    costs.table(circuit.circuit()).ifPresent(tables::add);
    terminal.space();
    terminal.add(new Block.Heading(3, id.name(), details));
    terminal.space();
    terminal.add(new Block.Tables(tables));
  }

  private static void addToPage(CircuitEstimate circuit, Document page) {
    page.heading(3, circuit.name());
    page.table(TermTables.folded(circuit));
    if (!circuit.grinding().sites().isEmpty()) {
      page.table(TermTables.grinding(circuit.grinding()));
    }
  }
}
