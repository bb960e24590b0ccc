package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;

/** The error as this program writes it, against the closed form that the paper prints. */
class JohnsonBoundTest {
  @ParameterizedTest
  @CsvSource({
    "1, 20, Goldilocks^3",
    "2, 18, BabyBear^4",
    "3, 10, KoalaBear^4",
    "4, 5, Goldilocks^2",
    "5, 0, M31^4",
    "6, 12, BabyBear^5",
  })
  void errorIsTheClosedFormOfTheTheorem(int logInverseRate, int logDimension, String field) {
    Code code =
        new Code(
            Field.parse(field).orElseThrow(), Rate.ofLog2Inverse(logInverseRate), Optional.empty());
    CodeBounds bounds = ((Choice.Chosen) new JohnsonBound().choose(code)).bounds();
    Rational k = Rational.powerOfTwo(logDimension);
    assertThat(Certified.compare(new ItsError(bounds, k), new ClosedForm(bounds, code, k)))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // ρ/20 from rate 1/25 on, over fields of at most 2^150 elements: m = ⌈10/√ρ⌉.
    "BabyBear^4, 1, 15",
    "BabyBear^4, 2, 20",
    "BabyBear^4, 3, 29",
    "BabyBear^4, 4, 40",
    "BabyBear^4, 5, 50",
    "KoalaBear^5, 2, 50",
  })
  void multiplicityOfTheDefaultGap(String field, int logInverseRate, long multiplicity) {
    Code code =
        new Code(
            Field.parse(field).orElseThrow(), Rate.ofLog2Inverse(logInverseRate), Optional.empty());
    CodeBounds bounds = ((Choice.Chosen) new JohnsonBound().choose(code)).bounds();
    assertThat(bounds.multiplicity()).hasValue(multiplicity);
  }

  private record ItsError(CodeBounds bounds, Rational k) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bounds.error(x, k);
    }
  }

  /** [(2M⁵ + 3Mδρ)n/(3ρ√ρ) + M/√ρ]/F. */
  private record ClosedForm(CodeBounds bounds, Code code, Rational k) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T m = x.of(Rational.of(2 * bounds.multiplicity().orElseThrow() + 1, 2));
      T rho = x.of(code.rate().value());
      T delta = x.one().minus(bounds.agreement(x));
      T n = x.of(code.length(k));
      return x.of(2)
          .times(m.pow(5))
          .plus(x.of(3).times(m).times(delta).times(rho))
          .times(n)
          .over(x.of(3).times(rho).times(rho.sqrt()))
          .plus(m.over(rho.sqrt()))
          .over(x.of(code.field().size()));
    }
  }
}
