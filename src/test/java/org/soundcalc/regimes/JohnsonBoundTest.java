package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.BaseField;
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
            Field.parse(field).orElseThrow(),
            Rate.ofLog2Inverse(logInverseRate),
            20,
            Optional.empty());
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
            Field.parse(field).orElseThrow(),
            Rate.ofLog2Inverse(logInverseRate),
            20,
            Optional.empty());
    CodeBounds bounds = ((Choice.Chosen) new JohnsonBound().choose(code)).bounds();
    assertThat(bounds.multiplicity()).hasValue(multiplicity);
  }

  /** η = √ρ/(2m), ℓ = (m + 1/2)/√ρ: at rate 1/4, all of it is rational. */
  @ParameterizedTest
  @CsvSource({"1, 3/4, 3", "2, 5/8, 5", "15, 31/60, 31", "50, 101/200, 101"})
  void aPinnedMultiplicityFixesGapAndListSize(long m, String agreement, long listSize) {
    Code code =
        new Code(new Field(BaseField.GOLDILOCKS, 3), Rate.ofLog2Inverse(2), 20, Optional.empty());
    CodeBounds bounds = JohnsonBounds.withMultiplicity(code, m).orElseThrow();
    String[] parts = agreement.split("/", -1);
    Rational expected = Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    assertThat(bounds.multiplicity()).hasValue(m);
    assertThat(Certified.compare(new ItsAgreement(bounds), new Constant(expected))).isZero();
    assertThat(Certified.compare(new ItsListSize(bounds), new Constant(Rational.of(listSize))))
        .isZero();
  }

  /**
   * Rates that are squares make every number rational; at rate 1/4 and m = 1 both sides of dz meet.
   */
  @ParameterizedTest
  @CsvSource({"2, 1", "4, 1", "6, 1", "2, 2", "2, 15"})
  void aPinnedMultiplicityHasTheErrorOfTheTheorem(int logInverseRate, long m) {
    Code code =
        new Code(
            new Field(BaseField.GOLDILOCKS, 3),
            Rate.ofLog2Inverse(logInverseRate),
            20,
            Optional.empty());
    CodeBounds bounds = JohnsonBounds.withMultiplicity(code, m).orElseThrow();
    Rational k = Rational.powerOfTwo(10);
    assertThat(Certified.compare(new ItsError(bounds, k), new Constant(byHand(code, m, k))))
        .isZero();
  }

  /** (2·dx·dy²·dz + dy·(δ·n + 1))/F over rationals, for a rate that is a square. */
  private static Rational byHand(Code code, long m, Rational k) {
    Rational root = Rational.powerOfTwo(-code.rate().log2Inverse() / 2);
    Rational bigM = Rational.of(2 * m + 1, 2);
    Rational n = code.length(k);
    Rational delta = Rational.ONE.minus(root.times(Rational.of(2 * m + 1, 2 * m)));
    Rational dx = bigM.times(n).times(root);
    Rational dy = bigM.over(root);
    Rational other = bigM.pow(2).over(code.rate().value().times(Rational.of(3)));
    Rational dz = dy.compareTo(other) >= 0 ? dy : other;
    return Rational.of(2)
        .times(dx)
        .times(dy.pow(2))
        .times(dz)
        .plus(dy.times(delta.times(n).plus(Rational.ONE)))
        .over(code.field().size());
  }

  @Test
  void aMultiplicityThatLeavesNoProximityParameterHasNoBounds() {
    Code half =
        new Code(new Field(BaseField.GOLDILOCKS, 3), Rate.ofLog2Inverse(1), 20, Optional.empty());
    assertThat(JohnsonBounds.withMultiplicity(half, 1)).isEmpty();
    assertThat(JohnsonBounds.withMultiplicity(half, 2)).isPresent();
  }

  /**
   * A wide pinned gap reaches its radius with less, but Theorem 4.2 is stated for m of at least 3.
   */
  @Test
  void theTheoremNeedsAMultiplicityOfThree() {
    Code code =
        new Code(
            new Field(BaseField.GOLDILOCKS, 3),
            Rate.ofLog2Inverse(1),
            20,
            Optional.of(Rational.of(1, 5)));
    CodeBounds bounds = ((Choice.Chosen) new JohnsonBound().choose(code)).bounds();
    assertThat(bounds.multiplicity()).hasValue(3);
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }

  private record ItsAgreement(CodeBounds bounds) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bounds.agreement(x);
    }
  }

  private record ItsListSize(CodeBounds bounds) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bounds.listSize(x, Rational.ONE);
    }
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
