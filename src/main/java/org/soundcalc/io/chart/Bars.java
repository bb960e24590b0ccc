package org.soundcalc.io.chart;

import static org.soundcalc.io.chart.Drawing.ACCENT;
import static org.soundcalc.io.chart.Drawing.FAINT;
import static org.soundcalc.io.chart.Drawing.GRID;
import static org.soundcalc.io.chart.Drawing.INK;
import static org.soundcalc.io.chart.Drawing.LEVEL;
import static org.soundcalc.io.chart.Drawing.PAPER;
import static org.soundcalc.io.chart.Drawing.SIZE;
import static org.soundcalc.io.chart.Drawing.area;
import static org.soundcalc.io.chart.Drawing.coordinate;
import static org.soundcalc.io.chart.Drawing.cut;
import static org.soundcalc.io.chart.Drawing.path;
import static org.soundcalc.io.chart.Drawing.stroke;
import static org.soundcalc.io.chart.Drawing.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.soundcalc.io.document.XmlElement;

/**
 * A bar for each row, with marks of what might be instead.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param axis at the bottom, from 0
 * @param bar what a bar is, for the legend
 * @param marks what the marks are, for the legend, at most four
 * @param rows from the top down
 * @param levels lines across, such as what is required
 */
public record Bars(
    String title,
    String description,
    Axis axis,
    String bar,
    List<String> marks,
    List<Row> rows,
    List<Chart.Level> levels) {
  private static final int WIDTH = 880;
  private static final int LEFT = 170;
  private static final int RIGHT = 850;
  private static final int TOP = 64;
  private static final int STEP = 30;
  private static final int THICK = 14;
  private static final int GAP = 8;
  private static final int MARK = 5;
  private static final int LEADING = 18;
  private static final int LONGEST = 19;

  /**
   * A row.
   *
   * @param name at its left
   * @param bar how long its bar is; nothing for none
   * @param marks one for each kind; nothing for none
   */
  public record Row(String name, OptionalDouble bar, List<OptionalDouble> marks) {}

  /**
   * Draws it.
   *
   * @param id unique in the page
   * @return the drawing
   */
  public XmlElement svg(String id) {
    int bottom = TOP + rows.size() * STEP;
    XmlElement svg = Drawing.svg(WIDTH, bottom + 3 * LEADING, id, title, description);
    addLegend(svg);
    for (Axis.Tick tick : axis.ticks()) {
      svg.add(stroke(at(tick.at()), TOP, at(tick.at()), bottom, "grid", GRID));
      svg.add(text(tick.label(), at(tick.at()), bottom + LEADING, "middle", "faint", FAINT));
    }
    svg.add(text(axis.label(), RIGHT, bottom + 2 * LEADING + 2, "end", "ink", INK));
    for (Chart.Level level : levels) {
      svg.add(
          stroke(at(level.y()), TOP - 4, at(level.y()), bottom, "level", LEVEL)
              .with("stroke-dasharray", "5 4"));
      svg.add(text(level.label(), at(level.y()), TOP - GAP, "middle", "level", LEVEL));
    }
    for (int i = 0; i < rows.size(); i++) {
      addRow(rows.get(i), TOP + i * STEP + STEP / 2.0, svg);
    }
    return svg;
  }

  private double at(double value) {
    return axis.place(value, LEFT, RIGHT);
  }

  private void addRow(Row row, double middle, XmlElement svg) {
    svg.add(text(cut(row.name(), LONGEST), LEFT - GAP, middle + SIZE / 3.0, "end", "ink", INK));
    if (row.bar().isPresent()) {
      double length = at(row.bar().getAsDouble()) - LEFT;
      svg.add(area(LEFT, middle - THICK / 2.0, length, THICK, "bar").with("fill", ACCENT).text(""));
    }
    for (int i = 0; i < row.marks().size(); i++) {
      if (row.marks().get(i).isPresent()) {
        svg.add(mark(i, at(row.marks().get(i).getAsDouble()), middle, Optional.of(row.name())));
      }
    }
  }

  /** Shapes, and not colours alone, tell marks apart. */
  private XmlElement mark(int kind, double x, double y, Optional<String> of) {
    XmlElement mark =
        switch (kind) {
          case 0 ->
              path(
                  List.of(x, y - MARK, x + MARK, y + MARK, x - MARK, y + MARK, x, y - MARK),
                  "mark");
          case 1 -> area(x - MARK + 1, y - MARK + 1, 2 * MARK - 2, 2 * MARK - 2, "mark");
          case 2 ->
              new XmlElement("circle")
                  .with("class", "mark")
                  .with("cx", coordinate(x))
                  .with("cy", coordinate(y))
                  .with("r", MARK);
          default ->
              path(
                  List.of(x, y - MARK, x + MARK, y, x, y + MARK, x - MARK, y, x, y - MARK), "mark");
        };
    mark.with("fill", PAPER).with("stroke", INK).with("stroke-width", 1.5);
    return of.map(name -> mark.add(new XmlElement("title").text(name + ": " + marks.get(kind))))
        .orElseGet(() -> mark.text(""));
  }

  private void addLegend(XmlElement svg) {
    double x = LEFT;
    double middle = 16;
    svg.add(area(x, middle - 5, 18, 10, "bar").with("fill", ACCENT).text(""));
    svg.add(text(bar, x + 24, middle + SIZE / 3.0, "start", "ink", INK));
    x += 24 + Drawing.width(bar) + 2 * GAP;
    for (int i = 0; i < marks.size(); i++) {
      svg.add(mark(i, x + MARK, middle, Optional.empty()));
      svg.add(text(marks.get(i), x + 2 * MARK + GAP, middle + SIZE / 3.0, "start", "ink", INK));
      x += 2 * MARK + GAP + Drawing.width(marks.get(i)) + 2 * GAP;
    }
  }
}
