package org.soundcalc.model.keys;

import java.util.Map;

/** A text that is not blank and holds no control characters. */
public record TextType() implements KeyType<String> {
  @Override
  public String description() {
    return "a non-empty text in quotes";
  }

  @Override
  public Parsed<String> parse(Object raw) {
    if (!(raw instanceof String text) || text.isBlank()) {
      return Parsed.invalid(description(), raw);
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? Parsed.invalid(description() + " without control characters", raw)
        : new Parsed.Valid<>(text);
  }

  @Override
  public String placeholder() {
    return "?";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "minLength", 1);
  }
}
