package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.io.appraisal.FileProblems;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextDocument;
import org.soundcalc.io.document.Visible;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.model.Regime;
import picocli.CommandLine.ParseResult;

/**
 * What a command is asked for.
 *
 * @param arguments the command line, matched against the command's options
 * @param session what the command works with
 */
record Request(ParseResult arguments, Session session) {
  /** Whether an option was given. */
  boolean has(String option) {
    return arguments.hasMatchedOption(option);
  }

  /** The value of an option, or the usual one where it was not given. */
  <T> T value(String option, T usual) {
    return arguments.matchedOptionValue(option, usual);
  }

  /** The constant of an enum that an option names, or the usual one. */
  <E extends Enum<E>> E value(String option, E usual) {
    return has(option) ? EnumOption.constant(value(option, ""), usual.getDeclaringClass()) : usual;
  }

  /** The files that were given, none where they need not be. */
  List<String> files() {
    return arguments.matchedPositionalValue(0, List.of());
  }

  /**
   * Reads files, and standard input under the name that was given.
   *
   * @throws UsageException if that is none
   */
  Inputs read(List<String> files) {
    String name = value(Options.STDIN_NAME, Inputs.STANDARD_INPUT_LABEL);
    if (name.isBlank()) {
      throw new UsageException(Options.STDIN_NAME + " \"" + name + "\": expected a file's name");
    }
    return Inputs.read(files, session.in(), name);
  }

  /** Every regime there is. */
  List<Regime> knownRegimes() {
    return session.plugins().regimes();
  }

  /** What results may look like. */
  Style style() {
    return style(session.terminal().out());
  }

  private Style style(boolean isTerminal) {
    boolean isColoured = ColorMode.of(this).allows(isTerminal, session.terminal().noColour());
    return new Style(isColoured, isTerminal);
  }

  /** A document as text. */
  Rendering text(Document document) {
    return new TextDocument(document, style(), width());
  }

  /** The columns that results may take. */
  int width() {
    return session.terminal().width();
  }

  /** The columns of a line in a log: off a terminal a statement is a line, however long. */
  int logWidth() {
    return session.terminal().out() ? width() : Integer.MAX_VALUE;
  }

  /** Prints problems to standard error, in the style of compilers. */
  void warn(List<Diagnostic> problems) {
    boolean isTerminal = session.terminal().err();
    int width = isTerminal ? width() : Integer.MAX_VALUE;
    Diagnostics.print(problems, session.err(), style(isTerminal), width);
  }

  /**
   * Prints problems, and says whether one of them forbids any result.
   *
   * @param problems of all files
   */
  boolean isRefused(List<Diagnostic> problems) {
    warn(problems);
    return FileProblems.hasErrors(problems);
  }

  /**
   * The same where the result has the warnings too: on one terminal they are shown once.
   *
   * @param problems of all files
   * @param format of the result
   */
  boolean isRefused(List<Diagnostic> problems, Format format) {
    boolean isOneTerminal = session.terminal().out() && session.terminal().err();
    boolean isShown = format.isForPeople() && isOneTerminal && !FileProblems.hasErrors(problems);
    return !isShown && isRefused(problems);
  }

  /** Says on a terminal what was done, where no result is printed that would show it. */
  void tell(String done) {
    if (session.terminal().err()) {
      session.err().println("soundcalc: " + Visible.of(done));
    }
  }

  /**
   * Prints a result in the format that was asked for.
   *
   * @return that the command is done
   */
  int answer(Rendering result) {
    Format format = Format.of(this, Format.TEXT); // the usual one is always for people
    if (format == Format.GITHUB) {
      session.out().printExactly(result);
    } else if (format.isForPeople()) {
      session.out().print(result);
    } else {
      session.out().printDocument(result);
    }
    return ExitCode.OK;
  }
}
