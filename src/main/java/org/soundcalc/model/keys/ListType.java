package org.soundcalc.model.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An array whose elements are all of one type.
 *
 * @param <T> the type of a valid element
 * @param element their type and range
 * @param elements what they are together, in the plural, such as {@code positive integers}
 * @param emptyAllowed whether there may be none
 */
public record ListType<T>(KeyType<T> element, String elements, boolean emptyAllowed)
    implements KeyType<List<T>> {
  @Override
  public String description() {
    return (emptyAllowed ? "an array of " : "a non-empty array of ") + elements;
  }

  @Override
  public Parsed<List<T>> parse(Object raw) {
    if (!(raw instanceof List<?> items) || (items.isEmpty() && !emptyAllowed)) {
      return Parsed.invalid(description(), raw);
    }
    List<T> values = new ArrayList<>();
    List<Parsed.Fault> faults = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Parsed<T> parsed = element.parse(items.get(i));
      if (parsed instanceof Parsed.Valid<T> valid) {
        values.add(valid.value());
      } else if (parsed instanceof Parsed.Invalid<T> invalid) {
        addBelow(i, invalid.faults(), faults);
      }
    }
    return faults.isEmpty()
        ? new Parsed.Valid<>(List.copyOf(values))
        : new Parsed.Invalid<>(faults);
  }

  @Override
  public List<Parsed.Fault> faults(List<T> values) {
    if (values.isEmpty()) {
      return emptyAllowed ? List.of() : Parsed.fault(description(), values);
    }
    List<Parsed.Fault> faults = List.of();
    for (int i = 0; i < values.size(); i++) {
      List<Parsed.Fault> some = element.faults(values.get(i));
      if (!some.isEmpty()) {
        faults = new ArrayList<>(faults);
        addBelow(i, some, faults);
      }
    }
    return faults;
  }

  private static void addBelow(int index, List<Parsed.Fault> faults, List<Parsed.Fault> all) {
    for (Parsed.Fault fault : faults) {
      List<Integer> path = new ArrayList<>(List.of(index));
      path.addAll(fault.path());
      all.add(new Parsed.Fault(List.copyOf(path), fault.expected(), fault.got()));
    }
  }

  @Override
  public Optional<String> meant(String written) {
    return element.meant(written);
  }

  @Override
  public List<T> placeholder() {
    return emptyAllowed ? List.of() : List.of(element.placeholder());
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "items", element.schema(), "minItems", emptyAllowed ? 0 : 1);
  }
}
