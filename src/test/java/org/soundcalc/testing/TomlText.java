package org.soundcalc.testing;

import java.util.List;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;

/** The text of a TOML file named {@code t.toml}, and what is said of it. */
public final class TomlText {
  private TomlText() {}

  /** The zkVM, read by the installed families. */
  public static Loaded load(String toml) {
    return ZkvmLoader.withInstalledFamilies().load(SourceFile.ofText("t.toml", toml), List.of());
  }

  /** Its errors, each with its place. */
  public static List<String> errors(String toml) {
    return headers(toml, "error");
  }

  /** Its warnings, each with its place. */
  public static List<String> warnings(String toml) {
    return headers(toml, "warning");
  }

  private static List<String> headers(String toml, String severity) {
    return load(toml).diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity().word().equals(severity))
        .map(Diagnostic::header)
        .toList();
  }
}
