package org.soundcalc.io.chart;

import static org.soundcalc.io.chart.Drawing.ACCENT;
import static org.soundcalc.io.chart.Drawing.INK;
import static org.soundcalc.io.chart.Drawing.PAPER;
import static org.soundcalc.io.chart.Drawing.SIZE;
import static org.soundcalc.io.chart.Drawing.area;
import static org.soundcalc.io.chart.Drawing.text;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.XmlElement;

/**
 * One bar, cut into the parts of a whole. Parts have numbers, which a table beside it explains.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param parts at least one, from the left to the right
 */
public record Stack(String title, String description, List<Part> parts) {
  private static final int WIDTH = 880;
  private static final int HEIGHT = 56;
  private static final int THICK = 32;
  private static final int TOP = 4;

  /** Where a number has room. */
  private static final int LEAST = 20;

  /** Neighbours differ in how dark they are, and a line is between them. */
  private static final List<String> SHADES = List.of("1", "0.5", "0.75", "0.3");

  /**
   * A part.
   *
   * @param number in the table
   * @param name of it
   * @param share of the whole, from 0 to 1
   */
  public record Part(int number, String name, double share) {}

  /**
   * Draws it.
   *
   * @param id unique in the page
   * @return the drawing
   */
  public XmlElement svg(String id) {
    XmlElement svg = Drawing.svg(WIDTH, HEIGHT, id, title, description);
    double x = 0;
    List<XmlElement> numbers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      double width = part.share() * WIDTH;
      svg.add(
          area(x, TOP, width, THICK, "bar")
              .with("fill", ACCENT)
              .with("fill-opacity", SHADES.get(i % SHADES.size()))
              .with("stroke", PAPER)
              .add(new XmlElement("title").text(part.name())));
      if (width >= LEAST) {
        numbers.add(
            text("" + part.number(), x + width / 2, TOP + THICK + SIZE + 2, "middle", "ink", INK));
      }
      x += width;
    }
    numbers.forEach(svg::add);
    return svg;
  }
}
