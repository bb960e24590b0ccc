package org.soundcalc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.StubRegime;

class RegimesTest {
  private static final List<Regime> KNOWN =
      List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);

  @Test
  void namesAreReadInAnyCase() {
    assertThat(Regimes.named("jbr, Udr", KNOWN))
        .containsExactly(StubRegime.LIST, StubRegime.UNIQUE);
  }

  @Test
  void groupsFollowTheStatus() {
    assertThat(Regimes.named("proven", KNOWN)).containsExactly(StubRegime.UNIQUE, StubRegime.LIST);
    assertThat(Regimes.named("CONJECTURED", KNOWN)).containsExactly(StubRegime.BEYOND);
    assertThat(Regimes.named("all", KNOWN)).containsExactlyElementsOf(KNOWN);
  }

  @Test
  void whatIsNamedTwiceIsAskedOnce() {
    assertThat(Regimes.named("capacity,all,udr", KNOWN)).hasSize(KNOWN.size());
  }

  @Test
  void unknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Regimes.named("udr,list", KNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown regime \"list\"; known are udr, jbr, capacity, proven, conjectured, all");
  }

  @ParameterizedTest
  @CsvSource({"capcity, capacity", "'udr,UDRR', udr", "prooven, proven", "conjecture, conjectured"})
  void aSlipOfTheHandIsSeenThrough(String list, String meant) {
    assertThatThrownBy(() -> Regimes.named(list, KNOWN))
        .hasMessageStartingWith("unknown regime \"")
        .hasMessageEndingWith("\"; did you mean " + meant + "?");
  }

  @Test
  void whatIsLeftOutIsNoUnknownRegime() {
    String known = " empty; known are udr, jbr, capacity, proven, conjectured, all";
    assertThatThrownBy(() -> Regimes.named("", KNOWN)).hasMessage("the list is" + known);
    assertThatThrownBy(() -> Regimes.named(" ", KNOWN)).hasMessage("the list is" + known);
    for (String list : List.of("udr,,jbr", "udr, ,jbr", ",udr", "udr,", ",")) {
      assertThatThrownBy(() -> Regimes.named(list, KNOWN))
          .hasMessage("an item of the list is" + known);
    }
  }

  @Test
  void emptyGroupIsUnknown() {
    assertThatThrownBy(() -> Regimes.named("conjectured", KNOWN.subList(0, 2)))
        .hasMessage("unknown regime \"conjectured\"; known are udr, jbr, proven, all");
  }
}
