package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeDocument;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.CircuitStatement;

/** The description of an architecture, and the sketch of its soundness argument, as a page. */
public final class ArchitectureDocument {
  private static final String IN_STATEMENT = " (%s in [circuits.statement])";

  private final Architecture architecture;
  private final Gaps gaps;
  private final Document document = new Document(Document.Medium.PAGE);

  private ArchitectureDocument(Architecture architecture, Gaps gaps) {
    this.architecture = architecture;
    this.gaps = gaps;
  }

  /**
   * Writes it.
   *
   * @param architecture the zkVM
   * @return the document
   */
  public static Document of(Architecture architecture) {
    Gaps gaps = new Gaps();
    ArchitectureDocument body = new ArchitectureDocument(architecture, gaps);
    body.addVersion();
    body.addTree();
    body.document.heading(2, "The circuits");
    AlikeCircuits.of(architecture).forEach(body::addCircuits);
    new Argument(architecture, gaps, body.document).add();
    Checks.add(architecture, body.document);
    body.addGaps();
    ArchitectureDocument whole = new ArchitectureDocument(architecture, gaps);
    new Summary(architecture, gaps, whole.document).add(); // counts the gaps of what follows
    body.document.blocks().forEach(whole.document::add);
    return whole.document;
  }

  private void addVersion() {
    if (architecture.estimate().zkvm().version().isEmpty()) {
      gaps.of(1);
      gaps.paragraph(
          "the file does not say which version of the zkVM it describes (version in [zkevm])",
          document);
    }
  }

  private void addTree() {
    document.heading(2, "The tree of proofs");
    Optional<Tree> tree = architecture.tree();
    if (tree.isPresent()) {
      TreeDocument.addDescription(tree.get(), document);
      text(
          "The counts are those of the honest, fully packed tree; the number of leaf proofs is an"
              + " assumption of the file's author.");
      return;
    }
    boolean isTree = architecture.isTree();
    gaps.paragraph(
        isTree
            ? "the file does not say how many proofs there are (max_leaf_proofs in [recursion])"
            : "the file does not say which circuit verifies the proofs of which (verifies and"
                + " arity in circuits), nor how many proofs there are (max_leaf_proofs in"
                + " [recursion])",
        document);
    text("Circuits, in the order of the file: " + String.join(", ", architecture.names()) + ".");
  }

  private void addCircuits(AlikeCircuits alike) {
    CircuitEstimate circuit = alike.first();
    int index = architecture.circuits().indexOf(circuit);
    CircuitStatement said = architecture.statements().get(index);
    CircuitId id = circuit.circuit().id();
    String name = alike.name();
    gaps.of(alike.circuits().size());
    document.heading(3, (alike.isOne() ? "Circuit " : "Circuits ") + name);
    if (!alike.isOne()) {
      text(
          "The file says the same of "
              + (alike.circuits().size() == architecture.circuits().size()
                  ? "all circuits, but for numbers."
                  : "these circuits, but for numbers: " + alike.names() + "."));
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            "proves",
            said.relation(),
            "the file does not say what "
                + (alike.isOne()
                    ? "a proof of " + name + " proves"
                    : "proofs of " + name + " prove")
                + in("relation")));
    rows.add(
        row(
            "verifies",
            verifies(circuit),
            "the file does not say what " + name + (alike.isOne() ? " verifies" : " verify")));
    rows.add(
        row(
            "verification keys",
            said.vkBinding(),
            "the file does not say how verification keys are bound in " + name + in("vk_binding")));
    rows.add(
        row(
            "public values",
            said.publicValues(),
            "the file does not say how public values are bound in " + name + in("public_values")));
    rows.add(
        row(
            "hash",
            said.hash()
                .map(hash -> hash + "; the figures count on digests of " + id.hashBits() + " bits"),
            "the file does not name the hash of "
                + name
                + in("hash")
                + "; the figures count on digests of "
                + id.hashBits()
                + " bits"));
    rows.add(
        row(
            "proof system",
            Figures.proofSystem(id) + ", challenges drawn from " + id.field().tomlName()));
    rows.add(
        row(
            "proven security",
            alike.security(),
            "no proven regime among those selected covers " + name));
    document.table(
        new Table(
            List.of(Column.texts("item"), Column.names("what the file says")), rows, List.of()));
    gaps.of(1);
    if (alike.isOne()) {
      circuit.best().ifPresent(figures -> CircuitColumns.add(circuit, document));
    } else {
      alike.byRegime().forEach(this::addTerms);
    }
  }

  private void addTerms(AlikeCircuits alike) {
    CircuitRows rows = CircuitRows.of(alike.circuits());
    if (alike.isFew() || !rows.fits()) {
      CircuitColumns.add(alike.circuits(), document);
    } else {
      rows.addTo(document);
    }
  }

  private Optional<String> verifies(CircuitEstimate circuit) {
    Optional<List<String>> verifies = architecture.verifies(circuit);
    if (verifies.isEmpty()) {
      return architecture.isTree() ? Optional.of("nothing: a leaf of the tree") : Optional.empty();
    }
    long arity = circuit.circuit().id().arity().orElse(1L);
    return Optional.of(
        "proofs of %s, at most %d at once".formatted(String.join(" or ", verifies.get()), arity));
  }

  private static String in(String key) {
    return IN_STATEMENT.formatted(key);
  }

  private void addGaps() {
    document.heading(2, "Gaps");
    List<String> all = gaps.all();
    if (all.isEmpty()) {
      text(
          "None: the file answers every question of this draft. That its answers are right is for"
              + " a reviewer to say.");
      return;
    }
    text("To be answered by the zkVM's team before this draft can be reviewed:");
    document.add(new Block.Items(all, Emphasis.ERROR));
  }

  private void text(String text) {
    document.text(text, Emphasis.NONE);
  }

  private List<Cell> row(String item, Optional<String> stated, String gap) {
    return List.of(Cell.of(item), gaps.cell(stated, gap));
  }

  private static List<Cell> row(String item, String stated) {
    return List.of(Cell.of(item), Cell.of(stated));
  }
}
