package org.soundcalc.io.estimate;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML for people and programs: an element a line, line feeds on every platform. */
public final class Xml {
  private static final String INDENT = "  ";

  /** Stands for a character that no XML document can have, such as most control characters. */
  private static final int REPLACEMENT = 0xFFFD;

  private final XMLStreamWriter out;
  private int depth;

  /** Begins a document. */
  public Xml(XMLStreamWriter out) throws XMLStreamException {
    this.out = out;
    out.writeStartDocument("UTF-8", "1.0");
  }

  /** Begins an element on a line of its own. */
  public void start(String element) throws XMLStreamException {
    newLine();
    out.writeStartElement(element);
    depth++;
  }

  /** Writes an element of nothing but attributes, which are added to it before anything else. */
  public void empty(String element) throws XMLStreamException {
    newLine();
    out.writeEmptyElement(element);
  }

  /** Adds an attribute to the element just begun. Readers see its line breaks as spaces. */
  public void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, valid(value).replaceAll("[\t\n\r]", " "));
  }

  /** Adds an attribute to the element just begun. */
  public void attribute(String name, long value) throws XMLStreamException {
    out.writeAttribute(name, Long.toString(value));
  }

  /** Ends an element of nothing but text. */
  public void end(String text) throws XMLStreamException {
    depth--;
    out.writeCharacters(valid(text));
    out.writeEndElement();
  }

  /** Ends an element of elements. */
  public void end() throws XMLStreamException {
    depth--;
    newLine();
    out.writeEndElement();
  }

  /** Ends the document. */
  public void endDocument() throws XMLStreamException {
    out.writeEndDocument();
    out.writeCharacters("\n");
    out.flush();
  }

  private void newLine() throws XMLStreamException {
    out.writeCharacters("\n" + INDENT.repeat(depth));
  }

  private static String valid(String text) {
    int[] characters = text.codePoints().map(c -> isValid(c) ? c : REPLACEMENT).toArray();
    return new String(characters, 0, characters.length);
  }

  /** The characters of XML 1.0: no control characters but three, and no half of a pair. */
  private static boolean isValid(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
