package org.soundcalc.protocols.lookup;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Accounting;
import org.soundcalc.protocols.code.CommittedCode;

/** What the usual accounting of a lookup leaves out. */
final class LookupCaveats {
  private LookupCaveats() {}

  /** What a reader must know of a lookup's error; nothing where it is a theorem. */
  static Optional<String> of(Lookup lookup, CommittedCode list) {
    if (lookup.accounting() == Accounting.STRICT) {
      return Optional.empty();
    }
    List<String> omissions = new ArrayList<>();
    if (list.isList()) {
      omissions.add("without the factor ℓ of the list that the commitment fixes");
    }
    if (hasFractions(lookup)) {
      omissions.add("with logarithms that are not rounded up");
    }
    return omissions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the original's formula, not a theorem: "
                + String.join(" and ", omissions)
                + "; see --accounting strict");
  }

  private static boolean hasFractions(Lookup lookup) {
    boolean fingerprint = lookup.multilinearFingerprint() && !isPowerOfTwo(lookup.columns());
    boolean layers =
        lookup.kind() == Lookup.Kind.MULTIVARIATE
            && !(lookup.rows().numerator().bitCount() == 1 && isPowerOfTwo(lookup.lookups()));
    return fingerprint || layers;
  }

  private static boolean isPowerOfTwo(long value) {
    return BigInteger.valueOf(value).bitCount() == 1;
  }
}
