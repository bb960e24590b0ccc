package org.soundcalc.model.design;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.soundcalc.model.Costs;

/**
 * What a part of a proof adds to the whole, each figure made once it is asked for.
 *
 * @param expectedBits of its size on average
 * @param worstCaseBits of its size at most
 * @param costs proof-of-work left out
 */
public record Part(
    Supplier<BigInteger> expectedBits, Supplier<BigInteger> worstCaseBits, Supplier<Costs> costs) {}
