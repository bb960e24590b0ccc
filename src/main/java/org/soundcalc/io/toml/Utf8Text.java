package org.soundcalc.io.toml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes become a text, or the reason why they are none. */
final class Utf8Text {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final SourceText text;
  private final Optional<Diagnostic> problem;

  private Utf8Text(SourceText text, Optional<Diagnostic> problem) {
    this.text = text;
    this.problem = problem;
  }

  /** Decodes UTF-8, with or without a byte order mark. */
  static Utf8Text of(SourceFile source) {
    byte[] bytes = source.bytes();
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    // only a replacement, which may also be in the file, asks for the slow look
    int wellFormed =
        decoded.indexOf(REPLACEMENT) < 0 ? decoded.length() : wellFormed(bytes, decoded.length());
    int mark = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    SourceText text = new SourceText(decoded.substring(mark));
    int end = wellFormed - mark;
    if (end < text.text().length()) {
      return new Utf8Text(text, Optional.of(malformed(source, text, end)));
    }
    return new Utf8Text(text, Optional.empty());
  }

  SourceText text() {
    return text;
  }

  Optional<Diagnostic> problem() {
    return problem;
  }

  /** How many chars precede the first malformed byte; {@code all} where there is none. */
  private static int wellFormed(byte[] bytes, int all) {
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
    return result.isError() ? chars.position() : all;
  }

  private static Diagnostic malformed(SourceFile source, SourceText text, int at) {
    byte[] bytes = source.bytes();
    boolean utf16 =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    return error(
        source,
        text,
        at,
        utf16 ? "the file is in UTF-16; TOML is in UTF-8" : "these bytes are not UTF-8");
  }

  private static Diagnostic error(SourceFile source, SourceText text, int at, String message) {
    return text.diagnostic(source.label(), new Span(at, at + 1), Severity.ERROR, message);
  }
}
