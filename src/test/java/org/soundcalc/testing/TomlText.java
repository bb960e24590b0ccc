package org.soundcalc.testing;

import java.util.List;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;

/** The text of a TOML file named {@code t.toml}, and what is said of it. */
public final class TomlText {
  private TomlText() {}

  /** The keys of a circuit on FRI but its name, a line each. */
  public static String friStark() {
    return """
    protocol_family = "FRI_STARK"
    rho = 0.5
    trace_length = 1048576
    batch_size = 200
    power_batching = true
    num_queries = 100
    fri_folding_factors = [8, 8, 8, 8, 8, 8]
    fri_early_stop_degree = 8
    num_constraints = 500
    air_max_degree = 3
    opening_points = 2
    """;
  }

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
