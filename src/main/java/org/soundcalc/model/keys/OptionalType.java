package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be left out.
 *
 * @param <T> the type of what is there
 * @param type its type and range
 */
public record OptionalType<T>(KeyType<T> type) implements KeyType<Optional<T>> {
  @Override
  public String description() {
    return type.description();
  }

  @Override
  public Parsed<Optional<T>> parse(Object raw) {
    Parsed<T> parsed = type.parse(raw);
    return parsed instanceof Parsed.Valid<T> valid
        ? new Parsed.Valid<>(Optional.of(valid.value()))
        : new Parsed.Invalid<>(((Parsed.Invalid<T>) parsed).faults());
  }

  @Override
  public List<Parsed.Fault> faults(Optional<T> value) {
    return value.map(type::faults).orElse(List.of());
  }

  @Override
  public Optional<T> placeholder() {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> schema() {
    return type.schema();
  }
}
