package org.soundcalc.io.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An element of XML with its attributes, and a text or other elements inside it. As a rendering it
 * is a document: an element a line.
 */
public final class XmlElement implements Rendering {
  private static final String INDENT = "  ";

  /**
   * No character of XML 1.0, as most control characters and halves of pairs; and what controls the
   * writing direction.
   */
  private static final Pattern INVALID =
      Pattern.compile(
          "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]"
              + "|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

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
    return INVALID.matcher(text).replaceAll("\uFFFD");
  }
}
