package org.soundcalc.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.CommonKeys;

/** What is left of a figure once the verifier's coins come from a hash. */
class NonInteractiveTest {
  private static final Regime UDR = Soundcalc.regimes("udr").get(0);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** However small the errors are, collisions of a hash of λ bits leave no more. */
  @ParameterizedTest
  @CsvSource({"256, 127", "248, 123", "64, 31", "2, 0", "1, 0"})
  void aHashLeaves(int hashBits, int bits) {
    assertThat(NonInteractive.of(figures(Rational.powerOfTwo(-500)), hashBits))
        .isEqualTo(new NonInteractive(bits, NonInteractive.Part.HASH));
  }

  /** At 127 bits collisions take 3/4 of what is allowed, and ε = 2^-128 would take 1/2. */
  @ParameterizedTest
  @CsvSource({
    "-100, 256, 99, ROUNDS",
    "-127, 256, 126, ROUNDS",
    "-128, 256, 126, HASH",
    "-129, 256, 126, HASH",
    "-130, 256, 127, HASH",
    "-40, 64, 31, HASH",
    "0, 256, 0, ROUNDS"
  })
  void bothSummandsCount(int log2Error, int hashBits, int bits, NonInteractive.Part binds) {
    assertThat(NonInteractive.of(figures(Rational.powerOfTwo(log2Error)), hashBits))
        .isEqualTo(new NonInteractive(bits, binds));
  }

  /** Against decimals: the largest b for which the inequality itself holds. */
  @Test
  void theLargestThatHolds() {
    Random random = new Random(20260101);
    for (int i = 0; i < 300; i++) {
      int hashBits = 1 + random.nextInt(300);
      Rational error =
          Rational.of(1 + random.nextInt(1 << 20), 1L << 20)
              .times(Rational.powerOfTwo(-random.nextInt(160)));
      int largest = largest(error, hashBits);
      assertThat(NonInteractive.of(figures(error), hashBits).bits())
          .as("%s, %d", error, hashBits)
          .isEqualTo(largest);
      assertThat(NonInteractive.atLeast(figures(error), hashBits))
          .as("%s, %d", error, hashBits)
          .isBetween(largest - 2L, (long) largest);
    }
  }

  private static int largest(Rational error, int hashBits) {
    BigDecimal epsilon =
        new BigDecimal(error.numerator()).divide(new BigDecimal(error.denominator()));
    int largest = 0;
    for (int b = 1; b < 200; b++) {
      BigDecimal queries = TWO.pow(b);
      BigDecimal chance =
          queries
              .multiply(epsilon)
              .add(
                  BigDecimal.valueOf(3)
                      .multiply(queries.pow(2).add(BigDecimal.ONE))
                      .divide(TWO.pow(hashBits)));
      largest = chance.compareTo(BigDecimal.ONE) <= 0 ? b : largest;
    }
    return largest;
  }

  /** One bit less does not do. */
  @Test
  void theLeastHashForSoManyBits() {
    RegimeResult.Figures figures = figures(Rational.of(3, 4).times(Rational.powerOfTwo(-128)));
    int least = NonInteractive.hashBitsFor(figures, 128).orElseThrow();
    assertThat(NonInteractive.of(figures, least).bits()).isEqualTo(128);
    assertThat(NonInteractive.of(figures, least - 1).bits()).isLessThan(128);
    assertThat(NonInteractive.hashBitsFor(figures, 129)).isEmpty();
  }

  @Test
  void aZkvmHasThatOfItsWeakestCircuitUnderItsBestRegime() {
    assertThat(nonInteractive("pico"))
        .isEqualTo(new NonInteractive(53, NonInteractive.Part.ROUNDS));
    assertThat(nonInteractive("zisk").bits()).isEqualTo(126);
  }

  /** Circuits that are passed over because they surely have as many bits change nothing. */
  @Test
  void theFirstOfTheLeastCounts() {
    for (String file : List.of("pico", "zisk", "openvm2", "dummy_whir")) {
      Zkvm zkvm = Soundcalc.read(Path.of("zkvms", file + ".toml"));
      for (int hashBits : new int[] {1, 100, 160, 250, 256, 300}) {
        List<Circuit> circuits = new ArrayList<>(zkvm.circuits());
        circuits.set(0, CommonKeys.HASH_SIZE_BITS.with(circuits.get(0), (long) hashBits));
        for (List<Circuit> in : List.of(circuits, reversed(circuits))) {
          ZkvmEstimate estimate =
              Soundcalc.estimate(new Zkvm("", Optional.empty(), in), Soundcalc.regimes("udr,jbr"));
          NonInteractive least =
              estimate.circuits().stream()
                  .map(circuit -> circuit.nonInteractive().orElseThrow())
                  .reduce((a, b) -> a.bits() <= b.bits() ? a : b)
                  .orElseThrow();
          assertThat(estimate.nonInteractive()).contains(least);
        }
      }
    }
  }

  private static List<Circuit> reversed(List<Circuit> circuits) {
    List<Circuit> reversed = new ArrayList<>(circuits);
    Collections.reverse(reversed);
    return reversed;
  }

  private static NonInteractive nonInteractive(String file) {
    return Soundcalc.estimate(
            Soundcalc.read(Path.of("zkvms", file + ".toml")), Soundcalc.regimes("udr,jbr"))
        .nonInteractive()
        .orElseThrow();
  }

  /** The larger of two errors that are both below 2^-b, and above its half, decides. */
  @Test
  void everyRoundOfTheLeastBitsCounts() {
    Rational large = Rational.of(99, 100).times(Rational.powerOfTwo(-50));
    Rational small = Rational.of(51, 100).times(Rational.powerOfTwo(-50));
    assertThat(NonInteractive.of(figures(small, large), 103).bits()).isEqualTo(49);
    assertThat(NonInteractive.of(figures(small), 103).bits()).isEqualTo(50);
  }

  private static RegimeResult.Figures figures(Rational... errors) {
    List<CertifiedTerm> terms =
        List.of(errors).stream()
            .map(error -> Term.ground("round", Formula.constant(error), 0, List.of()))
            .map(CertifiedTerm::of)
            .toList();
    CertifiedTerm largest =
        terms.stream()
            .reduce((a, b) -> a.hundredthBits() <= b.hundredthBits() ? a : b)
            .orElseThrow();
    return new RegimeResult.Figures(
        UDR,
        terms,
        largest,
        new Assessment.Terms(terms.stream().map(CertifiedTerm::term).toList(), List.of()));
  }
}
