package org.soundcalc.io.toml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.toml.TomlValue.Kind;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.TablesKey;

/**
 * Writes what the command line sets into a file: a value in place of the one that stands there, or
 * behind the last one of its table. Comments and all else stay as they are, byte for byte.
 */
public final class TomlEdit {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private TomlEdit(String text) {
    this.text = text;
  }

  /**
   * What became of it.
   *
   * @param text present where all that was set is written: it reads as the same zkVM by itself
   * @param problems why it is not; none where it is
   */
  public record Written(Optional<String> text, List<Diagnostic> problems) {}

  /** A part of the text, and what comes in its place. */
  private record Edit(int from, int to, String text) {}

  /**
   * {@return the file's text with the settings in it}
   *
   * @param source the file
   * @param settings over what it says
   * @param loader reads it, and reads it again as proof
   */
  public static Written of(SourceFile source, List<Setting> settings, ZkvmLoader loader) {
    Loaded loaded = loader.load(source, settings);
    if (loaded.zkvm().isEmpty()) {
      return new Written(Optional.empty(), errors(loaded));
    }
    TomlEdit edit = new TomlEdit(source.text().text());
    LoadedZkvm meant = loaded.zkvm().get();
    meant.circuits().forEach(edit::circuit);
    if (meant.settings().stream().anyMatch(applied -> applied.names().isEmpty())) {
      edit.recursion(source, settings);
    }
    if (!edit.problems.isEmpty()) {
      return new Written(Optional.empty(), List.copyOf(edit.problems));
    }
    String whole = new String(source.bytes(), StandardCharsets.UTF_8);
    String mark = whole.substring(0, whole.length() - edit.text.length());
    String written = mark + edit.edited();
    Loaded again = loader.load(SourceFile.ofText(source.label(), written), List.of());
    return again.zkvm().filter(meant::isReadAs).isPresent()
        ? new Written(Optional.of(written), List.of())
        : new Written(Optional.empty(), List.of(unlike(source, again)));
  }

  private static List<Diagnostic> errors(Loaded loaded) {
    return loaded.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }

  private static Diagnostic unlike(SourceFile source, Loaded again) {
    String why =
        errors(again).stream()
            .findFirst()
            .map(problem -> "; with them in it, " + problem.message())
            .orElse("");
    return Diagnostic.of(
        source.label(),
        Severity.ERROR,
        "the values that are set cannot be written into this file, write them there by hand" + why);
  }

  private void circuit(TableSection circuit) {
    write(circuit, circuit.table, "");
    for (TablesKey key : circuit.layout.tables()) {
      Optional<TomlValue> stated = circuit.find(key.name());
      boolean hasPlace =
          stated.filter(t -> t.kind() != Kind.DOTTED && t.kind() != Kind.IMPLICIT).isPresent();
      for (TableSection table : circuit.children(key)) {
        // what no header opens and no braces do is written as the circuit's: statement.key
        write(table, hasPlace ? table.table : circuit.table, hasPlace ? "" : key.name() + ".");
      }
    }
  }

  private void write(TableSection section, TomlValue holder, String prefix) {
    section.settings.forEach(
        (key, setting) ->
            write(setting, section.layout.key(key).flatMap(section::inFile), holder, prefix + key));
  }

  /** What is set in the table that stands for all circuits. */
  private void recursion(SourceFile source, List<Setting> settings) {
    Map<String, TomlValue> root = TomlReader.read(source.text()).root().members().orElseThrow();
    TomlValue table = root.get(RecursionKeys.TABLE);
    String key = RecursionKeys.MAX_LEAF_PROOFS.name();
    for (Setting setting : settings) {
      if (setting.names().isEmpty() && setting.key().equals(key)) {
        Optional<TomlValue> stated = Optional.ofNullable(table.members().orElseThrow().get(key));
        write(setting, stated, table, key);
      }
    }
  }

  private void write(Setting setting, Optional<TomlValue> stated, TomlValue table, String key) {
    if (stated.isEmpty()) {
      insert(setting, table, key + " = " + written(setting.value()));
    } else if (stated.get().kind() == Kind.WRITTEN) {
      Span place = stated.get().place();
      edits.add(new Edit(place.from(), place.to(), written(setting.value())));
    } else {
      refuse(setting, key + " is a table of the file");
    }
  }

  /** A value as TOML; one that was none stands for a text. */
  private static String written(TomlValue value) {
    String slice = value.place().slice();
    return slice.equals(value.plain())
        ? '"' + slice.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : slice;
  }

  private void insert(Setting setting, TomlValue table, String member) {
    Map<String, TomlValue> members = table.members().orElseThrow();
    Optional<TomlValue> last =
        members.values().stream()
            .filter(value -> value.kind() == Kind.WRITTEN)
            .max(Comparator.comparingInt(value -> value.place().to()));
    if (table.kind() == Kind.HEADED) {
      int end = lineEnd(last.orElse(table).place().to());
      insert(end, lineBreak(end) + indent(last.orElse(table).key().from()) + member);
    } else if (table.kind() == Kind.WRITTEN && last.isPresent()) {
      insert(last.get().place().to(), ", " + member);
    } else if (table.kind() == Kind.WRITTEN && members.isEmpty()) {
      insert(table.place().from() + 1, " " + member + " ");
    } else {
      refuse(setting, "its table has neither a header nor a value to write it behind");
    }
  }

  private void insert(int at, String added) {
    edits.add(new Edit(at, at, added));
  }

  private void refuse(Setting setting, String why) {
    String message = "cannot be written into the file, write it there by hand: " + why;
    problems.add(setting.value().place().diagnostic(Severity.ERROR, message));
  }

  /** Where the line ends that goes on here. */
  private int lineEnd(int from) {
    int found = text.indexOf('\n', from);
    int end = found < 0 ? text.length() : found;
    return found > 0 && text.charAt(found - 1) == '\r' ? end - 1 : end;
  }

  /** What ends the line; of a last one without an end, what ends the first. */
  private String lineBreak(int end) {
    int from = end < text.length() ? end : lineEnd(0);
    return text.startsWith("\r\n", from) ? "\r\n" : "\n";
  }

  /** The blanks before what begins a line. */
  private String indent(int at) {
    String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
    return before.isBlank() ? before : "";
  }

  private String edited() {
    edits.sort(Comparator.comparingInt(Edit::from));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.from()).append(edit.text());
      at = edit.to();
    }
    return out.append(text, at, text.length()).toString();
  }
}
