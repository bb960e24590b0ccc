package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;

/** A file whose text was read as TOML, not yet looked into: it never changes. */
public final class ParsedFile {
  private final Optional<TomlValue> root;
  private final List<Diagnostic> errors;

  private ParsedFile(Optional<TomlValue> root, List<Diagnostic> errors) {
    this.root = root;
    this.errors = List.copyOf(errors);
  }

  /**
   * {@return the tables of a file, or why it has none}
   *
   * @param source the file
   */
  public static ParsedFile of(SourceFile source) {
    SourceText text = source.text();
    Optional<Diagnostic> encodingProblem = source.encodingProblem(text);
    if (encodingProblem.isPresent()) {
      return refused(encodingProblem.get());
    }
    if (text.text().isBlank()) {
      Span all = new Span(text, 0, 0);
      return refused(text.diagnostic(all, Severity.ERROR, "the file is empty"));
    }
    TomlReader.Reading reading = TomlReader.read(text);
    return new ParsedFile(Optional.of(reading.root()), reading.errors());
  }

  private static ParsedFile refused(Diagnostic error) {
    return new ParsedFile(Optional.empty(), List.of(error));
  }

  /** Its top-level table, as far as it could be read; there where nothing is wrong with it. */
  TomlValue root() {
    return root.orElseThrow();
  }

  /** Why it is no TOML, in the order of the text; empty if and only if it is. */
  List<Diagnostic> errors() {
    return errors;
  }
}
