package org.soundcalc.io.architecture;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.ProofSize;

/** What a reader of an architecture sees first: its source, its figures, its milestones. */
final class Summary {
  private final Architecture architecture;
  private final Gaps gaps;
  private final Document document;

  /**
   * Prepares it.
   *
   * @param architecture the zkVM
   * @param gaps all of them: the summary counts them
   * @param document what it is added to
   */
  Summary(Architecture architecture, Gaps gaps, Document document) {
    this.architecture = architecture;
    this.gaps = gaps;
    this.document = document;
  }

  void add() {
    document.heading(
        1, architecture.estimate().zkvm().title() + ": recursion architecture and soundness");
    text(
        "Draft by soundcalc "
            + architecture.version()
            + ", from "
            + architecture.source()
            + " alone. Figures follow from the parameters in that file; texts on circuits are its"
            + " author's. What the file does not say is marked as a gap, in bold, and listed at the"
            + " end.");
    architecture.provisos().addTo(document);
    architecture.warnings().forEach(warning -> document.warning(warning.message()));
    document.heading(2, "Summary");
    document.table(summary());
    document.table(milestones());
    text(
        "A milestone is passed here by its bits and its size. Whether the description and the"
            + " argument below satisfy it is for its reviewers.");
    addRegimes();
  }

  private Table summary() {
    List<List<Cell>> rows = new ArrayList<>();
    Optional<Security> security = architecture.estimate().findSecurity();
    rows.add(
        row(
            "proven security, per proof",
            security
                .map(
                    s ->
                        TreeWords.bits(s.bits())
                            + (s.regime().equals(Security.MIXED)
                                ? ", each circuit in its own best regime"
                                : " in " + s.regime())
                            + "; the weakest circuit is "
                            + s.circuit())
                .orElse("none: no proven regime among those selected covers every circuit")));
    architecture
        .estimate()
        .nonInteractive()
        .map(NonInteractive::bits)
        .ifPresent(
            bits ->
                rows.add(row("after Fiat-Shamir", TreeWords.bits(bits) + ", the least circuit's")));
    architecture
        .tree()
        .map(Tree::estimate)
        .flatMap(TreeEstimate::figure)
        .ifPresent(
            figure ->
                rows.add(row("all proofs of the tree together", TreeWords.bits(figure.bits()))));
    ProofSize size = architecture.estimate().decidingSize();
    rows.add(
        row(
            "final proof, circuit " + architecture.estimate().last().name(),
            kib(size.worstCaseBits()) + " worst case, " + kib(size.expectedBits()) + " expected"));
    rows.add(
        List.of(
            Cell.of("gaps in this description"),
            gaps.all().isEmpty() ? Cell.of("none") : Cell.strong(gaps.count())));
    return new Table(List.of(Column.names("figure"), Column.names("value")), rows, List.of());
  }

  private void addRegimes() {
    List<String> regimes =
        architecture.circuits().stream()
            .flatMap(circuit -> circuit.best().stream())
            .map(figures -> figures.regime().info())
            .distinct()
            .map(regime -> regime.name() + ", " + regime.summary())
            .toList();
    if (!regimes.isEmpty()) {
      text(
          "Regimes are how far from a code of rate rho theorems reach: "
              + String.join("; ", regimes)
              + ".");
    }
  }

  private Table milestones() {
    ProofSize size = architecture.estimate().decidingSize();
    String described = RecursionDescription.of(architecture.estimate().zkvm()).word();
    return new TableBuilder<>(MilestoneResult.all(architecture.estimate()))
        .add(Column.texts("milestone"), r -> Cell.of(r.milestone().meaning()))
        .add(Column.texts("bits"), r -> Cell.of(spare(r.spareBits())))
        .add(
            Column.texts("size"),
            r ->
                Cell.of(
                    r.limit().admits(size)
                        ? "fits"
                        : r.spareKib(size.worstCaseBits()).negate() + " KiB too large"))
        .add(Column.texts("tree of proofs"), r -> Cell.of(described))
        .add(Column.texts("result"), r -> Cell.strong(r.passed() ? "pass" : "FAIL"))
        .table(List.of());
  }

  private static String spare(OptionalLong spare) {
    if (spare.isEmpty()) {
      return "none proven";
    }
    long bits = spare.getAsLong();
    return bits < 0 ? TreeWords.bits(-bits) + " missing" : "enough";
  }

  private static String kib(BigInteger bits) {
    return ProofSize.kib(bits) + " KiB";
  }

  private void text(String text) {
    document.text(text, Emphasis.NONE);
  }

  private static List<Cell> row(String item, String value) {
    return List.of(Cell.of(item), Cell.of(value));
  }
}
