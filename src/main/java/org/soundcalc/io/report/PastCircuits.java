package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.document.JsonObject;

/**
 * Where the circuits of a zkVM stood. They are matched by their names.
 *
 * @param all of them, in their order then
 */
public record PastCircuits(List<PastCircuit> all) {
  /** So many are named where several changed. */
  private static final int NAMED = 3;

  /**
   * Where a circuit stood.
   *
   * @param name its name
   * @param bits by the names of the regimes that covered it
   * @param size of its proofs in the worst case, in bits
   */
  public record PastCircuit(String name, Map<String, Integer> bits, BigInteger size) {
    private static PastCircuit of(CircuitEstimate estimate) {
      Map<String, Integer> bits = new LinkedHashMap<>();
      for (RegimeResult result : estimate.results()) {
        result
            .figures()
            .ifPresent(
                figures -> bits.put(result.regime().name(), Math.toIntExact(figures.bits())));
      }
      BigInteger size = estimate.circuit().decidingSize().worstCaseBits();
      return new PastCircuit(estimate.name(), bits, size);
    }

    private JsonObject json() {
      return new JsonObject().put("name", name).put("bits", bits).put("worstCaseBits", size);
    }
  }

  /**
   * {@return where the circuits of a zkVM stand}
   *
   * @param estimate its figures
   */
  public static PastCircuits of(ZkvmEstimate estimate) {
    return new PastCircuits(estimate.circuits().stream().map(PastCircuit::of).toList());
  }

  private Optional<PastCircuit> find(String name) {
    return all.stream().filter(each -> each.name.equals(name)).findFirst();
  }

  /** {@return that a circuit was not there, where it was not} */
  Optional<Against.Mark> isNew(ReportedCircuit circuit) {
    return find(circuit.name()).isPresent()
        ? Optional.empty()
        : Optional.of(new Against.Mark("new", "not there before"));
  }

  /** {@return how many bits a circuit has more or less under a regime, of those that covered it} */
  Optional<Against.Mark> bits(ReportedCircuit circuit, RegimeResult now) {
    return find(circuit.name())
        .map(then -> then.bits.get(now.regime().name()))
        .flatMap(
            then ->
                now.figures()
                    .flatMap(
                        figures ->
                            Against.Mark.of(BigInteger.valueOf(figures.bits() - then), "bits")));
  }

  /** {@return how many whole KiB its proofs have more or less} */
  Optional<Against.Mark> size(ReportedCircuit circuit) {
    return find(circuit.name())
        .flatMap(then -> Against.Mark.ofSizes(then.size, circuit.size().worstCaseBits()));
  }

  /** {@return the names of those that are there no longer} */
  List<String> gone(ReportedZkvm zkvm) {
    List<String> now = zkvm.circuits().stream().map(ReportedCircuit::name).toList();
    return all.stream().map(PastCircuit::name).filter(name -> !now.contains(name)).toList();
  }

  /** {@return which circuits are not as they were, in words; blank where all are} */
  String changes(ReportedZkvm zkvm) {
    List<String> changed = new ArrayList<>();
    for (ReportedCircuit circuit : zkvm.circuits()) {
      if (find(circuit.name()).filter(then -> isAs(then, circuit)).isEmpty()) {
        changed.add(circuit.name());
      }
    }
    changed.addAll(gone(zkvm));
    if (changed.isEmpty()) {
      return "";
    }
    String named =
        String.join(", ", changed.subList(0, Math.min(NAMED, changed.size())))
            + (changed.size() > NAMED ? " and %d more".formatted(changed.size() - NAMED) : "");
    return "%s not as %s: %s"
        .formatted(
            changed.size() == 1 ? "one circuit is" : changed.size() + " circuits are",
            changed.size() == 1 ? "it was" : "they were",
            named);
  }

  /** Under the regimes that are shown now as then. */
  private static boolean isAs(PastCircuit then, ReportedCircuit circuit) {
    PastCircuit now = PastCircuit.of(circuit.estimate());
    Map<String, Integer> shown = new LinkedHashMap<>(then.bits);
    shown.keySet().retainAll(now.bits.keySet());
    Map<String, Integer> counted = new LinkedHashMap<>(now.bits);
    counted.keySet().retainAll(then.bits.keySet());
    return shown.equals(counted) && then.size.equals(now.size);
  }

  List<JsonObject> json() {
    return all.stream().map(PastCircuit::json).toList();
  }
}
