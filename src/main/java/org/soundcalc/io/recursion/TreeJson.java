package org.soundcalc.io.recursion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;
import org.soundcalc.io.document.JsonObject;

/** Trees of proofs for programs. Counts are exact, however large. */
public final class TreeJson {
  private static final int DECIMALS = 2;

  private TreeJson() {}

  /**
   * Makes the object of a zkVM's tree.
   *
   * @param zkvm the zkVM
   * @return its tree, where its file has one
   */
  public static Optional<JsonObject> of(ZkvmEstimate zkvm) {
    return Tree.of(zkvm).map(TreeJson::of);
  }

  private static JsonObject of(Tree tree) {
    TreeEstimate estimate = tree.estimate();
    Optional<TreeGrinding> grinding = tree.grinding();
    JsonObject json = new JsonObject();
    addBits(estimate.figure(), json);
    if (estimate.figure().isEmpty()) {
      json.put("reason", TreeWords.reason(estimate));
    }
    return json.putPresent(
            "bitsWithoutGrinding",
            grinding.flatMap(TreeGrinding::without).map(TreeEstimate.Figure::bits))
        .putPresent("log2Work", grinding.map(TreeGrinding::log2Work))
        .put("levels", estimate.levels())
        .put("proofs", estimate.proofs())
        .putAll("circuits", estimate.branches(), branch -> of(branch, tree));
  }

  /**
   * Adds the figure of a tree.
   *
   * @param figure the figure, where there is one
   * @param json the object to add it to
   */
  public static void addBits(Optional<TreeEstimate.Figure> figure, JsonObject json) {
    json.put("bits", figure.map(TreeEstimate.Figure::bits));
    json.put("decimalBits", figure.map(f -> BigDecimal.valueOf(f.hundredthBits(), DECIMALS)));
  }

  private static JsonObject of(Branch branch, Tree tree) {
    JsonObject json = new JsonObject().put("name", branch.name());
    addShare(branch, json);
    List<String> verifies = new ArrayList<>(tree.verified(branch));
    if (branch.node().verifiesItself()) {
      verifies.add(branch.name());
    }
    return json.put("arity", branch.node().arity()).put("verifies", verifies);
  }

  /**
   * Adds how many proofs a circuit has, and what share of the tree's error is theirs.
   *
   * @param branch the circuit
   * @param json the object to add it to
   */
  public static void addShare(Branch branch, JsonObject json) {
    json.put("proofs", branch.proofs())
        .put("regime", branch.figures().map(figures -> figures.regime().name()))
        .put("shareOfError", branch.share());
  }
}
