package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.io.estimate.Warning;

/**
 * A result of a SARIF log.
 *
 * @param rule what it is about
 * @param zkvm the zkVM's name, or that of a file that could not be read
 * @param circuit the circuit's; nothing where it is about the whole file
 * @param source the file, as it was named
 * @param line of the circuit, counted from 1; nothing where it is about the whole file
 * @param words what to tell
 */
record SarifResult(
    SarifRule rule,
    String zkvm,
    Optional<String> circuit,
    String source,
    OptionalInt line,
    String words) {
  /** What there is to tell of a zkVM; nothing of one that passes, all of it proven. */
  static List<SarifResult> of(CheckedZkvm zkvm) {
    List<SarifResult> results = new ArrayList<>();
    for (Fault fault : zkvm.faults()) {
      results.add(about(zkvm, SarifRule.of(fault), fault.circuit(), fault.line(), fault.words()));
    }
    for (Finding finding : zkvm.verdict().findings()) {
      if (finding instanceof Finding.Bits bits) {
        results.addAll(reliances(zkvm, bits));
      }
    }
    for (Warning warning : zkvm.warnings()) {
      String name = zkvm.verdict().estimate().zkvm().name();
      results.add(
          new SarifResult(
              SarifRule.WARNING,
              name,
              Optional.empty(),
              warning.source(),
              warning.line(),
              warning.message()));
    }
    return results;
  }

  /** That a file could not be checked. */
  static SarifResult of(Warning error) {
    return new SarifResult(
        SarifRule.BAD_INPUT,
        error.source(),
        Optional.empty(),
        error.source(),
        error.line(),
        error.message());
  }

  /** The circuits that meet what is required with a figure that is not proven. */
  private static List<SarifResult> reliances(CheckedZkvm zkvm, Finding.Bits bits) {
    List<SarifResult> results = new ArrayList<>();
    List<RegimeResult.Figures> figures =
        bits.standing().map(standing -> standing.figures()).orElse(List.of());
    for (int i = 0; i < figures.size(); i++) {
      RegimeResult.Figures counted = figures.get(i);
      if (!counted.regime().isProven() && counted.bits() >= bits.required()) {
        String circuit = zkvm.verdict().estimate().circuits().get(i).circuit().id().name();
        String words = GateWords.reliance(circuit, counted);
        results.add(about(zkvm, SarifRule.NOT_PROVEN, circuit, zkvm.lines().get(i), words));
      }
    }
    return results;
  }

  private static SarifResult about(
      CheckedZkvm zkvm, SarifRule rule, String circuit, int line, String words) {
    return new SarifResult(
        rule,
        zkvm.verdict().estimate().zkvm().name(),
        Optional.of(circuit),
        zkvm.source(),
        OptionalInt.of(line),
        words);
  }

  /** The circuit with its zkVM, or the zkVM. */
  String subject() {
    return circuit.map(name -> zkvm + "/" + name).orElse(zkvm);
  }

  /** The same from run to run, wherever in the file its circuit moves. */
  String fingerprint() {
    if (rule.equals(SarifRule.RECURSION)) {
      return zkvm + "/" + rule.id(); // whichever circuit is to blame
    }
    String which = circuit.isPresent() ? "" : "/" + words;
    return subject() + "/" + rule.id() + which;
  }
}
