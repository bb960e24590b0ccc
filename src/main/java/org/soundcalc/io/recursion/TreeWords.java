package org.soundcalc.io.recursion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;
import org.soundcalc.model.Recursion;

/** Trees of proofs in words, alike in every format. */
public final class TreeWords {
  private static final int DECIMALS = 2;

  private TreeWords() {}

  /** The figure of the whole. */
  static String headline(Tree tree) {
    TreeEstimate estimate = tree.estimate();
    if (estimate.figure().isEmpty()) {
      return "whole tree: no figure: " + reason(estimate);
    }
    Branch weakest = tree.weakest().orElseThrow();
    return "whole tree: %s, where one proof of the weakest circuit, %s, has %s"
        .formatted(bits(estimate.figure().get().bits()), weakest.name(), Tree.bitsOfOne(weakest));
  }

  /** Why it has no figure. */
  static String reason(TreeEstimate tree) {
    if (!tree.isCounted()) {
      return "the file does not say how many proofs there are: max_leaf_proofs under [recursion]";
    }
    return "no selected proven regime covers " + String.join(", ", tree.unproven());
  }

  /** The figure of the whole in short, without the name of a circuit. */
  static String figure(TreeEstimate tree) {
    return "whole tree "
        + tree.figure().map(figure -> bits(figure.bits())).orElse(withoutFigure(tree));
  }

  private static String withoutFigure(TreeEstimate tree) {
    return tree.isCounted() ? "without a proven figure" : "without a figure";
  }

  /** Why it is less than that of the weakest circuit, and how it may be more than the zkVM's. */
  static String explanation(Tree tree) {
    boolean isOne = tree.estimate().proofs().equals(BigInteger.ONE);
    return (isOne ? "The tree is one proof." : union(tree)) + regimes(tree) + grinding(tree);
  }

  /**
   * Tells the figure of the whole, and why it is that, in whole sentences for a text on it.
   *
   * @param tree the tree
   * @return the sentences
   */
  static String description(Tree tree) {
    TreeEstimate estimate = tree.estimate();
    if (estimate.figure().isEmpty()) {
      return "The whole tree has no figure: " + reason(estimate) + ".";
    }
    Branch weakest = tree.weakest().orElseThrow();
    String figures =
        "The whole tree has %s, where one proof of the weakest circuit, %s, has %s."
            .formatted(
                bits(estimate.figure().get().bits()), weakest.name(), Tree.bitsOfOne(weakest));
    String union =
        " The union bound over %s proofs costs at most %s bits."
            .formatted(count(estimate.proofs()), decimal(estimate.hundredthBitsOfProofs()));
    boolean isOne = estimate.proofs().equals(BigInteger.ONE);
    return figures + (isOne ? " The tree is one proof." : union) + regimes(tree) + grinding(tree);
  }

  /** How much of the figure is proof-of-work. */
  private static String grinding(Tree tree) {
    Optional<TreeEstimate.Figure> bare = tree.grinding().flatMap(TreeGrinding::without);
    String words =
        " Without proof-of-work the tree has %s; a prover's expected work for all proofs is 2^%s"
            + " hashes.";
    return bare.map(
            figure -> words.formatted(bits(figure.bits()), tree.grinding().get().log2Work()))
        .orElse("");
  }

  private static String union(Tree tree) {
    return """
    Union bound over %s proofs: at most -%s bits, for the honest, fully packed tree. It bounds the\
     error of the whole tree; docs/recursion.md explains its limits.\
    """
        .formatted(
            count(tree.estimate().proofs()), decimal(tree.estimate().hundredthBitsOfProofs()));
  }

  /** That the zkVM's figure is one of another regime, where it is. */
  private static String regimes(Tree tree) {
    long weakest = tree.weakest().map(Tree::bitsOfOne).orElse(0L);
    Optional<Security> other = tree.security().filter(security -> security.bits() != weakest);
    String words =
        " Here each circuit counts under its own best regime; the zkVM's %s are those of all"
            + " circuits under %s.";
    return other
        .map(security -> words.formatted(bits(security.bits()), security.regime()))
        .orElse("");
  }

  /**
   * Says how large a tree is.
   *
   * @param tree the tree
   * @return such as {@code 12289 proofs, 15 levels above the leaves}
   */
  public static String size(TreeEstimate tree) {
    if (!tree.isCounted()) {
      return "the numbers of proofs are not stated";
    }
    String proofs = plural(tree.proofs(), "proof");
    return proofs + ", " + plural(tree.levels(), "level") + " above the leaves";
  }

  /** What a circuit is in the tree, line by line, below its name. */
  static List<String> details(Branch branch) {
    List<String> lines = new ArrayList<>();
    String verifies = verifies(branch.node());
    List<String> parts = new ArrayList<>();
    if (branch.proofs().signum() > 0) {
      parts.add("×" + count(branch.proofs()));
    }
    if (!verifies.isEmpty()) {
      parts.add("verifies " + verifies);
    }
    if (!parts.isEmpty()) {
      lines.add(String.join(", ", parts));
    }
    if (branch.figures().isEmpty()) {
      lines.add("no proven figure");
      return lines;
    }
    RegimeResult.Figures figures = branch.figures().get();
    String one = decimal(figures.binding().hundredthBits());
    lines.add(one + " bits each in " + figures.regime().name());
    String share = branch.share().map(part -> ", " + percent(part)).orElse("");
    branch
        .hundredthBitsOfAll()
        .ifPresent(all -> lines.add(decimal(all) + " bits together" + share));
    return lines;
  }

  /** How many proofs one proof verifies: {@code 2, own too}. */
  static String verifies(Recursion.Node node) {
    if (node.isLeaf()) {
      return node.verifiesItself() ? "its own" : "";
    }
    return node.arity() + (node.verifiesItself() ? ", own too" : "");
  }

  /** Bits with two decimals. */
  static String decimal(long hundredths) {
    return BigDecimal.valueOf(hundredths, DECIMALS).toPlainString();
  }

  /**
   * Says what share of the error something has.
   *
   * @param share from 0 to 1
   * @return such as {@code 41%}
   */
  public static String percent(BigDecimal share) {
    String percent = share.movePointRight(DECIMALS).toBigInteger().toString();
    return (share.signum() == 0 ? "under 1" : percent) + "%";
  }

  /**
   * Says how many there are of something.
   *
   * @param number how many
   * @return the number, from 2^63 up as a power of two
   */
  public static String count(BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      return number.toString();
    }
    return (number.bitCount() == 1 ? "2^" : "over 2^") + (number.bitLength() - 1);
  }

  private static String plural(BigInteger number, String word) {
    return count(number) + " " + word + (number.equals(BigInteger.ONE) ? "" : "s");
  }

  /**
   * Says how many bits something has.
   *
   * @param bits how many
   * @return such as {@code 53 bits}
   */
  public static String bits(long bits) {
    return bits == 1 ? "1 bit" : bits + " bits";
  }
}
