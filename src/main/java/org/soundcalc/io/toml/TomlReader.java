package org.soundcalc.io.toml;

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
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/**
 * TOML text to raw values: {@code String}, {@code Boolean}, {@code BigInteger}, {@code BigDecimal},
 * {@code Double} for what is not a finite number, {@code List}, {@code Map}, and the types of
 * {@code java.time} for dates and times.
 */
final class TomlReader {
  /** Tables and arrays within each other; none of ours has more than four. */
  static final int DEPTH = 100;

  /** Digits of a number; reading more would take its time. */
  static final int DIGITS = 1_000;

  // a stream of tokens: an object mapper would double the time of a short run
  private static final TomlFactory FACTORY =
      TomlFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(DIGITS)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Dates stay dates, and are not taken for texts. */
  private static final ObjectReadContext CONTEXT =
      new ObjectReadContext.Base() {
        @Override
        public int getFormatReadFeatures(int defaults) {
          return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
        }
      };

  private TomlReader() {}

  /**
   * Reads a document.
   *
   * @return its top-level table; the keys of each table are in the order of the text
   * @throws JacksonException if it is not TOML
   * @throws TooDeepException if tables are nested more than {@value #DEPTH} times
   */
  static Map<String, Object> read(String text) throws TooDeepException {
    try (JsonParser parser = FACTORY.createParser(CONTEXT, text)) {
      parser.nextToken();
      return table(parser, 0);
    }
  }

  /** Reads a value on its own; nothing where it is not TOML. */
  static Optional<Object> readValue(String text) {
    try {
      Map<String, Object> table = read("value = " + text);
      return table.size() == 1 ? Optional.of(table.get("value")) : Optional.empty();
    } catch (JacksonException | TooDeepException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> table(JsonParser parser, int depth) throws TooDeepException {
    Map<String, Object> table = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      table.put(key, value(parser, depth + 1));
    }
    return table;
  }

  private static List<Object> array(JsonParser parser, int depth) throws TooDeepException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, depth + 1));
    }
    return array;
  }

  private static Object value(JsonParser parser, int depth) throws TooDeepException {
    if (depth > DEPTH) {
      throw new TooDeepException();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> table(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
      default -> parser.getString();
    };
  }

  private static Object number(JsonParser parser) {
    return parser.isNaN() ? (Object) parser.getDoubleValue() : parser.getDecimalValue();
  }

  /** The limit that the parser itself does not apply to dotted keys. */
  static final class TooDeepException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
