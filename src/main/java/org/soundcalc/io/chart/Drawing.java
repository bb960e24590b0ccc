package org.soundcalc.io.chart;

import java.util.List;
import java.util.Locale;
import org.soundcalc.io.document.XmlElement;

/**
 * What every chart is drawn with: text that stays text, strokes and areas. Colours are attributes,
 * for paper of its own; classes let a page give others.
 */
final class Drawing {
  static final String INK = "#1f2328";
  static final String FAINT = "#57606a";
  static final String GRID = "#d8dee4";
  static final String LEVEL = "#9a3412";
  static final String PAPER = "#ffffff";
  static final String ACCENT = "#0b5fa5";

  /** The size of letters. */
  static final int SIZE = 13;

  /** Hundredths of the size that letters are wide, rather too many. */
  private static final int WIDTH = 62;

  private static final int PERCENT = 100;

  private Drawing() {}

  /** An empty drawing with its title and description, on paper. */
  static XmlElement svg(int width, int height, String id, String title, String description) {
    return new XmlElement("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", width)
        .with("height", height)
        .with("viewBox", "0 0 " + width + " " + height)
        .with("role", "img")
        .with("aria-labelledby", id + "-title " + id + "-desc")
        .with("font-family", "system-ui, 'DejaVu Sans', Arial, sans-serif")
        .with("font-size", SIZE)
        .add(new XmlElement("title").with("id", id + "-title").text(title))
        .add(new XmlElement("desc").with("id", id + "-desc").text(description))
        .add(
            new XmlElement("rect")
                .with("class", "paper")
                .with("width", width)
                .with("height", height)
                .with("fill", PAPER)
                .text(""));
  }

  static XmlElement text(
      String text, double x, double y, String anchor, String kind, String colour) {
    return new XmlElement("text")
        .with("class", kind)
        .with("x", coordinate(x))
        .with("y", coordinate(y))
        .with("text-anchor", anchor)
        .with("fill", colour)
        .text(text);
  }

  /** So that lines do not cross a text. */
  static XmlElement onPaper(XmlElement text) {
    return text.with("stroke", PAPER).with("stroke-width", 3).with("paint-order", "stroke");
  }

  static XmlElement stroke(double x1, double y1, double x2, double y2, String kind, String colour) {
    return path(List.of(x1, y1, x2, y2), kind).with("fill", "none").with("stroke", colour);
  }

  /** Straight lines from place to place. */
  static XmlElement path(List<Double> places, String kind) {
    StringBuilder way = new StringBuilder();
    for (int i = 0; i < places.size(); i += 2) {
      way.append(i == 0 ? "M " : " L ")
          .append(coordinate(places.get(i)))
          .append(' ')
          .append(coordinate(places.get(i + 1)));
    }
    return new XmlElement("path").with("class", kind).with("d", way);
  }

  static XmlElement area(double x, double y, double width, double height, String kind) {
    return new XmlElement("rect")
        .with("class", kind)
        .with("x", coordinate(x))
        .with("y", coordinate(y))
        .with("width", coordinate(width))
        .with("height", coordinate(height));
  }

  /** How wide a text is, or less. */
  static double width(String text) {
    return text.codePointCount(0, text.length()) * SIZE * WIDTH / (double) PERCENT;
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  static String coordinate(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }
}
