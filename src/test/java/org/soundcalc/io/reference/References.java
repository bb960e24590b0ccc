package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Family;

/** References as texts. */
final class References {
  private References() {}

  static String write(ReferenceWriter writer, List<Family> families) throws IOException {
    StringWriter out = new StringWriter();
    writer.write(families, out);
    return out.toString();
  }

  /** The proof systems of this program, without the plug-ins of its tests. */
  static List<Family> ours() {
    return ZkvmLoader.installedFamilies().stream()
        .filter(family -> family.getClass().getPackageName().startsWith("org.soundcalc."))
        .toList();
  }
}
