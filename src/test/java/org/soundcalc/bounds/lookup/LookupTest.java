package org.soundcalc.bounds.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.model.Term;

class LookupTest {
  private static final Field FIELD = new Field(BaseField.GOLDILOCKS, 2);

  /** One row more than F/2^k costs a bit: no float can tell. */
  @ParameterizedTest
  @ValueSource(ints = {66, 70, 80, 99, 100, 127})
  void rowsOnBothSidesOfAnEdge(int bits) {
    BigInteger rows = FIELD.size().numerator().shiftRight(bits);
    assertThat(bits(univariate(rows.longValueExact(), 0))).isEqualTo(bits);
    assertThat(bits(univariate(rows.longValueExact() + 1, 0))).isEqualTo(bits - 1L);
  }

  @Test
  void grindingAddsItsBits() {
    assertThat(bits(univariate(1 << 20, 7))).isEqualTo(bits(univariate(1 << 20, 0)) + 7);
  }

  @Test
  void aLookupWithoutRowsIsNoTerm() {
    assertThat(univariate(0, 0).term(FIELD)).isEmpty();
  }

  /** K·H·R/F + ½·v·(3v + 1)/F with H = 2^10, K = 4, S = 8: R = 3, v = 12. */
  @Test
  void multivariateAddsTheLayers() {
    Lookup lookup =
        new Lookup("l", Lookup.Kind.MULTIVARIATE, 1 << 10, 0, 8, 4, true, Rational.ZERO, 0);
    assertThat(bits(lookup)).isEqualTo(bits(Rational.of(4L * 1024 * 3 + 6 * 37)));
  }

  @Test
  void aSingleColumnStillTakesOneChallenge() {
    Lookup lookup = new Lookup("l", Lookup.Kind.UNIVARIATE, 1000, 0, 1, 1, true, Rational.ZERO, 0);
    assertThat(bits(lookup)).isEqualTo(bits(Rational.of(1000)));
  }

  @Test
  void reductionErrorCounts() {
    Lookup lookup =
        new Lookup("l", Lookup.Kind.MULTIVARIATE, 1000, 0, 1, 1, true, Rational.powerOfTwo(-20), 0);
    assertThat(bits(lookup)).isEqualTo(19);
  }

  private static Lookup univariate(long rows, int grinding) {
    return new Lookup("l", Lookup.Kind.UNIVARIATE, rows, 0, 1, 1, false, Rational.ZERO, grinding);
  }

  private static long bits(Lookup lookup) {
    Term term = lookup.term(FIELD).orElseThrow();
    return Certified.bits(term.error());
  }

  /** The bits of numerator/F. */
  private static long bits(Rational numerator) {
    return FIELD.size().over(numerator).floor().bitLength() - 1L;
  }
}
