package org.soundcalc.protocols.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.Bits.assertNoTermLower;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.model.Regime;
import org.soundcalc.protocols.stark.Commitment;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.Bits;

/**
 * What holds of STIR and of WHIR: a parameter that helps never costs a bit, and one that costs
 * never buys one.
 */
public abstract class ScheduleProperties {
  /** So many elements that an error over the field is below every error of queries here. */
  private static final Field HUGE = new Field(BaseField.GOLDILOCKS, 12);

  /** The proof system over these parameters. */
  protected abstract Commitment commitment(ScheduleSample sample);

  private Stark circuit(ScheduleSample sample) {
    return sample.circuit(commitment(sample));
  }

  @Provide
  Arbitrary<ScheduleSample> samples() {
    return ScheduleSample.any();
  }

  @Provide
  Arbitrary<Regime> regimes() {
    return Arbitraries.of(new UniqueDecoding(), new JohnsonBound());
  }

  /** As long as the field carries them: the answers are combined at random, at a cost for each. */
  @Property(seed = "20260101", tries = 250)
  void moreQueriesNeverLowerATermOverALargeField(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 40) int queries,
      @ForAll @IntRange(min = 1, max = 20) int more) {
    ScheduleSample few = sample.withField(HUGE).withQueries(queries);
    assertNoTermLower(regime, circuit(few), circuit(few.withQueries(queries + more)));
  }

  @Property(seed = "20260101", tries = 250)
  void moreQueriesMoveTheShiftsAndTheLastRoundOnly(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 100) int more) {
    Map<String, Long> few = Bits.of(circuit(sample), regime);
    Map<String, Long> many =
        Bits.of(circuit(sample.withQueries(sample.queries().get(0) + more)), regime);
    assertThat(many.get("fin")).isGreaterThanOrEqualTo(few.get("fin"));
    Set<String> terms = few.keySet();
    terms.removeIf(term -> term.equals("fin") || term.toLowerCase(Locale.ROOT).startsWith("shift"));
    assertThat(many).containsAllEntriesOf(few);
  }

  @Property(seed = "20260101", tries = 250)
  void moreSamplesNeverLowerTheirTerm(
      @ForAll("samples") ScheduleSample sample, @ForAll("regimes") Regime regime) {
    Map<String, Long> few = Bits.of(circuit(sample), regime);
    Map<String, Long> many =
        Bits.of(circuit(sample.withOodSamples(sample.oodSamples() + 1)), regime);
    for (int i = 1; i < sample.iterations(); i++) {
      String term = "OOD(i=" + i + ")";
      assertThat(many.get(term)).as(term).isGreaterThanOrEqualTo(few.get(term));
    }
  }

  @Property(seed = "20260101", tries = 250)
  void moreGrindingNeverLowersATerm(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 30) int more) {
    assertNoTermLower(
        regime, circuit(sample), circuit(sample.withGrinding(sample.grinding() + more)));
  }

  @Property(seed = "20260101", tries = 250)
  void aLargerFieldNeverLowersATerm(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 4) int more) {
    Field larger = new Field(sample.field().base(), sample.field().degree() + more);
    assertNoTermLower(regime, circuit(sample), circuit(sample.withField(larger)));
  }

  @Property(seed = "20260101", tries = 250)
  void aLongerTraceNeverRaisesATerm(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 5) int more) {
    assertNoTermLower(
        regime, circuit(sample.withLogDegree(sample.logDegree() + more)), circuit(sample));
  }

  @Property(seed = "20260101", tries = 250)
  void aLargerBatchNeverRaisesATerm(
      @ForAll("samples") ScheduleSample sample,
      @ForAll("regimes") Regime regime,
      @ForAll @IntRange(min = 1, max = 100_000) int more) {
    assertNoTermLower(
        regime, circuit(sample.withBatchSize(sample.batchSize() + more)), circuit(sample));
  }

  @Property(seed = "20260101", tries = 250)
  void everyTermBearsANameThatIsAnnounced(
      @ForAll("samples") ScheduleSample sample, @ForAll("regimes") Regime regime) {
    Set<String> announced = commitment(sample).termNames();
    Set<String> terms = Bits.of(circuit(sample), regime).keySet();
    terms.removeAll(Set.of("ALI", "DEEP"));
    assertThat(announced).containsAll(terms);
    assertThat(announced).allMatch(commitment(sample)::hasTerm);
    assertThat(commitment(sample)).matches(its -> !its.hasTerm("OOD(i=0)") && !its.hasTerm("ALI"));
    assertThat(announced.size() - terms.size()).isEqualTo(sample.batchSize() == 1 ? 1 : 0);
  }

  @Property(seed = "20260101", tries = 100)
  void theExpectedSizeIsAtMostTheWorst(@ForAll("samples") ScheduleSample sample) {
    var size = circuit(sample).proofSize();
    assertThat(size.expectedBits()).isLessThanOrEqualTo(size.worstCaseBits()).isPositive();
  }
}
