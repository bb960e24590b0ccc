package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextDocument;

/** What a rendering prints. */
public final class Printed {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";
  private static final int[] WIDTHS = {40, 47, 60, 79, 80, 81, 100, 132, 200, 500};

  /** Where a word may be broken: beside anything but letters and digits, and before capitals. */
  private static final Pattern JOINTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  /** Longer words are broken anywhere where there is no room for them. */
  private static final int LONG = 30;

  private Printed() {}

  /** The rendering itself. */
  public static String of(Rendering rendering) throws IOException {
    StringWriter out = new StringWriter();
    rendering.writeTo(out);
    return out.toString();
  }

  /** A document as text. */
  public static String text(Document document, Style style, int width) throws IOException {
    return of(new TextDocument(document, style, width));
  }

  /** A document in Markdown. */
  public static String markdown(Document document) throws IOException {
    return of(new MarkdownDocument(document));
  }

  /**
   * Fails unless a document is as wide as the terminal at most, loses no word where there is less
   * room, and says nothing by colour alone.
   */
  public static void assertFits(Document document) throws IOException {
    String[] words = JOINTS.split(text(document, Style.PLAIN, 1000));
    for (int width : WIDTHS) {
      String plain = text(document, Style.PLAIN, width);
      assertThat(plain.lines())
          .allMatch(line -> DisplayWidth.of(line) <= width && !line.endsWith(" "));
      String joined = plain.replaceAll("\\s", "");
      assertThat(words)
          .allMatch(word -> word.length() > LONG ? joined.contains(word) : plain.contains(word));
      String coloured = text(document, new Style(true, false), width);
      assertThat(coloured.replaceAll(ESCAPES, "")).isEqualTo(plain);
      String boxes = text(document, new Style(false, true), width);
      assertThat(boxes.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
    }
  }
}
