package org.soundcalc.io.document;

import java.io.IOException;
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

  /** Stands for a character that no XML document can have, such as most control characters. */
  private static final int REPLACEMENT = 0xFFFD;

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
    String text = valid(value.toString()).replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    attributes.put(attribute, text);
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
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      write("\n", xml);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
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
