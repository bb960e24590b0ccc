package org.soundcalc.report.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.report.Xml;

/**
 * The tree as a drawing of its own: on paper of its own too, so that it can be read on light and on
 * dark pages.
 */
public record SvgWriter() implements GraphWriter {
  private static final String INK = "#1f2328";
  private static final String LINE = "#57606a";
  private static final String MARK = "#9a3412";
  private static final String PAPER = "#ffffff";
  private static final int HEAD = 4;

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
    xml.attribute("font-size", SvgLayout.FONT);
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
    for (int i = 0; i < branches.size(); i++) {
      for (int verified : branches.get(i).node().verifies()) {
        writeArrow(layout.boxes().get(verified), layout.boxes().get(i), xml);
      }
      if (branches.get(i).node().verifiesItself()) {
        writeLoop(layout.boxes().get(i), xml);
      }
    }
    for (int i = 0; i < branches.size(); i++) {
      writeBox(layout.boxes().get(i), tree.mark(branches.get(i)).isPresent(), xml);
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

  private static void writeBox(SvgLayout.Box box, boolean marked, Xml xml)
      throws XMLStreamException {
    xml.start("rect");
    xml.attribute("x", box.x());
    xml.attribute("y", box.y());
    xml.attribute("width", box.width());
    xml.attribute("height", box.height());
    xml.attribute("rx", HEAD);
    xml.attribute("fill", PAPER);
    xml.attribute("stroke", marked ? MARK : LINE);
    xml.attribute("stroke-width", marked ? 3 : 1);
    xml.end("");
    for (int i = 0; i < box.lines().size(); i++) {
      int y = box.y() + (i + 1) * SvgLayout.LEADING;
      boolean isMark = marked && i == box.lines().size() - 1;
      writeLine(box.lines().get(i), box.middle(), y, isMark ? MARK : INK, i == 0 || isMark, xml);
    }
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

  /** From what is verified, below, up to its verifier. */
  private static void writeArrow(SvgLayout.Box from, SvgLayout.Box to, Xml xml)
      throws XMLStreamException {
    int end = to.bottom() + HEAD;
    int bend = (from.y() + end) / 2;
    String way =
        "M %d %d C %d %d %d %d %d %d"
            .formatted(
                from.middle(), from.y(), from.middle(), bend, to.middle(), bend, to.middle(), end);
    writePath(way, xml);
    writeHead(to.middle(), to.bottom(), 0, xml);
  }

  /** Out of the right side and back into it. */
  private static void writeLoop(SvgLayout.Box box, Xml xml) throws XMLStreamException {
    int x = box.x() + box.width();
    int y = box.y() + box.height() / 2;
    int out = x + SvgLayout.LOOP;
    int step = SvgLayout.LEADING;
    writePath(
        "M %d %d C %d %d %d %d %d %d"
            .formatted(x, y + step, out, y + step, out, y - step, x + HEAD, y - step),
        xml);
    writeHead(x, y - step, 1, xml);
  }

  private static void writePath(String way, Xml xml) throws XMLStreamException {
    xml.start("path");
    xml.attribute("d", way);
    xml.attribute("fill", "none");
    xml.attribute("stroke", LINE);
    xml.attribute("stroke-width", 2);
    xml.end("");
  }

  /**
   * The head of an arrow whose point is at (x, y): upwards, or to the left where it is sideways.
   */
  private static void writeHead(int x, int y, int sideways, Xml xml) throws XMLStreamException {
    int half = HEAD + 1;
    int length = 2 * HEAD;
    String points =
        sideways == 0
            ? "%d,%d %d,%d %d,%d".formatted(x, y, x - half, y + length, x + half, y + length)
            : "%d,%d %d,%d %d,%d".formatted(x, y, x + length, y - half, x + length, y + half);
    xml.start("polygon");
    xml.attribute("points", points);
    xml.attribute("fill", LINE);
    xml.end("");
  }
}
