package org.soundcalc.protocols.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.protocols.code.CommittedCode;

class LookupTest {
  private static final Field FIELD = new Field(BaseField.GOLDILOCKS, 2);
  private static final Rational DIMENSION = Rational.of(1 << 20);
  private static final CommittedCode LIST_OF_ONE =
      new CommittedCode(FIELD, DIMENSION, DIMENSION, new ConstantBounds(Rational.of(1)));
  private static final CommittedCode LIST_OF_FIVE =
      new CommittedCode(FIELD, DIMENSION, DIMENSION, new ConstantBounds(Rational.of(5)));

  /** Lists of a length of the test's choice. */
  private record ConstantBounds(Rational list) implements CodeBounds {
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.of(Rational.of(1, 2));
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.of(list);
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return x.one();
    }

    @Override
    public List<Citation> sources() {
      return List.of();
    }
  }

  /** Strictly: 5·(K·H·R + ½·v·(3v + 1))/F with H = 1000, K = 3, S = 5: R = 3, v = 10 + 2. */
  @Test
  void strictAccountingCountsTheListAndWholeVariables() {
    Lookup lookup = lookup(Lookup.Kind.MULTIVARIATE, 1000, 5, 3, true, Rational.ZERO, 0);
    long one = 3L * 1000 * 3 + 6 * 37;
    assertThat(bits(lookup, Accounting.STRICT, LIST_OF_ONE)).isEqualTo(bits(Rational.of(one)));
    assertThat(bits(lookup, Accounting.STRICT, LIST_OF_FIVE)).isEqualTo(bits(Rational.of(5 * one)));
    assertThat(bits(lookup, LIST_OF_FIVE)).isEqualTo(bits(lookup, LIST_OF_ONE));
  }

  /** What is generous is called so, and nothing else. */
  @Test
  void theUsualAccountingIsNotedWhereItIsGenerous() {
    Lookup whole = univariate(1000, 0);
    Lookup fraction = lookup(Lookup.Kind.UNIVARIATE, 1000, 5, 1, true, Rational.ZERO, 0);
    assertThat(note(whole, LIST_OF_ONE)).isEmpty();
    assertThat(note(whole, LIST_OF_FIVE).orElseThrow())
        .contains("factor ℓ of the list")
        .doesNotContain("rounded");
    assertThat(note(fraction, LIST_OF_ONE).orElseThrow()).contains("rounded");
    assertThat(note(whole, Accounting.STRICT, LIST_OF_FIVE)).isEmpty();
    assertThat(note(fraction, Accounting.STRICT, LIST_OF_FIVE)).isEmpty();
  }

  /** 4,294,967,296 lookups of 2^30 rows, p = 2^64 − 2^32 + 1: two rows more would be p. */
  @ParameterizedTest
  @EnumSource(Accounting.class)
  void asManyLookupsAsTheCharacteristicAreAHypothesis(Accounting accounting) {
    BigInteger p = new BigInteger("18446744069414584321");
    long most = 4_294_967_295L; // p = 4294967295 · 4294967296 + 1
    for (Lookup.Kind kind : Lookup.Kind.values()) {
      assertThat(hypothesis(kind, most, most + 1, Optional.empty(), accounting)).isEmpty();
      Caveat caveat =
          hypothesis(kind, most + 1, most + 1, Optional.empty(), accounting).orElseThrow();
      assertThat(caveat.kind().word()).isEqualTo("lookup-hypothesis");
      assertThat(caveat.message())
          .endsWith(
              "\": LogUp's bound holds only if no value is looked up p = "
                  + p
                  + " times or more; num_lookups_M * rows_L = 18446744073709551616 allows it; state"
                  + " max_multiplicity if the circuit enforces less");
      assertThat(hypothesis(kind, most + 1, most + 1, Optional.of(Long.MAX_VALUE), accounting))
          .isEmpty();
    }
  }

  /** Over BabyBear, p = 2013265921: a stated multiplicity ensures nothing from p on. */
  @Test
  void onlyAMultiplicityBelowTheCharacteristicEndsTheHypothesis() {
    Field babyBear = new Field(BaseField.BABY_BEAR, 4);
    CommittedCode code =
        new CommittedCode(babyBear, DIMENSION, DIMENSION, new ConstantBounds(Rational.of(5)));
    long p = 2_013_265_921L;
    Lookup bare = univariate(p, 0);
    for (Accounting accounting : Accounting.values()) {
      assertThat(univariate(p - 1, 0).term(code, accounting).caveat()).isEmpty();
      assertThat(bare.term(code, accounting).note().orElseThrow())
          .endsWith(bare.term(code, accounting).caveat().orElseThrow().message());
      assertThat(stated(p - 1).term(code, accounting).caveat()).isEmpty();
      assertThat(stated(p).term(code, accounting).caveat().orElseThrow().message())
          .endsWith("max_multiplicity = 2013265921 does not exclude it");
    }
    assertThat(Certified.bits(stated(p).term(code, Accounting.STRICT).error()))
        .isEqualTo(Certified.bits(bare.term(code, Accounting.STRICT).error()));
  }

  private static Lookup stated(long maxMultiplicity) {
    return new Lookup(
        "l",
        Lookup.Kind.UNIVARIATE,
        2_013_265_921L,
        0,
        1,
        1,
        0,
        Optional.empty(),
        Rational.ZERO,
        Optional.of(maxMultiplicity));
  }

  private static Optional<Caveat> hypothesis(
      Lookup.Kind kind, long rows, long lookups, Optional<Long> most, Accounting accounting) {
    Optional<Boolean> fingerprint = Optional.empty();
    return new Lookup("l", kind, rows, 9, 1, lookups, 0, fingerprint, Rational.ZERO, most)
        .term(LIST_OF_FIVE, accounting)
        .caveat();
  }

  private static Optional<String> note(Lookup lookup, CommittedCode list) {
    return note(lookup, Accounting.SOUNDCALC, list);
  }

  private static Optional<String> note(Lookup lookup, Accounting accounting, CommittedCode list) {
    return lookup.term(list, accounting).note();
  }

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
  void aLookupHasRows() {
    assertThatThrownBy(() -> univariate(0, 0))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage("rows_L and rows_T must not both be 0");
  }

  /** K·H·R/F + ½·v·(3v + 1)/F with H = 2^10, K = 4, S = 8: R = 3, v = 12. */
  @Test
  void multivariateAddsTheLayers() {
    Lookup lookup = lookup(Lookup.Kind.MULTIVARIATE, 1 << 10, 8, 4, true, Rational.ZERO, 0);
    assertThat(bits(lookup)).isEqualTo(bits(Rational.of(4L * 1024 * 3 + 6 * 37)));
  }

  @Test
  void aSingleColumnStillTakesOneChallenge() {
    Lookup lookup = lookup(Lookup.Kind.UNIVARIATE, 1000, 1, 1, true, Rational.ZERO, 0);
    assertThat(bits(lookup)).isEqualTo(bits(Rational.of(1000)));
  }

  @Test
  void noUnivariateLookupHasAReductionError() {
    Rational half = Rational.powerOfTwo(-1);
    Lookup lookup = lookup(Lookup.Kind.UNIVARIATE, 1000, 1, 1, true, half, 0);
    assertThat(bits(lookup)).isEqualTo(bits(Rational.of(1000)));
  }

  @Test
  void reductionErrorCounts() {
    Lookup lookup = lookup(Lookup.Kind.MULTIVARIATE, 1000, 1, 1, true, Rational.powerOfTwo(-20), 0);
    assertThat(bits(lookup)).isEqualTo(19);
  }

  private static Lookup univariate(long rows, int grinding) {
    return lookup(Lookup.Kind.UNIVARIATE, rows, 1, 1, false, Rational.ZERO, grinding);
  }

  private static Lookup lookup(
      Lookup.Kind kind,
      long rows,
      long columns,
      long lookups,
      boolean multilinear,
      Rational reductionError,
      int grinding) {
    return new Lookup(
        "l",
        kind,
        rows,
        0,
        columns,
        lookups,
        grinding,
        Optional.of(multilinear),
        reductionError,
        Optional.empty());
  }

  private static long bits(Lookup lookup) {
    return bits(lookup, LIST_OF_ONE);
  }

  private static long bits(Lookup lookup, CommittedCode list) {
    return bits(lookup, Accounting.SOUNDCALC, list);
  }

  private static long bits(Lookup lookup, Accounting accounting, CommittedCode list) {
    return Certified.bits(lookup.term(list, accounting).error());
  }

  /** The bits of numerator/F. */
  private static long bits(Rational numerator) {
    return FIELD.size().over(numerator).floor().bitLength() - 1L;
  }
}
