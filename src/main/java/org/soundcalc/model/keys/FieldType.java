package org.soundcalc.model.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Compatibility;
import org.soundcalc.model.Field;
import org.soundcalc.model.Suggestions;

/** The name of an extension field. */
public record FieldType() implements KeyType<Field> {
  @Override
  public String description() {
    return "a field such as "
        + Arrays.stream(BaseField.values())
            .map(f -> f == BaseField.BN254 ? f.tomlName() : f.tomlName() + "^4")
            .collect(Collectors.joining(", "))
        + " (extension degree 1 to "
        + Field.MAX_DEGREE
        + ")";
  }

  @Override
  public Parsed<Field> parse(Object raw) {
    return raw instanceof String name
        ? Field.parse(name)
            .<Parsed<Field>>map(Parsed.Valid::new)
            .orElseGet(() -> Parsed.invalid(description(), raw))
        : Parsed.invalid(description(), raw);
  }

  /** A field of the degree that was written. */
  @Override
  public Optional<String> meant(String written) {
    List<String> names =
        Arrays.stream(BaseField.values())
            .flatMap(
                base ->
                    IntStream.rangeClosed(1, Field.MAX_DEGREE)
                        .mapToObj(degree -> new Field(base, degree).tomlName()))
            .toList();
    return Suggestions.closest(written, names).filter(name -> digits(name).equals(digits(written)));
  }

  private static String digits(String text) {
    return Compatibility.composed(text).replaceAll("[^0-9]", "");
  }

  @Override
  public Field placeholder() {
    return new Field(BaseField.GOLDILOCKS, 3);
  }

  @Override
  public Map<String, Object> schema() {
    String names =
        Arrays.stream(BaseField.values()).map(BaseField::tomlName).collect(Collectors.joining("|"));
    return Map.of("type", "string", "pattern", "^(" + names + ")(\\^([1-9]|1[0-6]))?$");
  }
}
