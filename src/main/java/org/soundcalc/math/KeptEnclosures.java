package org.soundcalc.math;

import java.util.Arrays;

/**
 * A value whose enclosures are kept: one by doubles, and one by decimals for each number of digits
 * that is asked for. A race makes the same enclosure twice.
 */
abstract class KeptEnclosures {
  private static final DecimalInterval[] NONE = {};

  private DoubleInterval doubles;
  private volatile DecimalInterval[] decimals = NONE;

  /** The enclosure to keep. */
  abstract DoubleInterval enclose();

  /** The enclosure to keep of these digits. */
  abstract DecimalInterval enclose(DecimalNumbers x);

  final DoubleInterval enclosure() {
    DoubleInterval known = doubles;
    if (known == null) {
      known = enclose();
      doubles = known;
    }
    return known;
  }

  final DecimalInterval enclosure(DecimalNumbers x) {
    DecimalInterval[] known = decimals;
    for (DecimalInterval one : known) {
      if (one.numbers.keepsDigitsOf(x)) {
        return one;
      }
    }
    DecimalInterval made = enclose(x);
    DecimalInterval[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = made;
    decimals = more;
    return made;
  }
}
