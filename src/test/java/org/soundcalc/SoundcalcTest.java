package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.Prepared;

/** The five lines of docs/library.md, and what they throw. */
class SoundcalcTest {
  private static final Path PICO = Path.of("zkvms/pico.toml");

  @Test
  void fiveLines() {
    Zkvm zkvm = Soundcalc.read(PICO);
    ZkvmEstimate estimate = Soundcalc.estimate(zkvm, Soundcalc.regimes("udr,jbr"));
    int bits = estimate.security().bits();
    Prepared riscv = Soundcalc.prepare(zkvm.circuit("riscv"), Soundcalc.regimes("jbr"));
    int more = riscv.with("num_queries", 100).bits();
    assertThat(bits).isEqualTo(53);
    assertThat(more).isGreaterThan(riscv.bits());
  }

  @Test
  void everyProblemOfATextIsListedWithItsPlace() throws Exception {
    String toml =
        Files.readString(PICO)
            .replaceFirst("num_queries = \\d+", "num_queries = -3")
            .replaceFirst("batch_size = \\d+", "batch_size = 0");
    assertThatThrownBy(() -> Soundcalc.parse(toml))
        .isInstanceOfSatisfying(
            InvalidConfiguration.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .hasSize(2)
                    .allMatch(
                        problem -> problem.matches("<text>:\\d+:\\d+: error: .*, got (-3|0)")));
  }

  @Test
  void whatCannotBeReadIsNoConfiguration() {
    assertThatThrownBy(() -> Soundcalc.read(Path.of("no such file.toml")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void withoutARegimeThereIsNothingToEstimate() {
    Zkvm pico = Soundcalc.read(PICO);
    assertThatThrownBy(() -> Soundcalc.estimate(pico, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Soundcalc.prepare(pico.circuit("riscv"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotProvenHasNoFigure() {
    ZkvmEstimate estimate =
        Soundcalc.estimate(Soundcalc.read(PICO), Soundcalc.regimes("conjectured"));
    assertThat(estimate.findSecurity()).isEmpty();
    assertThatThrownBy(estimate::security).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void namesThatNothingHasAreRefused() {
    Zkvm zkvm = Soundcalc.read(PICO);
    assertThatThrownBy(() -> zkvm.circuit("risc")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> Soundcalc.regimes("udr,jbrr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown regime \"jbrr\"; did you mean jbr?");
  }

  /** The module offers what the class path does. */
  @Test
  void theModuleProvidesTheSamePlugIns() throws Exception {
    String module = Files.readString(Path.of("src/main/java/module-info.java"));
    for (String service : List.of("Family", "Regime")) {
      Path file = Path.of("src/main/resources/META-INF/services/org.soundcalc.model." + service);
      String classes = String.join(",\n      ", Files.readAllLines(file));
      assertThat(module)
          .contains("  provides org.soundcalc.model." + service + " with\n      " + classes + ";");
    }
  }
}
