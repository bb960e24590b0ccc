package org.soundcalc.io.toml;

import java.util.List;
import java.util.function.IntFunction;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.TunableParameter;
import org.soundcalc.model.Zkvm;

/**
 * A zkVM with the file it comes from.
 *
 * @param zkvm the zkVM
 * @param source the file's name
 * @param locator where its values stand
 * @param levers of each circuit, counted from 0: what can be raised to buy security
 */
public record LoadedZkvm(
    Zkvm zkvm, String source, Locator locator, IntFunction<List<TunableParameter>> levers) {
  /**
   * {@return the same zkVM, its errors counted in another way}
   *
   * @param accounting the way
   */
  public LoadedZkvm under(Accounting accounting) {
    return new LoadedZkvm(
        zkvm.under(accounting),
        source,
        locator,
        circuit -> levers.apply(circuit).stream().map(lever -> lever.under(accounting)).toList());
  }
}
