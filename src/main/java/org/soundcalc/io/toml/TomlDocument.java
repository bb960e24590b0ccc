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
  /** Where a value starts. */
  Place place(TomlValue value) {
    return text.place(value.place().start());
  }

  /** A problem at its place. */
  Diagnostic diagnostic(Origin origin, Severity severity, String message) {
    if (origin instanceof Origin.CommandLine commandLine) {
      return Diagnostic.of(commandLine.setting().label(), severity, message);
    }
    Origin.InFile file = (Origin.InFile) origin;
    if (file.value() == root) {
      return new Diagnostic(source, 1, 1, 2, severity, message, Optional.empty());
    }
    return text.diagnostic(source, file.span(), severity, message);
  }

  /** A value as it was written, for a message. */
  String written(Origin origin, Object raw) {
    return origin instanceof Origin.InFile file
        ? written(file.value())
        : Printable.brief(shown(raw));
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
