package org.soundcalc.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.math.Rational;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Regime;

/** How much of a figure is proof-of-work. */
class GrindingTest {
  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();

  @Test
  void picoGrindsItsQueriesOnly() throws IOException {
    Grinding grinding = circuit("pico", 0).grinding();
    assertThat(grinding.sites()).containsExactly(GrindingSite.of("query phase", 16, 1));
    assertThat(grinding.log2Work()).hasToString("16.00");
    assertThat(grinding.without())
        .extracting(result -> ((RegimeResult.Figures) result).bits())
        .containsExactly(34L, 37L);
  }

  /** 2^16 tries for the queries, and 2^15 for each commit round. */
  @Test
  void everyRoundIsCountedAndTheWorkIsRoundedUp() throws IOException {
    Grinding grinding = circuit("pico", 0, "grinding_commit_phase=15").grinding();
    int rounds = (int) grinding.sites().get(0).count();
    assertThat(grinding.sites())
        .containsExactly(
            GrindingSite.of("commit rounds", 15, rounds), GrindingSite.of("query phase", 16, 1));
    double work = Math.log(rounds * 0x1p15 + 0x1p16) / Math.log(2);
    assertThat(grinding.log2Work().doubleValue()).isBetween(work, work + 0.01);
  }

  @Test
  void everySiteOfFri() throws IOException {
    Grinding grinding =
        circuit(
                "pico",
                0,
                "grinding_commit_phase=1",
                "grinding_batching_phase=2",
                "grinding_deep=3")
            .grinding();
    assertThat(grinding.sites())
        .extracting(GrindingSite::site)
        .containsExactly("batching", "commit rounds", "query phase", "DEEP");
  }

  /** What is not batched needs no batching challenge to grind for. */
  @Test
  void nothingBatchedIsNoSite() throws IOException {
    assertThat(circuit("pico", 0, "batch_size=1", "grinding_batching_phase=9").grinding().sites())
        .extracting(GrindingSite::site)
        .containsExactly("query phase");
  }

  /** SWIRL's factor is g(b) = (⌊p/2^b⌋ + 1)/p, of which the work is the inverse. */
  @Test
  void swirlHasItsOwnFactorAndQueryPhases() throws IOException {
    CircuitEstimate app = circuit("openvm2", 0);
    List<GrindingSite> sites = app.grinding().sites();
    assertThat(sites)
        .extracting(GrindingSite::site)
        .containsExactly("whir_mu_batching", "whir_fold_rbr", "whir_query", "logup");
    GrindingSite queries = sites.get(2);
    assertThat(queries.bits()).isEqualTo(20);
    assertThat(sites.get(1).count()).isEqualTo(4 * queries.count());
    BigInteger p = app.circuit().id().field().base().prime();
    Rational tries = Rational.of(p, p.shiftRight(20).add(BigInteger.ONE));
    assertThat(queries.tries()).isEqualTo(tries);
  }

  /** So that a script can join them; FRI's commit rounds, which are many, are one site. */
  @ParameterizedTest
  @CsvSource({"pico", "dummy_whir", "dummy_stir", "openvm2", "sp1"})
  void sitesAreNamedAsTheTermsThatTheyGrind(String file) throws IOException {
    CircuitEstimate circuit = circuit(file, 0);
    List<String> terms =
        circuit.figures().flatMap(f -> f.terms().stream()).map(t -> t.term().name()).toList();
    assertThat(circuit.grinding().sites())
        .isNotEmpty()
        .extracting(GrindingSite::site)
        .filteredOn(site -> !site.equals("commit rounds"))
        .isSubsetOf(terms);
  }

  @ParameterizedTest
  @CsvSource({"dummy_whir, 24.16", "dummy_stir, 23.54", "openvm2, 22.10", "sp1, 16.09"})
  void workOfPublishedConfigurations(String file, String work) throws IOException {
    assertThat(circuit(file, 0).grinding().log2Work()).hasToString(work);
  }

  @Test
  void noProofOfWorkIsNoWork() throws IOException {
    Grinding grinding = circuit("pico", 0, "grinding_query_phase=0").grinding();
    assertThat(grinding.sites()).isEmpty();
    assertThat(grinding.log2Work()).hasToString("0.00");
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.sorted().toList().stream();
    }
  }

  /** Proof-of-work never costs a bit, and without it no term claims any. */
  @ParameterizedTest
  @MethodSource("files")
  void withoutGrindingNoTermIsHigher(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    Estimator estimator = new Estimator(REGIMES);
    estimator
        .estimate(
            ZkvmLoader.withInstalledFamilies().load(source, List.of()).zkvm().orElseThrow().zkvm())
        .circuits()
        .forEach(
            circuit ->
                circuit
                    .grinding()
                    .without()
                    .forEach(
                        result -> {
                          if (result instanceof RegimeResult.Figures bare) {
                            assertThat(bare.bits())
                                .isLessThanOrEqualTo(
                                    circuit.under(bare.regime()).orElseThrow().bits());
                            assertThat(bare.terms())
                                .allMatch(term -> term.term().grindingBits() == 0);
                          }
                        }));
  }

  private static CircuitEstimate circuit(String file, int index, String... settings)
      throws IOException {
    Path path = Path.of("zkvms", file + ".toml");
    SourceFile source = SourceFile.of(path.toString(), Files.readAllBytes(path));
    List<Setting> parsed =
        Stream.of(settings).map(Setting::parse).map(Optional::orElseThrow).toList();
    return new Estimator(REGIMES)
        .estimate(
            ZkvmLoader.withInstalledFamilies()
                .load(source, parsed)
                .zkvm()
                .orElseThrow()
                .zkvm()
                .circuits()
                .get(index));
  }
}
