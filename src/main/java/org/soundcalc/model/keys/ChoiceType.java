package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.model.Suggestions;

/**
 * One of a few words.
 *
 * @param choices the words, in the order of their listing
 */
public record ChoiceType(List<String> choices) implements KeyType<String> {
  /**
   * {@return a choice among these words}
   *
   * @param choices the words that are valid, in the order of messages, at least one
   */
  public static ChoiceType of(String... choices) {
    return new ChoiceType(List.of(choices));
  }

  @Override
  public String description() {
    return choices.stream().map(c -> '"' + c + '"').collect(Collectors.joining(" or "));
  }

  @Override
  public Parsed<String> parse(Object raw) {
    return raw instanceof String text
        ? Parsed.of(text, faults(text))
        : Parsed.invalid(description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(String word) {
    return choices.contains(word) ? List.of() : Parsed.fault(description(), word);
  }

  @Override
  public Optional<String> meant(String written) {
    return Suggestions.closest(written, choices);
  }

  @Override
  public String placeholder() {
    return choices.get(0);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "enum", choices);
  }
}
