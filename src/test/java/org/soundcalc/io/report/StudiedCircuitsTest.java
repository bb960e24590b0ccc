package org.soundcalc.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;

/** Levers of a report must not count newer theorems at hundreds of changes. */
class StudiedCircuitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "udr,jbr                         | udr,jbr",
        "udr,jbr-best,dkt-first-order    | udr,jbr-best",
        "dkt-johnson,dkt-first-order     | dkt-johnson,dkt-first-order"
      })
  void leversAreUnderTheOlderTheoremsWhereTheyWereAskedFor(String asked, String pulled) {
    assertThat(StudiedCircuits.quick(Soundcalc.regimes(asked)))
        .isEqualTo(Soundcalc.regimes(pulled));
  }
}
