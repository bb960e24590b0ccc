package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;

/**
 * What is made of one circuit of a file where nothing is wrong with it.
 *
 * @param circuit the circuit
 * @param section its table
 * @param diagnostics warnings of it
 * @param ignored what it says beyond what is modelled
 * @param settings what the command line set in it
 */
record CircuitReading(
    Circuit circuit,
    TableSection section,
    List<Diagnostic> diagnostics,
    List<IgnoredKey> ignored,
    List<AppliedSetting> settings) {
  /** Whether all that is said of it, but for its values, is said of another reading of it. */
  boolean isToldAs(CircuitReading other) {
    return diagnostics.equals(other.diagnostics)
        && ignored.equals(other.ignored)
        && section.layout.owner().equals(other.section.layout.owner());
  }

  /** A zkVM with this circuit in the place of one that is told as it is. */
  LoadedZkvm in(LoadedZkvm all, int index) {
    Zkvm zkvm = all.zkvm();
    return new LoadedZkvm(
        zkvm.with(replaced(zkvm.circuits(), index, circuit)),
        all.source(),
        replaced(all.circuits(), index, section),
        all.ignored(),
        all.search(),
        settingsIn(all, index));
  }

  private static <T> List<T> replaced(List<T> all, int index, T one) {
    List<T> others = new ArrayList<>(all);
    others.set(index, one);
    return List.copyOf(others);
  }

  /** In the order of the file: those of the table of all circuits, then those of each circuit. */
  private List<AppliedSetting> settingsIn(LoadedZkvm all, int index) {
    List<AppliedSetting> merged = new ArrayList<>();
    for (AppliedSetting setting : all.settings()) {
      if (setting.names().isEmpty()) {
        merged.add(setting);
      }
    }
    List<Circuit> circuits = all.zkvm().circuits();
    for (int i = 0; i < circuits.size(); i++) {
      String name = circuits.get(i).id().name();
      for (AppliedSetting setting : i == index ? settings : all.settings()) {
        if (!setting.names().isEmpty() && setting.names().get(0).equals(name)) {
          merged.add(setting);
        }
      }
    }
    return List.copyOf(merged);
  }
}
