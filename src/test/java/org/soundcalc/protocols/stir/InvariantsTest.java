package org.soundcalc.protocols.stir;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** What STIR asks for beyond what WHIR does: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  /** m_1 = 12, m_2 = 8. */
  private static final Stir VALID = new Stir(ScheduleSample.SMALL.parameters(), 0);

  private static final Key<Stir, List<Long>> NUM_QUERIES =
      StirWhirParameters.NUM_QUERIES.of(Stir::common, (stir, common) -> new Stir(common, 0));

  private static final Key<Stir, List<Long>> NUM_OOD_SAMPLES =
      StirWhirParameters.NUM_OOD_SAMPLES.of(Stir::common, (stir, common) -> new Stir(common, 0));

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            Stir.GRINDING_FOLDING,
            VALID,
            129L,
            "grinding_bits_folding must be an integer from 0 to 128, got 129"),
        Violations.of(
            NUM_QUERIES,
            VALID,
            List.of(4095L, 255L, 9999L),
            "num_queries[0] + num_ood_samples[0] must be below 2^m = 4096 of iteration 1, or no"
                + " quotient is left, got 4095 + 1",
            "num_queries[1] + num_ood_samples[1] must be below 2^m = 256 of iteration 2, or no"
                + " quotient is left, got 255 + 1"),
        Violations.of(
            NUM_OOD_SAMPLES,
            VALID,
            List.of(1L, 206L),
            "num_queries[1] + num_ood_samples[1] must be below 2^m = 256 of iteration 2, or no"
                + " quotient is left, got 50 + 206"));
  }

  /** F > 2^(m_i + μ_i) follows from F > k + n. */
  @Test
  void noPointIsLeftToSample() {
    ScheduleSample sample =
        ScheduleSample.SMALL
            .withSchedule(2, 8, 6, 26)
            .withField(new Field(BaseField.KOALA_BEAR, 1));
    Violations.assertRefused(
        () -> new Stir(sample.parameters(), 0),
        List.of("field must have more than k + n = 4362076160 elements, got KoalaBear"));
  }

  @Test
  void everyKeyOfACircuitIsHeld() {
    Stark stark = ScheduleSample.SMALL.circuit(VALID);
    Violations.assertKeysAreHeld(stark);
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of();
  }
}
