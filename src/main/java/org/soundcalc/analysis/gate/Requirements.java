package org.soundcalc.analysis.gate;

import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Regime;

/**
 * What is asked of each zkVM.
 *
 * @param minBits the least bits of the zkVM's figure, ≥ 0
 * @param maxProofSize the limit on its final proof, if there is one
 * @param conjecturesCount whether figures under regimes that are not proven satisfy it
 * @param recursion whether the figure of the whole tree needs the least bits too, proven ones
 * @param strict whether nothing may be taken for granted: each caveat is a failure
 * @param nonInteractive whether the proofs that are sent need the least bits too, after Fiat-Shamir
 * @param milestone the one asked for, whose bits and size count above
 * @param maxGrinding the most bits of proof-of-work at a site that a remedy may ask for; nothing
 *     stands for {@value #USUAL_GRINDING}, or the bits of the base field where it has fewer
 */
public record Requirements(
    long minBits,
    Optional<SizeLimit> maxProofSize,
    boolean conjecturesCount,
    boolean recursion,
    boolean strict,
    boolean nonInteractive,
    Optional<Milestone> milestone,
    OptionalLong maxGrinding) {
  /** Bits of proof-of-work that somebody may pay for: 2^40 hashes. */
  public static final long USUAL_GRINDING = 40;

  /**
   * What is asked of each zkVM, and not of its tree of proofs.
   *
   * @param minBits the least bits of the zkVM's figure, ≥ 0
   * @param maxProofSize the limit on its final proof in bits, if there is one
   * @param conjecturesCount whether figures under regimes that are not proven satisfy it
   */
  public Requirements(long minBits, Optional<SizeLimit> maxProofSize, boolean conjecturesCount) {
    this(
        minBits,
        maxProofSize,
        conjecturesCount,
        false,
        false,
        false,
        Optional.empty(),
        OptionalLong.empty());
  }

  /**
   * {@return what a milestone asks for}
   *
   * @param milestone the milestone
   */
  public static Requirements of(Milestone milestone) {
    return new Requirements(
        milestone.bits(),
        Optional.of(milestone.size(SizeLimit.Measure.WORST)),
        false,
        false,
        false,
        false,
        Optional.of(milestone),
        OptionalLong.empty());
  }

  /**
   * Whether a remedy may rest on a regime: not where a list has no bound under it, nor, with {@link
   * #strict}, where a term of any circuit takes anything for granted under it alone.
   */
  boolean mayRestOn(Regime regime, ZkvmEstimate estimate) {
    return estimate.circuits().stream()
        .flatMap(circuit -> circuit.under(regime).stream())
        .noneMatch(strict ? Requirements::takesAnything : RegimeResult.Figures::lacksListBound);
  }

  /** Whether figures take anything for granted that their regime decides. */
  static boolean takesAnything(RegimeResult.Figures figures) {
    return figures.caveats().stream().anyMatch(caveat -> isOfRegime(caveat.kind()));
  }

  /** What a lookup takes for granted it does under every regime. */
  static boolean isOfRegime(Caveat.Kind kind) {
    return kind == Caveat.Kind.LIST_BOUND;
  }
}
