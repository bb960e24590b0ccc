package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.toml.SearchKeys;
import org.soundcalc.model.Family;
import org.soundcalc.model.InheritedKeys;
import org.soundcalc.model.Variant;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;

/**
 * The JSON Schema of a file, draft 2020-12, for editors.
 *
 * <p>Editors for TOML complete what they find under {@code properties} and validate what they find
 * anywhere, often as draft 7. So every key of every proof system stands under {@code properties},
 * what depends on the proof system follows in {@code then}, and no rule needs a newer draft.
 */
public final class FileSchema {
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = KeySchemas.REQUIRED;
  private static final String FAMILY = CommonKeys.PROTOCOL_FAMILY.name();

  private FileSchema() {}

  /**
   * Makes the schema.
   *
   * @param families the proof systems, at least one
   * @return the schema
   */
  public static JsonObject of(List<Family> families) {
    KeySchemas keys = new KeySchemas(new KeyWords(families));
    Map<String, Map<String, Object>> circuits = new LinkedHashMap<>();
    for (Family family : families) {
      circuits.put(family.name(), keys.properties(circuitKeys(family), family.allTables()));
      for (Variant variant : family.variants()) {
        Family its = variant.family();
        circuits.put(name(variant), keys.properties(circuitKeys(its), its.allTables()));
      }
    }
    Map<String, Object> all = union(circuits);
    JsonObject tables = new JsonObject();
    InheritedKeys.of(families)
        .forEach(
            (table, shared) ->
                tables.put(table, keys.table(shared, KeySchemas.required(ofNoOtherTable(shared)))));
    tables.put(CommonKeys.CIRCUITS, circuits(all));
    tables.put(SearchKeys.TABLE, search(keys));
    JsonObject definitions = new JsonObject();
    for (Family family : families) {
      definitions.put(family.name(), definition(family, circuits.get(family.name()), all));
      for (Variant variant : family.variants()) {
        definitions.put(
            name(variant), definition(variant.family(), circuits.get(name(variant)), all));
      }
    }
    return new JsonObject()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("$comment", "Printed by: soundcalc families --format schema")
        .put("title", "Description of a zkVM for soundcalc")
        .put("type", "object")
        .put(REQUIRED, List.of(CommonKeys.ZKEVM, CommonKeys.CIRCUITS))
        .put(PROPERTIES, tables)
        .put("additionalProperties", false)
        .put("if", new JsonObject().put(REQUIRED, List.of(CommonKeys.CIRCUITS)))
        .put("then", new JsonObject().put("allOf", conditions(families)))
        .put("$defs", definitions);
  }

  /** The keys of a circuit of a proof system. */
  static List<Key<?, ?>> circuitKeys(Family family) {
    List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
    keys.addAll(family.keys());
    return keys;
  }

  /**
   * Every key of a circuit, with one schema or, where proof systems differ, with any of several.
   */
  private static Map<String, Object> union(Map<String, Map<String, Object>> circuits) {
    Map<String, Set<Object>> schemas = new LinkedHashMap<>();
    for (Map<String, Object> properties : circuits.values()) {
      properties.forEach(
          (name, schema) -> schemas.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(schema));
    }
    JsonObject union = new JsonObject();
    schemas.forEach(
        (name, some) ->
            union.put(
                name,
                some.size() == 1 ? some.iterator().next() : new JsonObject().put("anyOf", some)));
    return union.members();
  }

  /** What optimize is asked for, of all circuits and of some. */
  private static JsonObject search(KeySchemas keys) {
    JsonObject domain =
        new JsonObject().put("description", "A domain, as --vary takes it.").put("type", "string");
    Map<String, Object> properties =
        new LinkedHashMap<>(keys.properties(SearchKeys.all(), List.of()));
    properties.put(
        SearchKeys.VARY,
        new JsonObject()
            .put("description", "Domains by the keys of circuits.")
            .put("type", "object")
            .put("additionalProperties", domain));
    JsonObject one =
        new JsonObject()
            .put("type", "object")
            .put(PROPERTIES, new JsonObject().putAll(properties))
            .put("additionalProperties", false);
    properties.put(
        SearchKeys.CIRCUITS,
        new JsonObject()
            .put("description", "What counts of one circuit before that, by its name.")
            .put("type", "object")
            .put("additionalProperties", one));
    return new JsonObject()
        .put("description", "What soundcalc optimize looks for; its options win.")
        .put("type", "object")
        .put(PROPERTIES, properties)
        .put("additionalProperties", false);
  }

