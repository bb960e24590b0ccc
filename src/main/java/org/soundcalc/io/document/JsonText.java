package org.soundcalc.io.document;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON. Objects become maps, arrays lists, numbers {@link BigDecimal}, and null an empty
 * {@link Optional}. Documents of strangers are read: depth and digits are limited.
 */
public final class JsonText {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;
  private static final int LARGEST_EXPONENT = 9999;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * {@return the value of a document}
   *
   * @param text all of it
   * @throws ParseException if it is no JSON, or beyond what is read; with the line, and what is
   *     wrong
   */
  public static Object value(String text) throws ParseException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonText reader = new JsonText(parser);
      Object value = reader.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw reader.wrong("nothing may follow the document");
      }
      return value;
    } catch (UnexpectedEndOfInputException e) {
      throw wrong(e, "the file ends early");
    } catch (StreamConstraintsException e) {
      throw wrong(
          e,
          "nested deeper than %d, or a number of over %d characters"
              .formatted(DEEPEST, LONGEST_NUMBER));
    } catch (JacksonException e) {
      throw wrong(e, "expected a value of JSON");
    }
  }

  private static ParseException wrong(JacksonException e, String message) {
    return wrong(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), message);
  }

  private ParseException wrong(String message) {
    return wrong(parser.currentTokenLocation().getLineNr(), message);
  }

  private static ParseException wrong(int line, String message) {
    return new ParseException("line " + Math.max(1, line) + ": " + message, 0);
  }

  private Object value(JsonToken token) throws ParseException {
    if (token == null) {
      throw wrong("the file ends early");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      default -> throw wrong("expected a value of JSON");
    };
  }

  private Map<String, Object> object() throws ParseException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (object.put(name, value(parser.nextToken())) != null) {
        throw wrong("a member is there twice");
      }
    }
    return object;
  }

  private List<Object> array() throws ParseException {
    List<Object> array = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      array.add(value(next));
    }
    return array;
  }

  private BigDecimal number() throws ParseException {
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      throw wrong("an exponent of over " + LARGEST_EXPONENT);
    }
    return number;
  }
}
