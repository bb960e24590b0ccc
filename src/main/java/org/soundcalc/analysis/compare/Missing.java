package org.soundcalc.analysis.compare;

/**
 * A circuit that a regime leaves out.
 *
 * @param circuit its name
 * @param reason why, such as {@code is not defined for JAGGED}
 */
public record Missing(String circuit, String reason) {}
