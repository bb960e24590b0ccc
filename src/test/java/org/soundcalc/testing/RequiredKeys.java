package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.soundcalc.model.Family;
import org.soundcalc.model.keys.Key;

/** The keys that a circuit must have. */
public final class RequiredKeys {
  private RequiredKeys() {}

  /**
   * That a file without one of them is told so, and nothing else.
   *
   * @param good a file that states each of them on a line of its own
   */
  public static void assertMissed(Family family, String good) {
    for (Key<?, ?> key : family.keys()) {
      if (key.presence() instanceof Key.Presence.Required) {
        String without = good.replaceFirst("(?m)^" + key.name() + " = .*\n", "");
        assertThat(TomlText.errors(without))
            .as(key.name())
            .singleElement()
            .asString()
            .contains(": " + key.name() + " is missing");
      }
    }
  }
}
