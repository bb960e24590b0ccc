package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void emptyGroupIsUnknown() {
    assertThatThrownBy(() -> RegimeSelection.parse("conjectured", KNOWN.subList(0, 2)))
        .hasMessage("unknown regime \"conjectured\"; known are udr, jbr, proven, all");
  }
}
