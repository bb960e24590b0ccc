package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {
  @ParameterizedTest
  @CsvSource({"eprint 2025/2055, 2025", "eprint 2020/654, 2020", "eprint 1999/1, 1999"})
  void theYearIsThatOfTheEprint(String link, int year) {
    assertThat(new Paper("X", link).year()).hasValue(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openvm.dev/swirl.pdf", "example.org/2025/1", "eprint 25/1", ""})
  void elsewhereNoYearIsKnown(String link) {
    assertThat(new Paper("X", link).year()).isEmpty();
  }

  /** A paper of a journal is where its publisher keeps it. */
  @Test
  void aPaperIsLinkedByWhereItIs() {
    assertThat(Paper.JOH62.url()).isEqualTo("https://doi.org/10.1109/TIT.1962.1057714");
    assertThat(Paper.DKT26.url()).isEqualTo("https://eprint.iacr.org/2026/2056");
  }

  @Test
  void sourcesAreDatedWhereTheyCanBe() {
    assertThat(new Citation(Paper.BCIKS20, "Conj. 8.4").dated())
        .isEqualTo("BCIKS20 Conj. 8.4 (2020)");
    assertThat(new Citation(Paper.CS25, "").dated()).isEqualTo("CS25 (2025)");
    assertThat(new Citation(Paper.SWIRL, "").dated()).isEqualTo("SWIRL");
  }
}
