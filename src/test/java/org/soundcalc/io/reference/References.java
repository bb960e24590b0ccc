package org.soundcalc.io.reference;

import java.util.List;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Family;

/** References as texts. */
final class References {
  private References() {}

  /** The proof systems of this program, without the plug-ins of its tests. */
  static List<Family> ours() {
    return ZkvmLoader.installedFamilies().stream()
        .filter(family -> family.getClass().getPackageName().startsWith("org.soundcalc."))
        .toList();
  }
}
