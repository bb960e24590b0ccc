package org.soundcalc.protocols.swirl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;

class SwirlTest {
  private static final Airs AIRS = Swirls.typical().airs();

  @Test
  void termsInTheirOrder() {
    assertThat(names(Swirls.typical()))
        .containsExactly(
            "whir_mu_batching",
            "whir",
            "whir_proximity_gaps",
            "whir_sumcheck",
            "whir_fold_rbr",
            "whir_query",
            "whir_gamma_batching",
            "whir_shift_rbr",
            "whir_ood_rbr",
            "logup",
            "gkr_sumcheck",
            "gkr_batching",
            "zerocheck_sumcheck",
            "constraint_batching",
            "stacked_reduction");
  }

  @Test
  void oneColumnIsNotBatched() {
    assertThat(names(Swirls.typical().withWidth(1)))
        .doesNotContain("whir_mu_batching")
        .contains("whir");
    assertThat(names(Swirls.typical().withWidth(2))).contains("whir_mu_batching");
  }

  @Test
  void theLastRoundTakesNoSample() {
    assertThat(names(Swirls.typical().withRounds(1))).doesNotContain("whir_ood_rbr");
    assertThat(names(Swirls.typical().withRounds(2))).contains("whir_ood_rbr");
  }

  @Test
  void whirIsTheLargestOfItsParts() {
    for (Optional<Long> m : List.of(Optional.<Long>empty(), Optional.of(3L))) {
      List<Term> terms = terms(Swirls.typical().withMultiplicity(m));
      long least =
          terms.stream()
              .filter(term -> term.name().matches("whir_.*(mu_batching|_rbr)"))
              .mapToLong(term -> Certified.hundredthBits(term.error()))
              .min()
              .orElseThrow();
      assertThat(Certified.hundredthBits(term(terms, "whir").error())).isEqualTo(least);
    }
  }

  @Test
  void grindingIsThatOfTheRound() {
    String bits =
        terms(Swirls.typical().withGrinding(7)).stream()
            .filter(term -> term.grindingBits() > 0)
            .map(term -> term.name() + " " + term.grindingBits())
            .collect(Collectors.joining(", "));
    assertThat(bits)
        .isEqualTo(
            "whir_mu_batching 7, whir 20, whir_proximity_gaps 7, whir_sumcheck 7, whir_fold_rbr 7,"
                + " whir_query 20, whir_shift_rbr 20, logup 7");
  }

  /**
   * mass^100·g(b), mass the first round's at α = 3/4 over 2^15 of p = 2013265921 points, by exact
   * fractions: 41.503 bits without proof-of-work, 56.503 with g(15) = 61441/p, 61.502 with g(20) =
   * 1921/p, and 72.41 with g(31) = 1/p, which is one part of p and not of 2^31.
   */
  @ParameterizedTest
  @CsvSource({"0,4150", "15,5650", "20,6150", "31,7241"})
  void proofOfWorkBeforeQueriesIsBiased(long grinding, long hundredths) {
    Swirl typical = Swirls.typical().circuit();
    Swirl other = typical.with(StackedWhir.QUERY_POW.with(typical.whir(), grinding));
    Term query =
        term(((Assessment.Terms) new UniqueDecoding().assess(other)).terms(), "whir_query");
    assertThat(Certified.hundredthBits(query.error())).isEqualTo(hundredths);
    assertThat(other.withoutGrinding().whir().queryGrinding()).isZero();
  }

  @Test
  void oneRegimeApplies() {
    Swirl unique = Swirls.typical().circuit();
    Swirl list = Swirls.typical().withMultiplicity(Optional.of(2L)).circuit();
    assertThat(new UniqueDecoding().assess(unique)).isInstanceOf(Assessment.Terms.class);
    assertThat(new JohnsonBound().assess(unique))
        .isEqualTo(new Assessment.Inapplicable("is excluded by explicit_regime = \"unique\""));
    assertThat(new JohnsonBound().assess(list)).isInstanceOf(Assessment.Terms.class);
    assertThat(new UniqueDecoding().assess(list))
        .isEqualTo(new Assessment.Inapplicable("is excluded by explicit_regime = \"list\""));
    assertThat(list.excludes(Decoding.BEYOND)).contains("is not defined for SWIRL");
  }

