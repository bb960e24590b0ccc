package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.FieldType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Spelling;

/** The parameters of circuits, for the page's controls. */
final class CircuitKeys {
  private CircuitKeys() {}

  /** Those of all circuits, or of the one of a name. */
  static JsonObject json(List<Circuit> circuits, String name) {
    List<Circuit> shown = new ArrayList<>(circuits);
    shown.removeIf(circuit -> !name.isEmpty() && !name.equals(circuit.id().name()));
    return new JsonObject()
        .put("soundcalc", About.VERSION)
        .putAll("circuits", shown, CircuitKeys::circuit);
  }

  private static JsonObject circuit(Circuit circuit) {
    List<Key<Circuit, ?>> keys =
        new ArrayList<>(List.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS));
    keys.addAll(circuit.keys());
    keys.removeIf(key -> !key.isRead() || !key.isHeld());
    return new JsonObject()
        .put("name", circuit.id().name())
        .put("family", circuit.id().family())
        .putAll("keys", keys, key -> key(key, circuit));
  }

  private static <T> JsonObject key(Key<Circuit, T> key, Circuit circuit) {
    KeyType<?> type = type(key.type());
    Map<String, Object> schema = type.schema();
    Object choices = type instanceof ChoiceType of ? of.choices() : schema.get("enum");
    return new JsonObject()
        .put("key", key.spelling())
        .put("value", value(key, circuit))
        .put("type", word(type, schema))
        .put("least", Optional.ofNullable(schema.get("minimum")))
        .put("most", Optional.ofNullable(schema.get("maximum")))
        .put("choices", Optional.ofNullable(choices))
        .put("expected", type.description())
        .put("unit", key.unit())
        .put("moves", key.affects())
        .put("description", key.meaning());
  }

  private static <T> Optional<String> value(Key<Circuit, T> key, Circuit circuit) {
    T value = key.get(circuit);
    return value instanceof Optional<?> optional
        ? optional.map(Spelling::of)
        : Optional.of(Spelling.of(value));
  }

  private static KeyType<?> type(KeyType<?> type) {
    return type instanceof KeyType.OrNothing<?> optional ? optional.type() : type;
  }

  private static String word(KeyType<?> type, Map<String, Object> schema) {
    if (type instanceof FieldType) {
      return "field";
    }
    return type instanceof RateType ? "rate" : String.valueOf(schema.get("type"));
  }
}
