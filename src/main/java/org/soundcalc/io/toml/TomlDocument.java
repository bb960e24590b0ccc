package org.soundcalc.io.toml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TOML text with its values and their places.
 *
 * @param source the name of its file
 * @param text the text
 * @param root its top-level table
 */
record TomlDocument(String source, SourceText text, TomlValue root) {
  /** The top-level table. */
  Map<String, TomlValue> values() {
    return root.members().orElseThrow();
  }

  /** Where a value starts, or what is around it. */
  Place place(List<Object> path) {
    return text.place(root.nearest(path).place().start());
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
    Optional<Span> key = file.key() ? root.find(file.path()).map(TomlValue::key) : Optional.empty();
    Span span = key.orElseGet(() -> root.nearest(file.path()).place());
    return text.diagnostic(source, span, severity, message);
  }

  /** A value as it was written, for a message. */
  String written(Origin origin, Object raw) {
    Optional<TomlValue> inFile =
        origin instanceof Origin.InFile file ? root.find(file.path()) : Optional.empty();
    return inFile.map(this::written).orElseGet(() -> Printable.brief(shown(raw)));
  }

  /** A value as it was written, for a message. */
  String written(TomlValue value) {
    if (value.members().isPresent()) {
      return "a table";
    }
    List<TomlValue> elements = value.elements().orElse(List.of());
    return !elements.isEmpty() && elements.get(0).members().isPresent()
        ? "an array of tables"
        : Printable.brief(text.slice(value.place()));
  }

  private static String shown(Object raw) {
    if (raw instanceof Map) {
      return "a table";
    }
    if (raw instanceof Double number) {
      return number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf";
    }
    return raw instanceof String word ? '"' + word + '"' : String.valueOf(raw);
  }
}
