package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.io.estimate.Json;
import org.soundcalc.model.Family;
import org.soundcalc.model.InheritedKeys;
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
public record SchemaWriter() implements ReferenceWriter {
  private static final String PROPERTIES = "properties";

  @Override
  public void write(List<Family> families, Writer out) throws IOException {
    Map<String, Object> schema = schema(families);
    Json.write(out, json -> JsonTree.write(schema, json));
  }

  private static Map<String, Object> schema(List<Family> families) {
    KeySchemas keys = new KeySchemas(new KeyWords(families));
    Map<String, Map<String, Object>> circuits = new LinkedHashMap<>();
    for (Family family : families) {
      circuits.put(family.name(), keys.properties(circuitKeys(family), family.tables()));
    }
    Map<String, Object> all = union(circuits);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$comment", "Printed by: soundcalc families --format schema");
    schema.put("title", "A zkVM, as soundcalc reads it");
    schema.put("type", "object");
    schema.put("required", List.of(CommonKeys.ZKEVM, CommonKeys.CIRCUITS));
    Map<String, Object> tables = new LinkedHashMap<>();
    InheritedKeys.of(families)
        .forEach((table, itsKeys) -> tables.put(table, shared(itsKeys, keys)));
    tables.put(CommonKeys.CIRCUITS, circuits(all));
    schema.put(PROPERTIES, tables);
    schema.put("additionalProperties", false);
    schema.put("if", Map.of("required", List.of(CommonKeys.CIRCUITS)));
    schema.put("then", Map.of("allOf", new Conditions(families).all()));
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Family family : families) {
      definitions.put(family.name(), definition(family, circuits.get(family.name()), all));
    }
    schema.put("$defs", definitions);
    return schema;
  }

  private static List<Key<?, ?>> circuitKeys(Family family) {
    List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
    keys.addAll(family.keys());
    return keys;
  }

  /**
   * Every key of a circuit, with one schema or, where proof systems differ, with any of several.
   */
  private static Map<String, Object> union(Map<String, Map<String, Object>> circuits) {
    Map<String, Set<Object>> schemas = new LinkedHashMap<>();
    circuits
        .values()
        .forEach(
            properties ->
                properties.forEach(
                    (name, schema) ->
                        schemas.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(schema)));
    Map<String, Object> union = new LinkedHashMap<>();
    schemas.forEach(
        (name, some) ->
            union.put(
                name,
                some.size() == 1 ? some.iterator().next() : Map.of("anyOf", List.copyOf(some))));
    return union;
  }

  private static Map<String, Object> shared(List<Key<?, ?>> keys, KeySchemas schemas) {
    Map<String, Object> table = schemas.table(keys);
    table.putAll(KeySchemas.required(ofNoOtherTable(keys)));
    return table;
  }

  private static Map<String, Object> circuits(Map<String, Object> properties) {
    Map<String, Object> circuit = new LinkedHashMap<>();
    circuit.put("type", "object");
    circuit.put(PROPERTIES, properties);
    Map<String, Object> circuits = new LinkedHashMap<>();
    circuits.put("description", "The circuits, the one that makes the final proof last.");
    circuits.put("type", "array");
    circuits.put("minItems", 1);
    circuits.put("maxItems", Limits.CIRCUITS);
    circuits.put("items", circuit);
    return circuits;
  }

  /** A circuit of one proof system; what holds for all of them is not said again. */
  private static Map<String, Object> definition(
      Family family, Map<String, Object> properties, Map<String, Object> all) {
    Map<String, Object> definition =
        new LinkedHashMap<>(KeySchemas.required(ofNoOtherTable(circuitKeys(family))));
    Map<String, Object> special = new LinkedHashMap<>();
    properties.forEach(
        (name, schema) -> special.put(name, schema.equals(all.get(name)) ? (Object) true : schema));
    definition.put(PROPERTIES, special);
    definition.put("additionalProperties", false);
    return definition;
  }

  /** The keys that cannot stand elsewhere, in a circuit or for all of them. */
  private static List<Key<?, ?>> ofNoOtherTable(List<Key<?, ?>> keys) {
    List<Key<?, ?>> selected = new ArrayList<>();
    for (Key<?, ?> key : keys) {
      if (key.table().isEmpty()) {
        selected.add(key);
      }
    }
    return selected;
  }
}
