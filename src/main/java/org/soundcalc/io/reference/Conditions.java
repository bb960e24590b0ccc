package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.Family;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/**
 * What a JSON Schema asks of circuits beyond the types of their keys: what their proof system
 * needs, be it their own or that of {@code [zkevm]}, and what no table above them gives.
 *
 * @param families the proof systems
 */
record Conditions(List<Family> families) {
  private static final String FAMILY = CommonKeys.PROTOCOL_FAMILY.name();
  private static final String REQUIRED = "required";

  /** All of them. */
  List<JsonObject> all() {
    List<JsonObject> conditions = new ArrayList<>();
    for (Key<?, ?> key : CommonKeys.circuit()) {
      if (isInherited(key)) {
        conditions.add(when(isAbsentAbove(key), circuits(KeySchemas.present(key))));
      }
    }
    for (Family family : families) {
      conditions.addAll(
          ofCircuits(family, new JsonObject().put("$ref", "#/$defs/" + family.name())));
      for (Key<?, ?> key : family.keys()) {
        if (isInherited(key)) {
          List<JsonObject> demands = ofCircuits(family, KeySchemas.present(key));
          conditions.add(when(isAbsentAbove(key), new JsonObject().put("allOf", demands)));
        }
      }
    }
    return conditions;
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
        circuits(when(isNamed, demand)),
        when(has(CommonKeys.ZKEVM, isNamed), circuits(when(namesNone, demand))));
  }

  private static JsonObject isAbsentAbove(Key<?, ?> key) {
    return not(has(key.table().orElseThrow(), KeySchemas.present(key)));
  }

  private static JsonObject circuits(JsonObject each) {
    return properties(CommonKeys.CIRCUITS, new JsonObject().put("items", each), new JsonObject());
  }

  /** A member that is there and like this. */
  private static JsonObject has(String name, JsonObject schema) {
    return properties(name, schema, new JsonObject().put(REQUIRED, List.of(name)));
  }

  private static JsonObject properties(String name, JsonObject schema, JsonObject json) {
    return json.put("properties", new JsonObject().put(name, schema));
  }

  private static JsonObject not(JsonObject schema) {
    return new JsonObject().put("not", schema);
  }

  private static JsonObject when(JsonObject condition, JsonObject consequence) {
    return new JsonObject().put("if", condition).put("then", consequence);
  }
}
