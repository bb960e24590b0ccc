package org.soundcalc.io.toml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A TOML text with its values and, where one is asked for, its places. */
final class TomlDocument {
  private final String source;
  private final SourceText text;
  private final Map<String, Object> values;
  private Optional<TomlIndex> index = Optional.empty();

  TomlDocument(String source, SourceText text, Map<String, Object> values) {
    this.source = source;
    this.text = text;
    this.values = values;
  }

  String source() {
    return source;
  }

  /** The top-level table. */
  Map<String, Object> values() {
    return values;
  }

  /** Where a value starts, or what is around it. */
  Place place(List<Object> path) {
    return text.place(index().nearest(path).start());
  }

  /** A problem at its place. */
  Diagnostic diagnostic(Origin origin, Severity severity, String message) {
    if (origin instanceof Origin.CommandLine commandLine) {
      return Diagnostic.of(commandLine.setting().label(), severity, message);
    }
    Origin.InFile file = (Origin.InFile) origin;
    if (file.path().isEmpty()) {
      return new Diagnostic(source, 1, 1, 2, severity, message, Optional.empty());
    }
    Optional<Span> key = file.key() ? index().key(file.path()) : Optional.empty();
    Span span = key.orElseGet(() -> index().nearest(file.path()));
    return text.diagnostic(source, span, severity, message);
  }

  /** A value as it was written, for a message. */
  String written(Origin origin, Object raw) {
    if (raw instanceof Map) {
      return "a table";
    }
    if (raw instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
      return "an array of tables";
    }
    return Printable.brief(verbatim(origin).orElseGet(() -> shown(raw)));
  }

  private Optional<String> verbatim(Origin origin) {
    if (origin instanceof Origin.InFile file) {
      return index().value(file.path()).map(text::slice);
    }
    return Optional.empty();
  }

  private static String shown(Object raw) {
    if (raw instanceof Double number) {
      return number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf";
    }
    return raw instanceof String word ? '"' + word + '"' : String.valueOf(raw);
  }

  private TomlIndex index() {
    if (index.isEmpty()) {
      index = Optional.of(new TomlIndex(text.text()));
    }
    return index.get();
  }
}
