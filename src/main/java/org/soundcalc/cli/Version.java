package org.soundcalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What this program is.
 *
 * @param number such as {@code 0.1.0}
 * @param commit what it was built from
 */
record Version(String number, String commit) {
  private static final String UNKNOWN = "unknown";
  private static final Attributes.Name TITLE = Attributes.Name.IMPLEMENTATION_TITLE;

  /** As the manifest of the program's jar says; all unknown where there is no jar. */
  static Version current() {
    String number = Version.class.getPackage().getImplementationVersion();
    return new Version(number == null ? UNKNOWN : number, commitOfBuild());
  }

  /** The number alone, which costs no look into the manifest. */
  static String currentNumber() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? UNKNOWN : number;
  }

  private static String commitOfBuild() {
    // of this jar: a plug-in's jar on the class path has a manifest too
    try (InputStream stream = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      if (stream == null) {
        return UNKNOWN;
      }
      Attributes attributes = new Manifest(stream).getMainAttributes();
      boolean ours = "soundcalc".equals(attributes.getValue(TITLE));
      String commit = attributes.getValue("Build-Commit");
      return ours && commit != null ? commit : UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code --version} prints. */
  @Override
  public String toString() {
    return "soundcalc "
        + number
        + "\nJava "
        + System.getProperty("java.runtime.version")
        + " ("
        + System.getProperty("java.vm.name")
        + ")\nbuild "
        + commit;
  }
}
