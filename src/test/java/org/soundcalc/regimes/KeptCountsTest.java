package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.regimes.dkt.Count;
import org.soundcalc.regimes.dkt.FirstOrderCounts;
import org.soundcalc.regimes.dkt.Guesses;
import org.soundcalc.regimes.dkt.JohnsonCounts;
import org.soundcalc.regimes.dkt.ReedSolomonCode;

/** What is kept of the codes asked of last changes nothing that is said of the next circuit. */
class KeptCountsTest {
  private static final Code CODE =
      new Code(new Field(BaseField.M31, 4), Rate.ofLog2Inverse(1), 10, Optional.empty());

  private record Said(List<Agreement> agreements, List<Long> hundredths) {}

  private static Optional<Said> say(Regime regime, Circuit circuit) {
    return said(regime.assess(circuit));
  }

  /**
   * By counts that no other circuit was asked of: those of a regime are shared by all that ask it.
   */
  private static Optional<Said> sayFirst(Regime regime, ExactCounts counts, Circuit circuit) {
    return said(BestAgreements.assess(regime, circuit, new KeptCounts(counts)));
  }

  private static Optional<Said> said(Assessment assessment) {
    return assessment instanceof Assessment.Terms terms
        ? Optional.of(
            new Said(
                terms.agreements(),
                terms.terms().stream().map(t -> Certified.hundredthBits(t.error())).toList()))
        : Optional.empty();
  }

  private static Stream<Circuit> circuits() {
    return Stream.of("pico", "openvm", "miden", "airbender", "risc0", "dummy_stir")
        .flatMap(file -> Soundcalc.read(Path.of("zkvms", file + ".toml")).circuits().stream());
  }

  private static void assertSaysWhatItSaysFirst(Regime regime, ExactCounts counts) {
    circuits()
        .forEach(
            circuit -> {
              Optional<Said> first = sayFirst(regime, counts, circuit);
              assertThat(first).isPresent();
              assertThat(say(regime, circuit)).isEqualTo(first);
              assertThat(say(regime, circuit)).isEqualTo(first);
            });
  }

  @Test
  void johnsonSaysOfACircuitWhatItSaysFirst() {
    assertSaysWhatItSaysFirst(new DktJohnson(), ExactCounts.JOHNSON);
  }

  @Test
  void firstOrderSaysOfACircuitWhatItSaysFirst() {
    assertSaysWhatItSaysFirst(new DktFirstOrder(), ExactCounts.FIRST_ORDER);
  }

  /** Which count is shown with the agreement is of the circuit, not of one that came before. */
  @Test
  void circuitsOfOneCodeAreToldApart() throws IOException {
    String toml = Files.readString(Path.of("zkvms", "risc0.toml"));
    Circuit circuit = DktRegimesTest.circuit(toml);
    Circuit other =
        DktRegimesTest.circuit(toml.replace("power_batching = true", "power_batching = false"));
    assertThat(other.codes()).isEqualTo(circuit.codes());
    Regime one = new DktJohnson();
    Optional<Said> first = sayFirst(one, ExactCounts.JOHNSON, circuit);
    Optional<Said> second = sayFirst(one, ExactCounts.JOHNSON, other);
    assertThat(second).isNotEqualTo(first);
    assertThat(say(one, circuit)).isEqualTo(first);
    assertThat(say(one, other)).isEqualTo(second);
    assertThat(say(one, circuit)).isEqualTo(first);
  }

  /** The search of the Johnson bound is not made twice where both regimes are asked. */
  @Test
  void firstOrderBeginsWhereJohnsonEnded() {
    Circuit circuit = Soundcalc.read(Path.of("zkvms/risc0.toml")).circuits().get(0);
    KeptCounts johnson = new KeptCounts(ExactCounts.JOHNSON);
    KeptCounts both = new KeptCounts(ExactCounts.FIRST_ORDER, johnson);
    BestAgreements.assess(new DktJohnson(), circuit, johnson);
    int counted = johnson.of(circuit.codes()).get(0).kept();
    List<Long> most = List.of((1L << 23) - (1L << 21) - 1);
    assertThat(johnson.found(circuit, most)).isPresent();
    assertThat(johnson.found(circuit, List.of(1L))).isEmpty();
    assertThat(johnson.found(circuit.withoutGrinding(), most)).isEmpty();
    assertThat(said(BestAgreements.assess(new DktFirstOrder(), circuit, both)))
        .isEqualTo(sayFirst(new DktFirstOrder(), ExactCounts.FIRST_ORDER, circuit));
    assertThat(johnson.of(circuit.codes()).get(0).kept()).isEqualTo(counted);
  }

