package org.soundcalc.analysis.gate;

import java.util.Optional;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.SizePart;

/**
 * What brings the final proof within its limit: fewer queries, which proof-of-work makes up for,
 * another layout, and a larger field where the circuit has too few bits.
 *
 * @param limit the limit
 * @param bits that its circuit has then
 * @param regime under which
 * @param maxGrinding the most bits of proof-of-work that were tried at a site
 * @param withFields whether larger fields were tried, since the circuit has fewer bits
 * @param remedy the change, of which no less does; nothing where none was found
 * @param fewer the bits of the circuit with the change, where these are fewer than it has
 * @param least the smallest size with as many bits; nothing where nothing gives these, or the
 *     circuit has no queries
 * @param floor the largest part of that size where it is above the limit: no folds make it smaller
 * @param smallest what gives that size where it is above the limit; it may be no change
 * @param withFolds whether other folds were tried
 * @param withRates whether other rates were tried
 * @param folding the key of the circuit's folding schedule, if it has one to change
 * @param isCutShort whether the search ended at its limit of terms
 */
public record SizeRemedy(
    SizeLimit limit,
    long bits,
    Regime regime,
    long maxGrinding,
    boolean withFields,
    Optional<Remedy.Combined> remedy,
    Optional<Fewer> fewer,
    Optional<ProofSize> least,
    Optional<SizePart> floor,
    Optional<Remedy.Combined> smallest,
    boolean withFolds,
    boolean withRates,
    Optional<String> folding,
    boolean isCutShort) {
  /** Terms of changed circuits that the searches for one requirement of a zkVM may certify. */
  public static final int MOST_TERMS = Remedies.MOST_TERMS;

  /**
   * What a smaller proof costs.
   *
   * @param from bits that the circuit has
   * @param to bits that are left, which may be more than are required
   */
  public record Fewer(long from, long to) {}

  /** The same where other regimes are asked for. */
  SizeRemedy with(Remedy.Ask ask) {
    return new SizeRemedy(
        limit,
        bits,
        regime,
        maxGrinding,
        withFields,
        remedy.map(its -> its.with(ask)),
        fewer,
        least,
        floor,
        smallest.map(its -> its.with(ask)),
        withFolds,
        withRates,
        folding,
        isCutShort);
  }

  /**
   * Whether it finds a change that another does not, or one within the field, or a smaller proof.
   */
  boolean isBetterThan(SizeRemedy other) {
    if (remedy.isPresent() != other.remedy.isPresent()) {
      return remedy.isPresent();
    }
    if (remedy.isPresent() && withFields != other.withFields) {
      return other.withFields;
    }
    return least.isPresent()
        && (other.least.isEmpty()
            || limit.measured(least.get()).compareTo(limit.measured(other.least.get())) < 0);
  }
}
