package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String PROPERTIES = "properties";

  /** All of them. */
  List<Object> all() {
    List<Object> conditions = new ArrayList<>();
    for (Key<?, ?> key : CommonKeys.circuit()) {
      if (KeyWords.isRequired(key)) {
        key.table()
            .ifPresent(
                table ->
                    conditions.add(when(isAbsent(key, table), circuits(KeySchemas.present(key)))));
      }
    }
    for (Family family : families) {
      conditions.addAll(ofCircuits(family, Map.of("$ref", "#/$defs/" + family.name())));
      for (Key<?, ?> key : family.keys()) {
        if (KeyWords.isRequired(key)) {
          key.table()
              .ifPresent(
                  table ->
                      conditions.add(
                          when(
                              isAbsent(key, table),
                              Map.of("allOf", ofCircuits(family, KeySchemas.present(key))))));
        }
      }
    }
    return conditions;
  }

  /**
   * What asks something of a proof system's circuits: those that name it, and those that inherit
   * it.
   */
  private static List<Map<String, Object>> ofCircuits(Family family, Map<String, Object> demand) {
    Map<String, Object> isNamed = has(FAMILY, Map.of("const", family.name()));
    Map<String, Object> namesNone = Map.of("not", Map.of("required", List.of(FAMILY)));
    return List.of(
        circuits(when(isNamed, demand)),
        when(has(CommonKeys.ZKEVM, isNamed), circuits(when(namesNone, demand))));
  }

  private static Map<String, Object> isAbsent(Key<?, ?> key, String table) {
    return Map.of("not", has(table, KeySchemas.present(key)));
  }

  private static Map<String, Object> circuits(Map<String, Object> each) {
    return Map.of(PROPERTIES, Map.of(CommonKeys.CIRCUITS, Map.of("items", each)));
  }

  /** A member that is there and like this. */
  private static Map<String, Object> has(String name, Map<String, Object> schema) {
    Map<String, Object> has = new LinkedHashMap<>();
    has.put("required", List.of(name));
    has.put(PROPERTIES, Map.of(name, schema));
    return has;
  }

  private static Map<String, Object> when(Map<String, Object> condition, Object consequence) {
    Map<String, Object> when = new LinkedHashMap<>();
    when.put("if", condition);
    when.put("then", consequence);
    return when;
  }
}
