package org.soundcalc.regimes;

import java.util.function.Function;

/**
 * What was made for the key that was asked for last, such as a regime's choice for a code. Circuits
 * that differ in anything but their code, as those of a search or a sweep do, have the same bounds,
 * and with them all that these keep: roots, degrees, counts, and what the errors of combining
 * functions share.
 *
 * @param <K> what is asked for
 * @param <V> what is made for it
 */
final class LastMade<K, V> {
  private final Function<K, V> maker;

  /** A race makes the same twice. */
  private Made<K, V> last;

  private record Made<K, V>(K key, V value) {}

  /**
   * Nothing is made yet.
   *
   * @param maker makes what depends on the key alone
   */
  LastMade(Function<K, V> maker) {
    this.maker = maker;
  }

  V of(K key) {
    Made<K, V> known = last;
    if (known == null || !known.key.equals(key)) {
      known = new Made<>(key, maker.apply(key));
      last = known;
    }
    return known.value;
  }
}
