package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How far a TOML text was read, and what was wrong with it so far. */
final class TomlCursor {
  /** After so many errors it is clear that the file is something else. */
  private static final int MOST_ERRORS = 50;

  private static final int LONGEST_MESSAGE = 200;

  private final SourceText lines;
  private final String text;

  /** The text and a NUL, which no text of TOML has. */
  private final char[] chars;

  private final int end;

  private final List<Diagnostic> errors = new ArrayList<>();
  private int at;

  /** The brackets that are open. */
  private final StringBuilder open = new StringBuilder();

  private int errorsBefore;
  private boolean gaveUp;

  TomlCursor(SourceText lines) {
    this.lines = lines;
    this.text = lines.text();
    this.end = text.length();
    this.chars = Arrays.copyOf(text.toCharArray(), end + 1);
  }

  /** The statement at hand cannot be read further; why was noted. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException() {
      super(null, null, false, false);
    }
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= end;
  }

  boolean atLineEnd() {
    return chars[at] == '\n' || chars[at] == '\r' || atEnd();
  }

  /** The next char; NUL at the end. */
  char peek() {
    return chars[at];
  }

  /** Passes over a char. */
  char next() {
    return chars[at++];
  }

  /** Passes over these chars if they stand here. */
  boolean take(String expected) {
    boolean here = text.startsWith(expected, at);
    at += here ? expected.length() : 0;
    return here;
  }

  /** Passes over the bracket that opens an array or an inline table, and lines after it. */
  void open(String bracket) {
    take(bracket);
    open.append(bracket);
    skipLines();
  }

  /** Passes over the bracket that closes an array or an inline table if it stands here. */
  boolean close(String bracket) {
    boolean here = take(bracket);
    open.setLength(open.length() - (here ? 1 : 0));
    return here;
  }

  /** Passes over a line end if there is one here. */
  boolean takeLineEnd() {
    return take("\n") || take("\r\n");
  }

  /** Passes over blanks. */
  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Passes over blanks, line ends and comments. */
  void skipLines() {
    for (skipBlanks(); !atEnd() && (atLineEnd() || peek() == '#'); skipBlanks()) {
      skipLine();
    }
  }

  private void skipLine() {
    int lineEnd = text.indexOf('\n', at);
    at = lineEnd < 0 ? end : lineEnd + 1;
  }

  /** Passes over the letters, digits, underscores and dashes of a key without quotes. */
  String bareKey() {
    int start = at;
    while (isKeyCharacter(chars[at])) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isKeyCharacter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  /** Passes over all up to one of these characters, of which the NUL at the end must be one. */
  String until(String stops) {
    int start = at;
    while (stops.indexOf(chars[at]) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Passes over all up to a blank, a comma, a closing bracket or a comment. */
  String token() {
    return until(" \t,]}#\r\n\0");
  }

  /** Passes over a blank and a token, if a digit follows the blank. */
  String tokenAfterBlank() {
    boolean isDigit = peek() == ' ' && TomlScalar.digit(chars[at + 1], 10) >= 0;
    return isDigit && take(" ") ? " " + token() : "";
  }

  /** What was passed over since then. */
  Span since(int start) {
    return new Span(lines, start, at);
  }

  /** Notes an error that leaves what follows to be read. */
  void error(int where, String message) {
    if (errors.size() == MOST_ERRORS) {
      giveUp("and more errors; too many to list");
    } else if (!gaveUp) {
      String brief = Printable.brief(message, LONGEST_MESSAGE);
      errors.add(lines.diagnostic(new Span(lines, where, where + 1), Severity.ERROR, brief));
    }
  }

  /** Notes an error after which nothing is read. */
  void giveUp(String message) {
    if (!gaveUp) {
      errors.add(lines.diagnostic(new Span(lines, at, at + 1), Severity.ERROR, message));
      gaveUp = true;
      at = end;
    }
  }

  /** What was wrong before explains nothing of what follows. */
  void beginStatement() {
    errorsBefore = errors.size();
  }

  /** Whether nothing is wrong with the statement at hand so far. */
  boolean isSound() {
    return errors.size() == errorsBefore;
  }

  /**
   * Notes that something else should stand here, unless an earlier error explains it: one in this
   * statement, or one that may have hidden the bracket to which a comma or a bracket belongs.
   *
   * @return to be thrown
   */
  MalformedException unexpected(String expected) {
    boolean isStray = open.isEmpty() && ",]}".indexOf(peek()) >= 0;
    if (isSound() && (!isStray || errors.isEmpty())) {
      String here = atLineEnd() ? "end of line" : Printable.character(text.codePointAt(at));
      error(at, "unexpected " + (atEnd() ? "end of file" : here) + ", expected " + expected);
    }
    return new MalformedException();
  }

  /** Notes an error that began earlier. */
  MalformedException malformed(int where, String message) {
    error(where, message);
    return new MalformedException();
  }

  List<Diagnostic> errors() {
    return List.copyOf(errors);
  }

  /** Whether there is a control character: no text of TOML has one. The first is noted. */
  boolean hasControl() {
    for (int i = 0; i < end; i++) {
      char c = chars[i];
      boolean isControl = c < ' ' && c != '\n' && c != '\t' && !text.startsWith("\r\n", i);
      if (isControl || c == 0x7F) {
        String what = String.format("the control character U+%04X is not allowed in TOML", (int) c);
        error(i, c == 0 ? what + "; is this a text file?" : what);
        return true;
      }
    }
    return false;
  }

  /**
   * Passes over the rest of a statement that cannot be read, to a line that seems to begin another:
   * a header, or a key and = where none is part of an inline table.
   */
  void skipStatement() {
    // a line of an array may begin with a bracket, too
    Line header = open.isEmpty() ? Line.BRACKET : Line.HEADER;
    boolean inTable = open.indexOf("{") >= 0;
    open.setLength(0);
    do {
      skipLine();
    } while (!atEnd() && !header.isAt(text, at) && (inTable || !Line.MEMBER.isAt(text, at)));
  }

  /** Lines that begin a statement, looked for in broken texts only. */
  private enum Line {
    BRACKET("[ \t]*\\["),
    HEADER("[ \t]*\\[\\[?[ \t]*(?!(true|false|inf|nan)\\b)[A-Za-z_][^,#=\n]*\\][ \t]*(#.*)?$"),
    MEMBER("[ \t]*([\\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=");

    private final Pattern pattern;

    Line(String pattern) {
      this.pattern = Pattern.compile(pattern, Pattern.MULTILINE);
    }

    boolean isAt(String text, int at) {
      return pattern.matcher(text).region(at, text.length()).lookingAt();
    }
  }
}
