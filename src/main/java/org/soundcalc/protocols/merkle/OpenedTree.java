package org.soundcalc.protocols.merkle;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.SizePart;

/**
 * A Merkle tree whose leaves the verifier opens.
 *
 * @param name what the openings are called, such as {@code openings of commit round 1}
 * @param openings t, how many leaves are opened, ≥ 1
 * @param logLeaves log2 of the number of leaves, ≥ 0
 * @param points of a function that a leaf holds, a product; empty for one
 * @param functions in it with the bits of their values, a product
 */
public record OpenedTree(
    String name,
    long openings,
    int logLeaves,
    List<SizePart.Factor> points,
    List<SizePart.Factor> functions) {
  /** {@return the factors of a leaf's bits} */
  SizePart.Factor[] leaf() {
    return leaf(functions);
  }

  /** The same with other functions in the tree. */
  SizePart.Factor[] leaf(List<SizePart.Factor> others) {
    List<SizePart.Factor> leaf = new ArrayList<>(points);
    leaf.addAll(others);
    return leaf.toArray(new SizePart.Factor[0]);
  }
}
