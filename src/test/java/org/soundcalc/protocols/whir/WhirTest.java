package org.soundcalc.protocols.whir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.Bits;

class WhirTest {
  private static final ScheduleSample SMALL = ScheduleSample.SMALL.withSchedule(2, 2, 1, 16);
  private static final Rational F = SMALL.field().size();
  private static final Regime UDR = new UniqueDecoding();

  @Test
  void termsFollowTheProtocol() {
    assertThat(Bits.of(circuit(SMALL), UDR).keySet())
        .containsExactly(
            "batching",
            "fold(i=0,s=1)",
            "fold(i=0,s=2)",
            "OOD(i=1)",
            "Shift(i=1)",
            "fold(i=1,s=1)",
            "fold(i=1,s=2)",
            "fin",
            "ALI",
            "DEEP");
  }

  @Test
  void oneIterationSamplesAndShiftsNothing() {
    ScheduleSample one = SMALL.withIterations(1);
    assertThat(one.parameters().oodSamples()).isEmpty();
    assertThat(Bits.of(circuit(one), UDR).keySet())
        .containsExactly("batching", "fold(i=0,s=1)", "fold(i=0,s=2)", "fin", "ALI", "DEEP");
    assertThat(circuit(one).commitment().termNames())
        .containsExactlyInAnyOrder("batching", "fold(i=0,s=1)", "fold(i=0,s=2)", "fin");
  }

  @Test
  void nothingToBatchIsNoTerm() {
    assertThat(Bits.of(circuit(SMALL.withBatchSize(1)), UDR)).doesNotContainKey("batching");
  }

  /** Under UDR every error is rational: d/F + (δn + 1)/F with δ = 1/4 and n = 2^16. */
  @Test
  void aFoldIsASumcheckAndACombination() {
    assertThat(bits("fold(i=0,s=1)")).isEqualTo(Bits.of(Rational.of(5 + (1 << 14) + 1).over(F)));
    assertThat(bits("fold(i=0,s=2)")).isEqualTo(Bits.of(Rational.of(5 + (1 << 13) + 1).over(F)));
  }

  /** ½·(2^14/F)^w. */
  @Test
  void oodIsAboutPairsOfCodewords() {
    Rational agreement = Rational.of(1 << 14).over(F);
    assertThat(bits("OOD(i=1)")).isEqualTo(Bits.of(agreement.times(Rational.of(1, 2))));
    assertThat(Bits.of(circuit(SMALL.withOodSamples(3)), UDR).get("OOD(i=1)"))
        .isEqualTo(Bits.of(agreement.pow(3).times(Rational.of(1, 2))));
  }

  /**
   * At unique decoding a word has one codeword near it, and nothing to tell apart: the least of the
   * other terms counts, (3/4)^50. Lists of ℓ ≥ 2 are not told apart by nothing: ℓ²/2 ≥ 1, whatever
   * proof-of-work comes before a challenge that is never drawn.
   */
  @Test
  void withoutSamplesOnlyListsLoseEverything() {
    ScheduleSample none = SMALL.withOodSamples(0).withGrinding(40);
    assertThat(Bits.of(circuit(none), UDR)).doesNotContainKey("OOD(i=1)");
    assertThat(Bits.of(circuit(SMALL.withOodSamples(0)), UDR))
        .containsEntry(
            "Shift(i=1)", Bits.of(Rational.of(3, 4).pow(50).plus(Rational.of(50).over(F))));
    assertThat(Bits.of(circuit(none), new JohnsonBound())).containsEntry("OOD(i=1)", 0L);
  }

  /** (3/4)^50 + (50 + 1)/F, ρ_0 = 1/2; and (5/8)^50, ρ_1 = 1/4. */
  @Test
  void queriesAreOfTheIterationBefore() {
    assertThat(bits("Shift(i=1)"))
        .isEqualTo(Bits.of(Rational.of(3, 4).pow(50).plus(Rational.of(51).over(F))));
    assertThat(bits("fin")).isEqualTo(Bits.of(Rational.of(5, 8).pow(50)));
  }

  /**
   * ρ_1 = 1/8 over a domain as large as the first: (5 + δn + 1)/F with δ = 7/16 and n = 2^16, then
   * 2^15; and (9/16)^50. Each of 50 openings has a path to a leaf of iteration 1 that is one hash
   * longer than over a domain of half the size.
   */
  @Test
  void statedRatesReplaceThoseOfHalvedDomains() {
    Stark stark = SMALL.circuit(Whirs.of(withRates(1, 3, 5), 5, (i, s) -> 0));
    assertThat(Bits.of(stark, UDR))
        .containsEntry("fold(i=1,s=1)", Bits.of(Rational.of(6 + (7 << 12)).over(F)))
        .containsEntry("fold(i=1,s=2)", Bits.of(Rational.of(6 + (7 << 11)).over(F)))
        .containsEntry("fold(i=0,s=1)", bits("fold(i=0,s=1)"))
        .containsEntry("Shift(i=1)", bits("Shift(i=1)"))
        .containsEntry("fin", Bits.of(Rational.of(9, 16).pow(50)));
    BigInteger longer =
        stark.proofSize().worstCaseBits().subtract(circuit(SMALL).proofSize().worstCaseBits());
    assertThat(longer).isEqualTo(BigInteger.valueOf(50 * 256));
  }

  @Test
  void theUsualRatesMayBeStated() {
    Stark stark = SMALL.circuit(Whirs.of(withRates(1, 2, 3), 5, (i, s) -> 0));
    for (Regime regime : List.of(UDR, new JohnsonBound())) {
      assertThat(Bits.of(stark, regime)).isEqualTo(Bits.of(circuit(SMALL), regime));
    }
    assertThat(stark.proofSize()).isEqualTo(circuit(SMALL).proofSize());
  }

