package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;

/** What was chosen for one code is never taken for another's. */
class LastMadeTest {
  private static final Code CODE = code(4, 1, 20, Optional.of(Rational.of(1, 100)));

  private final JohnsonBound regime = new JohnsonBound();

  private static Code code(int degree, int logInverseRate, int log, Optional<Rational> gap) {
    return new Code(new Field(BaseField.M31, degree), Rate.ofLog2Inverse(logInverseRate), log, gap);
  }

  @Test
  void equalCodesShareAChoice() {
    Choice choice = regime.choose(CODE);
    assertThat(regime.choose(code(4, 1, 20, Optional.of(Rational.of(1, 100))))).isSameAs(choice);
  }

  @Test
  void eachPartOfACodeMakesAnother() {
    Optional<Rational> gap = CODE.gap();
    for (Code other :
        new Code[] {
          code(3, 1, 20, gap),
          code(4, 2, 20, gap),
          code(4, 1, 19, gap),
          code(4, 1, 20, Optional.of(Rational.of(1, 50))),
          code(4, 1, 20, Optional.empty())
        }) {
      Choice choice = regime.choose(CODE);
      assertThat(other).isNotEqualTo(CODE);
      assertThat(regime.choose(other)).isNotSameAs(choice);
      assertThat(regime.choose(CODE)).isNotSameAs(choice);
    }
  }
}
