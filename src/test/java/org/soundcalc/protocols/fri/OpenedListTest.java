package org.soundcalc.protocols.fri;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBest;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;

/** The list of the opened code, of k + c dimensions, against calculations with 60 digits. */
class OpenedListTest {
  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final Field FIELD = new Field(BaseField.GOLDILOCKS, 3);
  private static final Rational F = FIELD.size();
  private static final Regime UDR = new UniqueDecoding();
  private static final Regime JBR = new JohnsonBound();
  private static final Regime BEST = new JohnsonBest();
  private static final String BEYOND =
      "no list bound holds: delta is not below 1 - sqrt(rho+), rho+ = (k + c)/n = ";

  /** FRI of two functions, ground by 30 bits before the out-of-domain point, with one lookup. */
  private static Circuit circuit(
      int logInverseRate, long k, long c, Optional<Rational> gap, long queries, Accounting how) {
    Rate rate = Rate.ofLog2Inverse(logInverseRate);
    long stop = k << (logInverseRate - 1);
    Folding folding = new Folding(FIELD, rate, k, List.of(2L), stop);
    Fri fri = new Fri(folding, 2, true, false, queries, gap, 0, 0, 0);
    Lookup lookup =
        new Lookup(
            "bytes",
            Lookup.Kind.UNIVARIATE,
            1000,
            0,
            1,
            1,
            9,
            Optional.empty(),
            Rational.ZERO,
            Optional.empty());
    CircuitId id =
        new CircuitId(
            "main",
            "FRI_STARK",
            "DEEP-ALI",
            "FRI",
            FIELD,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Stark(
            id, fri, new DeepAli(100, 3, c, 30), Lookups.of(List.of(lookup)), ExplicitRegime.NONE)
        .under(how);
  }

  private static Circuit usual(long c, Accounting how) {
    return circuit(1, 128, c, Optional.empty(), 219, how);
  }

  private static Term term(Circuit circuit, Regime regime, String name) {
    return terms(circuit, regime).terms().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Assessment.Terms terms(Circuit circuit, Regime regime) {
    return (Assessment.Terms) regime.assess(circuit);
  }

  private static BigDecimal root(Rational value) {
    return decimal(value).sqrt(DIGITS);
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), DIGITS);
  }

  /** (m⁺ + ½)/√ρ⁺ at an agreement 1 − δ. */
  private static BigDecimal list(BigDecimal agreement, BigDecimal rootOfRho) {
    BigDecimal gap = agreement.subtract(rootOfRho);
    BigDecimal m =
        rootOfRho
            .divide(gap.add(gap), DIGITS)
            .setScale(0, RoundingMode.CEILING)
            .max(BigDecimal.ONE);
    return m.add(new BigDecimal("0.5")).divide(rootOfRho, DIGITS);
  }

  /** An error is what a decimal of 60 digits says, to 50 of them. */
  private static void assertValue(Term term, BigDecimal value) {
    BigDecimal margin = value.movePointLeft(50);
    assertThat(Certified.compare(term.error(), constant(value.subtract(margin)))).isPositive();
    assertThat(Certified.compare(term.error(), constant(value.add(margin)))).isNegative();
  }

  private static Formula constant(BigDecimal value) {
    return Formula.constant(Rational.of(value));
  }

  private static BigDecimal ali(BigDecimal list) {
    return list.multiply(BigDecimal.valueOf(100)).divide(decimal(F), DIGITS);
  }

  /** d(k + c − 1) + k − 1 = 3·129 + 127 over F − k − n, ground by 2^-30. */
  private static BigDecimal deep(BigDecimal list) {
    BigDecimal points = decimal(F.minus(Rational.of(128 + 256)));
    return list.multiply(BigDecimal.valueOf(514))
        .divide(points, DIGITS)
        .divide(BigDecimal.valueOf(1L << 30), DIGITS);
  }

