package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;

/** A text that is not blank and holds no control characters. */
public record TextType() implements KeyType<String> {
  @Override
  public String description() {
    return "a non-empty string in quotes";
  }

  @Override
  public Parsed<String> parse(Object raw) {
    return raw instanceof String text
        ? Parsed.of(text, faults(text))
        : Parsed.invalid(description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(String text) {
    if (text.isBlank()) {
      return Parsed.fault(description(), text);
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? Parsed.fault(description() + " without control characters", text)
        : List.of();
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
