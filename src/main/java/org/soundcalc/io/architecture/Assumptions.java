package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.GrindingSite;

/** What the soundness argument takes for granted, and who carries it. */
final class Assumptions {
  private static final String PAPERS = "the papers";
  private static final String HASH = "the hash";
  private static final String CIRCUITS = "the circuits' authors";
  private static final String VERIFIER = "the verifier's authors";

  private final Architecture architecture;
  private final Document document;

  Assumptions(Architecture architecture, Document document) {
    this.architecture = architecture;
    this.document = document;
  }

  void add() {
    document.heading(2, "Assumptions");
    document.text(
        "Assumptions 4, 6 and 7 are about what the tables of the circuits say; a gap there is a gap"
            + " here.",
        Emphasis.NONE);
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
}
