package org.soundcalc.io.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.ProofSize;

/** Figures and names as readers see them, alike in every format. */
public final class Figures {
  /** Stands for a figure that does not exist. */
  public static final String DASH = "–";

  private static final int DECIMALS = 2;

  private Figures() {}

  /** The bits of a term with two decimals, rounded down. */
  static BigDecimal decimalBits(CertifiedTerm term) {
    return BigDecimal.valueOf(term.hundredthBits(), DECIMALS);
  }

  /** Expected and worst case in KiB: {@code 232 / 281}, the slashes one below the other. */
  static List<String> kib(List<ProofSize> sizes) {
    int widest = 0;
    for (ProofSize size : sizes) {
      widest = Math.max(widest, ProofSize.kib(size.worstCaseBits()).toString().length());
    }
    List<String> texts = new ArrayList<>(sizes.size());
    for (ProofSize size : sizes) {
      String worst = ProofSize.kib(size.worstCaseBits()).toString();
      String padding = " ".repeat(widest - worst.length());
      texts.add(ProofSize.kib(size.expectedBits()) + " / " + padding + worst);
    }
    return texts;
  }

  /** The fields of the circuits, for a reader. */
  static String fields(List<CircuitEstimate> circuits) {
    Set<String> fields = new LinkedHashSet<>();
    for (CircuitEstimate circuit : circuits) {
      fields.add(circuit.circuit().id().field().displayName());
    }
    return String.join(", ", fields);
  }

  /** The proof systems of the circuits over their commitments. */
  static String proofSystems(List<CircuitEstimate> circuits) {
    Set<String> systems = new LinkedHashSet<>();
    for (CircuitEstimate circuit : circuits) {
      systems.add(proofSystem(circuit.circuit().id()));
    }
    return String.join(", ", systems);
  }

  /** A proof system over its commitment: {@code DEEP-ALI/FRI}. */
  static String proofSystem(CircuitId id) {
    return id.proofSystem().equals(id.commitment())
        ? id.proofSystem()
        : id.proofSystem() + "/" + id.commitment();
  }

  /** The multiplicities that a regime chose, such as {@code m = 87}. */
  static String multiplicities(List<Long> multiplicities) {
    List<String> texts = new ArrayList<>(multiplicities.size());
    for (long m : multiplicities) {
      texts.add(Long.toString(m));
    }
    return "m = " + String.join(", ", texts);
  }
}
