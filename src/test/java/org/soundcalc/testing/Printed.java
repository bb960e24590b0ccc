package org.soundcalc.testing;

import java.io.IOException;
import java.io.StringWriter;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextDocument;

/** What a rendering prints. */
public final class Printed {
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
}