  /** What a search keeps does not change with it: other threads may begin with it. */
  @Test
  void whatWasFoundStaysAsItWas() {
    List<Long> disagreements = new ArrayList<>(List.of(7L));
    List<Integer> errors = new ArrayList<>(List.of(2, 0));
    AgreementSearch.Best best =
        new AgreementSearch.Best(100, disagreements, List.of(errors)).settled();
    disagreements.set(0, 8L);
    errors.add(0, 1);
    assertThat(best).isEqualTo(new AgreementSearch.Best(100, List.of(7L), List.of(List.of(2, 0))));
  }

  /** Agreements that were forgotten are counted again, and those in use go on. */
  @ParameterizedTest
  @EnumSource(ExactCounts.class)
  void manyAgreementsAreForgotten(ExactCounts counts) {
    KeptCounts kept = new KeptCounts(counts);
    KeptCounts.OfCode of = kept.of(List.of(CODE)).get(0);
    KeptCounts.AtAgreement at = of.at(2000);
    assertThat(of.at(2000)).isSameAs(at);
    LongStream.range(1025, 2048).forEach(of::at);
    assertThat(kept.of(List.of(CODE)).get(0).at(2000)).isSameAs(at);
    LongStream.range(1025, 2048).forEach(of::at);
    of.at(1024);
    of.at(1023);
    assertThat(kept.of(List.of(CODE)).get(0)).isSameAs(of);
    assertThat(of.at(2000)).isNotSameAs(at);
    assertThat(of.at(2000).count(1024, 3, new Guesses()).map(CountedBound::words))
        .isPresent()
        .isEqualTo(at.count(1024, 3, new Guesses()).map(CountedBound::words));
  }

  /** A sweep of batch sizes asks for another degree at every step, at few agreements. */
  @ParameterizedTest
  @CsvSource({"1024, 0", "2, 0", "2, 1"})
  void manyDegreesAreForgotten(long dimension, long step) {
    KeptCounts kept = new KeptCounts(ExactCounts.JOHNSON);
    List<Code> codes = List.of(CODE);
    KeptCounts.OfCode of = kept.of(codes).get(0);
    KeptCounts.AtAgreement at = of.at(2000);
    Guesses none = new Guesses();
    at.list(1024, none);
    at.list(1024, none);
    for (long degree = 1; degree < KeptCounts.OfCode.MOST_COUNTS; degree++) {
      of.at(2000 + degree % 2 * step).count(dimension, degree, none);
    }
    Optional<CountedBound> last = at.count(dimension, 2, none);
    assertThat(kept.of(codes).get(0).kept()).isEqualTo(KeptCounts.OfCode.MOST_COUNTS);
    assertThat(of.at(2000)).isSameAs(at);
    at.count(dimension, KeptCounts.OfCode.MOST_COUNTS, none);
    assertThat(kept.of(codes).get(0)).isSameAs(of);
    assertThat(of.kept()).isZero();
    assertThat(of.at(2000)).isNotSameAs(at);
    Optional<CountedBound> again = of.at(2000).count(dimension, 2, none);
    assertThat(of.kept()).isEqualTo(1);
    assertThat(again).isNotSameAs(last);
    assertThat(again.map(CountedBound::words)).isPresent().isEqualTo(last.map(CountedBound::words));
  }

  /** What words fold to last has few agreements: those of the committed code share its counts. */
  @Test
  void agreementsThatFoldToOneShareItsCount() {
    KeptCounts.OfCode of = new KeptCounts.OfCode(CODE, ExactCounts.FIRST_ORDER);
    Guesses none = new Guesses();
    Optional<CountedBound> first = of.at(1025).count(2, 1, none);
    assertThat(of.at(1536).count(2, 1, none)).isSameAs(first);
    assertThat(first.orElseThrow().agreement()).isEqualTo(3);
    assertThat(of.at(1536).count(2, 3, none)).isNotSameAs(first);
    assertThat(of.at(1537).count(2, 1, none).orElseThrow().agreement()).isEqualTo(4);
  }

  /** Longer ones are left to order zero, whose counts are larger. */
  @ParameterizedTest
  @CsvSource({"128, 13, true", "256, 18, false"})
  void shortCodesOfDimension2AreSearched(long length, long agreement, boolean isSearched) {
    ReedSolomonCode lines = new ReedSolomonCode(length, 2, agreement);
    Optional<Count> count = ExactCounts.FIRST_ORDER.count(lines, 1, CODE.field(), new Guesses());
    BigInteger p = CODE.field().base().prime();
    Optional<Count> least = FirstOrderCounts.count(lines, 1, p);
    Optional<Count> johnson = JohnsonCounts.count(lines, 1, p);
    assertThat(count).isPresent().isEqualTo(isSearched ? least : johnson);
    assertThat(least.orElseThrow().exceptional()).isLessThan(johnson.orElseThrow().exceptional());
  }
}
