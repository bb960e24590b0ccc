package org.soundcalc.report.recursion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.soundcalc.analysis.recursion.Branch;

/**
 * The lines of a drawn tree, the final circuit first. A circuit that several verify is drawn once;
 * where the tree gets too deep for the width it goes on below.
 */
final class TreeLines {
  private static final int STEP = 3;

  private final List<Branch> branches;
  private final boolean box;
  private final int deepest;
  private final List<TreeLine> lines = new ArrayList<>();
  private final Set<Integer> drawn = new HashSet<>();
  private final Set<Integer> postponed = new HashSet<>();
  private final Deque<Integer> roots = new ArrayDeque<>();

  private TreeLines(List<Branch> branches, boolean box, int width) {
    this.branches = branches;
    this.box = box;
    this.deepest = Math.max(2, width / STEP);
  }

  /**
   * A line.
   *
   * @param text branches and the circuit's name
   * @param circuit its index; nothing where the circuit is only referred to
   */
  record TreeLine(String text, OptionalInt circuit) {}

  /**
   * Draws a tree.
   *
   * @param box whether box characters can be shown
   * @param width columns that branches may take
   */
  static List<TreeLine> of(List<Branch> branches, int root, boolean box, int width) {
    TreeLines tree = new TreeLines(branches, box, width);
    tree.roots.add(root);
    while (!tree.roots.isEmpty()) {
      tree.draw(tree.roots.remove(), "", "", 0);
    }
    return tree.lines;
  }

  /**
   * Draws a circuit and what it verifies.
   *
   * @param before what stands before its name
   * @param below what stands before the names below it
   */
  private void draw(int index, String before, String below, int depth) {
    String name = branches.get(index).name();
    if (drawn.contains(index)) {
      lines.add(new TreeLine(before + name + " (see above)", OptionalInt.empty()));
    } else if (depth > deepest) {
      lines.add(new TreeLine(before + name + " (see below)", OptionalInt.empty()));
      if (postponed.add(index)) {
        roots.add(index);
      }
    } else {
      drawn.add(index);
      lines.add(new TreeLine(before + name, OptionalInt.of(index)));
      List<Integer> verified = branches.get(index).node().verifies();
      for (int i = 0; i < verified.size(); i++) {
        boolean isLast = i == verified.size() - 1;
        String branch = box ? (isLast ? "└─ " : "├─ ") : "+- ";
        String trunk = isLast ? "   " : box ? "│  " : "|  ";
        draw(verified.get(i), below + branch, below + trunk, depth + 1);
      }
    }
  }
}
