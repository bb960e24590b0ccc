package org.soundcalc.io.toml;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column in characters (code points), from 1
 */
public record Place(int line, int column) {}
