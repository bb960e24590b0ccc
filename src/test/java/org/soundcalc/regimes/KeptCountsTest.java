package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
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
    return regime.assess(circuit) instanceof Assessment.Terms terms
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

  private static void assertSaysWhatAnotherDoes(Supplier<Regime> maker) {
    Regime one = maker.get();
    circuits()
        .forEach(
            circuit -> {
              Optional<Said> said = say(maker.get(), circuit);
              assertThat(said).isPresent();
              assertThat(say(one, circuit)).isEqualTo(said);
              assertThat(say(one, circuit)).isEqualTo(said);
            });
  }

  @Test
  void johnsonSaysOfACircuitWhatItSaysFirst() {
    assertSaysWhatAnotherDoes(DktJohnson::new);
  }

  @Test
  void firstOrderSaysOfACircuitWhatItSaysFirst() {
    assertSaysWhatAnotherDoes(DktFirstOrder::new);
  }

  /** Which count is shown with the agreement is of the circuit, not of one that came before. */
  @Test
  void circuitsOfOneCodeAreToldApart() throws IOException {
    String toml = Files.readString(Path.of("zkvms", "risc0.toml"));
    Circuit circuit = circuit(toml);
    Circuit other = circuit(toml.replace("power_batching = true", "power_batching = false"));
    assertThat(other.codes()).isEqualTo(circuit.codes());
    Regime one = new DktJohnson();
    Optional<Said> first = say(one, circuit);
    Optional<Said> second = say(one, other);
    assertThat(second).isNotEqualTo(first).isEqualTo(say(new DktJohnson(), other));
    assertThat(say(one, circuit)).isEqualTo(first);
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

  private static Circuit circuit(String toml) {
    return ZkvmLoader.withInstalledFamilies()
        .load(SourceFile.of("short.toml", toml.getBytes(StandardCharsets.UTF_8)), List.of())
        .zkvm()
        .orElseThrow()
        .zkvm()
        .circuits()
        .get(0);
  }
}
