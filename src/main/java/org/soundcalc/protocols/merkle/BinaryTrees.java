package org.soundcalc.protocols.merkle;

import java.util.ArrayList;
import java.util.List;
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
    List<SizePart> parts = new ArrayList<>(trees.size());
    for (OpenedTree tree : trees) {
      MerkleOpenings openings = new MerkleOpenings(tree.openings(), hashBits);
      parts.add(openings.part(tree.name(), tree.logLeaves(), tree.leaf()));
    }
    return parts;
  }
}
