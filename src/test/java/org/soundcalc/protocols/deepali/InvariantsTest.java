package org.soundcalc.protocols.deepali;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No reduction can be made that a file could not state: each rule broken once, in its words. */
class InvariantsTest implements RulesTest {
  private static final DeepAli VALID = new DeepAli(1000, 3, 2, 10);

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            DeepAli.NUM_CONSTRAINTS,
            VALID,
            0L,
            "num_constraints must be a positive integer, got 0"),
        Violations.of(
            DeepAli.AIR_MAX_DEGREE,
            VALID,
            -3L,
            "air_max_degree must be a positive integer, got -3"),
        Violations.of(
            DeepAli.OPENING_POINTS, VALID, 0L, "opening_points must be a positive integer, got 0"),
        Violations.of(
            DeepAli.GRINDING_DEEP,
            VALID,
            129L,
            "grinding_deep must be an integer from 0 to 128, got 129"));
  }

  @Test
  void everyProblemAtOnce() {
    Violations.assertRefused(
        () -> new DeepAli(0, 0, -2, -1),
        List.of(
            "num_constraints must be a positive integer, got 0",
            "air_max_degree must be a positive integer, got 0",
            "opening_points must be a positive integer, got -2",
            "grinding_deep must be an integer from 0 to 128, got -1"));
  }

  @Test
  void aTeamRestrictsItselfToARegimeThatThereIs() {
    Violations.assertRefused(
        () -> ExplicitRegime.of(Optional.of("both")),
        List.of("explicit_regime must be \"unique\" or \"list\", got \"both\""));
  }

  @ParameterizedTest
  @EnumSource
  void aRestrictionIsReadAsItIsWritten(ExplicitRegime regime) {
    assertThat(ExplicitRegime.of(regime.word())).isEqualTo(regime);
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(DeepAli.class);
  }
}
