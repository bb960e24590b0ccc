package org.soundcalc.model.keys;

import java.util.Map;

/** {@code true} or {@code false}. */
public record BooleanType() implements KeyType<Boolean> {
  @Override
  public String description() {
    return "true or false";
  }

  @Override
  public Parsed<Boolean> parse(Object raw) {
    return raw instanceof Boolean value
        ? new Parsed.Valid<>(value)
        : Parsed.invalid(description(), raw);
  }

  @Override
  public Boolean placeholder() {
    return false;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
