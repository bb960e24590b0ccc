package org.soundcalc.protocols.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.model.SizePart;

/**
 * Binary trees with a root each, as the original soundcalc counts them.
 *
 * @param hashBits bits of a hash
 */
public record BinaryTrees(int hashBits) implements TreeSizes {
  @Override
  public SizePart roots(String symbol, List<OpenedTree> trees) {
    return SizePart.product(
        "Merkle roots",
        SizePart.Factor.of(symbol, trees.size()),
        SizePart.Factor.of("h", hashBits));
  }

  @Override
  public List<SizePart> openings(List<OpenedTree> trees) {
    Map<Long, MerkleOpenings> ofQueries = new HashMap<>();
    List<SizePart> parts = new ArrayList<>(trees.size());
    for (OpenedTree tree : trees) {
      parts.add(
          ofQueries
              .computeIfAbsent(tree.openings(), t -> new MerkleOpenings(t, hashBits))
              .part(tree.name(), tree.logLeaves(), tree.leaf()));
    }
    return parts;
  }
}
