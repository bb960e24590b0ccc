package org.soundcalc.io.toml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A TOML file as it was read, not yet looked into. */
public final class SourceFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

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

  /**
   * {@return the same file with more lines at its end}
   *
   * @param lines what would follow
   */
  public SourceFile with(String lines) {
    byte[] more = ("\n" + lines).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, bytes.length, more.length);
    return new SourceFile(label, all);
  }

  /** {@return the name in diagnostics and results} */
  public String label() {
    return label;
  }

  /** {@return the number of its bytes} */
  public int size() {
    return bytes.length;
  }

  /** {@return its lines, as places in it count them} */
  public List<String> lines() {
    return List.of(text().text().split("\r?\n", -1));
  }

  /** {@return the SHA-256 of its bytes, in hexadecimal} */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** The text that the bytes are in UTF-8, without a byte order mark. */
  SourceText text() {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    int mark = decoded.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    return SourceText.ofFile(label, decoded.substring(mark));
  }

  /** Why the bytes are no such text, at the first that is malformed. */
  Optional<Diagnostic> encodingProblem(SourceText text) {
    // only a replacement, which may also be in the file, asks for the slow look
    if (text.text().indexOf(REPLACEMENT) < 0) {
      return Optional.empty();
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    if (!StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes), chars, true)
        .isError()) {
      return Optional.empty();
    }
    String wellFormed = chars.flip().toString();
    int first = wellFormed.length() - (wellFormed.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
    String what =
        isUtf16() ? "the file is in UTF-16; TOML is in UTF-8" : "these bytes are not UTF-8";
    return Optional.of(text.diagnostic(new Span(text, first, first + 1), Severity.ERROR, what));
  }

  /** Whether a byte order mark of UTF-16 stands at the start. */
  private boolean isUtf16() {
    int mark = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
    return mark == 0xFEFF || mark == 0xFFFE;
  }
}
