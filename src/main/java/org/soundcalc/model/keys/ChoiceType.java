package org.soundcalc.model.keys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.model.Suggestions;

/**
 * One of a few words.
 *
 * @param choices the words, in the order of their listing
 * @param anyCase whether capitals make no difference; a valid value is the word as listed
 */
public record ChoiceType(List<String> choices, boolean anyCase) implements KeyType<String> {
  /**
   * {@return a choice among these words}
   *
   * @param choices the words that are valid, in the order of messages, at least one
   */
  public static ChoiceType of(String... choices) {
    return new ChoiceType(List.of(choices), false);
  }

  /**
   * {@return a choice among these words, whose capitals make no difference}
   *
   * @param choices the words that are valid, in small letters, in the order of messages, at least
   *     one
   */
  public static ChoiceType inAnyCase(String... choices) {
    return new ChoiceType(List.of(choices), true);
  }

  @Override
  public String description() {
    return choices.stream().map(c -> '"' + c + '"').collect(Collectors.joining(" or "));
  }

  @Override
  public Parsed<String> parse(Object raw) {
    if (!(raw instanceof String text)) {
      return Parsed.invalid(description(), raw);
    }
    String word = anyCase ? text.toLowerCase(Locale.ROOT) : text;
    return choices.contains(word) ? new Parsed.Valid<>(word) : Parsed.invalid(description(), raw);
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
    return anyCase
        ? Map.of("type", "string", "pattern", "^(" + patterns() + ")$")
        : Map.of("type", "string", "enum", choices);
  }

  /** Such as {@code [fF][rR][iI]|[wW]}: patterns of JSON Schema know no other way. */
  private String patterns() {
    return choices.stream()
        .map(
            word ->
                word.chars()
                    .mapToObj(c -> "[%c%c]".formatted(c, Character.toUpperCase(c)))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("|"));
  }
}
