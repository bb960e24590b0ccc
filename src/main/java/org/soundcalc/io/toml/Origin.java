package org.soundcalc.io.toml;

import java.util.List;

/** Where a value comes from. */
sealed interface Origin {
  /**
   * A place of the file.
   *
   * @param value the value that stands there; a table stands for its header
   * @param key whether the key is meant rather than the value
   */
  record InFile(TomlValue value, boolean key) implements Origin {
    InFile(TomlValue value) {
      this(value, false);
    }

    Span span() {
      return key ? value.key() : value.place();
    }
  }

  /** The command line. */
  record CommandLine(Setting setting) implements Origin {}

  /** The element of an array, or of arrays within each other. */
  default Origin element(List<Integer> indices) {
    return this instanceof InFile file ? new InFile(file.value().element(indices)) : this;
  }
}
