package org.soundcalc.io.toml;

import java.nio.charset.StandardCharsets;

/** A TOML file as it was read, not yet looked into. */
public final class SourceFile {
  private final String label;
  private final byte[] bytes;

  private SourceFile(String label, byte[] bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /**
   * {@return the content of a file}
   *
   * @param label its name in diagnostics and results, such as {@code zkvms/pico.toml}
   * @param bytes the content, in UTF-8 if it is well-formed
   */
  public static SourceFile of(String label, byte[] bytes) {
    return new SourceFile(label, bytes.clone());
  }

  /**
   * {@return a text in place of a file}
   *
   * @param label its name in diagnostics and results
   * @param text the content
   */
  public static SourceFile ofText(String label, String text) {
    return new SourceFile(label, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the name in diagnostics and results} */
  public String label() {
    return label;
  }

  byte[] bytes() {
    return bytes;
  }
}
