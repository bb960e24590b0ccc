package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.Wrap;

/**
 * The tree for a person.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record GraphTextWriter(Style style, int width) implements GraphWriter {
  @Override
  public void write(Tree tree, Writer out) throws IOException {
    List<Line> lines = new ArrayList<>();
    String title = tree.title() + ": " + TreeWords.size(tree.estimate());
    for (String line : Wrap.lines(title, width)) {
      lines.add(new Line(style.apply(Emphasis.STRONG, line), DisplayWidth.of(line)));
    }
    lines.addAll(TreeTables.lines(tree, width, style));
    for (Line line : lines) {
      out.append(line.text()).append('\n');
    }
  }
}
