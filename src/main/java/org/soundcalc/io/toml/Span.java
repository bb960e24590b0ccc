package org.soundcalc.io.toml;

/**
 * A part of a text.
 *
 * @param start offset of its first char
 * @param end offset after its last
 */
record Span(int start, int end) {}
