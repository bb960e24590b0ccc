package org.soundcalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    ", , 80",
    "120, , 120",
    "120, 60, 120",
    ", 60, 60",
    ", 0, 80",
    ", -5, 80",
    ", wide, 80",
    ", '', 80",
    ", 999999999999, 80",
    ", 7, 40"
  })
  void widthIsTheTerminalsElseTheUsersElseUsual(String property, String columns, int width) {
    Properties launcher = new Properties();
    if (property != null) {
      launcher.setProperty("soundcalc.columns", property);
    }
    Map<String, String> environment = columns == null ? Map.of() : Map.of("COLUMNS", columns);
    assertEquals(width, Terminal.of(launcher, environment).width());
  }

  @Test
  void streamsAreWhatTheLauncherSays() {
    Properties launcher = new Properties();
    assertFalse(Terminal.of(launcher, Map.of()).out());
    launcher.setProperty("soundcalc.terminal", "true");
    launcher.setProperty("soundcalc.stderr.terminal", "false");
    assertTrue(Terminal.of(launcher, Map.of()).out());
    assertFalse(Terminal.of(launcher, Map.of()).err());
  }

  @Test
  void noColorCountsUnlessEmpty() {
    Properties launcher = new Properties();
    assertTrue(Terminal.of(launcher, Map.of("NO_COLOR", "1")).noColour());
    assertFalse(Terminal.of(launcher, Map.of("NO_COLOR", "")).noColour());
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO, true, false, true",
    "AUTO, true, true, false",
    "AUTO, false, false, false",
    "ALWAYS, false, true, true",
    "NEVER, true, false, false"
  })
  void colour(ColorMode mode, boolean terminal, boolean refused, boolean allowed) {
    assertEquals(allowed, mode.allows(terminal, refused));
  }
}
