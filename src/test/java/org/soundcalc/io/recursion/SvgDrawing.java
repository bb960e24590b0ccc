package org.soundcalc.io.recursion;

import java.awt.geom.CubicCurve2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What is to be seen in an SVG.
 *
 * @param paper all of it
 * @param boxes by the full names of their circuits
 * @param lines by what their titles say
 */
record SvgDrawing(
    Rectangle2D paper, Map<String, Rectangle2D> boxes, Map<Ends, List<Line2D>> lines) {
  private static final String VERIFIES = " verifies ";

  /**
   * What a line connects.
   *
   * @param verifier where it ends
   * @param verified where it begins
   */
  record Ends(String verifier, String verified) {
    private static Ends of(String title) {
      int middle = title.indexOf(VERIFIES);
      String verifier = title.substring(0, middle);
      String verified = title.substring(middle + VERIFIES.length());
      return new Ends(verifier, verified.equals("itself") ? verifier : verified);
    }
  }

  /** How far the pieces of a flattened curve may be away from it. */
  private static final double FLATNESS = 0.1;

  static SvgDrawing parse(String svg) {
    Element root = document(svg).getDocumentElement();
    Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
    NodeList groups = root.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      boxes.put(title(group), rectangle((Element) group.getElementsByTagName("rect").item(0)));
    }
    Map<Ends, List<Line2D>> lines = new LinkedHashMap<>();
    NodeList paths = root.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      lines.put(Ends.of(title(path)), pieces(path.getAttribute("d")));
    }
    Rectangle2D paper = new Rectangle2D.Double(0, 0, number(root, "width"), number(root, "height"));
    return new SvgDrawing(paper, boxes, lines);
  }

  static Document document(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String title(Element element) {
    return element.getElementsByTagName("title").item(0).getTextContent();
  }

  private static Rectangle2D rectangle(Element rect) {
    return new Rectangle2D.Double(
        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** A path as straight pieces. */
  private static List<Line2D> pieces(String way) {
    Path2D path = new Path2D.Double();
    try (Scanner words = new Scanner(way)) {
      while (words.hasNext()) {
        add(words.next(), words, path);
      }
    }
    List<Line2D> pieces = new ArrayList<>();
    double[] next = new double[2];
    double[] last = new double[2];
    PathIterator flat = new FlatteningPathIterator(path.getPathIterator(null), FLATNESS);
    for (; !flat.isDone(); flat.next()) {
      if (flat.currentSegment(next) == PathIterator.SEG_LINETO) {
        pieces.add(new Line2D.Double(last[0], last[1], next[0], next[1]));
      }
      last = next.clone();
    }
    return pieces;
  }

  private static void add(String command, Scanner words, Path2D path) {
    switch (command) {
      case "M" -> path.moveTo(words.nextInt(), words.nextInt());
      case "L" -> path.lineTo(words.nextInt(), words.nextInt());
      case "V" -> path.lineTo(path.getCurrentPoint().getX(), words.nextInt());
      case "Q" -> path.quadTo(words.nextInt(), words.nextInt(), words.nextInt(), words.nextInt());
      case "C" ->
          path.append(
              new CubicCurve2D.Double(
                  path.getCurrentPoint().getX(),
                  path.getCurrentPoint().getY(),
                  words.nextInt(),
                  words.nextInt(),
                  words.nextInt(),
                  words.nextInt(),
                  words.nextInt(),
                  words.nextInt()),
              true);
      default -> throw new IllegalArgumentException(command);
    }
  }
}
