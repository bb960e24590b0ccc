package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.soundcalc.model.GrindingSite;

/** The sketch of the soundness argument in four steps, what it assumes and what it leaves out. */
final class Argument {
  private static final String PAPERS = "the papers";
  private static final String HASH = "the hash";
  private static final String CIRCUITS = "the circuits' authors";
  private static final String VERIFIER = "the verifier's authors";

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
    addAssumptions();
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

  /** Where the file does not say which circuits verify which, each may verify its own proofs. */
  private String ownProofs() {
    if (architecture.isTree() && architecture.selfVerifying().isEmpty()) {
      return "No circuit verifies proofs of its own, directly or through others.";
    }
    String proof =
        architecture.isTree()
            ? "No proof of a circuit that verifies its own proofs rests on itself"
            : "No proof rests on itself, directly or through others";
    return proof
        + ", and a cheating prover cannot make their tree deeper than the extraction can bear.";
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

  private void addAssumptions() {
    document.heading(2, "Assumptions");
    text(
        "Assumptions 4, 6 and 7 are about what the tables of the circuits say; a gap there is a gap"
            + " here.");
    List<List<Cell>> rows = new ArrayList<>();
    assume(
        rows,
        "The theorems cited hold, and bound the loss of knowledge as they bound soundness: "
            + String.join(", ", papers())
            + ".",
        PAPERS);
    assume(
        rows,
        "The hash behaves as a random oracle with digests of the length stated; so does the"
            + " concrete function that circuits compute when they verify proofs, about which the"
            + " random oracle model has no theorem.",
        HASH);
    assume(
        rows,
        "Each transcript absorbs the statement, the verification key, the public values and every"
            + " message before the challenge that depends on it.",
        VERIFIER);
    assume(
        rows,
        "The constraints of each circuit hold only for the relation stated for it.",
        CIRCUITS);
    assume(
        rows,
        "A circuit that verifies proofs computes the verifier of exactly those proof systems and"
            + " parameters that this description has, checks of proof-of-work included.",
        CIRCUITS);
    assume(
        rows,
        "Verification keys are bound as stated: no proof is accepted under another key.",
        CIRCUITS);
    assume(
        rows,
        "Public values are bound as stated: those of proofs that are joined follow on each other,"
            + " and those of the final proof are the claim.",
        CIRCUITS);
    assume(rows, ownProofs(), CIRCUITS);
    assume(
        rows,
        architecture.tree().isPresent()
            ? "There are no more leaf proofs than the file states, and the tree has the shape of"
                + " the honest one."
            : "The numbers of proofs are bounded, and the tree has the shape of the honest one; the"
                + " file states neither.",
        "the file's author");
    assume(
        rows,
        "The verifier that is deployed has the parameters of the file, and checks that the final"
            + " proof is one of the last circuit, under its fixed key.",
        VERIFIER);
    if (isGround()) {
      assume(
          rows,
          "A hash of the proof-of-work costs a forger as much as a query: the figures count its"
              + " bits.",
          HASH);
    }
    document.table(
        new Table(
            List.of(Column.numbers("no."), Column.names("assumption"), Column.names("carried by")),
            rows,
            List.of()));
  }

  private static void assume(List<List<Cell>> rows, String text, String bearer) {
    rows.add(List.of(Cell.of(rows.size() + 1L), Cell.of(text), Cell.of(bearer)));
  }

  private boolean isGround() {
    return architecture.circuits().stream()
        .flatMap(c -> c.circuit().grindingSites().stream())
        .map(GrindingSite::bits)
        .anyMatch(bits -> bits > 0);
  }

  private Set<String> papers() {
    Set<String> papers = new TreeSet<>();
    architecture.circuits().stream()
        .flatMap(c -> c.best().stream())
        .flatMap(f -> f.terms().stream())
        .flatMap(term -> term.term().sources().stream())
        .forEach(source -> papers.add(source.paper().key() + " (" + source.paper().link() + ")"));
    return papers;
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
