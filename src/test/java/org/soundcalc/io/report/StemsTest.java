package org.soundcalc.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of pages, from whatever files are called. */
class StemsTest {
  private final Stems stems = new Stems();

  @Test
  void accentsAreLeftOut() {
    assertThat(stems.of("zkvms/Caf\u00e9 au lait.toml")).isEqualTo("cafe-au-lait");
  }

  @Test
  void whatHasNoLettersOfAsciiIsAZkvm() {
    assertThat(stems.of("\u8a3c\u660e.toml")).isEqualTo("zkvm");
  }

  @Test
  void aSecondFileOfANameIsCounted() {
    assertThat(stems.of("a/pico.toml")).isEqualTo("pico");
    assertThat(stems.of("b/PICO.TOML")).isEqualTo("pico-2");
  }
}
