package org.soundcalc.io.toml;

import java.util.Optional;

/**
 * A key or table of a file that is none there, and not one that is known to be informational.
 *
 * @param circuit the circuit that has it; nothing where no circuit does
 * @param name as the file spells it
 */
public record IgnoredKey(Optional<String> circuit, String name) {}
