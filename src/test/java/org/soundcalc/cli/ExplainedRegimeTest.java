package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.StubRegime;

class ExplainedRegimeTest {
  private static final List<Regime> KNOWN =
      List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);

  @ParameterizedTest
  @ValueSource(strings = {"capacity", "Capacity", " capacity "})
  void oneRegimeIsReadInAnyCase(String name) {
    assertThat(ExplainCommand.regime(name, KNOWN)).isEqualTo(StubRegime.BEYOND);
  }

  /** Where one regime is wanted, groups are neither taken nor offered. */
  @ParameterizedTest
  @CsvSource({
    "capcity, --regime capcity: no such regime; did you mean capacity?",
    "prooven, '--regime prooven: no such regime; there are udr, jbr, capacity'",
    "proven, '--regime takes one regime; known are udr, jbr, capacity'",
    "CONJECTURED, '--regime takes one regime; known are udr, jbr, capacity'",
    "'udr,jbr', '--regime takes one regime; known are udr, jbr, capacity'",
    "'', '--regime takes one regime; known are udr, jbr, capacity'",
  })
  void otherThanOneRegimeIsRefused(String name, String message) {
    assertThatThrownBy(() -> ExplainCommand.regime(name, KNOWN))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
