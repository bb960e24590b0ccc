package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Regime;

/** Checks zkVMs against requirements. */
public final class Gate {
  private final Requirements requirements;
  private final List<Regime> asked;
  private final List<Regime> known;

  /**
   * A gate.
   *
   * @param requirements what is asked of each zkVM
   * @param asked the regimes that its figures are estimated under
   * @param known every regime there is: one that was not asked for may prove more
   */
  public Gate(Requirements requirements, List<Regime> asked, List<Regime> known) {
    this.requirements = requirements;
    this.asked = List.copyOf(asked);
    this.known = List.copyOf(known);
  }

  /**
   * Checks a zkVM. Where its tree is asked about, its file must have a recursion.
   *
   * @param estimate its figures under the regimes asked for
   * @return whether it passes, with one finding a requirement
   */
  public Verdict check(ZkvmEstimate estimate) {
    List<Finding> findings = new ArrayList<>();
    findings.add(bits(estimate));
    if (requirements.recursion()) {
      TreeEstimate.of(estimate).map(tree -> tree(estimate, tree)).ifPresent(findings::add);
    }
    requirements
        .maxProofSize()
        .map(limit -> new Finding.Size(limit, estimate.last().name(), estimate.proofSize()))
        .ifPresent(findings::add);
    return new Verdict(estimate, List.copyOf(findings));
  }

  private Finding.Tree tree(ZkvmEstimate estimate, TreeEstimate tree) {
    long required = requirements.minBits();
    TreeShortfalls search =
        new TreeShortfalls(estimate, tree, asked, known, required, requirements.maxProofSize());
    return new Finding.Tree(required, tree, search.find());
  }

  private Finding.Bits bits(ZkvmEstimate estimate) {
    long required = requirements.minBits();
    Optional<SecurityBasis> proven = estimate.standing(Regime::isProven);
    boolean needsConjectures =
        requirements.conjecturesCount()
            && proven.filter(s -> s.security().bits() >= required).isEmpty();
    Predicate<Regime> admitted = needsConjectures ? regime -> true : Regime::isProven;
    Optional<SecurityBasis> standing = needsConjectures ? estimate.standing(admitted) : proven;
    if (standing.filter(s -> s.security().bits() >= required).isPresent()) {
      return new Finding.Bits(required, standing, List.of());
    }
    Optional<SizeLimit> limit = requirements.maxProofSize();
    Shortfalls search = new Shortfalls(estimate, asked, known, required, limit, admitted);
    return new Finding.Bits(required, standing, search.find(standing));
  }
}
