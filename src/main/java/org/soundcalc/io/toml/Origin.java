package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;

/** Where a value comes from. */
sealed interface Origin {
  /**
   * A place of the file, as a path of keys ({@code String}) and indices ({@code Integer}).
   *
   * @param path to a value, or to a table, which stands for its header
   * @param key whether the key is meant rather than the value
   */
  record InFile(List<Object> path, boolean key) implements Origin {
    InFile(List<Object> path) {
      this(path, false);
    }
  }

  /** The command line. */
  record CommandLine(Setting setting) implements Origin {}

  /** The element of an array, or of arrays within each other. */
  default Origin element(List<Integer> indices) {
    return this instanceof InFile file && !indices.isEmpty()
        ? new InFile(below(file.path(), indices))
        : this;
  }

  /** A path and more steps. */
  static List<Object> below(List<Object> path, List<?> steps) {
    List<Object> longer = new ArrayList<>(path);
    longer.addAll(steps);
    return List.copyOf(longer);
  }
}
