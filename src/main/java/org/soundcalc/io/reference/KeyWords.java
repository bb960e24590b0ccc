package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.model.Family;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Key.Presence;

/**
 * What the reference says of keys, alike in every form.
 *
 * @param families the proof systems that {@code protocol_family} may name
 */
record KeyWords(List<Family> families) {
  /** The type and range of its values, with their unit. */
  String value(Key<?, ?> key) {
    if (isFamily(key)) {
      String names = families.stream().map(Family::name).collect(Collectors.joining(", "));
      return families.size() == 1 ? '"' + names + '"' : "one of " + names;
    }
    return key.type().description() + (key.unit().isEmpty() ? "" : " (" + key.unit() + ")");
  }

  /** Whether its value chooses the proof system. */
  static boolean isFamily(Key<?, ?> key) {
    return key.equals(CommonKeys.PROTOCOL_FAMILY);
  }

  /** The value that stands in where it is left out, as a file would spell it. */
  static Optional<String> byDefault(Key<?, ?> key) {
    if (!(key.presence() instanceof Presence.Default<?> absent)) {
      return Optional.empty();
    }
    Object value = absent.value();
    return Optional.of(value instanceof String text ? '"' + text + '"' : value.toString());
  }

  /** Whether it must be there. */
  static boolean isRequired(Key<?, ?> key) {
    return key.presence() instanceof Presence.Required;
  }

  /** Which terms it moves, and what else there is to say, a sentence each. */
  static List<String> details(Key<?, ?> key) {
    List<String> details = new ArrayList<>();
    if (!key.affects().isEmpty()) {
      details.add("Affects: " + key.affects() + ".");
    }
    details.addAll(remarks(key));
    return details;
  }

  /** What else there is to say than its meaning, a sentence each. */
  static List<String> remarks(Key<?, ?> key) {
    List<String> remarks = new ArrayList<>();
    key.table().ifPresent(table -> remarks.add("May stand in [" + table + "] for all circuits."));
    key.substitute().ifPresent(other -> remarks.add("If missing, " + other + " is used instead."));
    for (String older : key.olderNames()) {
      remarks.add("Older spelling, read with a warning: " + older + ".");
    }
    if (key.presence() instanceof Presence.Retired) {
      remarks.add("No longer used; a warning says so.");
    }
    return remarks;
  }

  /** The keys that a formula reads, or the others. */
  static List<Key<?, ?>> read(List<Key<?, ?>> keys, boolean read) {
    return keys.stream().filter(key -> key.isRead() == read).toList();
  }
}
