package org.soundcalc.io.estimate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Values as the option {@code --set} takes them, for a shell. */
public final class SettingWords {
  /** What TOML leaves without quotes. */
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  /** What shells leave as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,^@%+-]+");

  private SettingWords() {}

  /**
   * {@return the option that gives a key of a circuit another value}
   *
   * @param circuit its name
   * @param table the lookup whose key it is, if it is one of a lookup
   * @param key as files spell it
   * @param to the value, as TOML writes it
   */
  public static String set(String circuit, Optional<String> table, String key, String to) {
    return set(setting(circuit, table, key, to));
  }

  /**
   * {@return the option with its argument}
   *
   * @param setting the argument
   */
  public static String set(String setting) {
    return "--set " + quoted(setting);
  }

  /**
   * {@return the argument that gives a key of a circuit another value}
   *
   * @param circuit its name
   * @param table the lookup whose key it is, if it is one of a lookup
   * @param key as files spell it
   * @param to the value, as TOML writes it
   */
  public static String setting(String circuit, Optional<String> table, String key, String to) {
    String place = name(circuit) + table.map(in -> "." + name(in)).orElse("");
    return place + "." + key + "=" + shown(to);
  }

  /**
   * {@return an argument as a shell takes it}
   *
   * @param argument any text
   */
  public static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static String name(String name) {
    return BARE.matcher(name).matches() ? name : text(name);
  }

  /**
   * {@return a name as TOML writes a text}
   *
   * @param name of a circuit or of something in it: it has no control characters
   */
  public static String text(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * {@return a value without the quotes of TOML, where it is a text}
   *
   * @param value as TOML writes it
   */
  public static String shown(String value) {
    return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }
}
