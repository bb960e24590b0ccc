package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.testing.RulesTest;

/** No search can be asked for, and no answer given, that makes no sense. */
class InvariantsTest implements RulesTest {
  private static Arguments refused(String what, Callable<?> maker, String problem) {
    return Arguments.of(what, maker, List.of(problem));
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        refused("no factor", () -> new Schedules.Any(new TreeSet<>()), "no factors to fold by: []"),
        refused(
            "a fold by 1",
            () -> new Schedules.Any(new TreeSet<>(List.of(0, 3))),
            "no factors to fold by: [0, 3]"),
        refused("no schedule", () -> new Schedules.Listed(List.of()), "no schedule: []"),
        refused(
            "a schedule without folds",
            () -> new Schedules.Listed(List.of(List.of(3), List.of())),
            "no schedule: [[3], []]"));
  }

  @Test
  void anAimHasBitsAndAnAxis() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aim(-1, List.of(Axis.PROVER)))
        .withMessage("bits: -1, axes: [PROVER]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aim(128, List.of()))
        .withMessage("bits: 128, axes: []");
  }

  private static Aim aim(long bits, List<Axis> axes) {
    return new Aim(bits, axes, Map.of(), true, OptionalInt.empty());
  }

  @Test
  void whereThereIsNoConfigurationThereIsAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Optimum.None(List.of(), new Effort(BigDecimal.ONE, 0, 0)))
        .withMessage("no reason");
  }

  @Test
  void anOptionTakesUnitsAndHasCosts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Allotment.Option(-1, 0, 0))
        .withMessage("units: -1, costs: 0.0, 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Allotment.Option(1, 0, Double.NaN))
        .withMessage("units: 1, costs: 0.0, NaN");
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(
        Aim.class,
        Allotment.Option.class,
        Optimum.Found.class,
        Optimum.None.class,
        Schedules.Any.class,
        Schedules.Listed.class,
        Space.class,
        SpaceRequest.class);
  }
}
