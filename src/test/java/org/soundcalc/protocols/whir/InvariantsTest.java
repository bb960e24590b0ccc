package org.soundcalc.protocols.whir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** What WHIR asks for beyond what STIR does: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  /** Two iterations of κ = 2. */
  private static final Whir VALID =
      Whirs.of(ScheduleSample.SMALL.withSchedule(2, 2, 1, 16).parameters(), 3, (i, s) -> i + s);

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            Whir.CONSTRAINT_DEGREE,
            VALID,
            2L,
            "constraint_degree must be an integer of at least 3, got 2"),
        Violations.of(
            Whir.GRINDING_FOLDING,
            VALID,
            List.of(List.of(1L, 1L)),
            "grinding_bits_folding must have num_iterations = 2 entries, got 1"),
        Violations.of(
            Whir.GRINDING_FOLDING,
            VALID,
            List.of(List.of(1L, 1L), List.of(1L)),
            "grinding_bits_folding[1] must have folding_factors[1] = 2 entries, got 1"),
        Violations.of(
            Whir.GRINDING_FOLDING,
            VALID,
            List.of(List.of(1L, 1L), List.of(1L, 129L)),
            "grinding_bits_folding[1][1] must be an integer from 0 to 128, got 129"));
  }

  /** Its lists are held to those of the parameters that it is built on. */
  @Test
  void otherParametersAskForOtherLists() {
    StirWhirParameters longer = ScheduleSample.SMALL.withSchedule(3, 2, 1, 16).parameters();
    Violations.assertRefused(
        () -> new Whir(longer, 2, VALID.grindingFolding()),
        List.of(
            "constraint_degree must be an integer of at least 3, got 2",
            "grinding_bits_folding must have num_iterations = 3 entries, got 2"));
  }

  /** What is put into a list afterwards would pass by the rules. */
  @Test
  void listsAreItsOwn() {
    List<Long> last = new ArrayList<>(List.of(2L, 3L));
    Whir whir = new Whir(VALID.common(), 3, List.of(List.of(0L, 1L), last));
    last.set(0, 500L);
    assertThat(whir.grindingFolding()).containsExactly(List.of(0L, 1L), List.of(2L, 3L));
    assertThat(whir.grindingSites()).extracting(GrindingSite::bits).allMatch(bits -> bits <= 128);
  }

  @Test
  void everyKeyOfACircuitIsHeld() {
    Stark stark = ScheduleSample.SMALL.withSchedule(2, 2, 1, 16).circuit(VALID);
    Violations.assertKeysAreHeld(stark);
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of();
  }
}
