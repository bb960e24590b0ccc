package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.Circuit;

/** The sketch of the soundness argument in four steps, and what it leaves out. */
final class Argument {
  private final Architecture architecture;
  private final Gaps gaps;
  private final Document document;

  Argument(Architecture architecture, Gaps gaps, Document document) {
    this.architecture = architecture;
    this.gaps = gaps;
    this.document = document;
  }

  void add() {
    document.heading(2, "Sketch of the soundness argument");
    text(
        "Claim: whoever makes the verifier accept a final proof knows, except with the probability"
            + " bounded below, a witness of what the leaves prove. The four steps name the"
            + " assumptions that they use by their numbers in the next section.");
    addEachProof();
    addFiatShamir();
    addComposition();
    addUnion();
    new Assumptions(architecture, document).add();
    addLimits();
  }

  private void addEachProof() {
    document.heading(3, "Step 1: each proof");
    text(
        "The protocol behind a proof of a circuit has round-by-round soundness: a prover without a"
            + " witness starts in a doomed state, leaves it in a round with probability at most"
            + " that round's error, and is rejected if it leaves it in none. The rounds are the"
            + " terms in the tables above, each bounded by the theorem beside it, under the regime"
            + " named (assumption 1). The error ε_C of circuit C is the largest of its rounds':");
    List<List<Cell>> rows = new ArrayList<>();
    for (List<CircuitEstimate> equal : equalIn(this::bound)) {
      CircuitEstimate circuit = equal.get(0);
      gaps.of(equal.size());
      rows.add(
          List.of(
              Cell.of(names(equal)),
              gaps.cell(
                  bound(circuit),
                  "no bound for step 1: no proven regime among those selected covers "
                      + names(equal)),
              Cell.of(circuit.best().map(f -> f.regime().name()).orElse(Figures.DASH))));
    }
    gaps.of(1);
    document.table(
        new Table(
            List.of(Column.names("circuit C"), Column.names("ε_C"), Column.texts("regime")),
            rows,
            List.of()));
  }

  private Optional<String> bound(CircuitEstimate circuit) {
    return circuit
        .best()
        .map(f -> "at most 2^-" + Figures.decimalBits(f.binding()).toPlainString());
  }

  /**
   * Circuits of which something is the same, the regime too; each group at its first one's place.
   */
  private List<List<CircuitEstimate>> equalIn(Function<CircuitEstimate, Object> what) {
    Map<Object, List<CircuitEstimate>> equal = new LinkedHashMap<>();
    for (CircuitEstimate circuit : architecture.circuits()) {
      Object regime = circuit.best().map(f -> f.regime().name());
      equal
          .computeIfAbsent(List.of(what.apply(circuit), regime), any -> new ArrayList<>())
          .add(circuit);
    }
    return List.copyOf(equal.values());
  }

  /** What sentences call some circuits, or all of them. */
  private String names(List<CircuitEstimate> circuits) {
    return circuits.size() > 1 && circuits.size() == architecture.circuits().size()
        ? "all " + circuits.size() + " circuits"
        : String.join(", ", circuits.stream().map(CircuitEstimate::name).toList());
  }

  private static Optional<String> sent(CircuitEstimate circuit) {
    return circuit
        .nonInteractive()
        .map(
            s ->
                "%s after Fiat-Shamir with digests of %d bits, %s"
                    .formatted(
                        TreeWords.bits(s.bits()),
                        circuit.circuit().id().hashBits(),
                        s.binds().limit()));
  }

  private void addFiatShamir() {
    document.heading(3, "Step 2: Fiat-Shamir");
    text(
        "The proof that is sent takes its challenges from a hash. In the random oracle model a"
            + " forger with Q queries succeeds for one proof with probability at most Q·ε + 3(Q² +"
            + " 1)·2^-λ, where λ is the length of a digest in bits [BCS16 Thm 7.1; with"
            + " round-by-round soundness CCH+19, CMS19] (assumptions 2 and 3). The witness of an"
            + " accepted proof is read off the prover's queries, without rewinding, so that"
            + " extraction can be repeated level by level.");
    List<String> items = new ArrayList<>();
    for (List<CircuitEstimate> equal : equalIn(Argument::sent)) {
      sent(equal.get(0)).ifPresent(words -> items.add(names(equal) + ": " + words));
    }
    document.add(new Block.Items(items, Emphasis.NONE));
  }

