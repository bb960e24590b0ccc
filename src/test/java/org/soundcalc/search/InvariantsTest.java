package org.soundcalc.search;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.testing.RulesTest;

/** No lever can be made whose values are not those of its key. */
class InvariantsTest implements RulesTest {
  private static final Circuit CIRCUIT =
      Soundcalc.read(Path.of("zkvms/pico.toml")).circuits().get(0);

  static Stream<Arguments> violations() {
    Callable<?> none = () -> new Lever(CommonKeys.FIELD, "", List.of(), List.of());
    Callable<?> untyped =
        () -> new Lever(CommonKeys.FIELD, "", List.of("A"), List.of(CIRCUIT.id().field(), "B"));
    return Stream.of(
        Arguments.of(
            "no values",
            none,
            List.of("field must have as many values as typed ones, and some, got 0 and 0")),
        Arguments.of(
            "values without a type",
            untyped,
            List.of("field must have as many values as typed ones, and some, got 1 and 2")));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Lever.class);
  }
}