  /** ρ = 1/2, N = 128, c = 2: 1/(2η√ρ) = 100 codewords; 447 where η and ρ are those of k + c. */
  @Test
  void aShortTraceHasALongerList() {
    BigDecimal agreement = root(Rational.of(1, 2)).multiply(new BigDecimal("1.01"));
    BigDecimal rootOfRho = root(Rational.of(130, 256));
    BigDecimal gap = agreement.subtract(rootOfRho);
    assertThat(BigDecimal.ONE.divide(gap.multiply(rootOfRho).add(gap.multiply(rootOfRho)), DIGITS))
        .isBetween(new BigDecimal(447), new BigDecimal(448));
    BigDecimal list = list(agreement, rootOfRho);
    assertThat(list).isBetween(new BigDecimal(320), new BigDecimal(321));

    BigDecimal hundred = BigDecimal.valueOf(100);
    assertValue(term(usual(2, Accounting.SOUNDCALC), JBR, "ALI"), ali(hundred));
    assertValue(term(usual(2, Accounting.SOUNDCALC), JBR, "DEEP"), deep(hundred));
    assertValue(term(usual(2, Accounting.STRICT), JBR, "ALI"), ali(list));
    assertValue(term(usual(2, Accounting.STRICT), JBR, "DEEP"), deep(list));
    BigDecimal lookup = BigDecimal.valueOf(1000).divide(decimal(F), DIGITS);
    assertValue(
        term(usual(2, Accounting.STRICT), JBR, "bytes"),
        list.multiply(lookup).divide(BigDecimal.valueOf(512), DIGITS));
    for (Accounting how : Accounting.values()) {
      assertThat(term(usual(2, how), JBR, "ALI").caveat()).isEmpty();
      assertThat(term(usual(2, how), JBR, "DEEP").note()).isEmpty();
      assertThat(bits(usual(2, how), JBR, "query phase")).isEqualTo(106);
    }
  }

  private static long bits(Circuit circuit, Regime regime, String term) {
    return Certified.bits(term(circuit, regime, term).error());
  }

  /** With c = 3, 1 − δ = 0.71418 is below √(131/256) = 0.71534: JBR's list is bounded no more. */
  @Test
  void whereNoListIsBoundedTheUsualFigureIsConditionalAndTheStrictOneIsNothing() {
    for (String name : List.of("ALI", "DEEP")) {
      Term usual = term(usual(3, Accounting.SOUNDCALC), JBR, name);
      Caveat caveat = usual.caveat().orElseThrow();
      assertThat(caveat)
          .isEqualTo(
              new Caveat(
                  Caveat.Kind.LIST_BOUND, BEYOND + "(128 + 3)/256", List.of("opening_points")));
      assertThat(caveat.kind().word()).isEqualTo("list-bound");
      assertThat(usual.note()).contains(caveat.message());
      assertThat(Certified.bits(usual.error())).isGreaterThan(100);
    }
    for (String name : List.of("ALI", "DEEP", "bytes")) {
      Term strict = term(usual(3, Accounting.STRICT), JBR, name);
      assertThat(Certified.bits(strict.error())).isZero();
      assertThat(strict.note()).contains(BEYOND + "(128 + 3)/256");
      assertThat(strict.caveat()).isEmpty();
    }
    assertThat(bits(usual(3, Accounting.STRICT), JBR, "query phase")).isEqualTo(106);
    assertThat(term(usual(3, Accounting.SOUNDCALC), JBR, "bytes").caveat()).isEmpty();
    assertThat(term(usual(3, Accounting.SOUNDCALC), UDR, "DEEP").caveat()).isEmpty();
  }

  /** ρ = 1/4 and ρ⁺ = (4 + 5)/16: at η = 1/4, 1 − δ is √ρ⁺ = 3/4 itself, which is not enough. */
  @Test
  void theRadiusItselfBoundsNothing() {
    Rational quarter = Rational.of(1, 4);
    Circuit at = circuit(2, 4, 5, Optional.of(quarter), 50, Accounting.STRICT);
    assertThat(bits(at, JBR, "DEEP")).isZero();
    Rational more = quarter.plus(Rational.of(1, 1_000_000_000_000L));
    Circuit above = circuit(2, 4, 5, Optional.of(more), 50, Accounting.STRICT);
    // √ρ⁺/(2η⁺) = 375,000,000,000, and no more
    Rational list = Rational.of(750_000_000_001L, 2).over(Rational.of(3, 4));
    Rational ali = list.times(Rational.of(100)).over(F);
    assertThat(Certified.compare(term(above, JBR, "ALI").error(), Formula.constant(ali))).isZero();
  }

  /** ρ = 1/4, ρ⁺ = (64 + 17)/256, η = 3/32: √ρ⁺/(2η⁺) is 9, not a trifle more. */
  @Test
  void theMultiplicityOfTheOpenedCodeIsDecidedExactly() {
    Circuit circuit = circuit(2, 64, 17, Optional.of(Rational.of(3, 32)), 50, Accounting.STRICT);
    Rational list = Rational.of(19, 2).over(Rational.of(9, 16));
    Rational ali = list.times(Rational.of(100)).over(F);
    assertThat(Certified.compare(term(circuit, JBR, "ALI").error(), Formula.constant(ali)))
        .isZero();
  }

