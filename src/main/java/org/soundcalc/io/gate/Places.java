package org.soundcalc.io.gate;

import java.util.List;
import org.soundcalc.io.toml.Region;

/** Where a zkVM's file has what a message is about. */
@FunctionalInterface
public interface Places {
  /**
   * {@return where a circuit's value stands; the circuit's header where the path is empty, or the
   * file has no such value}
   *
   * @param circuit its index
   * @param path a key's name, after the name of the table that holds it if that is one of several
   */
  Region of(int circuit, List<String> path);
}
