package org.soundcalc.config;

import java.nio.charset.StandardCharsets;

/** A TOML file as it was read, not yet looked into. */
public final class Source {
  private final String label;
  private final byte[] bytes;

  private Source(String label, byte[] bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /**
   * The content of a file.
   *
   * @param label its name in diagnostics and results, such as {@code zkvms/pico.toml}
   * @param bytes the content, in UTF-8 if it is well-formed
   */
  public static Source of(String label, byte[] bytes) {
    return new Source(label, bytes.clone());
  }

  /** A text in place of a file. */
  public static Source ofText(String label, String text) {
    return new Source(label, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name in diagnostics and results. */
  public String label() {
    return label;
  }

  byte[] bytes() {
    return bytes;
  }
}
