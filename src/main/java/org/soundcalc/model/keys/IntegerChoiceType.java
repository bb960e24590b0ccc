package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of a few integers.
 *
 * @param choices the integers, in ascending order, at least two
 */
public record IntegerChoiceType(List<Long> choices) implements KeyType<Long> {
  @Override
  public String description() {
    int last = choices.size() - 1;
    return choices.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " or "
        + choices.get(last);
  }

  @Override
  public Parsed<Long> parse(Object raw) {
    Parsed<Long> integer =
        new IntegerType(choices.get(0), choices.get(choices.size() - 1)).parse(raw);
    return integer instanceof Parsed.Valid<Long> valid && choices.contains(valid.value())
        ? integer
        : Parsed.invalid(description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(Long value) {
    return choices.contains(value) ? List.of() : Parsed.fault(description(), value);
  }

  @Override
  public Long placeholder() {
    return choices.get(0);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "integer", "enum", choices);
  }
}
