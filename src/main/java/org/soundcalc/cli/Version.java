package org.soundcalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What this program is, as the manifest of its jar says; unknown where there is no jar. */
final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  /** Such as {@code 0.1.0}; it costs no look into the manifest. */
  static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? UNKNOWN : number;
  }

  /**
   * What {@code --version} prints: the number, the Java, and the commit that was built, as a
   * release or not.
   */
  static String text() {
    String java = System.getProperty("java.runtime.version");
    String machine = System.getProperty("java.vm.name");
    return "soundcalc " + number() + "\nJava " + java + " (" + machine + ")\nbuild " + build();
  }

  private static String build() {
    // of this jar: a plug-in's jar on the class path has a manifest too
    try (InputStream stream = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      if (stream == null) {
        return UNKNOWN;
      }
      Attributes attributes = new Manifest(stream).getMainAttributes();
      boolean ours = "soundcalc".equals(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
      String commit = attributes.getValue("Build-Commit");
      if (!ours || commit == null) {
        return UNKNOWN;
      }
      boolean release = "release".equals(attributes.getValue("Build-Kind"));
      return release ? commit + " (release)" : commit;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
