package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.estimate.Xml;
import org.soundcalc.io.recursion.SvgLayout.Box;

/**
 * The tree as a drawing of its own: on paper of its own too, so that it can be read on light and on
 * dark pages.
 */
public record SvgWriter() implements GraphWriter {
  private static final String INK = "#1f2328";
  private static final String LINE = "#57606a";
  private static final String MARK = "#9a3412";
  private static final String PAPER = "#ffffff";
  private static final int ROUNDING = 4;

  /** Where an arrow points to. */
  private enum Heading {
    UP,
    LEFT
  }

  @Override
  public void write(Tree tree, Writer out) throws IOException {
    try {
      Xml xml = new Xml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
      write(tree, SvgLayout.of(tree), xml);
      xml.endDocument();
    } catch (XMLStreamException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private static void write(Tree tree, SvgLayout layout, Xml xml) throws XMLStreamException {
    xml.start("svg");
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml.attribute("width", layout.width());
    xml.attribute("height", layout.height());
    xml.attribute("viewBox", "0 0 %d %d".formatted(layout.width(), layout.height()));
    xml.attribute("role", "img");
    xml.attribute("aria-labelledby", "title desc");
    xml.attribute("font-family", "system-ui, 'DejaVu Sans', Arial, sans-serif");
    xml.attribute("font-size", SvgText.SIZE);
    writeText("title", "title", layout.title(), xml);
    writeText("desc", "desc", description(tree), xml);
    xml.start("rect");
    xml.attribute("width", layout.width());
    xml.attribute("height", layout.height());
    xml.attribute("fill", PAPER);
    xml.end("");
    for (int i = 0; i < layout.heading().size(); i++) {
      int y = SvgLayout.MARGIN + (i + 1) * SvgLayout.LEADING;
      writeLine(layout.heading().get(i), layout.width() / 2, y, INK, i == 0, xml);
    }
    List<Branch> branches = tree.estimate().branches();
    for (SvgLayout.Line line : layout.lines()) {
      Box verifier = layout.boxes().get(line.verifier());
      String verified = branches.get(line.verified()).name();
      writeWay(line.way(), branches.get(line.verifier()).name() + " verifies " + verified, xml);
      writeHead(verifier.middle(), verifier.bottom(), Heading.UP, xml);
    }
    for (int i = 0; i < branches.size(); i++) {
      writeBox(branches.get(i).name(), layout.boxes().get(i), xml);
    }
    xml.end();
  }

  private static void writeText(String element, String id, String text, Xml xml)
      throws XMLStreamException {
    xml.start(element);
    xml.attribute("id", id);
    xml.end(text);
  }

  /** What the drawing shows, for those who do not see it. */
  private static String description(Tree tree) {
    StringBuilder text = new StringBuilder();
    for (Branch branch : tree.estimate().branches()) {
      List<String> verified =
          branch.node().verifies().stream()
              .map(index -> tree.estimate().branches().get(index).name())
              .toList();
      text.append(branch.name()).append(": ");
      text.append(String.join("; ", TreeWords.details(branch)));
      text.append(verified.isEmpty() ? "" : "; of " + String.join(", ", verified));
      text.append(tree.mark(branch).map(mark -> "; " + mark).orElse("")).append(". ");
    }
    return text.append(TreeWords.headline(tree)).append('.').toString();
  }

  private static void writeBox(String name, Box box, Xml xml) throws XMLStreamException {
    SvgLabel label = box.text();
    xml.start("g");
    xml.start("title");
    xml.end(name);
    if (label.loops()) {
      writeLoop(box, name + " verifies itself", xml);
    }
    boolean isMarked = label.mark().isPresent();
    xml.start("rect");
    xml.attribute("x", box.x());
    xml.attribute("y", box.y());
    xml.attribute("width", box.width());
    xml.attribute("height", box.height());
    xml.attribute("rx", ROUNDING);
    xml.attribute("fill", PAPER);
    xml.attribute("stroke", isMarked ? MARK : LINE);
    xml.attribute("stroke-width", isMarked ? 3 : 1);
    xml.end("");
    int y = box.y() + (box.height() - label.height()) / 2 + SvgLayout.LEADING;
    writeLine(label.name(), box.middle(), y, INK, true, xml);
    for (String detail : label.details()) {
      y += SvgLayout.LEADING;
      writeLine(detail, box.middle(), y, INK, false, xml);
    }
    if (isMarked) {
      writeLine(label.mark().get(), box.middle(), y + SvgLayout.LEADING, MARK, true, xml);
    }
    xml.end();
  }

  private static void writeLine(String text, int x, int y, String colour, boolean bold, Xml xml)
      throws XMLStreamException {
    xml.start("text");
    xml.attribute("x", x);
    xml.attribute("y", y);
    xml.attribute("text-anchor", "middle");
    xml.attribute("fill", colour);
    if (bold) {
      xml.attribute("font-weight", "bold");
    }
    xml.end(text);
  }

  /** Out of the right side and back into it. */
  private static void writeLoop(Box box, String title, Xml xml) throws XMLStreamException {
    int x = box.x() + box.width();
    int y = box.y() + box.height() / 2;
    int out = x + SvgLayout.LOOP;
    int step = SvgLayout.LEADING;
    String way =
        "M %d %d C %d %d %d %d %d %d"
            .formatted(x, y + step, out, y + step, out, y - step, x + SvgLayout.HEAD / 2, y - step);
    writeWay(way, title, xml);
    writeHead(x, y - step, Heading.LEFT, xml);
  }

  private static void writeWay(String way, String title, Xml xml) throws XMLStreamException {
    xml.start("path");
    xml.attribute("d", way);
    xml.attribute("fill", "none");
    xml.attribute("stroke", LINE);
    xml.attribute("stroke-width", 2);
    xml.start("title");
    xml.end(title);
    xml.end();
  }

  /** The head of an arrow whose point is at (x, y). */
  private static void writeHead(int x, int y, Heading heading, Xml xml) throws XMLStreamException {
    int half = SvgLayout.HEAD / 2 + 1;
    int length = SvgLayout.HEAD;
    String points =
        switch (heading) {
          case UP ->
              "%d,%d %d,%d %d,%d".formatted(x, y, x - half, y + length, x + half, y + length);
          case LEFT ->
              "%d,%d %d,%d %d,%d".formatted(x, y, x + length, y - half, x + length, y + half);
        };
    xml.start("polygon");
    xml.attribute("points", points);
    xml.attribute("fill", LINE);
    xml.end("");
  }
}
