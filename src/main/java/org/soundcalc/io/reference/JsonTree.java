package org.soundcalc.io.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** JSON made of maps, lists, texts, numbers and truth values. */
final class JsonTree {
  private static final Comparator<String> TYPE_FIRST =
      Comparator.<String, Boolean>comparing(name -> !name.equals("type"))
          .thenComparing(Comparator.naturalOrder());

  private JsonTree() {}

  /** Writes a value. */
  static void write(Object value, JsonGenerator json) {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      members.forEach(
          (name, member) -> {
            json.writeName(String.valueOf(name));
            write(member, json);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      elements.forEach(element -> write(element, json));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof Number integer) {
      json.writeNumber(new BigInteger(integer.toString()));
    } else {
      json.writeString(value.toString());
    }
  }

  /** The same members in an order that is the same in every run, unlike that of {@code Map.of}. */
  static Map<String, Object> ordered(Map<?, ?> members) {
    Map<String, Object> sorted = new TreeMap<>(TYPE_FIRST);
    members.forEach((name, member) -> sorted.put(String.valueOf(name), orderedValue(member)));
    return new LinkedHashMap<>(sorted);
  }

  private static Object orderedValue(Object value) {
    if (value instanceof Map<?, ?> map) {
      return ordered(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(JsonTree::orderedValue).toList()
        : value;
  }
}
