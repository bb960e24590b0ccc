package org.soundcalc.model.keys;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;

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
