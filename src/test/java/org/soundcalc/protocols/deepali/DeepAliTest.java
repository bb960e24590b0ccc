package org.soundcalc.protocols.deepali;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CommittedCode;

/** Both terms over a small field, against rationals. */
class DeepAliTest {
  private static final Field FIELD = new Field(BaseField.BABY_BEAR, 1);
  private static final Rational F = FIELD.size();

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1, 1, 1, 0",
    "1024, 2048, 3, 2, 100, 0",
    "16, 64, 7, 5, 9, 12",
    "2, 1000000000, 4, 3, 1, 0"
  })
  void errorsAreThoseOfTheTheorem(
      long k, long n, long degree, long openingPoints, long constraints, int grinding) {
    DeepAli air = new DeepAli(constraints, degree, openingPoints, grinding);
    List<Term> terms =
        air.terms(new CommittedCode(FIELD, Rational.of(k), Rational.of(n), new Bounds()));
    assertThat(terms).extracting(Term::name).containsExactly("ALI", "DEEP");
    // ℓ·C/F and ℓ·(d·(k + c − 1) + (k − 1))/(F − k − n), with ℓ = 5/2.
    Rational ali = Rational.of(5 * constraints, 2).over(F);
    Rational deep =
        Rational.of(5 * (degree * (k + openingPoints - 1) + (k - 1)), 2)
            .over(F.minus(Rational.of(k)).minus(Rational.of(n)))
            .times(Rational.powerOfTwo(-grinding));
    assertThat(Certified.compare(terms.get(0).error(), new Constant(ali))).isZero();
    assertThat(Certified.compare(terms.get(1).error(), new Constant(deep))).isZero();
  }

  @Test
  void aFieldHasAPointOutsideTheDomains() {
    Rational dimension = Rational.of(1024);
    assertThat(errors(dimension, F.minus(dimension)))
        .containsExactly("field must have more than k + n = 2013265921 elements, got BabyBear");
    assertThat(errors(dimension, F.minus(dimension).plus(Rational.ONE))).hasSize(1);
    assertThat(errors(dimension, F.minus(dimension).minus(Rational.ONE))).isEmpty();
  }

  private static List<String> errors(Rational dimension, Rational length) {
    Invariants invariants = DeepAli.checkField(new Invariants(), FIELD, dimension, length);
    try {
      invariants.enforce();
      return List.of();
    } catch (InvalidConfiguration invalid) {
      return invalid.problems().stream().map(Problem::toString).toList();
    }
  }

  /** ℓ = 5/2, and nothing else. */
  private record Bounds() implements CodeBounds {
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.of(Rational.of(5, 2));
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Citation> sources() {
      return List.of();
    }
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }
}
