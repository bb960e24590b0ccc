package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.regimes.UniqueDecoding;

/** Batching over unique decoding, where every error is rational. */
class CodeBoundsTest {
  private static final Code CODE =
      new Code(new Field(BaseField.BABY_BEAR, 2), Rate.ofLog2Inverse(2), 20, Optional.empty());
  private static final CodeBounds BOUNDS =
      ((Choice.Chosen) new UniqueDecoding().choose(CODE)).bounds();
  private static final Rational K = Rational.powerOfTwo(10);

  @ParameterizedTest
  @CsvSource({
    "AFFINE, 2, 1",
    "AFFINE, 1000, 1",
    "POWERS, 2, 1",
    "POWERS, 3, 2",
    "POWERS, 1000, 999",
    "MULTILINEAR, 2, 1",
    "MULTILINEAR, 3, 2",
    "MULTILINEAR, 4, 2",
    "MULTILINEAR, 5, 3",
    "MULTILINEAR, 1024, 10",
    "MULTILINEAR, 1025, 11",
    "MULTILINEAR, 4611686018427387904, 62",
    "MULTILINEAR, 4611686018427387905, 63",
  })
  void batchingIsAMultipleOfTheError(Batching mode, long functions, long multiple) {
    // δ = 3/8, n = 4k: err = (3k/2 + 1)/F.
    Rational error = K.times(Rational.of(3, 2)).plus(Rational.ONE).over(CODE.field().size());
    Rational expected = error.times(Rational.of(multiple));
    assertThat(Certified.compare(new Batched(mode, functions), new Constant(expected))).isZero();
  }

  private record Batched(Batching mode, long functions) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return BOUNDS.batchingError(x, mode, functions, K);
    }
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }
}
