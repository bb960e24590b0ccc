package org.soundcalc.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.WorkflowCommands;

/**
 * A stream of the process: UTF-8 whatever the locale, line feeds whatever the platform. Once the
 * reader of a pipe has gone, as {@code head} does when it has seen enough, nothing more is written.
 */
final class Output {
  private static final int BUFFER = 1 << 16;

  private final Writer writer;
  private final boolean essential;
  private final boolean neutral;
  private boolean closed;

  private Output(Writer writer, boolean essential, boolean neutral) {
    this.writer = writer;
    this.essential = essential;
    this.neutral = neutral;
  }

  private static Output of(OutputStream stream, boolean essential) {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return new Output(new BufferedWriter(writer, BUFFER), essential, false);
  }

  /** Results, which must arrive where somebody still reads them. */
  static Output ofResults(OutputStream stream) {
    return of(stream, true);
  }

  /** Diagnostics: where they cannot be written, there is nobody left to tell. */
  static Output ofDiagnostics(OutputStream stream) {
    return of(stream, false);
  }

  /** The same stream, in which a runner that reads the log finds no command but ours. */
  Output neutral() {
    return new Output(writer, essential, true);
  }

  /**
   * Writes a text for people.
   *
   * @throws UnwritableException if results cannot be written, as on a full disk
   */
  void print(Rendering text) {
    printExactly(neutral ? out -> out.append(WorkflowCommands.neutral(whole(text))) : text);
  }

  /**
   * Writes a document that programs parse: what a runner might take for a command is replaced only
   * where the format has no other way of writing it.
   *
   * @throws UnwritableException if results cannot be written, as on a full disk
   */
  void printDocument(Rendering document) {
    printExactly(
        neutral ? out -> out.append(WorkflowCommands.neutralDocument(whole(document))) : document);
  }

  private static String whole(Rendering text) throws IOException {
    StringWriter whole = new StringWriter();
    text.writeTo(whole);
    return whole.toString();
  }

  /**
   * Writes what holds no text of strangers, or is neutral in all that does: scripts, and commands
   * to a runner.
   *
   * @throws UnwritableException if results cannot be written, as on a full disk
   */
  void printExactly(Rendering text) {
    if (closed) {
      return;
    }
    try {
      text.writeTo(writer);
      writer.flush();
    } catch (IOException e) {
      closed = true;
      if (essential && !isClosedPipe(e)) {
        throw new UnwritableException(e);
      }
    }
  }

  /** Writes a line. */
  void println(String line) {
    print(new Line(line));
  }

  /** A class and not a lambda: the first of those costs as much as all else that --version does. */
  private record Line(String text) implements Rendering {
    @Override
    public void writeTo(Writer out) throws IOException {
      out.append(text).append('\n');
    }
  }

  /** The platform says it in words only, in its own language, which keeps the word. */
  private static boolean isClosedPipe(IOException e) {
    String message = e.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** Results could not be written. */
  static final class UnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnwritableException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