  private void addComposition() {
    document.heading(3, "Step 3: composition, from the root down");
    if (!architecture.isTree()) {
      gaps.paragraph(
          "step 3 cannot be carried out: the file does not say which circuit verifies the proofs"
              + " of which",
          document);
      return;
    }
    List<Circuit> own = architecture.selfVerifying();
    if (architecture.circuits().size() == 1 && own.isEmpty()) {
      text(
          "The only circuit verifies no proofs: the final proof is the only one, and its witness,"
              + " extracted by steps 1 and 2, is the whole (assumptions 3, 4 and 7).");
      return;
    }
    List<String> root = architecture.tree().map(this::root).stream().toList();
    text(
        "By induction on the depth. The final proof"
            + (root.isEmpty() ? "" : ", of " + root.get(0) + ",")
            + " is accepted: by steps 1 and 2 a witness of its relation is extracted. That witness"
            + " contains the proofs which it verified, each accepted by the verifier that the"
            + " circuit computes (assumptions 4 and 5), under a verification key of a circuit of"
            + " this description (assumption 6) and with public values that fit together"
            + " (assumption 7). The same step applies to each of them.");
    if (own.isEmpty()) {
      text(
          "Extraction ends at the leaves, which verify nothing: no circuit verifies proofs of its"
              + " own, so that each step leads to a circuit nearer to the leaves, and there are "
              + architecture.circuits().size()
              + " circuits.");
      return;
    }
    for (Circuit circuit : own) {
      text(baseCase(circuit));
    }
  }

  private String root(Tree tree) {
    return tree.estimate().branches().get(tree.estimate().root()).name();
  }

  private String baseCase(Circuit circuit) {
    String name = circuit.id().name();
    List<String> others =
        circuit.id().verifies().orElse(List.of()).stream().filter(o -> !o.equals(name)).toList();
    return "Base case of "
        + name
        + ", which verifies proofs of its own: "
        + (others.isEmpty()
            ? "the first proof of the chain, which verifies none"
            : "the proofs of " + String.join(", ", others) + " among those that it verifies")
        + ". Extraction ends there, provided that no proof of "
        + name
        + " rests on itself and that their depth is bounded, which its relation has to guarantee"
        + " (assumption 8).";
  }

  private void addUnion() {
    document.heading(3, "Step 4: the union");
    Optional<TreeEstimate> tree = architecture.tree().map(Tree::estimate);
    if (tree.isEmpty()) {
      gaps.paragraph("step 4 cannot be carried out: the numbers of proofs are not known", document);
      return;
    }
    Optional<TreeEstimate.Figure> figure = tree.get().figure();
    if (figure.isEmpty()) {
      gaps.paragraph(
          "step 4 cannot be carried out: no proven figure for "
              + String.join(", ", tree.get().unproven()),
          document);
      return;
    }
    text(
        "If no statement of a proof in the tree is false and accepted, the leaves hold. With N_C"
            + " proofs of circuit C, the probability of the contrary is, per query, at most"
            + " Σ N_C·ε_C ≤ 2^-"
            + figure.get().bits()
            + ", over "
            + TreeWords.count(tree.get().proofs())
            + " proofs in the honest tree (assumption 9), beside the hash's part in step 2, which"
            + " counts once. If transcripts are separated by statement"
            + " and verification key, so that a query serves one proof only, the weakest proof"
            + " decides: "
            + architecture
                .estimate()
                .findSecurity()
                .map(s -> TreeWords.bits(s.bits()) + " (" + s.circuit() + ").")
                .orElse("no figure."));
  }

  private void addLimits() {
    document.heading(2, "What is not covered");
    document.add(
        new Block.Items(
            List.of(
                "What follows on the last circuit, such as a Groth16 proof that wraps it, and its"
                    + " trusted setup.",
                "A proof of the recursive extractor: its loss with the depth of the tree, and a"
                    + " random oracle that circuits compute.",
                "A tree that a cheating prover shapes otherwise than the honest one.",
                "Whether the circuits express the machine that they are meant to, and the"
                    + " correctness of the implementation.",
                "Adversaries with quantum computers, and zero knowledge."),
            Emphasis.NONE));
  }

  private void text(String text) {
    document.text(text, Emphasis.NONE);
  }
}
