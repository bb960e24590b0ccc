package org.soundcalc.families.fri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Field;
import org.soundcalc.model.Regime;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;

/** A parameter that helps never costs a bit, and one that costs never buys one. */
class MonotonicityTest {
  @Provide
  Arbitrary<FriStarks> starks() {
    return FriStarks.any();
  }

  @Provide
  Arbitrary<Regime> regimes() {
    return Arbitraries.of(new UniqueDecoding(), new JohnsonBound());
  }

  @Property(seed = "20260101")
  void moreQueriesNeverLowerATerm(
      @ForAll("starks") FriStarks stark,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 100) int more) {
    assertNoTermLower(regime, stark, stark.withQueries(stark.queries() + more));
  }

  @Property(seed = "20260101")
  void moreGrindingNeverLowersATerm(
      @ForAll("starks") FriStarks stark,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 30) int more) {
    assertNoTermLower(regime, stark, stark.withGrinding(stark.grinding() + more));
  }

  @Property(seed = "20260101")
  void aLargerFieldNeverLowersATerm(
      @ForAll("starks") FriStarks stark,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 4) int more) {
    Field larger = new Field(stark.field().base(), stark.field().degree() + more);
    assertNoTermLower(regime, stark, stark.withField(larger));
  }

  @Property(seed = "20260101")
  void aLongerTraceNeverRaisesATerm(
      @ForAll("starks") FriStarks stark,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 5) int more) {
    assertNoTermLower(regime, stark.withLogLength(stark.logLength() + more), stark);
  }

  @Property(seed = "20260101")
  void aLargerBatchNeverRaisesATerm(
      @ForAll("starks") FriStarks stark,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 100_000) int more) {
    assertNoTermLower(regime, stark.withBatchSize(stark.batchSize() + more), stark);
  }

  /** Every term of the better one has at least the bits that it has in the worse one. */
  private static void assertNoTermLower(Regime regime, FriStarks worse, FriStarks better) {
    Map<String, Long> low = bits(regime, worse);
    Map<String, Long> high = bits(regime, better);
    low.forEach(
        (term, bits) ->
            assertThat(high.getOrDefault(term, Long.MAX_VALUE))
                .as(term)
                .isGreaterThanOrEqualTo(bits));
  }

  private static Map<String, Long> bits(Regime regime, FriStarks stark) {
    RegimeResult result = new Estimator(List.of(regime)).estimate(stark.circuit()).results().get(0);
    return ((RegimeResult.Figures) result)
        .terms().stream().collect(Collectors.toMap(t -> t.term().name(), CertifiedTerm::bits));
  }
}