  private static JsonObject circuits(Map<String, Object> properties) {
    return new JsonObject()
        .put("description", "The circuits; the last one makes the final proof.")
        .put("type", "array")
        .put("minItems", 1)
        .put("maxItems", Limits.CIRCUITS)
        .put("items", new JsonObject().put("type", "object").put(PROPERTIES, properties));
  }

  /** A circuit of one proof system; what holds for all of them is not said again. */
  private static JsonObject definition(
      Family family, Map<String, Object> properties, Map<String, Object> all) {
    JsonObject special = new JsonObject();
    properties.forEach(
        (name, schema) -> special.put(name, schema.equals(all.get(name)) ? (Object) true : schema));
    return KeySchemas.required(ofNoOtherTable(circuitKeys(family)))
        .put(PROPERTIES, special)
        .put("additionalProperties", false);
  }

  /** The keys that cannot stand elsewhere, in a circuit or for all of them. */
  private static List<Key<?, ?>> ofNoOtherTable(List<Key<?, ?>> keys) {
    return keys.stream().filter(key -> key.table().isEmpty()).toList();
  }

  /**
   * What is asked of circuits beyond the types of their keys: what their proof system needs, be it
   * their own or that of {@code [zkevm]}, and what no table above them gives.
   */
  private static List<JsonObject> conditions(List<Family> families) {
    List<JsonObject> conditions = new ArrayList<>();
    for (Key<?, ?> key : CommonKeys.circuit()) {
      if (isInherited(key)) {
        conditions.add(when(isAbsentAbove(key), eachCircuit(KeySchemas.present(key))));
      }
    }
    for (Family family : families) {
      conditions.addAll(ofCircuits(family, definition(family)));
      for (Key<?, ?> key : family.keys()) {
        if (isInherited(key)) {
          List<JsonObject> demands = ofCircuits(family, KeySchemas.present(key));
          conditions.add(when(isAbsentAbove(key), new JsonObject().put("allOf", demands)));
        }
      }
    }
    return conditions;
  }

  /** What a circuit of a proof system must be like, or else of the variant that it states. */
  private static JsonObject definition(Family family) {
    JsonObject definition = reference(family.name());
    for (Variant variant : family.variants()) {
      Object pattern = ChoiceType.inAnyCase(variant.word()).schema().get("pattern");
      JsonObject states = has(variant.key().name(), new JsonObject().put("pattern", pattern));
      definition = when(states, reference(name(variant))).put("else", definition);
    }
    return definition;
  }

  private static JsonObject reference(String name) {
    return new JsonObject().put("$ref", "#/$defs/" + name);
  }

  private static String name(Variant variant) {
    return variant.family().name() + "-" + variant.word();
  }

  /** Whether a key must be there, but may stand in another table for all circuits. */
  private static boolean isInherited(Key<?, ?> key) {
    return KeyWords.isRequired(key) && key.table().isPresent();
  }

  /**
   * What asks something of a proof system's circuits: those that name it, and those that inherit
   * it.
   */
  private static List<JsonObject> ofCircuits(Family family, JsonObject demand) {
    JsonObject isNamed = has(FAMILY, new JsonObject().put("const", family.name()));
    JsonObject namesNone = not(new JsonObject().put(REQUIRED, List.of(FAMILY)));
    return List.of(
        eachCircuit(when(isNamed, demand)),
        when(has(CommonKeys.ZKEVM, isNamed), eachCircuit(when(namesNone, demand))));
  }

  private static JsonObject isAbsentAbove(Key<?, ?> key) {
    return not(has(key.table().orElseThrow(), KeySchemas.present(key)));
  }

  private static JsonObject eachCircuit(JsonObject each) {
    JsonObject circuits =
        new JsonObject().put(CommonKeys.CIRCUITS, new JsonObject().put("items", each));
    return new JsonObject().put(PROPERTIES, circuits);
  }

  /** A member that is there and like this. */
  private static JsonObject has(String name, JsonObject schema) {
    return new JsonObject()
        .put(REQUIRED, List.of(name))
        .put(PROPERTIES, new JsonObject().put(name, schema));
  }

  private static JsonObject not(JsonObject schema) {
    return new JsonObject().put("not", schema);
  }

  private static JsonObject when(JsonObject condition, JsonObject consequence) {
    return new JsonObject().put("if", condition).put("then", consequence);
  }
}
