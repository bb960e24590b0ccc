package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.stark.Stark;

/** Figures of zkvms/, and circuits that the regime does not cover. */
class JohnsonBestTest {
  private static final JohnsonBest BEST = new JohnsonBest();

  @ParameterizedTest
  @CsvSource({
    "pico, riscv, 57.29, 87",
    "pico, convert, 57.55, 137",
    "pico, combine, 57.66, 179",
    "pico, compress, 57.78, 71",
    "pico, embed, 57.83, 93",
    "airbender, generalized_circuit, 67.60, 16",
    "openvm, app, 87.41, 5",
    "openvm, leaf, 87.41, 5",
    "openvm, internal, 92.59, 2",
    "miden, main, 56.42, 256",
    "risc0, main, 49.86, 263",
    "zisk, Main, 129.25, 95",
    "dummy_whir, riscv, 128.94, 13 15 15 22 184",
    "dummy_stir, main, 129.42, 16 24 241 155",
  })
  void figures(String file, String circuit, String bits, String multiplicities) throws IOException {
    RegimeResult.Figures figures =
        new Estimator(List.of(BEST)).estimate(circuit(file, circuit)).best().orElseThrow();
    assertThat(figures.binding().hundredthBits()).isEqualTo(Long.parseLong(bits.replace(".", "")));
    assertThat(figures.multiplicities())
        .containsExactlyElementsOf(
            Arrays.stream(multiplicities.split(" ")).map(Long::valueOf).toList());
  }

  /** Iterations that bind one at a time: the search must not go to and fro between them. */
  @ParameterizedTest
  @CsvSource({
    "dummy_whir, embed, '[55, 1, 22]', 25.49",
    "dummy_whir, embed, '[1, 31, 22]', 23.99",
    "dummy_whir, embed, '[5, 5, 50]', 31.99",
    "dummy_stir, main, '[1, 31, 22, 17]', 23.99",
  })
  void unevenQueries(String file, String circuit, String queries, String bits) throws IOException {
    Setting setting = Setting.parse(circuit + ".num_queries=" + queries).orElseThrow();
    Circuit uneven = circuit(file, circuit, List.of(setting));
    RegimeResult.Figures figures =
        new Estimator(List.of(BEST)).estimate(uneven).best().orElseThrow();
    assertThat(figures.binding().hundredthBits()).isEqualTo(Long.parseLong(bits.replace(".", "")));
  }

  @Test
  void isProvenAndComesAfterTheUsualBounds() {
    assertThat(BEST.isProven()).isTrue();
    assertThat(BEST.rank()).isGreaterThan(new JohnsonBound().rank());
  }

  @ParameterizedTest
  @CsvSource({
    "sp1, core, is not defined for JAGGED (UDR only)",
    "openvm2, root, is not defined for SWIRL: its configuration fixes m",
  })
  void doesNotCover(String file, String circuit, String reason) throws IOException {
    assertThat(BEST.assess(circuit(file, circuit))).isEqualTo(new Assessment.Inapplicable(reason));
  }

  /**
   * At rate 1/2 and m = 2, (1 − δ)·n is 1.76·k: above k + c for a c below 0.76·k. And (1 − δ)² is
   * 25/32: above (k + c)/n, so that the list is bounded, for a c below 0.5625·k.
   */
  @Test
  void isRefusedWhereNoMultiplicityLeavesRoom() throws IOException {
    long k = 1L << 22;
    assertThat(BEST.assess(withOpeningPoints(56 * k / 100)))
        .isInstanceOfSatisfying(
            Assessment.Terms.class,
            terms -> assertThat(terms.multiplicities()).containsExactly(2L));
    for (long points : List.of(57 * k / 100, 76 * k / 100)) {
      assertThat(BEST.assess(withOpeningPoints(points)))
          .isEqualTo(
              new Assessment.Inapplicable(
                  "has no bound on the list of the opened code, of rate (k + c)/n; no multiplicity"
                      + " satisfies this: m = 2 leaves the most room"));
    }
    assertThat(BEST.assess(withOpeningPoints(77 * k / 100)))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused -> {
              assertThat(refused.key().name()).isEqualTo("opening_points");
              assertThat(refused.message())
                  .contains("JBR-best", Long.toString(k + 77 * k / 100))
                  .endsWith("; no multiplicity satisfies this: m = 2 leaves the most room");
            });
  }

  /** What is refused under the usual bounds for a pinned gap is not refused for another. */
  @Test
  void aPinnedGapWithoutAProximityParameterRulesNothingOut() throws IOException {
    Setting gap = Setting.parse("gap_to_radius=0.5").orElseThrow();
    Circuit pinned = circuit("pico", "riscv", List.of(gap));
    assertThat(new JohnsonBound().assess(pinned)).isInstanceOf(Assessment.Refused.class);
    assertThat(BEST.assess(pinned))
        .isInstanceOfSatisfying(
            Assessment.Terms.class,
            terms -> assertThat(terms.multiplicities()).containsExactly(87L));
  }

  private static Circuit withOpeningPoints(long points) throws IOException {
    Stark pico = (Stark) circuit("pico", "riscv");
    for (Code code : pico.codes()) {
      assertThat(code.rate().log2Inverse()).isEqualTo(1);
    }
    assertThat(pico.commitment().dimension()).isEqualTo(Rational.of(1L << 22));
    return pico.with(new DeepAli(100, 3, points, 0));
  }

  private static Circuit circuit(String file, String name) throws IOException {
    return circuit(file, name, List.of());
  }

  private static Circuit circuit(String file, String name, List<Setting> settings)
      throws IOException {
    Path path = Path.of("zkvms", file + ".toml");
    return ZkvmLoader.withInstalledFamilies()
        .load(SourceFile.of(path.toString(), Files.readAllBytes(path)), settings)
        .zkvm()
        .orElseThrow()
        .zkvm()
        .circuits()
        .stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
