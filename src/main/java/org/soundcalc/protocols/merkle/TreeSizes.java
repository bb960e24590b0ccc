package org.soundcalc.protocols.merkle;

import java.util.List;
import org.soundcalc.model.SizePart;

/** How large a proof's Merkle trees are. */
public interface TreeSizes {
  /**
   * {@return the roots, or what is sent in their place}
   *
   * @param symbol for the number of trees
   * @param trees all of them, that of the functions of the first round first
   */
  SizePart roots(String symbol, List<OpenedTree> trees);

  /**
   * {@return the opened leaves and their paths}
   *
   * @param trees all of them, that of the functions of the first round first
   */
  List<SizePart> openings(List<OpenedTree> trees);
}
