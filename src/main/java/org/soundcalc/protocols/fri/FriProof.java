package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.SizePart;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.TreeSizes;

/** What a proof of FRI consists of: what it takes to send, to make and to check it. */
final class FriProof {
  /** No domain is folded more often. */
  private static final List<String> OPENINGS =
      IntStream.rangeClosed(1, 64).mapToObj(i -> "openings of " + FriTerms.commitRound(i)).toList();

  private FriProof() {}

  /** Of the initial and of each folded word. */
  static List<OpenedTree> trees(Fri fri) {
    List<Long> factors = fri.foldingFactors();
    SizePart.Factor element = element(fri);
    List<OpenedTree> trees = new ArrayList<>(factors.size() + 1);
    int log = fri.logDomain();
    SizePart.Factor batched = SizePart.Factor.of("B", fri.batchSize());
    trees.add(
        new OpenedTree(
            "openings of the functions", fri.queries(), log, List.of(), List.of(batched, element)));
    for (int i = 0; i < factors.size(); i++) {
      log -= Long.numberOfTrailingZeros(factors.get(i));
      SizePart.Factor points = SizePart.Factor.of("k_i", factors.get(i));
      trees.add(
          new OpenedTree(OPENINGS.get(i), fri.queries(), log, List.of(points), List.of(element)));
    }
    return trees;
  }

  private static SizePart.Factor element(Fri fri) {
    return SizePart.Factor.of("β", fri.field().extensionBits());
  }

  /** Roots, openings of the initial and of each folded word, the last word. */
  static List<SizePart> sizeParts(Fri fri, TreeSizes sizes) {
    List<OpenedTree> trees = trees(fri);
    List<SizePart> parts = new ArrayList<>();
    parts.add(sizes.roots("r + 1", trees));
    parts.addAll(sizes.openings(trees));
    int logLast = logLastDimension(fri, trees.get(trees.size() - 1).logLeaves());
    SizePart.Factor left = SizePart.Factor.of("⌈ρ · n_r⌉", 1L << logLast);
    parts.add(SizePart.product("last word", left, element(fri)));
    return parts;
  }

  /** At least one coefficient, even where folding went past dimension 1. */
  private static int logLastDimension(Fri fri, int logLastDomain) {
    return Math.max(0, logLastDomain - fri.rate().log2Inverse());
  }

  /** The functions, each fold, the last word. */
  static List<CostPart> costParts(Fri fri, int hashRateBits) {
    List<Long> factors = fri.foldingFactors();
    FriCosts costs = new FriCosts(fri.field(), fri.queries(), hashRateBits);
    int log = fri.logDomain();
    List<CostPart> parts = new ArrayList<>();
    parts.add(costs.functions(fri.batchSize(), fri.logDimension(), log));
    for (int i = 0; i < factors.size(); i++) {
      log -= Long.numberOfTrailingZeros(factors.get(i));
      parts.add(costs.fold(FriTerms.commitRound(i + 1), factors.get(i), log));
    }
    parts.add(costs.lastWord(logLastDimension(fri, log)));
    return parts;
  }
}
