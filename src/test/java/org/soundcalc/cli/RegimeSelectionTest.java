package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.StubRegime;

class RegimeSelectionTest {
  private static final List<Regime> KNOWN =
      List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);

  @Test
  void namesAreReadInAnyCase() {
    assertThat(RegimeSelection.parse("jbr, Udr", KNOWN))
        .containsExactly(StubRegime.LIST, StubRegime.UNIQUE);
  }

  @Test
  void groupsFollowTheStatus() {
    assertThat(RegimeSelection.parse("proven", KNOWN))
        .containsExactly(StubRegime.UNIQUE, StubRegime.LIST);
    assertThat(RegimeSelection.parse("CONJECTURED", KNOWN)).containsExactly(StubRegime.BEYOND);
    assertThat(RegimeSelection.parse("all", KNOWN)).containsExactlyElementsOf(KNOWN);
  }

  @Test
  void whatIsNamedTwiceIsAskedOnce() {
    assertThat(RegimeSelection.parse("capacity,all,udr", KNOWN)).hasSize(KNOWN.size());
  }

  @Test
  void unknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> RegimeSelection.parse("udr,list", KNOWN))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "unknown regime \"list\"; known are udr, jbr, capacity, proven, conjectured, all");
  }

  @ParameterizedTest
  @CsvSource({"capcity, capacity", "'udr,UDRR', udr", "prooven, proven", "conjecture, conjectured"})
  void aSlipOfTheHandIsSeenThrough(String list, String meant) {
    assertThatThrownBy(() -> RegimeSelection.parse(list, KNOWN))
        .hasMessageStartingWith("unknown regime \"")
        .hasMessageEndingWith("\"; did you mean " + meant + "?");
  }

  @Test
  void whatIsLeftOutIsNoUnknownRegime() {
    String known = " empty; known are udr, jbr, capacity, proven, conjectured, all";
    assertThatThrownBy(() -> RegimeSelection.parse("", KNOWN)).hasMessage("the list is" + known);
    assertThatThrownBy(() -> RegimeSelection.parse(" ", KNOWN)).hasMessage("the list is" + known);
    for (String list : List.of("udr,,jbr", "udr, ,jbr", ",udr", "udr,", ",")) {
      assertThatThrownBy(() -> RegimeSelection.parse(list, KNOWN))
          .hasMessage("an item of the list is" + known);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacity", "Capacity", " capacity "})
  void oneRegimeIsReadInAnyCase(String name) {
    assertThat(RegimeSelection.one("--regime", name, KNOWN)).isEqualTo(StubRegime.BEYOND);
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
    assertThatThrownBy(() -> RegimeSelection.one("--regime", name, KNOWN))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void emptyGroupIsUnknown() {
    assertThatThrownBy(() -> RegimeSelection.parse("conjectured", KNOWN.subList(0, 2)))
        .hasMessage("unknown regime \"conjectured\"; known are udr, jbr, proven, all");
  }
}
