package org.soundcalc.search.space;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;
import org.soundcalc.testing.RulesTest;

/** No domain can be made that a text could not state. */
class InvariantsTest implements RulesTest {
  private static final Circuit CIRCUIT = DomainTest.circuit("zkvms/pico.toml", "riscv");
  private static final Key<Circuit, ?> SCHEDULE = key("fri_folding_factors");
  private static final Key<Circuit, ?> QUERIES = key("num_queries");

  private static Key<Circuit, ?> key(String label) {
    return VariableKeys.of(CIRCUIT).get(label);
  }

  private static Arguments violation(
      String what, java.util.concurrent.Callable<?> maker, String problem) {
    return Arguments.of(what, maker, List.of(problem));
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(
            "no values",
            () -> new Domain.Listed(QUERIES, "", List.of()),
            "must be 1 to 100000 values of num_queries, got 0"),
        violation(
            "many values",
            () -> new Domain.Listed(QUERIES, "", Collections.nCopies(100_001, 1L)),
            "must be 1 to 100000 values of num_queries, got 100001"),
        violation(
            "no elements",
            () -> new Domain.AnyOf(SCHEDULE, "", List.of()),
            "must be integers that ascend, got []"),
        violation(
            "elements that descend",
            () -> new Domain.Uniform(SCHEDULE, "", List.of(4L, 2L)),
            "must be integers that ascend, got [4, 2]"),
        violation(
            "no list",
            () -> new Domain.Capped(QUERIES, "", 4),
            "num_queries has no lists of integers"));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(
        Domain.Listed.class, Domain.AnyOf.class, Domain.Uniform.class, Domain.Capped.class);
  }
}
