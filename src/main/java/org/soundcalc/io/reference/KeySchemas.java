package org.soundcalc.io.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Family;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * JSON Schemas of keys and of tables, with descriptions for editors to show.
 *
 * @param words what to say of keys
 */
record KeySchemas(KeyWords words) {
  /** A table that may hold these keys and no others. */
  Map<String, Object> table(List<Key<?, ?>> keys) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.putAll(required(keys));
    schema.put("properties", properties(keys, List.of()));
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schemas of keys and of arrays of tables by their names, older spellings included. */
  Map<String, Object> properties(List<Key<?, ?>> keys, List<TablesKey> tables) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key<?, ?> key : keys) {
      properties.putIfAbsent(key.name(), of(key));
      for (String older : key.olderNames()) {
        properties.putIfAbsent(older, older(key));
      }
    }
    for (TablesKey table : tables) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("description", table.meaning());
      schema.put("type", "array");
      schema.put("items", table(table.keys()));
      properties.putIfAbsent(table.name(), schema);
    }
    return properties;
  }

  /** What demands the keys that must be there. */
  static Map<String, Object> required(List<Key<?, ?>> keys) {
    List<String> names = new ArrayList<>();
    List<Object> choices = new ArrayList<>();
    for (Key<?, ?> key : keys) {
      if (KeyWords.isRequired(key)) {
        List<String> alternatives = alternatives(key);
        if (alternatives.size() == 1) {
          names.add(key.name());
        } else {
          choices.add(present(key));
        }
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("required", names);
    if (!choices.isEmpty()) {
      schema.put("allOf", choices);
    }
    return schema;
  }

  /** What demands a key under one of its names, or what stands in for it. */
  static Map<String, Object> present(Key<?, ?> key) {
    List<Map<String, Object>> choices = new ArrayList<>();
    for (String name : alternatives(key)) {
      choices.add(Map.of("required", List.of(name)));
    }
    return choices.size() == 1 ? choices.get(0) : Map.of("anyOf", choices);
  }

  private static List<String> alternatives(Key<?, ?> key) {
    return Stream.of(Stream.of(key.name()), key.olderNames().stream(), key.substitute().stream())
        .flatMap(names -> names)
        .toList();
  }

  private Map<String, Object> of(Key<?, ?> key) {
    Map<String, Object> schema = described(description(key), key);
    if (key.presence() instanceof Key.Presence.Default<?> absent) {
      schema.put("default", json(absent.value()));
    }
    if (key.presence() instanceof Key.Presence.Retired) {
      schema.put("deprecated", true);
    }
    return schema;
  }

  private Map<String, Object> older(Key<?, ?> key) {
    Map<String, Object> schema = described("An older spelling of " + key.name() + ".", key);
    schema.put("deprecated", true);
    return schema;
  }

  private Map<String, Object> described(String description, Key<?, ?> key) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.putAll(
        KeyWords.isFamily(key)
            ? Map.of("enum", words.families().stream().map(Family::name).toList())
            : JsonTree.ordered(key.type().schema()));
    return schema;
  }

  private String description(Key<?, ?> key) {
    List<String> sentences = new ArrayList<>(List.of(key.meaning()));
    if (!KeyWords.isFamily(key)) {
      sentences.add("Value: " + words.value(key) + ".");
    }
    if (!key.affects().isEmpty()) {
      sentences.add("Moves: " + key.affects() + ".");
    }
    sentences.addAll(KeyWords.remarks(key));
    return String.join(" ", sentences);
  }

  private static Object json(Object value) {
    if (value instanceof Rational rational) {
      return new BigDecimal(rational.toString());
    }
    return value instanceof List<?> list ? list.stream().map(KeySchemas::json).toList() : value;
  }
}
