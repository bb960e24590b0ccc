package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.XmlElement;
import org.soundcalc.io.recursion.SvgLayout.Box;

/**
 * The tree as a drawing of its own: on paper of its own too, so that it can be read on light and on
 * dark pages. Its parts have the classes of charts, by which a page may give them other colours.
 */
public final class Svg {
  private static final String INK = "#1f2328";
  private static final String LINE = "#57606a";
  private static final String MARK = "#9a3412";
  private static final String PAPER = "#ffffff";
  private static final int ROUNDING = 4;

  /** Half the width of an arrow's head. */
  private static final int HALF = SvgLayout.HEAD / 2 + 1;

  private Svg() {}

  /**
   * Draws a tree.
   *
   * @param tree the tree
   * @return the drawing
   */
  public static XmlElement of(Tree tree) {
    SvgLayout layout = SvgLayout.of(tree);
    XmlElement svg =
        new XmlElement("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", layout.width())
            .with("height", layout.height())
            .with("viewBox", "0 0 " + layout.width() + " " + layout.height())
            .with("role", "img")
            .with("aria-labelledby", "title desc")
            .with("font-family", "system-ui, 'DejaVu Sans', Arial, sans-serif")
            .with("font-size", SvgText.SIZE)
            .add(
                new XmlElement("title")
                    .with("id", "title")
                    .text(String.join(", ", layout.heading())))
            .add(new XmlElement("desc").with("id", "desc").text(description(tree)))
            .add(
                new XmlElement("rect")
                    .with("class", "paper")
                    .with("width", layout.width())
                    .with("height", layout.height())
                    .with("fill", PAPER)
                    .text(""));
    for (int i = 0; i < layout.heading().size(); i++) {
      int y = SvgLayout.MARGIN + (i + 1) * SvgLayout.LEADING;
      svg.add(line(layout.heading().get(i), layout.width() / 2, y, INK, i == 0));
    }
    List<Branch> branches = tree.estimate().branches();
    for (SvgLayout.Line line : layout.lines()) {
      Box verifier = layout.boxes().get(line.verifier());
      int x = verifier.middle();
      int y = verifier.bottom();
      String verified = branches.get(line.verified()).name();
      svg.add(way(line.way(), branches.get(line.verifier()).name() + " verifies " + verified));
      svg.add(head(x, y, x - HALF, y + SvgLayout.HEAD, x + HALF, y + SvgLayout.HEAD));
    }
    for (int i = 0; i < branches.size(); i++) {
      svg.add(box(branches.get(i).name(), layout.boxes().get(i)));
    }
    return svg;
  }

  /** What the drawing shows, for those who do not see it. */
  private static String description(Tree tree) {
    StringBuilder text = new StringBuilder();
    for (Branch branch : tree.estimate().branches()) {
      List<String> parts = new ArrayList<>(TreeWords.details(branch));
      List<String> verified = tree.verified(branch);
      if (!verified.isEmpty()) {
        parts.add("of " + String.join(", ", verified));
      }
      tree.mark(branch).ifPresent(parts::add);
      text.append(branch.name()).append(": ").append(String.join("; ", parts)).append(". ");
    }
    return text.append(TreeWords.headline(tree)).append('.').toString();
  }

  private static XmlElement box(String name, Box box) {
    SvgText label = box.text();
    boolean isMarked = label.mark().isPresent();
    XmlElement group = new XmlElement("g").add(new XmlElement("title").text(name));
    if (label.loops()) {
      addLoop(box, name + " verifies itself", group);
    }
    group.add(
        new XmlElement("rect")
            .with("class", isMarked ? "box marked" : "box")
            .with("x", box.x())
            .with("y", box.y())
            .with("width", box.width())
            .with("height", box.height())
            .with("rx", ROUNDING)
            .with("fill", PAPER)
            .with("stroke", isMarked ? MARK : LINE)
            .with("stroke-width", isMarked ? 3 : 1)
            .text(""));
    int y = box.y() + (box.height() - label.height()) / 2 + SvgLayout.LEADING;
    group.add(line(label.name(), box.middle(), y, INK, true));
    for (String detail : label.details()) {
      y += SvgLayout.LEADING;
      group.add(line(detail, box.middle(), y, INK, false));
    }
    if (isMarked) {
      group.add(line(label.mark().get(), box.middle(), y + SvgLayout.LEADING, MARK, true));
    }
    return group;
  }

  private static XmlElement line(String text, int x, int y, String colour, boolean bold) {
    XmlElement line =
        new XmlElement("text")
            .with("class", colour.equals(MARK) ? "level" : "ink")
            .with("x", x)
            .with("y", y)
            .with("text-anchor", "middle")
            .with("fill", colour);
    return (bold ? line.with("font-weight", "bold") : line).text(text);
  }

  /** Out of the right side and back into it. */
  private static void addLoop(Box box, String title, XmlElement group) {
    int x = box.x() + box.width();
    int low = box.y() + box.height() / 2 + SvgLayout.LEADING;
    int high = low - 2 * SvgLayout.LEADING;
    int out = x + SvgLayout.LOOP;
    int end = x + SvgLayout.HEAD / 2;
    String way = "M %d %d C %d %d %d %d %d %d".formatted(x, low, out, low, out, high, end, high);
    group.add(way(way, title));
    int tail = x + SvgLayout.HEAD;
    group.add(head(x, high, tail, high - HALF, tail, high + HALF));
  }

  private static XmlElement way(String way, String title) {
    return new XmlElement("path")
        .with("class", "axis")
        .with("d", way)
        .with("fill", "none")
        .with("stroke", LINE)
        .with("stroke-width", 2)
        .add(new XmlElement("title").text(title));
  }

  /** The head of an arrow: where it points to, then its other corners. */
  private static XmlElement head(Object... corners) {
    String points = "%d,%d %d,%d %d,%d".formatted(corners);
    return new XmlElement("polygon")
        .with("class", "head")
        .with("points", points)
        .with("fill", LINE)
        .text("");
  }
}
