package org.soundcalc.io.recursion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Brief;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Wrap;

/**
 * The entries of a drawn tree, the final circuit first. A circuit that several verify is drawn
 * once; where the tree gets too deep for the width it goes on below.
 */
final class TreeLines {
  private static final int STEP = 3;

  /** How far lines that continue a name are indented, by {@link Wrap} as well. */
  private static final int INDENT = 2;

  /** The least columns that a name may have beside its branches. */
  static final int LEAST_NAME = 12;

  /** The most lines of a name that is shown in full. */
  private static final int MOST_LINES = 4;

  /** The least width at which a tree of any depth can be drawn. */
  static final int LEAST_WIDTH = 3 * STEP + LEAST_NAME;

  private final Tree tree;
  private final boolean box;
  private final int width;
  private final int deepest;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Integer> drawn = new HashSet<>();
  private final Deque<Integer> roots = new ArrayDeque<>();

  private TreeLines(Tree tree, boolean box, int width, int branches) {
    this.tree = tree;
    this.box = box;
    this.width = width;
    this.deepest = Math.max(2, Math.min(branches, width - LEAST_NAME) / STEP - 1);
  }

  /**
   * What stands for a circuit in the tree.
   *
   * @param text branches and the circuit's name, on as many lines as they need
   * @param circuit the circuit; nothing where it is only referred to
   */
  record Entry(String text, Optional<Branch> circuit) {}

  /**
   * Draws a tree.
   *
   * @param box whether box characters can be shown
   * @param width columns of a line, ≥ {@link #LEAST_WIDTH}
   * @param branches how many of them may be branches
   */
  static List<Entry> of(Tree tree, boolean box, int width, int branches) {
    TreeLines lines = new TreeLines(tree, box, width, branches);
    lines.roots.add(tree.estimate().root());
    while (!lines.roots.isEmpty()) {
      int next = lines.roots.remove();
      if (!lines.drawn.contains(next)) {
        lines.draw(next, "", "", 0);
      }
    }
    return lines.entries;
  }

  /**
   * Draws a circuit and what it verifies.
   *
   * @param before what stands before its name
   * @param below what stands before the names below it
   */
  private void draw(int index, String before, String below, int depth) {
    Branch branch = tree.estimate().branches().get(index);
    List<Integer> verified = branch.node().verifies();
    boolean isDrawn = drawn.contains(index);
    if (isDrawn || depth > deepest) {
      String where = isDrawn ? "(above)" : "(below)";
      add(before, below + "  ", branch.name(), where, Optional.empty());
      // drawn there unless it is drawn before
      roots.add(index);
      return;
    }
    drawn.add(index);
    String mark = tree.mark(branch).map(text -> "(" + text + ")").orElse("");
    String trunk = verified.isEmpty() ? "  " : box ? "│ " : "| ";
    add(before, below + trunk, branch.name(), mark, Optional.of(branch));
    for (int i = 0; i < verified.size(); i++) {
      boolean isLast = i == verified.size() - 1;
      String joint = box ? (isLast ? "└─ " : "├─ ") : "+- ";
      String next = isLast ? "   " : box ? "│  " : "|  ";
      draw(verified.get(i), below + joint, below + next, depth + 1);
    }
  }

  /**
   * Adds an entry.
   *
   * @param before what stands before its name
   * @param rest what stands before lines that continue it
   * @param mark in brackets; may be empty
   */
  private void add(String before, String rest, String name, String mark, Optional<Branch> circuit) {
    int room = width - DisplayWidth.of(before);
    List<String> lines = new ArrayList<>(names(name, room));
    int last = lines.size() - 1;
    String marked = mark.isEmpty() ? lines.get(last) : lines.get(last) + " " + mark;
    if (DisplayWidth.of(marked) <= room) {
      lines.set(last, marked);
    } else {
      lines.addAll(Wrap.lines(mark, room - INDENT));
    }
    StringBuilder text = new StringBuilder(before + lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      text.append('\n').append(rest).append(line.stripLeading());
    }
    entries.add(new Entry(text.toString(), circuit));
  }

  /** A name on lines of its own, without the middle of it where it is too long for that. */
  private List<String> names(String name, int room) {
    List<String> lines = Wrap.lines(name, room);
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    Brief brief = new Brief(DisplayWidth::of, box ? "…" : "...");
    return Wrap.lines(brief.of(name, 2 * (room - INDENT)), room);
  }
}