  private static StirWhirParameters withRates(long... rates) {
    List<Long> all = LongStream.of(rates).boxed().toList();
    return StirWhirParameters.LOG_INV_RATES.with(SMALL.parameters(), Optional.of(all));
  }

  /** t + w of them, which only a small field shows: (3/4)^t is far below. */
  @Test
  void everySampleIsCombinedInTheShift() {
    Field small = new Field(BaseField.KOALA_BEAR, 1);
    ScheduleSample many =
        new ScheduleSample(small, 2, 2, 1, 10, 1, Batching.POWERS, List.of(100_000L), 100_000, 0);
    assertThat(Bits.of(circuit(many), UDR).get("Shift(i=1)"))
        .isEqualTo(Bits.of(Rational.of(200_000).over(small.size())));
  }

  /**
   * Strictly, the first code's radius is that of 2^16 + 2 dimensions, and only that one's: δ_0 =
   * 1/4 − 2^-17 in (1 − δ_0)^50, ρ_1 = 1/4 in (5/8)^50. Lists of WHIR's own codes stay what they
   * are.
   */
  @Test
  void strictlyTheFirstCodeIsTheOpenedOne() {
    Stark stark = circuit(SMALL);
    Circuit strict = stark.under(Accounting.STRICT);
    Rational agreement = Rational.of(3, 4).plus(Rational.powerOfTwo(-17));
    assertError(strict, UDR, "Shift(i=1)", agreement.pow(50).plus(Rational.of(51).over(F)));
    assertError(strict, UDR, "fin", Rational.of(5, 8).pow(50));
    assertError(stark, UDR, "Shift(i=1)", Rational.of(3, 4).pow(50).plus(Rational.of(51).over(F)));
    Regime jbr = new JohnsonBound();
    for (Term term : terms(stark, jbr)) {
      int order = Certified.order(term(strict, jbr, term.name()).error(), term.error());
      assertThat(order).as(term.name()).isEqualTo(0);
    }
    Stark many = stark.with(new DeepAli(100, 3, 1 << 13, 0));
    Circuit strictly = many.under(Accounting.STRICT);
    assertThat(term(many, jbr, "DEEP").caveat()).isPresent();
    assertThat(Bits.of(strictly, jbr)).containsEntry("ALI", 0L).containsEntry("DEEP", 0L);
    for (String own : List.of("batching", "fold(i=0,s=1)", "OOD(i=1)", "Shift(i=1)", "fin")) {
      int order = Certified.order(term(strictly, jbr, own).error(), term(many, jbr, own).error());
      assertThat(order).as(own).isEqualTo(0);
    }
  }

  private static void assertError(Circuit circuit, Regime regime, String name, Rational error) {
    Formula exact = Formula.constant(error);
    assertThat(Certified.compare(term(circuit, regime, name).error(), exact)).as(name).isZero();
  }

  private static List<Term> terms(Circuit circuit, Regime regime) {
    return ((Assessment.Terms) regime.assess(circuit)).terms();
  }

  private static Term term(Circuit circuit, Regime regime, String name) {
    return terms(circuit, regime).stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void grindingIsOfItsRound() {
    Stark stark =
        SMALL.circuit(Whirs.of(SMALL.withGrinding(7).parameters(), 5, (i, s) -> 10 * i + s));
    assertThat(terms(stark))
        .extracting(Term::name, Term::grindingBits)
        .contains(
            tuple("batching", 7),
            tuple("fold(i=0,s=2)", 2),
            tuple("OOD(i=1)", 7),
            tuple("Shift(i=1)", 7),
            tuple("fold(i=1,s=1)", 11),
            tuple("fin", 7));
  }

  @Test
  void everyTermSaysWhereItIsFrom() {
    for (Term term : terms(circuit(SMALL))) {
      assertThat(term.sources()).as(term.name()).isNotEmpty();
    }
    assertThat(terms(circuit(SMALL)))
        .filteredOn(term -> term.name().equals("Shift(i=1)"))
        .flatExtracting(Term::sources)
        .extracting(Citation::toString)
        .containsExactly("ACFY24b Thm 5.2", "BCHKS25 Thm 1.3, Cor 1.4");
  }

  /** m = 50 at every rate over a large field: one for each iteration. */
  @Test
  void theJohnsonRegimeChoosesForEachIteration() {
    ScheduleSample large = SMALL.withField(new Field(BaseField.GOLDILOCKS, 3));
    assertThat(new JohnsonBound().assess(circuit(large)))
        .isInstanceOfSatisfying(
            Assessment.Terms.class,
            assessed -> assertThat(assessed.multiplicities()).containsExactly(50L, 50L));
  }

  /**
   * One query and one iteration: root, 2·(5 − 1) sumcheck elements, 2^14 coefficients, a leaf of
   * 4·10 base elements with a sibling at each of 15 levels.
   */
  @Test
  void theSizeCountsTheSumcheck() {
    ScheduleSample one = SMALL.withIterations(1).withQueries(1);
    long expected = 256 + 2 * 4 * 128 + (1 << 14) * 128 + 40 * 64 + 15 * 256;
    assertThat(circuit(one).proofSize()).isEqualTo(ProofSize.exactly(BigInteger.valueOf(expected)));
  }

  private static Stark circuit(ScheduleSample sample) {
    return sample.circuit(Whirs.of(sample.parameters(), 5, (i, s) -> 0));
  }

  private static List<Term> terms(Stark stark) {
    return ((Assessment.Terms) UDR.assess(stark)).terms();
  }

  private static long bits(String term) {
    return Bits.of(circuit(SMALL), UDR).get(term);
  }
}
