package org.soundcalc.io.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.model.CircuitId;

/**
 * Circuits of which a file says the same but for numbers: they are described once, and their terms
 * stand beside each other, those of one regime in one table.
 *
 * @param circuits one or more, in the order of the file; all have a proven regime, or none has
 */
record AlikeCircuits(List<CircuitEstimate> circuits) {
  /** More circuits than this are clearer as rows, and are not named for their least terms. */
  private static final int FEW = 6;

  /** All circuits of an architecture, those that are alike together. */
  static List<AlikeCircuits> of(Architecture architecture) {
    Map<List<Object>, List<CircuitEstimate>> alike = new LinkedHashMap<>();
    for (int i = 0; i < architecture.circuits().size(); i++) {
      CircuitEstimate circuit = architecture.circuits().get(i);
      CircuitId id = circuit.circuit().id();
      List<Object> said =
          List.of(
              architecture.statements().get(i),
              architecture.verifies(circuit),
              id.arity(),
              id.field(),
              id.hashBits(),
              Figures.proofSystem(id),
              circuit.best().isPresent());
      alike.computeIfAbsent(said, any -> new ArrayList<>()).add(circuit);
    }
    return alike.values().stream().map(List::copyOf).map(AlikeCircuits::new).toList();
  }

  /** The first, which stands for all in what they have in common. */
  CircuitEstimate first() {
    return circuits.get(0);
  }

  boolean isOne() {
    return circuits.size() == 1;
  }

  /** What sentences call them: "riscv", "core and compress", or "Dma and 43 others". */
  String name() {
    return switch (circuits.size()) {
      case 1 -> first().name();
      case 2 -> first().name() + " and " + circuits.get(1).name();
      default -> first().name() + " and " + (circuits.size() - 1) + " others";
    };
  }

  /** All their names. */
  String names() {
    return String.join(", ", circuits.stream().map(CircuitEstimate::name).toList());
  }

  /** By their best regimes; none where they have none. */
  List<AlikeCircuits> byRegime() {
    Map<String, List<CircuitEstimate>> regimes = new LinkedHashMap<>();
    for (CircuitEstimate circuit : circuits) {
      circuit
          .best()
          .map(figures -> figures.regime().name())
          .ifPresent(name -> regimes.computeIfAbsent(name, n -> new ArrayList<>()).add(circuit));
    }
    return regimes.values().stream().map(List::copyOf).map(AlikeCircuits::new).toList();
  }

  /** Whether they stand as columns beside each other, and each is named for its least term. */
  boolean isFew() {
    return circuits.size() <= FEW;
  }

  /** The bits of each in its best regime; of many under one regime those of the least. */
  Optional<String> security() {
    Map<String, List<CircuitEstimate>> said = new LinkedHashMap<>();
    for (AlikeCircuits some : byRegime()) {
      if (some.isFew()) {
        some.circuits.forEach(c -> said.computeIfAbsent(words(c), w -> new ArrayList<>()).add(c));
      } else {
        said.put("at least " + words(some.least()), some.circuits);
      }
    }
    if (said.size() == 1) {
      return said.keySet().stream().findFirst();
    }
    List<String> each = new ArrayList<>();
    said.forEach(
        (words, some) -> {
          AlikeCircuits these = new AlikeCircuits(List.copyOf(some));
          each.add((these.isFew() ? these.names() : some.size() + " circuits") + ": " + words);
        });
    return each.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", each));
  }

  private static String words(CircuitEstimate circuit) {
    RegimeResult.Figures figures = circuit.best().orElseThrow();
    return "%s bits in %s; the least term is %s"
        .formatted(bits(circuit), figures.regime().name(), figures.binding().term().name());
  }

  private CircuitEstimate least() {
    return circuits.stream().min(Comparator.comparing(AlikeCircuits::bits)).orElseThrow();
  }

  private static BigDecimal bits(CircuitEstimate circuit) {
    return Figures.decimalBits(circuit.best().orElseThrow().binding());
  }
}
