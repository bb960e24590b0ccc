package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;

/**
 * Where a circuit does proof-of-work, each site for terms of its own: more of it only ever helps
 * them.
 */
final class Sites {
  /**
   * A site.
   *
   * @param key of its bits
   * @param bits that it may have, ascending
   */
  record Site(Key<Circuit, Long> key, List<Long> bits) {
    /** The most bits. */
    long most() {
      return bits.get(bits.size() - 1);
    }

    /** The fewest bits that are enough; nothing where the most are too few. */
    OptionalLong least(long needed) {
      return bits.stream().mapToLong(Long::longValue).filter(some -> some >= needed).findFirst();
    }
  }

  private final List<Site> all = new ArrayList<>();

  Sites(Circuit circuit, Space space) {
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (isSite(key)) {
        @SuppressWarnings("unchecked") // the type of integers
        Key<Circuit, Long> site = (Key<Circuit, Long>) key;
        List<Long> bits = new ArrayList<>(space.values(site, site.get(circuit)));
        Collections.sort(bits);
        all.add(new Site(site, List.copyOf(bits)));
      }
    }
  }

  /** Whether a key says how much proof-of-work there is at a site. */
  static boolean isSite(Key<Circuit, ?> key) {
    return key.lever().isPresent() && key.type().equals(IntegerType.GRINDING);
  }

  /** Bits of a nonce that count, as they do where the size as sent decides. */
  static long nonceBits(Circuit circuit) {
    return circuit.isSizedAsSent() ? circuit.id().format().orElseThrow().nonceBits() : 0;
  }

  /** Bits of all nonces that count. */
  static double nonces(Circuit circuit) {
    long count =
        circuit.grindingSites().stream()
            .filter(site -> site.bits() > 0)
            .mapToLong(GrindingSite::count)
            .sum();
    return (double) nonceBits(circuit) * count;
  }

  /** All of them. */
  List<Site> all() {
    return all;
  }

  /** The site of a term; nothing where no proof-of-work lowers its error. */
  Optional<Site> of(String term) {
    for (Site site : all) {
      if (site.key.names(term)) {
        return Optional.of(site);
      }
    }
    return Optional.empty();
  }

  /** The most bits before a term. */
  long most(String term) {
    return of(term).map(Site::most).orElse(0L);
  }

  /** The site of a key. */
  Optional<Site> of(Key<Circuit, ?> key) {
    return all.stream().filter(site -> site.key.label().equals(key.label())).findFirst();
  }
}
