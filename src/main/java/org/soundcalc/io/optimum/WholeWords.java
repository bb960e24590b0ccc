package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.analysis.optimum.TreeOptimum;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Zkvm;

/**
 * What becomes of a zkVM as a whole, in words.
 *
 * @param row the zkVM
 * @param costs what proofs cost
 */
record WholeWords(OptimumReport.Row row, CostFigures costs) {
  private static final int DECIMALS = 2;

  /** The bits of the tree, where they were wanted, and what all proofs cost. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    row.tree().ifPresent(tree -> lines.add(tree(tree)));
    row.best().ifPresent(best -> lines.add(costs(best)));
    return lines;
  }

  private static String tree(TreeOptimum tree) {
    String proofs = tree.today().proofs() + " proofs";
    return tree.best()
        .map(
            best ->
                "whole tree: %s bits, %d wanted, %s today; %s"
                    .formatted(bits(best), tree.bits(), bits(tree.today()), proofs))
        .orElseGet(
            () ->
                ("whole tree: no allotment of bits to its circuits %s the %d wanted, in the space"
                        + " and within the limits; %s today; %s")
                    .formatted(
                        tree.circuits().stream().anyMatch(c -> c.optimum().effort().isCut())
                            ? "was found that has"
                            : "has",
                        tree.bits(),
                        bits(tree.today()),
                        proofs));
  }

  /** With two decimals, rounded down. */
  private static String bits(TreeEstimate tree) {
    return tree.figure()
        .map(f -> BigDecimal.valueOf(f.hundredthBits(), DECIMALS).toPlainString())
        .orElse("no");
  }

  private String costs(Zkvm best) {
    return "final proof: %s KiB, %s today; prover of %s: %s"
        .formatted(
            kib(best),
            kib(row.zkvm()),
            row.zkvm().recursion().isPresent() ? "all proofs" : "one proof of each circuit",
            prover(row.zkvm())
                .flatMap(now -> prover(best).map(then -> Amounts.ratio(now, then)))
                .orElse("not known"));
  }

  private String kib(Zkvm zkvm) {
    Circuit last = zkvm.circuits().get(zkvm.circuits().size() - 1);
    boolean worst = row.circuits().get(row.circuits().size() - 1).aim().worst();
    return Amounts.kib(Amounts.size(last, worst));
  }

  private Optional<Double> prover(Zkvm zkvm) {
    return zkvm.costs(costs::hashRate).map(Costs::proverHashes).map(Number::doubleValue);
  }

  /** How many proofs of a circuit there are. */
  static String proofs(TreeOptimum tree, CircuitOptimum circuit) {
    return branch(tree.today(), circuit).proofs().toString();
  }

  /** What share of a tree's error the proofs of a circuit have, in percent. */
  static String share(TreeEstimate tree, CircuitOptimum circuit) {
    return branch(tree, circuit).share().map(TreeWords::percent).orElse("");
  }

  private static Branch branch(TreeEstimate tree, CircuitOptimum circuit) {
    String name = circuit.circuit().id().name();
    return tree.branches().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }
}
