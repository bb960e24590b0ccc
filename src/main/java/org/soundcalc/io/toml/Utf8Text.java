package org.soundcalc.io.toml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text that the bytes of a file are.
 *
 * @param text the text, without a byte order mark
 * @param problem why it is none
 */
record Utf8Text(SourceText text, Optional<Diagnostic> problem) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  /** Decodes UTF-8, with or without a byte order mark. */
  static Utf8Text of(SourceFile source) {
    byte[] bytes = source.bytes();
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    // only a replacement, which may also be in the file, asks for the slow look
    int wellFormed =
        decoded.indexOf(REPLACEMENT) < 0 ? decoded.length() : wellFormed(bytes, decoded.length());
    int mark = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    SourceText text = new SourceText(decoded.substring(mark));
    if (wellFormed == decoded.length()) {
      return new Utf8Text(text, Optional.empty());
    }
    Span first = new Span(wellFormed - mark, wellFormed - mark + 1);
    String what =
        isUtf16(bytes) ? "the file is in UTF-16; TOML is in UTF-8" : "these bytes are not UTF-8";
    return new Utf8Text(
        text, Optional.of(text.diagnostic(source.label(), first, Severity.ERROR, what)));
  }

  /** How many chars precede the first malformed byte; {@code all} where there is none. */
  private static int wellFormed(byte[] bytes, int all) {
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
    return result.isError() ? chars.position() : all;
  }

  /** Whether a byte order mark of UTF-16 stands at the start. */
  private static boolean isUtf16(byte[] bytes) {
    int mark = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
    return mark == 0xFEFF || mark == 0xFFFE;
  }
}
