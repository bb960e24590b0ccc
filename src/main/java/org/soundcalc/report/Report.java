package org.soundcalc.report;

import java.util.List;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Regime;

/**
 * All that a run of the program found.
 *
 * @param version the program's
 * @param accounting how errors were counted
 * @param settings what was set over what the files say, such as {@code num_queries=100}
 * @param zkvms in the order they were asked for
 */
public record Report(
    String version, Accounting accounting, List<String> settings, List<ZkvmReport> zkvms) {
  /** Whether errors were counted in another way than published figures are. */
  boolean isStrict() {
    return accounting == Accounting.STRICT;
  }

  /** The regimes asked for, in the order of their ranks. */
  List<Regime> regimes() {
    return zkvms.isEmpty() ? List.of() : zkvms.get(0).regimes();
  }

  /** Why figures of regimes that are not proven must not be taken for proven ones. */
  List<String> caveats() {
    return regimes().stream().flatMap(regime -> Headings.caveat(regime).stream()).toList();
  }

  /** All warnings, in the order of the zkVMs. */
  List<Warning> warnings() {
    return zkvms.stream().flatMap(zkvm -> zkvm.warnings().stream()).toList();
  }
}
