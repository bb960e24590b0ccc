package org.soundcalc.bench;

import java.nio.file.Path;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;

/** The circuits that are measured. */
final class Samples {
  private Samples() {}

  /** A circuit of one of the files in {@code zkvms}. */
  static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file + ".toml")).circuit(name);
  }
}
