package org.soundcalc.model.keys;

import java.util.List;
import java.util.Optional;

/**
 * A key of a TOML table.
 *
 * @param <T> the type of its values
 * @param name as files spell it
 * @param type its type and range
 * @param presence whether it may be left out, and what then
 * @param unit of its value, such as {@code bits} or {@code rows}; may be empty
 * @param meaning one sentence for the reference
 * @param affects the terms or figures that it moves; may be empty
 * @param olderNames spellings that are read with a warning
 * @param table a table of the file where it may stand for all circuits, such as {@code zkevm}
 * @param substitute a key that a proof system takes, with a warning, where this one is missing
 */
public record Key<T>(
    String name,
    KeyType<T> type,
    Presence<T> presence,
    String unit,
    String meaning,
    String affects,
    List<String> olderNames,
    Optional<String> table,
    Optional<String> substitute) {

  /** Whether a key may be left out. */
  public sealed interface Presence<T> {
    /** It must be there. */
    record Required<T>() implements Presence<T> {}

    /** It may be left out, and nothing replaces it. */
    record Optionally<T>() implements Presence<T> {}

    /** It may be left out, and stands for this value then. */
    record Default<T>(T value) implements Presence<T> {}

    /** It is known, and read by no formula. */
    record Informational<T>() implements Presence<T> {}

    /** It was read once, and no formula reads it any more. */
    record Retired<T>() implements Presence<T> {}
  }

  /** A key that must be there. */
  public static <T> Key<T> required(String name, KeyType<T> type, String meaning) {
    return new Key<>(
        name,
        type,
        new Presence.Required<>(),
        "",
        meaning,
        "",
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** A key that may be left out. */
  public static <T> Key<T> optional(String name, KeyType<T> type, String meaning) {
    return required(name, type, meaning).with(new Presence.Optionally<>());
  }

  /** A key that may be left out, and then has this value. */
  public static <T> Key<T> optional(String name, KeyType<T> type, T value, String meaning) {
    return required(name, type, meaning).with(new Presence.Default<>(value));
  }

  /** A key that no formula reads. */
  public static <T> Key<T> informational(String name, KeyType<T> type, String meaning) {
    return required(name, type, meaning).with(new Presence.Informational<>());
  }

  /** A key that no formula reads any more. */
  public static <T> Key<T> retired(String name, KeyType<T> type, String meaning) {
    return required(name, type, meaning).with(new Presence.Retired<>());
  }

  private Key<T> with(Presence<T> other) {
    return new Key<>(name, type, other, unit, meaning, affects, olderNames, table, substitute);
  }

  /** The same key, with the unit of its value. */
  public Key<T> in(String itsUnit) {
    return new Key<>(
        name, type, presence, itsUnit, meaning, affects, olderNames, table, substitute);
  }

  /** The same key, with the terms or figures that it moves. */
  public Key<T> moving(String terms) {
    return new Key<>(name, type, presence, unit, meaning, terms, olderNames, table, substitute);
  }

  /** The same key, also read under an older spelling. */
  public Key<T> formerly(String olderName) {
    return new Key<>(
        name, type, presence, unit, meaning, affects, List.of(olderName), table, substitute);
  }

  /** The same key, also read from a table of the file, where it stands for all circuits. */
  public Key<T> alsoIn(String itsTable) {
    return new Key<>(
        name,
        type,
        presence,
        unit,
        meaning,
        affects,
        olderNames,
        Optional.of(itsTable),
        substitute);
  }

  /** The same key, where another one may stand in for it. */
  public Key<T> unless(Key<?> other) {
    return new Key<>(
        name, type, presence, unit, meaning, affects, olderNames, table, Optional.of(other.name()));
  }

  /** Whether a formula reads it. */
  public boolean isRead() {
    return !(presence instanceof Presence.Informational || presence instanceof Presence.Retired);
  }

  @Override
  public String toString() {
    return name;
  }
}
