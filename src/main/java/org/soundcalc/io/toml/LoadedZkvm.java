package org.soundcalc.io.toml;

import org.soundcalc.model.Accounting;
import org.soundcalc.model.Zkvm;

/**
 * A zkVM with the file it comes from.
 *
 * @param zkvm the zkVM
 * @param source the file's name
 * @param locator where its values stand
 */
public record LoadedZkvm(Zkvm zkvm, String source, Locator locator) {
  /**
   * {@return the same zkVM, its errors counted in another way}
   *
   * @param accounting the way
   */
  public LoadedZkvm under(Accounting accounting) {
    return new LoadedZkvm(zkvm.under(accounting), source, locator);
  }
}
