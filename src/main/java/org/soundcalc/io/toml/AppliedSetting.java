package org.soundcalc.io.toml;

import java.util.List;

/**
 * What the command line set in one table of a file.
 *
 * @param names of the circuit, or of it and the lookup or the table in it; none: the table of all
 *     circuits that has the key
 * @param key today's name of it
 * @param value as {@link org.soundcalc.model.keys.KeyType} takes it
 */
public record AppliedSetting(List<String> names, String key, Object value) {}
