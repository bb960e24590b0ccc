package org.soundcalc.analysis.diff;

/**
 * A parameter before and after.
 *
 * @param key as the TOML file spells it
 * @param value as the TOML file would; nothing on a side that has no such parameter
 */
public record ParameterDiff(String key, Change<String> value) {}
