package org.soundcalc.model;

/**
 * A parameter of a circuit, for a reader.
 *
 * @param key as the TOML file spells it
 * @param value as the TOML file would
 */
public record Parameter(String key, String value) {}
