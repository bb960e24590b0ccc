package org.soundcalc.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;

/** The names of a circuit's terms, and which of them each key moves. */
final class Rounds {
  private static final List<String> NO_TERMS =
      List.of("proof size", "the figure of the whole tree");

  private final String[] names;
  private final Map<Key<?, ?>, BitSet> moved = new ConcurrentHashMap<>();

  private Rounds(String[] names) {
    this.names = names;
  }

  static Rounds of(Term[] terms) {
    return new Rounds(Arrays.stream(terms).map(Term::name).toArray(String[]::new));
  }

  boolean areThoseOf(Term[] terms) {
    if (terms.length != names.length) {
      return false;
    }
    for (int i = 0; i < terms.length; i++) {
      if (!terms[i].name().equals(names[i])) {
        return false;
      }
    }
    return true;
  }

  String name(int index) {
    return names[index];
  }

  /** Where a term stands, or -1. */
  int indexOf(String name) {
    return Arrays.asList(names).indexOf(name);
  }

  /** The terms that a key says it moves, as indices; all of them where its words fit none. */
  BitSet movedBy(Key<?, ?> key) {
    BitSet known = moved.get(key);
    return known != null ? known : moved.computeIfAbsent(key, this::find);
  }

  private BitSet find(Key<?, ?> key) {
    BitSet all = new BitSet();
    for (String words : key.affects().split(", ", -1)) {
      BitSet some = new BitSet();
      for (int i = 0; i < names.length; i++) {
        some.set(i, key.names(words, names[i]));
      }
      if (some.isEmpty() && !NO_TERMS.contains(words)) {
        some.set(0, names.length);
      }
      all.or(some);
    }
    return all;
  }
}
