package org.soundcalc.protocols.fri;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.model.Field;
import org.soundcalc.model.Regime;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.Bits;

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

  private static void assertNoTermLower(Regime regime, FriStarks worse, FriStarks better) {
    Bits.assertNoTermLower(regime, worse.circuit(), better.circuit());
  }
}
