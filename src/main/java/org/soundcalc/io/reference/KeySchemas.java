package org.soundcalc.io.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.soundcalc.io.document.JsonObject;
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
  static final String REQUIRED = "required";

  private static final Comparator<String> TYPE_FIRST =
      Comparator.comparing((String name) -> !name.equals("type")).thenComparing(name -> name);

  /** A table that may hold these keys and no others. */
  JsonObject table(List<Key<?, ?>> keys, JsonObject required) {
    return new JsonObject()
        .put("type", "object")
        .putAll(required.members())
        .put("properties", properties(keys, List.of()))
        .put("additionalProperties", false);
  }

  /** The schemas of keys and of arrays of tables by their names, older spellings included. */
  Map<String, Object> properties(List<Key<?, ?>> keys, List<TablesKey> tables) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key<?, ?> key : keys) {
      properties.putIfAbsent(key.name(), of(key));
      for (String older : key.olderNames()) {
        String description = "An older spelling of " + key.name() + ".";
        properties.putIfAbsent(older, described(description, key).put("deprecated", true));
      }
    }
    for (TablesKey table : tables) {
      JsonObject schema = new JsonObject().put("description", table.meaning());
      JsonObject each = table(table.keys(), required(table.keys()));
      properties.putIfAbsent(
          table.name(),
          table.isArray()
              ? schema.put("type", "array").put("items", each)
              : schema.putAll(each.members()));
    }
    return properties;
  }

  /** What demands the keys that must be there. */
  static JsonObject required(List<Key<?, ?>> keys) {
    Map<Boolean, List<Key<?, ?>>> byChoice =
        keys.stream()
            .filter(KeyWords::isRequired)
            .collect(Collectors.partitioningBy(key -> alternatives(key).size() > 1));
    JsonObject schema =
        new JsonObject().put(REQUIRED, byChoice.get(false).stream().map(Key::name).toList());
    List<JsonObject> choices = byChoice.get(true).stream().map(KeySchemas::present).toList();
    return choices.isEmpty() ? schema : schema.put("allOf", choices);
  }

  /** What demands a key under one of its names, or what stands in for it. */
  static JsonObject present(Key<?, ?> key) {
    List<JsonObject> choices =
        alternatives(key).stream()
            .map(name -> new JsonObject().put(REQUIRED, List.of(name)))
            .toList();
    return choices.size() == 1 ? choices.get(0) : new JsonObject().put("anyOf", choices);
  }

  private static List<String> alternatives(Key<?, ?> key) {
    List<String> names = new ArrayList<>(List.of(key.name()));
    names.addAll(key.olderNames());
    key.substitute().ifPresent(names::add);
    return names;
  }

  private JsonObject of(Key<?, ?> key) {
    JsonObject schema = described(description(key), key);
    if (key.presence() instanceof Key.Presence.Default<?> absent) {
      schema.put("default", json(absent.value()));
    }
    return key.presence() instanceof Key.Presence.Retired ? schema.put("deprecated", true) : schema;
  }

  private JsonObject described(String description, Key<?, ?> key) {
    JsonObject schema = new JsonObject().put("description", description);
    return KeyWords.isFamily(key)
        ? schema.put("enum", words.families().stream().map(Family::name).toList())
        : schema.putAll(ordered(key.type().schema()));
  }

  private String description(Key<?, ?> key) {
    List<String> sentences = new ArrayList<>(List.of(key.meaning()));
    if (!KeyWords.isFamily(key)) {
      sentences.add("Value: " + words.value(key) + ".");
    }
    sentences.addAll(KeyWords.details(key));
    return String.join(" ", sentences);
  }

  /** In an order that is the same in every run, unlike that of {@code Map.of}. */
  private static Map<String, Object> ordered(Map<?, ?> members) {
    Map<String, Object> ordered = new TreeMap<>(TYPE_FIRST);
    members.forEach((name, value) -> ordered.put(name.toString(), json(value)));
    return ordered;
  }

  private static Object json(Object value) {
    if (value instanceof Map<?, ?> members) {
      return ordered(members);
    } else if (value instanceof List<?> list) {
      return list.stream().map(KeySchemas::json).toList();
    }
    return value instanceof Rational rational ? new BigDecimal(rational.toString()) : value;
  }
}
