package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;

/**
 * A key or table of a file that is none there, and not one that is known to be informational.
 *
 * @param circuit the circuit that has it; nothing where no circuit does
 * @param table the table that has it, as messages name it
 * @param name as the file spells it
 * @param meant the key that was probably meant, if one looks like it
 * @param region where it stands
 */
public record IgnoredKey(
    Optional<String> circuit, String table, String name, Optional<String> meant, Region region) {
  /** {@return what tells it from others of the file: its table and its name} */
  public List<String> path() {
    return List.of(table, name);
  }
}
