package org.soundcalc.io.diff;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.TreeState;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.recursion.TreeWords;

/** The columns of tables of zkVMs that say what became of their trees of proofs. */
final class TreeColumns {
  private TreeColumns() {}

  /** Whether a zkVM has a tree, on either side. */
  static boolean isIn(ZkvmComparison zkvm) {
    return zkvm.diff().trees().latest().isPresent();
  }

  /** Adds bits and numbers of proofs, with nothing in the rows of zkVMs that have no tree. */
  static void add(List<ZkvmComparison> zkvms, Signs signs, Columns columns) {
    columns.add(
        Column.numbers("bits,\nwhole\ntree"),
        signs.column(zkvms.stream().map(TreeColumns::bits).toList()));
    columns.add(
        Column.numbers("proofs,\nwhole\ntree"),
        zkvms.stream()
            .map(zkvm -> Cell.of(isIn(zkvm) ? proofs(zkvm.diff().trees()) : ""))
            .toList());
  }

  /** The figure of the tree; only where both sides have a tree can it be better or worse. */
  static Figure bits(ZkvmComparison zkvm) {
    Sense sense = zkvm.diff().trees().isMatched() ? Sense.BITS : Sense.NEUTRAL;
    return isIn(zkvm) ? Figure.tree(zkvm.diff().treeFigure(), sense) : Figure.BLANK;
  }

  /** How many proofs there are: {@code 4096 → 8192}. */
  static String proofs(Change<TreeState> trees) {
    Change<BigInteger> proofs = trees.map(TreeState::proofs);
    return Arrow.of(proofs.map(TreeWords::count));
  }
}
