package org.soundcalc.protocols.fri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.SizePart;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.regimes.JohnsonBound;
import org.soundcalc.regimes.UniqueDecoding;

class FriStarkTest {
  private static final FriStarks SMALL =
      new FriStarks(
          new Field(BaseField.GOLDILOCKS, 2),
          1,
          16,
          10,
          Batching.POWERS,
          50,
          2,
          0,
          100,
          1000,
          Optional.empty());

  @Test
  void nothingToBatchIsNoTerm() {
    assertThat(names(SMALL)).startsWith("batching", "commit round 1", "commit round 2");
    assertThat(names(SMALL.withBatchSize(1))).startsWith("commit round 1");
  }

  /** The default gap over a large field is √ρ/100, so that √ρ/(2η) is 50 and never above. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20})
  void multiplicityOfTheDefaultGapIsFiftyAtEveryRate(int logInverseRate) {
    FriStarks stark =
        new FriStarks(
            new Field(BaseField.GOLDILOCKS, 3),
            logInverseRate,
            8,
            10,
            Batching.POWERS,
            50,
            2,
            0,
            100,
            1000,
            Optional.empty());
    assertThat(figures(stark, new JohnsonBound()).multiplicities()).containsExactly(50L);
  }

  @Test
  void multiplicityOfAPinnedGapIsExact() {
    FriStarks stark =
        new FriStarks(
            new Field(BaseField.GOLDILOCKS, 3),
            2,
            8,
            10,
            Batching.POWERS,
            50,
            2,
            0,
            100,
            1000,
            Optional.of(Rational.of(1, 80)));
    assertThat(figures(stark, new JohnsonBound()).multiplicities()).containsExactly(20L);
  }

  @Test
  void aGapThatLeavesNoProximityParameterIsRefused() {
    // ρ = 1/4: the Johnson radius is 1/2.
    assertThat(assess(withGap(Rational.of(1, 2)))).isInstanceOf(Assessment.Refused.class);
    assertThat(assess(withGap(Rational.of(499, 1000)))).isInstanceOf(Assessment.Terms.class);
  }

  /** k + c < (1 − δ)·n: under UDR at rate 1/2 that is 3n/4 = 3k/2. */
  @Test
  void openingPointsMustLeaveRoomUnderEachRegime() {
    long k = 1L << 16;
    assertThat(withOpeningPoints(k / 2 - 1, new UniqueDecoding()))
        .isInstanceOf(Assessment.Terms.class);
    assertThat(withOpeningPoints(k / 2, new UniqueDecoding()))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused -> {
              assertThat(refused.key().name()).isEqualTo("opening_points");
              assertThat(refused.message()).contains("UDR", "98304", "32768");
            });
    // √ρ + η is above 0.707: room for fewer points, but still for some.
    assertThat(withOpeningPoints(k / 2 - 1, new JohnsonBound()))
        .isInstanceOf(Assessment.Refused.class);
    assertThat(withOpeningPoints(2, new JohnsonBound())).isInstanceOf(Assessment.Terms.class);
  }

  /** One query merges no paths, and a leaf shorter than a hash is its own sibling. */
  @Test
  void anExpectedSizeIsNeverAboveTheWorstCase() {
    Stark stark =
        new FriStarks(
                new Field(BaseField.BABY_BEAR, 2),
                1,
                8,
                1,
                Batching.POWERS,
                1,
                1,
                0,
                100,
                1000,
                Optional.empty())
            .circuit();
    ProofSize uncapped = SizePart.uncapped(stark.commitment().sizeParts(stark.id().hashBits()));
    assertThat(uncapped.expectedBits()).isGreaterThan(uncapped.worstCaseBits());
    assertThat(stark.proofSize()).isEqualTo(ProofSize.exactly(uncapped.worstCaseBits()));
  }

  @Test
  void explicitRegimeKeepsOneProvenRegime() {
    Stark base = SMALL.circuit();
    Stark unique =
        new Stark(base.id(), base.commitment(), base.air(), base.lookups(), ExplicitRegime.UNIQUE);
    assertThat(new UniqueDecoding().assess(unique)).isInstanceOf(Assessment.Terms.class);
    assertThat(new JohnsonBound().assess(unique)).isInstanceOf(Assessment.Inapplicable.class);
  }

  private static FriStarks withGap(Rational gap) {
    return new FriStarks(
        new Field(BaseField.GOLDILOCKS, 2),
        2,
        16,
        10,
        Batching.POWERS,
        50,
        2,
        0,
        100,
        1000,
        Optional.of(gap));
  }

  private static Assessment assess(FriStarks stark) {
    return new JohnsonBound().assess(stark.circuit());
  }

  private static Assessment withOpeningPoints(long points, Regime regime) {
    Stark base = SMALL.circuit();
    return regime.assess(base.with(new DeepAli(100, 3, points, 0)));
  }

  private static List<String> names(FriStarks stark) {
    return figures(stark, new UniqueDecoding()).terms().stream()
        .map(CertifiedTerm::term)
        .map(term -> term.name())
        .toList();
  }

  private static RegimeResult.Figures figures(FriStarks stark, Regime regime) {
    return new Estimator(List.of(regime)).estimate(stark.circuit()).best().orElseThrow();
  }
}
