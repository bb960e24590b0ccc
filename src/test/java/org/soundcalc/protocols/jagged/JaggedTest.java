package org.soundcalc.protocols.jagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;

/** Jagged's own terms and sizes, and what moves which. */
class JaggedTest {
  private static final Jaggeds TYPICAL =
      new Jaggeds(
          new Field(BaseField.KOALA_BEAR, 4), 1, 10, 10, 100, 8, new Trace(1000, 300, 100, 3));

  @Provide
  Arbitrary<Jaggeds> circuits() {
    return Jaggeds.any();
  }

  @Test
  void termsAreThoseOfFriAndItsOwn() {
    assertThat(terms(TYPICAL).terms())
        .extracting(term -> term.name())
        .containsExactly(
            "batching",
            "commit round 1",
            "commit round 2",
            "query phase",
            "reduce to dense PCS",
            "zerocheck",
            "lookup");
  }

  @Test
  void onlyUniqueDecodingApplies() {
    assertThat(new JohnsonBound().assess(TYPICAL.circuit()))
        .isEqualTo(new Assessment.Inapplicable("is not defined for JAGGED (UDR only)"));
    assertThat(TYPICAL.circuit().excludes(Decoding.BEYOND)).isPresent();
  }

  /** λ = 10 + 4, so that both sumchecks have 4·14 + 2 + 4·30 + 2 elements of 124 bits. */
  @Test
  void sizeOfTheReduction() {
    Jagged circuit = TYPICAL.circuit();
    ProofSize fri = SizePart.uncapped(circuit.dense().sizeParts(circuit.id().hashBits()));
    BigInteger reduction = BigInteger.valueOf((58 + 122) * 124);
    assertThat(circuit.proofSize()).isEqualTo(fri.plus(ProofSize.exactly(reduction)).whole());
  }

  /** ⌈log2⌉ of rows and columns, so that only a power of two is as large as the next one. */
  @Test
  void aTraceNeedNotBeAPowerOfTwo() {
    Function<Trace, Map<String, Long>> figures = trace -> bits(TYPICAL.withTrace(trace));
    Trace exact = new Trace(1024, 256, 100, 3);
    assertThat(figures.apply(new Trace(1000, 200, 100, 3))).isEqualTo(figures.apply(exact));
    assertThat(new Trace(1025, 257, 100, 3).rowVariables()).isEqualTo(11);
    assertThat(new Trace(1025, 257, 100, 3).columnVariables()).isEqualTo(9);
    assertThat(new Trace(1, 1, 100, 3).rowVariables()).isZero();
  }

  @Property(seed = "20260101")
  void whatHelpsNeverLowersATerm(
      @ForAll("circuits") Jaggeds jagged, @ForAll @IntRange(min = 1, max = 30) int more) {
    assertNoTermLower(jagged, jagged.withQueries(jagged.queries() + more));
    assertNoTermLower(jagged, jagged.withGrinding(jagged.grinding() + more));
    Field larger = new Field(jagged.field().base(), jagged.field().degree() + 1 + more % 4);
    assertNoTermLower(jagged, jagged.withField(larger));
  }

  @Property(seed = "20260101")
  void whatCostsNeverRaisesATerm(
      @ForAll("circuits") Jaggeds jagged, @ForAll @IntRange(min = 1, max = 1000) int more) {
    assertNoTermLower(jagged.withBatch(jagged.batch() + more), jagged);
    assertNoTermLower(jagged.withLogDense(jagged.logDense() + 1 + more % 4), jagged);
    Trace trace = jagged.trace();
    Trace larger =
        new Trace(
            trace.length() + more,
            trace.columns() + more,
            trace.constraints() + more,
            trace.degree() + 1);
    assertNoTermLower(jagged.withTrace(larger), jagged);
  }

  private static void assertNoTermLower(Jaggeds worse, Jaggeds better) {
    Map<String, Long> high = bits(better);
    bits(worse)
        .forEach(
            (term, bits) ->
                assertThat(high.getOrDefault(term, Long.MAX_VALUE))
                    .as(term)
                    .isGreaterThanOrEqualTo(bits));
  }

  private static Map<String, Long> bits(Jaggeds jagged) {
    return terms(jagged).terms().stream()
        .collect(Collectors.toMap(term -> term.name(), term -> Certified.bits(term.error())));
  }

  private static Assessment.Terms terms(Jaggeds jagged) {
    return (Assessment.Terms) new UniqueDecoding().assess(jagged.circuit());
  }
}
