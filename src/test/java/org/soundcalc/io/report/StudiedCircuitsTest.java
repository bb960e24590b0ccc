package org.soundcalc.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Regime;

/** Levers of a report must not count newer theorems at hundreds of changes. */
class StudiedCircuitsTest {
  @ParameterizedTest
  @CsvSource({
    "'udr,jbr', 'UDR,JBR'",
    "'udr,jbr-best,dkt-first-order', 'UDR,JBR-best'",
    "'dkt-johnson,dkt-first-order', 'DKT-Johnson,DKT-first-order'"
  })
  void leversAreUnderTheOlderTheoremsWhereTheyWereAskedFor(String asked, String pulled) {
    assertThat(StudiedCircuits.quick(Soundcalc.regimes(asked)))
        .extracting(Regime::name)
        .containsExactly(pulled.split(",", -1));
  }
}
