package org.soundcalc.analysis.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Standing;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** Whether a zkVM meets one requirement. */
public sealed interface Finding {
  /** The requirement's name in formats for programs. */
  String kind();

  /** Whether it is met. */
  boolean passed();

  /**
   * Of bits of security.
   *
   * @param required the least
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   * @param shortfalls the circuits that fall short; empty if the requirement is met
   */
  record Bits(long required, Optional<Standing> standing, List<Shortfall> shortfalls)
      implements Finding {
    @Override
    public String kind() {
      return "min-bits";
    }

    @Override
    public boolean passed() {
      return shortfalls.isEmpty();
    }

    /** The regimes that are not proven and yet counted, for whichever circuit. */
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
   */
  record Recursion(long required, TreeEstimate tree) implements Finding {
    private static final BigDecimal SMALL = new BigDecimal("0.01");

    @Override
    public String kind() {
      return "recursion";
    }

    @Override
    public boolean passed() {
      return tree.figure().filter(figure -> figure.bits() >= required).isPresent();
    }

    /**
     * The circuits to blame: those with a hundredth of the error or more, the largest share first,
     * or the first where none has so much; those without a proven figure where there is any. Empty
     * if and only if the requirement is met.
     */
    public List<Branch> shortfalls() {
      if (passed()) {
        return List.of();
      }
      if (tree.figure().isEmpty()) {
        return tree.branches().stream().filter(branch -> branch.figures().isEmpty()).toList();
      }
      List<Branch> largest = tree.byShare();
      long notSmall =
          largest.stream().filter(b -> b.share().orElseThrow().compareTo(SMALL) >= 0).count();
      return largest.subList(0, (int) Math.max(1, notSmall));
    }
  }
}
