package org.soundcalc.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Explanation;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Zkvm;

/** What a proof's size is made of adds up to the size. */
class SizePartsTest {
  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }

  private static Zkvm zkvm(Path file) {
    return Soundcalc.read(file);
  }

  @ParameterizedTest
  @MethodSource("files")
  void partsAddUpToTheSize(Path file) {
    for (Circuit circuit : zkvm(file).circuits()) {
      assertThat(circuit.sizeParts()).isNotEmpty();
      assertThat(SizePart.sum(circuit.sizeParts())).isEqualTo(circuit.proofSize());
      for (SizePart part : circuit.sizeParts()) {
        assertThat(Certified.ceil(part.expected())).isEqualTo(part.bits().expectedBits());
        assertThat(Certified.ceil(part.worst())).isEqualTo(part.bits().worstCaseBits());
      }
    }
  }

  /** A tree by hand: 2^23 leaves of 1435 elements of 124 bits, 84 of them opened. */
  @Test
  void anOpeningIsThatOfItsFormula() {
    List<Circuit> circuits = zkvm(Path.of("zkvms/pico.toml")).circuits();
    SizePart first = circuits.get(0).sizeParts().get(1);
    long leaf = 1435L * 124;
    assertThat(first.bits().worstCaseBits())
        .isEqualTo(BigInteger.valueOf(84 * (leaf + 248 + 22 * 248)));
    Explanation worst = Explanation.of(first.worst());
    assertThat(worst.formula()).isEqualTo("t · (leaf + min(leaf, h) + (D − 1) · h)");
    assertThat(worst.numbers()).isEqualTo("84 · (177940 + min(177940, 248) + (23 − 1) · 248)");
  }

  /** What the size leaves out: a value for each function and point, 2·1435 of 124 bits. */
  @Test
  void openedValuesAreLeftOut() {
    Circuit riscv = zkvm(Path.of("zkvms/pico.toml")).circuits().get(0);
    assertThat(SizePart.sum(riscv.uncounted())).isEqualTo(ProofSize.exactly(2L * 1435 * 124));
  }
}
