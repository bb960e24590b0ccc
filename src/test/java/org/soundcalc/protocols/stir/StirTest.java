package org.soundcalc.protocols.stir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.Bits;

class StirTest {
  private static final ScheduleSample SMALL = ScheduleSample.SMALL.withSchedule(3, 2, 1, 16);
  private static final Rational F = SMALL.field().size();
  private static final Regime UDR = new UniqueDecoding();

  @Test
  void termsFollowTheProtocol() {
    assertThat(Bits.of(circuit(SMALL), UDR).keySet())
        .containsExactly(
            "batching",
            "fold(i=0)",
            "OOD(i=1)",
            "shift(i=1)",
            "OOD(i=2)",
            "shift(i=2)",
            "fin",
            "ALI",
            "DEEP");
  }

  @Test
  void oneIterationSamplesAndShiftsNothing() {
    assertThat(Bits.of(circuit(SMALL.withIterations(1)), UDR).keySet())
        .containsExactly("batching", "fold(i=0)", "fin", "ALI", "DEEP");
  }

  @Test
  void nothingToBatchIsNoTerm() {
    assertThat(Bits.of(circuit(SMALL.withBatchSize(1)), UDR)).doesNotContainKey("batching");
  }

  /** Under UDR every error is rational: 3·(δn + 1)/F with δ = 1/4 and n = 2^15. */
  @Test
  void theFirstFoldCombinesPowers() {
    assertThat(bits("fold(i=0)")).isEqualTo(Bits.of(Rational.of(3 * ((1 << 13) + 1)).over(F)));
  }

  /** ½·2^19/(F − 2^29) over a field that hardly is larger than its domain. */
  @Test
  void samplesLieOutsideTheDomain() {
    Field tiny = new Field(BaseField.KOALA_BEAR, 1);
    ScheduleSample sample =
        new ScheduleSample(tiny, 2, 6, 5, 25, 1, Batching.POWERS, List.of(50L), 1, 0);
    Rational outside = tiny.size().minus(Rational.of(1 << 29));
    assertThat(Bits.of(circuit(sample), UDR).get("OOD(i=1)"))
        .isEqualTo(Bits.of(Rational.of(1 << 18).over(outside)));
  }

  /** One codeword is near at unique decoding; of a list nothing tells two apart: ℓ²/2 ≥ 1. */
  @Test
  void withoutSamplesOnlyListsLoseEverything() {
    Stark none = circuit(SMALL.withOodSamples(0).withGrinding(40));
    assertThat(Bits.of(none, UDR)).doesNotContainKeys("OOD(i=1)", "OOD(i=2)").containsKey("fin");
    assertThat(Bits.of(none, new JohnsonBound()))
        .containsEntry("OOD(i=1)", 0L)
        .containsEntry("OOD(i=2)", 0L);
  }

  /** ρ_0 = 1/2, ρ_1 = 1/4: (3/4)^t + t·(δn + 1)/F + 3·(δn/4 + 1)/F, δ = 3/8, n = 2^16. */
  @Test
  void aShiftIsQueriesQuotientsAndAFold() {
    Rational queries = Rational.of(3, 4).pow(50);
    Rational quotients = Rational.of(50L * (3 * (1 << 13) + 1)).over(F);
    Rational fold = Rational.of(3L * (3 * (1 << 11) + 1)).over(F);
    assertThat(bits("shift(i=1)")).isEqualTo(Bits.of(queries.plus(quotients).plus(fold)));

    Field small = new Field(BaseField.KOALA_BEAR, 2);
    Rational scale = F.over(small.size());
    ScheduleSample many = SMALL.withField(small).withQueries(List.of(5000L, 50L, 50L));
    Rational thousands = quotients.times(Rational.of(100));
    assertThat(Bits.of(circuit(many), UDR).get("shift(i=1)"))
        .isEqualTo(Bits.of(thousands.plus(fold).times(scale)));
  }

  /** ρ_1 = 1/8, over a domain as large as the first: δ = 7/16, n = 2^17. */
  @Test
  void statedRatesReplaceThoseOfHalvedDomains() {
    List<Long> rates = List.of(1L, 3L, 4L, 4L);
    StirWhirParameters common =
        StirWhirParameters.LOG_INV_RATES.with(SMALL.parameters(), Optional.of(rates));
    Field small = new Field(BaseField.KOALA_BEAR, 2);
    Stark stark = SMALL.withField(small).circuit(new Stir(common.over(small), 0));
    Rational quotients = Rational.of(50L * ((7 << 13) + 1)).over(small.size());
    Rational fold = Rational.of(3L * ((7 << 11) + 1)).over(small.size());
    assertThat(Bits.of(stark, UDR))
        .containsEntry("shift(i=1)", Bits.of(Rational.of(3, 4).pow(50).plus(quotients).plus(fold)))
        .containsEntry("fin", Bits.of(Rational.of(17, 32).pow(50)));
  }

  @Test
  void grindingIsOfItsRound() {
    Stark stark = SMALL.circuit(new Stir(SMALL.withGrinding(7).parameters(), 9));
    assertThat(terms(stark))
        .extracting(Term::name, Term::grindingBits)
        .contains(
            tuple("batching", 7),
            tuple("fold(i=0)", 9),
            tuple("OOD(i=2)", 7),
            tuple("shift(i=1)", 7),
            tuple("fin", 7));
  }

  @Test
  void everyTermSaysWhereItIsFrom() {
    assertThat(terms(circuit(SMALL)))
        .filteredOn(term -> !List.of("batching", "ALI", "DEEP").contains(term.name()))
        .allSatisfy(
            term ->
                assertThat(term.sources())
                    .extracting(Citation::toString)
                    .containsExactly("ACFY24 Lemma 5.4", "BCHKS25 Thm 1.3, Cor 1.4"));
  }

  /**
   * One query, three iterations: three roots, two answers, 2^10 coefficients, and leaves of 4·10
   * base elements, then of 4 extension elements, with a sibling at each of 15, 14 and 13 levels.
   */
  @Test
  void theSizeCountsEveryIteration() {
    long leaves = 40 * 64 + 2 * 4 * 128;
    long expected = 3 * 256 + 2 * 128 + (1 << 10) * 128 + leaves + (15 + 14 + 13) * 256;
    assertThat(circuit(SMALL.withQueries(1)).proofSize())
        .isEqualTo(ProofSize.exactly(BigInteger.valueOf(expected)));
  }

  private static Stark circuit(ScheduleSample sample) {
    return sample.circuit(new Stir(sample.parameters(), 0));
  }

  private static List<Term> terms(Stark stark) {
    return ((Assessment.Terms) UDR.assess(stark)).terms();
  }

  private static long bits(String term) {
    return Bits.of(circuit(SMALL), UDR).get(term);
  }
}
