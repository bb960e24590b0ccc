package org.soundcalc.io.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An element of XML with its attributes, and a text or other elements inside it. As a rendering it
 * is a document: an element a line.
 */
public final class XmlElement implements Rendering {
  private static final String INDENT = "  ";

  /** Beyond it there are two that are no characters of XML 1.0, nor of Unicode. */
  private static final int LAST_OF_PLANE = 0xFFFD;

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> elements = new ArrayList<>();
  private Optional<String> text = Optional.empty();

  /**
   * An empty element.
   *
   * @param name its name
   */
  public XmlElement(String name) {
    this.name = name;
  }

  /**
   * Adds an attribute. Readers see its line breaks as spaces.
   *
   * @param attribute its name
   * @param value a text or a number
   * @return this element
   */
  public XmlElement with(String attribute, Object value) {
    attributes.put(attribute, valid(value.toString()).replaceAll("[\t\n\r]", " "));
    return this;
  }

  /**
   * Adds an element inside this one.
   *
   * @param element the next one
   * @return this element
   */
  public XmlElement add(XmlElement element) {
    elements.add(element);
    return this;
  }

  /**
   * Puts a text inside this element, which must have nothing else in it.
   *
   * @param content the text
   * @return this element
   */
  public XmlElement text(String content) {
    text = Optional.of(valid(content));
    return this;
  }

  @Override
  public void writeTo(Writer out) throws IOException {
    StringWriter whole = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(whole);
      xml.writeStartDocument("UTF-8", "1.0");
      write("\n", xml);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // memory can be written to
    }
    // texts and attributes alone have these; a reference is the same to every reader of XML
    out.append(WorkflowCommands.escaped(whole.toString(), "&#58;", "&#35;"));
  }

  /** {@return the element as a part of a page, without what begins a document of its own} */
  public String inPage() {
    StringWriter whole = new StringWriter();
    try {
      writeTo(whole);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory can be written to
    }
    return whole.toString().replaceFirst("^<\\?xml[^>]*>\\s*", "");
  }

  /** Writes the element on a line of its own, which begins with {@code line}. */
  private void write(String line, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters(line);
    boolean isEmpty = elements.isEmpty() && text.isEmpty();
    if (isEmpty) {
      xml.writeEmptyElement(name);
    } else {
      xml.writeStartElement(name);
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    for (XmlElement element : elements) {
      element.write(line + INDENT, xml);
    }
    if (!isEmpty) {
      xml.writeCharacters(text.orElse(line));
      xml.writeEndElement();
    }
  }

  private static String valid(String text) {
    int[] valid = text.codePoints().map(XmlElement::valid).toArray();
    return new String(valid, 0, valid.length);
  }

  /** A character of XML 1.0, which halves of pairs are not, that can be seen or breaks the line. */
  private static int valid(int character) {
    boolean isBreak = character == '\n' || character == '\r';
    boolean isNone =
        Character.getType(character) == Character.SURROGATE
            || (character > LAST_OF_PLANE && character < Character.MIN_SUPPLEMENTARY_CODE_POINT);
    return isNone || (!isBreak && Visible.isHidden(character)) ? Visible.REPLACEMENT : character;
  }
}
