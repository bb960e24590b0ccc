package org.soundcalc.math;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The decimal enclosures of one value, of which one is kept for each number of digits that is asked
 * for. A race makes the same enclosure twice.
 */
final class KeptDecimals {
  private DecimalInterval[] kept = {};

  DecimalInterval in(DecimalNumbers x, Supplier<DecimalInterval> enclosure) {
    DecimalInterval[] known = kept;
    for (DecimalInterval one : known) {
      if (one.isIn(x)) {
        return one;
      }
    }
    DecimalInterval made = enclosure.get();
    DecimalInterval[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = made;
    kept = more;
    return made;
  }
}
