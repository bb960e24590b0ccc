package org.soundcalc.model.design;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.Rate;
import org.soundcalc.testing.RulesTest;

/** No layout and no range of proximity parameters can be made that makes no sense. */
class InvariantsTest implements RulesTest {
  private static Arguments refused(String what, Callable<?> maker, String problem) {
    return Arguments.of(what, maker, List.of(problem));
  }

  private static Layout layout(long queries, long grindingQueries, long grindingFolds) {
    return new Layout(
        Rate.ofLog2Inverse(1),
        queries,
        List.of(1),
        Optional.empty(),
        grindingQueries,
        grindingFolds);
  }

  static Stream<Arguments> violations() {
    String message = "a layout has queries and no negative proof-of-work, got %d, %d and %d";
    return Stream.of(
        refused("no queries", () -> layout(0, 0, 0), message.formatted(0, 0, 0)),
        refused("before queries", () -> layout(1, -1, 0), message.formatted(1, -1, 0)),
        refused("before folds", () -> layout(1, 0, -1), message.formatted(1, 0, -1)));
  }

  @Test
  void aRegimeHasAProximityParameter() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proximities(3, 2, any -> null, any -> Optional.empty()))
        .withMessage("no proximity parameter from 3 to 2");
  }

  @Test
  void listsOfIterationsFit() {
    List<Long> one = List.of(1L);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IteratedLayout(
                    1, List.of(1), one, one, Optional.empty(), List.of(one), one, List.of()))
        .withMessage("lists of 1 iterations that are of [1, 2, 1, 1, 1]");
  }

  @Test
  void anIterationFoldsSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Iteration(0, 2, 1, 3))
        .withMessage("no iteration 0 from 2^2 at rate 2^-1 by 2^3");
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(IteratedLayout.class, Iteration.class, Layout.class, Proximities.class);
  }
}
