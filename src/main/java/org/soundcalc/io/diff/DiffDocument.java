package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.RegimeInfo;

/**
 * The difference to be read: the zkVMs first, then circuits, parameters and terms. On a terminal
 * what was lost comes last, where the eye is; a page has a headline.
 */
public final class DiffDocument {
  private static final String BINDING = "* binding term";
  private static final String LEGEND =
      BINDING + ": the term with the fewest bits; it decides the circuit's bits";

  /** More terms than these are folded on a page. */
  private static final int FEW_TERMS = 8;

  private DiffDocument() {}

  /**
   * Makes the document.
   *
   * @param report the difference
   * @param medium what it is read on
   * @return what moved
   */
  public static Document of(DiffReport report, Document.Medium medium) {
    Document document = new Document(medium);
    if (document.isPage()) {
      document.heading(2, "Soundness" + headline(report));
    }
    if (!report.moved().isEmpty()) {
      add(report, document);
    } else if (!document.isPage()) {
      document.text("no change", Emphasis.NONE);
    }
    report.provisos().addTo(document);
    for (RegimeInfo regime : report.preprints()) {
      document.add(new Block.Proviso("with ", regime.name() + ": " + regime.standing()));
    }
    return document;
  }

  private static void add(DiffReport report, Document document) {
    String notCompared = report.notComparedText();
    if (document.isPage() && !report.hasRegressions() && !notCompared.isEmpty()) {
      document.text("Not compared: " + notCompared, Emphasis.NONE);
    }
    document.add(DiffTables.zkvms(report));
    boolean several = report.zkvms().size() > 1;
    boolean hasTerms = false;
    for (ZkvmComparison zkvm : report.detailed()) {
      document.space();
      if (several) {
        String sources = " · " + Moves.text(zkvm.sources());
        document.heading(3, zkvm.title() + (document.isPage() ? "" : sources));
        document.space();
      }
      hasTerms |= add(zkvm, document);
    }
    if (document.isPage() && report.hasRegressions()) {
      document.text("Regressions", Emphasis.ERROR);
    } else if (!document.isPage()) {
      document.space();
      if (hasTerms) {
        document.text(LEGEND, Emphasis.FAINT);
        document.space();
      }
    }
    List<String> regressions =
        report.named().stream().map(lost -> "regression: " + lost.text(several)).toList();
    if (!regressions.isEmpty()) {
      document.add(new Block.Items(regressions, Emphasis.ERROR));
    } else if (!document.isPage()) {
      String rest = notCompared.isEmpty() ? "" : "; not compared: " + notCompared;
      document.text("no regression" + rest, Emphasis.NONE);
    }
  }

  /** Adds what changed in a zkVM, and says whether terms are shown. */
  private static boolean add(ZkvmComparison zkvm, Document document) {
    zkvm.remarks().forEach(document::warning);
    if (zkvm.movedCircuits().isEmpty()) {
      return false;
    }
    document.space();
    document.add(DiffTables.circuits(zkvm));
    Table parameters = DiffTables.parameters(zkvm);
    if (!parameters.rows().isEmpty()) {
      document.space();
      document.table(parameters);
    }
    List<Table> terms =
        zkvm.movedCircuits().stream()
            .map(DiffTables::terms)
            .filter(table -> !table.rows().isEmpty())
            .toList();
    if (terms.isEmpty()) {
      return false;
    }
    document.space();
    List<Block> shown = new ArrayList<>(List.of(new Block.Tables(terms)));
    if (document.isPage()) {
      shown.add(new Block.Paragraph(BINDING, Emphasis.NONE, 0));
    }
    if (terms.stream().mapToInt(table -> table.rows().size()).sum() > FEW_TERMS) {
      document.add(new Block.Folded("Terms that moved", shown));
    } else {
      shown.forEach(document::add);
    }
    return true;
  }

  /** What follows the word soundness. */
  private static String headline(DiffReport report) {
    List<ZkvmComparison> moved = report.moved();
    if (moved.isEmpty()) {
      return ": no change";
    }
    int count = report.named().size();
    String regressions =
        switch (count) {
          case 0 -> "; no regression";
          case 1 -> "; 1 regression";
          default -> "; " + count + " regressions";
        };
    return report.zkvms().size() == 1
        ? headline(moved.get(0)) + regressions
        : ": " + moved.size() + " of " + report.zkvms().size() + " zkVMs changed" + regressions;
  }

  private static String headline(ZkvmComparison zkvm) {
    if (zkvm.diff().security().latest().isEmpty()) {
      return " of " + zkvm.title() + ": changed";
    }
    Cell bits = Moves.bits(zkvm.diff().securityBits(), zkvm.diff().sides());
    String unmoved = bits.change().equals(Moves.SAME) ? ", as before" : "";
    Cell tree = DiffTables.tree(zkvm);
    String ofTree =
        zkvm.diff().treeFigure().isMoved()
            ? ", whole tree " + tree.text() + " bits" + bracketed(tree)
            : "";
    String ofZkvm = bits.text() + " bits" + bracketed(bits) + unmoved;
    return " of " + zkvm.title() + ": " + ofZkvm + ofTree;
  }

  private static String bracketed(Cell figure) {
    return figure.change().length() > 1 ? " (" + figure.change() + ")" : "";
  }
}
