package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/** Whether a zkVM meets one requirement. */
public sealed interface Finding {
  /** {@return the requirement's name in formats for programs} */
  String kind();

  /** {@return whether the requirement is met} */
  boolean passed();

  /**
   * Of bits of security.
   *
   * @param required the least
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   * @param shortfalls the circuits that fall short; empty if the requirement is met
   */
  record Bits(long required, Optional<SecurityBasis> standing, List<Shortfall> shortfalls)
      implements Finding {
    @Override
    public String kind() {
      return "min-bits";
    }

    @Override
    public boolean passed() {
      return shortfalls.isEmpty();
    }

    /**
     * {@return how far the figure is established: as the least established regime that it rests on;
     * nothing where there is no figure}
     */
    public Optional<Status> status() {
      return standing.stream()
          .flatMap(s -> s.figures().stream())
          .map(figures -> figures.regime().status())
          .max(Comparator.naturalOrder());
    }

    /** {@return the regimes that are not proven and yet counted, for whichever circuit} */
    public List<Regime> conjectures() {
      return standing.stream()
          .flatMap(s -> s.figures().stream())
          .map(RegimeResult.Figures::regime)
          .filter(regime -> !regime.isProven())
          .distinct()
          .toList();
    }
  }

  /**
   * Of the final proof's size.
   *
   * @param limit the most
   * @param circuit the circuit that makes the final proof
   * @param actual how large it is
   */
  record Size(SizeLimit limit, String circuit, ProofSize actual) implements Finding {
    @Override
    public String kind() {
      return "max-proof-size";
    }

    @Override
    public boolean passed() {
      return limit.admits(actual);
    }
  }

  /**
   * Of the bits of the whole tree of proofs, which are proven ones always.
   *
   * @param required the least
   * @param tree the tree with its figure
   * @param shortfalls the circuits to blame; empty if the requirement is met
   */
  record Tree(long required, TreeEstimate tree, List<TreeShortfall> shortfalls) implements Finding {
    @Override
    public String kind() {
      return "recursion";
    }

    @Override
    public boolean passed() {
      return shortfalls.isEmpty();
    }

    /**
     * {@return bits which, if one proof of each circuit has them, are enough for the tree: those
     * required and ⌈log2 ΣN⌉}
     */
    public long enoughOfEach() {
      return required + tree.proofs().subtract(BigInteger.ONE).bitLength();
    }
  }
}
