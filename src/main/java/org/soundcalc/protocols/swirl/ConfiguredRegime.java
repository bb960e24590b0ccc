package org.soundcalc.protocols.swirl;

import java.util.OptionalLong;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Rate;

/**
 * The one regime that a circuit is configured for: unique decoding, or the Johnson bound.
 *
 * @param multiplicity of the Johnson bound's decoder, m ≥ 1, which leaves a proximity parameter at
 *     every rate of the circuit; none: unique decoding
 */
record ConfiguredRegime(OptionalLong multiplicity) {
  /** Unique decoding, as files spell it. */
  static final String UNIQUE = "unique";

  /** The Johnson bound, as files spell it. */
  static final String LIST = "list";

  static ConfiguredRegime unique() {
    return new ConfiguredRegime(OptionalLong.empty());
  }

  static ConfiguredRegime johnson(long m) {
    return new ConfiguredRegime(OptionalLong.of(m));
  }

  /** How far its proximity parameter reaches. */
  Decoding decoding() {
    return multiplicity.isPresent() ? Decoding.LIST : Decoding.UNIQUE;
  }

  /** As a file spells it. */
  String word() {
    return multiplicity.isPresent() ? LIST : UNIQUE;
  }

  /** Its bounds for the codes of a rate. */
  SwirlCodeBounds at(Rate rate) {
    return multiplicity.isPresent()
        ? new SwirlCodeBounds.Johnson(multiplicity.getAsLong(), rate)
        : new SwirlCodeBounds.Unique(rate);
  }
}
