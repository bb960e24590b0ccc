package org.soundcalc.io.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Where a scatter's labels are. */
class ScatterTest {
  private static final int WIDTH_OF_A_LETTER = 5;

  private static Document drawn(Scatter.Point... points) {
    Scatter scatter =
        new Scatter(
            "Bits and sizes",
            "Each point.",
            Axis.doublings("KiB", 7, 14),
            Axis.numbers("bits", 40, 140),
            List.of(points),
            List.of(new Scatter.Goal("Goal", 9.2, 100)));
    return Jsoup.parse(scatter.svg("s").inPage());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  private static Element label(Document page, String text) {
    return page.select("text").stream()
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** A point at the least that a goal asks for is on its lower edge, its label is not. */
  @Test
  void noEdgeStrikesALabelThrough() {
    Document page = drawn(new Scatter.Point("At the limit", 8, 100, true));
    Element goal = page.selectFirst("rect.goal");
    double edge = number(goal, "y") + number(goal, "height");
    double base = number(label(page, "At the limit"), "y");
    assertThat(base < edge || base > edge + Drawing.SIZE).as(base + ", " + edge).isTrue();
  }

  /** Left of a point beside a goal there would be room but for its right edge. */
  @Test
  void noEdgeIsBehindALabelBesideTheGoal() {
    Document page =
        drawn(
            new Scatter.Point("beside", 9.5, 120, false),
            new Scatter.Point("next to it", 9.6, 120, false));
    Element goal = page.selectFirst("rect.goal");
    double edge = number(goal, "x") + number(goal, "width");
    for (String name : List.of("beside", "next to it")) {
      Element label = label(page, name);
      double x = number(label, "x");
      double width = WIDTH_OF_A_LETTER * name.length();
      String anchor = label.attr("text-anchor");
      double start = anchor.equals("start") ? x : anchor.equals("end") ? x - width : x - width / 2;
      assertThat(start).as(name).isGreaterThan(edge);
    }
  }

  /** A label over another would be worse than one across an edge. */
  @Test
  void labelsOfPointsCloseTogetherAreApart() {
    Document page =
        drawn(
            new Scatter.Point("first of these", 9.15, 101, true),
            new Scatter.Point("second of these", 9.25, 101, false),
            new Scatter.Point("third of these", 9.2, 99, false));
    List<Double> heights =
        List.of("first of these", "second of these", "third of these").stream()
            .map(name -> number(label(page, name), "y"))
            .toList();
    assertThat(heights).doesNotHaveDuplicates();
  }
}