  /** The default's list counts where it is the longer one: 100 against 51.5/√ρ⁺ = 72.8. */
  @Test
  void ofALongTraceNoCellIsRaised() {
    Circuit strict = circuit(1, 1 << 20, 2, Optional.empty(), 219, Accounting.STRICT);
    assertValue(term(strict, JBR, "ALI"), ali(BigDecimal.valueOf(100)));
  }

  /** δ = (1 − 130/256)/2 = 63/256 in every term, where it is 64/256 by default. */
  @Test
  void strictUniqueDecodingIsOfTheOpenedCode() {
    for (Accounting how : Accounting.values()) {
      long delta = how == Accounting.STRICT ? 63 : 64;
      Circuit circuit = usual(2, how);
      assertError(circuit, "batching", Rational.of(delta + 1).over(F));
      assertError(circuit, "commit round 1", Rational.of(delta, 2).plus(Rational.ONE).over(F));
      assertError(circuit, "query phase", Rational.of(256 - delta, 256).pow(219));
      assertError(circuit, "ALI", Rational.of(100).over(F));
      assertError(circuit, "bytes", Rational.of(1000).over(F).times(Rational.powerOfTwo(-9)));
    }
  }

  private static void assertError(Circuit circuit, String name, Rational error) {
    Formula exact = Formula.constant(error);
    assertThat(Certified.compare(term(circuit, UDR, name).error(), exact)).as(name).isZero();
    circuit
        .term(name, terms(circuit, UDR).choices().orElseThrow().bounds())
        .ifPresent(alone -> assertThat(Certified.compare(alone.error(), exact)).as(name).isZero());
  }

  /** With m up to 64 alone is a list bounded: 219·log2(√2/(1 + 1/128)) = 107.04 bits. */
  @ParameterizedTest
  @EnumSource(Accounting.class)
  void theBestMultiplicityBoundsItsList(Accounting how) {
    Assessment.Terms best = terms(usual(2, how), BEST);
    assertThat(best.multiplicities()).containsExactly(64L);
    assertThat(bits(usual(2, how), BEST, "query phase")).isEqualTo(107);
    BigDecimal rootOfRho = root(Rational.of(130, 256));
    BigDecimal agreement = root(Rational.of(1, 2)).multiply(decimal(Rational.of(129, 128)), DIGITS);
    assertValue(term(usual(2, how), BEST, "ALI"), ali(list(agreement, rootOfRho)));
    assertThat(term(usual(2, how), BEST, "ALI").caveat()).isEmpty();
  }

  /** (2m + 1)²·k > (2m)²·(k + c), in integers; or the pinned gap bounds a list. */
  @Property(seed = "20261126", tries = 60)
  void noBestMultiplicityIsBeyondItsList(
      @ForAll @IntRange(min = 1, max = 4) int logInverseRate,
      @ForAll @IntRange(min = 3, max = 12) int logLength,
      @ForAll @LongRange(min = 1, max = 300) long c,
      @ForAll @LongRange(min = 1, max = 400) long queries) {
    long k = 1L << logLength;
    for (Accounting how : Accounting.values()) {
      Circuit circuit = circuit(logInverseRate, k, c, Optional.empty(), queries, how);
      if (BEST.assess(circuit) instanceof Assessment.Terms best) {
        Rational m = Rational.of(best.multiplicities().get(0)).times(Rational.of(2));
        Rational opened = Rational.of(k + c, k).times(m.pow(2));
        boolean pinned = m.plus(Rational.ONE).pow(2).compareTo(opened) > 0;
        assertThat(pinned || usualIsWithin(logInverseRate, k, c)).isTrue();
        assertThat(best.terms()).allMatch(term -> term.caveat().isEmpty());
        for (String name : List.of("ALI", "DEEP", "bytes")) {
          assertThat(bits(circuit, BEST, name)).as(name).isPositive();
        }
      }
    }
  }

  /** Goldilocks³ is large: η = √ρ/100. */
  private static boolean usualIsWithin(int logInverseRate, long k, long c) {
    Rational agreement = Rational.of(101, 100).pow(2).times(Rational.powerOfTwo(-logInverseRate));
    return agreement.compareTo(Rational.of(k + c, k << logInverseRate)) > 0;
  }
}
