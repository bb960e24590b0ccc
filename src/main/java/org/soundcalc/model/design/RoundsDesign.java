package org.soundcalc.model.design;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;

/**
 * What may move beside the levers of a circuit whose configuration fixes the proximity parameter,
 * and whose rounds fold alike.
 *
 * @param rateKey the key of log2 of the inverse rate
 * @param multiplicityKey the key of the list decoder's multiplicity, where there is one
 * @param otherRounds the same circuit with each other number of rounds
 */
public record RoundsDesign(
    Key<Circuit, Long> rateKey,
    Optional<Key<Circuit, Optional<Long>>> multiplicityKey,
    List<Circuit> otherRounds) {}
