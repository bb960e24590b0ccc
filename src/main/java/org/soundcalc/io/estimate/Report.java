package org.soundcalc.io.estimate;

import java.util.List;
import org.soundcalc.model.Regime;

/**
 * All that a run of the program found.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param zkvms in the order they were asked for
 */
public record Report(String version, EstimateCaveats provisos, List<ZkvmReport> zkvms) {
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
