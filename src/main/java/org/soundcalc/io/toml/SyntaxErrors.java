package org.soundcalc.io.toml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlPosition;
import org.tomlj.TomlVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Why a text is not TOML. A second parser is asked, since it goes on after an error and says more;
 * its classes are loaded here and nowhere else, so that only broken files pay for them.
 */
final class SyntaxErrors {
  /** It needs a tenth of a millisecond for an error, and an error may be two characters long. */
  private static final int LONGEST = 64 << 10;

  /** After so many errors it is clear that the file is something else. */
  private static final int MOST = 50;

  private static final int LONGEST_MESSAGE = 200;

  private static final String TOO_DEEP =
      "nesting is too deep (more than " + TomlReader.DEPTH + " levels of tables and arrays)";

  private SyntaxErrors() {}

  /** The errors of a text that could not be read; at least one. */
  static List<Diagnostic> of(String source, SourceText text, JacksonException failure) {
    int control = firstControl(text.text());
    if (control >= 0) {
      return List.of(control(source, text, control));
    }
    List<Diagnostic> errors = parseAgain(source, text, Optional.ofNullable(failure.getLocation()));
    return errors.isEmpty() ? List.of(translate(source, text, failure)) : errors;
  }

  /** The errors of a text whose tables are nested too deeply; at least one. */
  static List<Diagnostic> tooDeep(String source, SourceText text) {
    List<Diagnostic> errors = parseAgain(source, text, Optional.empty());
    return errors.isEmpty() ? List.of(error(source, text, 0, TOO_DEEP)) : errors;
  }

  /** No text of TOML has them, and they explain whatever else is wrong; -1 where none is. */
  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      boolean allowed = c >= ' ' ? c != 0x7F : c == '\n' || c == '\t' || lineEnd;
      if (!allowed) {
        return i;
      }
    }
    return -1;
  }

  private static Diagnostic control(String source, SourceText text, int at) {
    int c = text.text().charAt(at);
    String what = String.format("the control character U+%04X is not allowed in TOML", c);
    return error(source, text, at, c == 0 ? what + "; is this a text file?" : what);
  }

  /** All errors of a text that is not too long; else the first, if it stands near the start. */
  private static List<Diagnostic> parseAgain(
      String source, SourceText text, Optional<TokenStreamLocation> failure) {
    boolean whole = text.text().length() <= LONGEST;
    int length = text.text().length();
    int end = whole ? length : failure.map(at -> text.lineEnd(at.getLineNr())).orElse(length);
    if (end > LONGEST) {
      return List.of();
    }
    TomlParseOptions options =
        TomlParseOptions.sourceless()
            .withVersion(TomlVersion.V1_0_0)
            .withMaxNestingDepth(TomlReader.DEPTH);
    return parse(text.text().substring(0, end), options).stream()
        .limit(whole ? MOST : 1)
        .map(error -> located(source, text, error))
        .toList();
  }

  private static List<TomlParseError> parse(String text, TomlParseOptions options) {
    try {
      return Toml.parse(text, options).errors();
    } catch (NullPointerException e) {
      // tomlj 2.2.0 stumbles over some unfinished inline tables; the first parser's word remains
      return List.of();
    }
  }

  private static Diagnostic located(String source, SourceText text, TomlParseError error) {
    TomlPosition position = error.position();
    String message = error.getMessage();
    String lowered = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    boolean startsWithKey = message.contains(" previously defined ");
    return error(
        source,
        text,
        text.offset(position.line(), position.column()),
        Printable.brief(startsWithKey ? message : lowered, LONGEST_MESSAGE));
  }

  /** For what the second parser accepts or is not asked about. */
  private static Diagnostic translate(String source, SourceText text, JacksonException failure) {
    int number = longNumber(text.text());
    if (number >= 0) {
      return error(source, text, number, "a number has over " + TomlReader.DIGITS + " digits");
    }
    if (failure instanceof StreamConstraintsException) {
      return error(source, text, 0, TOO_DEEP);
    }
    TokenStreamLocation location = failure.getLocation();
    int offset = location == null ? 0 : text.offset(location.getLineNr(), location.getColumnNr());
    return error(source, text, offset, "the file is not TOML from here on");
  }

  /** Where more digits stand than are read; -1 where none do. */
  private static int longNumber(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean inNumber = "0123456789_.eE+-".indexOf(text.charAt(i)) >= 0;
      if (!inNumber) {
        start = i + 1;
      } else if (i - start >= TomlReader.DIGITS) {
        return start;
      }
    }
    return -1;
  }

  private static Diagnostic error(String source, SourceText text, int offset, String message) {
    return text.diagnostic(source, new Span(offset, offset), Severity.ERROR, message);
  }
}
