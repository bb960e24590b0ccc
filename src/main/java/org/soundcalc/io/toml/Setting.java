package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key that the command line sets, {@code --set KEY=VALUE}, in place of what a file says.
 *
 * @param names of the circuit that it is set in, or of a circuit and its lookup; none: every
 *     circuit whose proof system knows it
 * @param quoted whether a name was in quotes: without them, a dot may also be part of a name
 * @param key the key
 * @param value the value
 * @param text the argument verbatim, such as {@code riscv.num_queries=100}
 */
public record Setting(
    List<String> names, boolean quoted, String key, TomlValue value, String text) {
  /** A name, in quotes or not, and what ends it. */
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*[.=])|'[^']*'(?=\\s*[.=])|[^.=]*?)\\s*([.=])");

  /** As tables of parameters name what is in a circuit: {@code riscv.lookups[byte]}. */
  private static final Pattern ENTRY = Pattern.compile("\\.[a-z_]+\\[(.+)]$");

  /**
   * Reads an argument {@code KEY=VALUE}, {@code CIRCUIT.KEY=VALUE} or {@code
   * CIRCUIT.LOOKUP.KEY=VALUE}; a name with dots may stand in quotes, as in TOML. The value is TOML,
   * or else stands for a text, as in {@code field=Goldilocks^3}.
   *
   * @param text the argument
   * @return nothing where there is no {@code =}, or no key or name before it
   */
  public static Optional<Setting> parse(String text) {
    String option = "--set " + text;
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    Matcher part = PART.matcher(text);
    String end = ".";
    while (end.equals(".") && part.lookingAt()) {
      String written = part.group(1);
      boolean inQuotes = written.startsWith("\"") || written.startsWith("'");
      quoted |= inQuotes;
      boolean isText = inQuotes && TomlReader.readOption(option, written).plain() instanceof String;
      parts.add(isText ? (String) TomlReader.readOption(option, written).plain() : written);
      end = part.group(2);
      part.region(part.end(), text.length());
    }
    if (!end.equals("=") || parts.contains("")) {
      return Optional.empty();
    }
    String key = parts.remove(parts.size() - 1);
    TomlValue value = TomlReader.readOption(option, text.substring(part.regionStart()).strip());
    return Optional.of(new Setting(List.copyOf(parts), quoted, key, value, text));
  }

  /** Whether it is set in whatever has these names: a circuit, or a circuit and its lookup. */
  boolean isOf(List<String> those) {
    String written = String.join(".", names);
    String table = String.join(".", those);
    return quoted
        ? names.equals(those)
        : written.equals(table) || ENTRY.matcher(written).replaceFirst(".$1").equals(table);
  }

  /**
   * {@return whether it cannot be set beside another one, of the same key of the same table}
   *
   * @param other any
   */
  public boolean excludes(Setting other) {
    return names.isEmpty() == other.names.isEmpty()
        && key.equals(other.key)
        && (isOf(other.names) || other.isOf(names));
  }
}
