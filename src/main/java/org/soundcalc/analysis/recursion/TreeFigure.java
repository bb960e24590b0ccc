package org.soundcalc.analysis.recursion;

/**
 * The figure of a whole tree: the error of one query to the random oracle, whichever proof it
 * serves.
 *
 * @param bits the largest integer b ≥ 0 with Σ N·ε ≤ 2^-b
 * @param hundredthBits the same in hundredths, rounded down
 */
public record TreeFigure(long bits, long hundredthBits) {}
