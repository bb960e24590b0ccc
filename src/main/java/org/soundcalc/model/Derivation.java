package org.soundcalc.model;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;

/**
 * How a number that formulas are given follows from others.
 *
 * @param symbol that formulas have for it, such as {@code k}
 * @param value of it
 * @param formula of that value
 */
public record Derivation(String symbol, Rational value, Formula formula) {}