  /** At rate 1/2, √ρ·(1 + 1/2) is above 1; for m = 2 it is 0.88, at rate 1/4 it is 3/4. */
  @Test
  void multiplicityOneDoesNotReachTheHighestRate() {
    Rate half = Rate.ofLog2Inverse(1);
    assertThat(GuruswamiSudan.leavesProximityParameter(half, 1)).isFalse();
    assertThat(GuruswamiSudan.leavesProximityParameter(half, 2)).isTrue();
    assertThat(GuruswamiSudan.leavesProximityParameter(Rate.ofLog2Inverse(2), 1)).isTrue();
    assertThat(GuruswamiSudan.leavesProximityParameter(half, Long.MAX_VALUE)).isTrue();
    assertThatThrownBy(() -> new SwirlCodeBounds.Johnson(1, half))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** BabyBear's p is 15·2^27 + 1: one value of the low bits is likelier than the others. */
  @Test
  void grindingCountsTheBias() {
    BigInteger prime = BaseField.BABY_BEAR.prime();
    assertThat(BiasedGrinding.of(0, prime).factor()).isEqualTo(Rational.ONE);
    assertThat(BiasedGrinding.of(20, prime).factor()).isEqualTo(Rational.of(1921, 2013265921));
    assertThat(BiasedGrinding.of(31, prime).factor()).isEqualTo(Rational.of(1, 2013265921));
  }

  @Property(seed = "20260101")
  void grindingIsNeverBetterThanItsBits(
      @ForAll BaseField field, @ForAll @IntRange(max = 300) int bits) {
    Rational factor = BiasedGrinding.of(bits, field.prime()).factor();
    assertThat(factor).isGreaterThanOrEqualTo(Rational.powerOfTwo(-bits));
    assertThat(factor).isLessThanOrEqualTo(Rational.ONE);
  }

  /** ν is bounded by the cap's logarithm, by the shape's, and by 0. */
  @ParameterizedTest
  @CsvSource({"1048576,4,16", "1048577,4,17", "1,4,0", "8,4,0", "9223372036854775807,4,27"})
  void interactionVariables(BigInteger cap, int skip, int expected) {
    assertThat(AIRS.interactionVariables(cap, skip, ShapeKey.Count::errors)).isEqualTo(expected);
  }

  @Test
  void aTraceShorterThanTheUnivariateRoundHasNoVariables() {
    Airs small = Swirls.airs(1, 1, 0, 0, 1);
    assertThat(small.interactionVariables(BigInteger.TWO.pow(30), 4, ShapeKey.Count::errors))
        .isZero();
    assertThat(bits(Swirls.typical().withAirs(small), "constraint_batching")).isEqualTo(119);
    assertThat(bits(Swirls.typical().withAirs(small), "stacked_reduction")).isEqualTo(118);
  }

  @Test
  void constraintsMayBeMissing() {
    Airs none = Swirls.airs(0, 1, 18, 100, 1);
    assertThat(bits(Swirls.typical().withAirs(none), "constraint_batching")).isEqualTo(119);
  }

  /** Without AIRs or interactions there is no fractional sum, which here has p's 31 layers. */
  @Test
  void sizeWithoutInteractions() {
    ShapeKey.Count silence = new ShapeKey.Count(100, Optional.empty(), Optional.of(0L));
    Airs silent =
        new Airs(AIRS.constraints(), AIRS.airs(), AIRS.logHeight(), AIRS.columns(), silence, 4, 20);
    BigInteger with = Swirls.typical().circuit().proofSize().expectedBits();
    BigInteger without = Swirls.typical().withAirs(silent).circuit().proofSize().expectedBits();
    int layers = 31;
    long elements = 4L * layers + 3L * layers * (layers - 1) / 2;
    assertThat(with.subtract(without)).isEqualTo(BigInteger.valueOf(elements * 4 * 32));
  }

  private static long bits(Swirls swirl, String name) {
    return Certified.bits(term(terms(swirl), name).error());
  }

  private static Term term(List<Term> terms, String name) {
    return terms.stream().filter(term -> term.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(Swirls swirl) {
    return terms(swirl).stream().map(Term::name).toList();
  }

  private static List<Term> terms(Swirls swirl) {
    return swirl.circuit().terms(List.of());
  }
}
