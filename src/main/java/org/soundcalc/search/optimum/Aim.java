package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;

/**
 * What is wanted of a circuit.
 *
 * @param bits that it must have under one of the regimes asked for, ≥ 0
 * @param axes on which it is to cost little, the first before all; several where all that none
 *     beats on each of them are wanted
 * @param most what it may cost on each axis that is limited
 * @param worst whether sizes count in the worst case, if not on average
 * @param hashRate bits that the hash absorbs per permutation; nothing for the usual
 */
public record Aim(
    long bits, List<Axis> axes, Map<Axis, Double> most, boolean worst, OptionalInt hashRate) {
  /**
   * The aim.
   *
   * @param bits to have, ≥ 0
   * @param axes on which to cost little, at least one; those that are limited are added
   * @param most limits
   * @param worst whether sizes count in the worst case
   * @param hashRate of the hash
   * @throws IllegalArgumentException if the bits are negative, or no axis counts
   */
  public Aim {
    if (bits < 0 || axes.isEmpty()) {
      throw new IllegalArgumentException("bits: " + bits + ", axes: " + axes);
    }
    most = Map.copyOf(most);
    List<Axis> all = new ArrayList<>(axes);
    for (Axis axis : Axis.values()) {
      if (most.containsKey(axis) && !all.contains(axis)) {
        all.add(axis);
      }
    }
    axes = List.copyOf(all);
  }

  /** {@return the axis that is minimised} */
  public Axis least() {
    return axes.get(0);
  }

  /**
   * {@return the same with other bits}
   *
   * @param other ≥ 0
   */
  public Aim with(long other) {
    return new Aim(other, axes, most, worst, hashRate);
  }

  /**
   * The smallest proof of all that cost so little on the first axis; nothing where that is the
   * size.
   */
  Optional<Aim> tie(double least) {
    if (least() == Axis.PROOF_SIZE) {
      return Optional.empty();
    }
    Map<Axis, Double> limits = new HashMap<>(most);
    limits.put(least(), least);
    return Optional.of(new Aim(bits, List.of(Axis.PROOF_SIZE), limits, worst, hashRate));
  }

  /** The same, sizes counted in the worst case. */
  Aim ofWorst() {
    return new Aim(bits, axes, most, true, hashRate);
  }

  /** {@return the same without limits} */
  public Aim unlimited() {
    return new Aim(bits, List.of(least()), Map.of(), worst, hashRate);
  }

  /** Limits of all axes. */
  double[] limits() {
    return axes.stream().mapToDouble(axis -> most.getOrDefault(axis, Double.MAX_VALUE)).toArray();
  }

  /** Whether it counts at which sites there is proof-of-work: each sends a nonce. */
  boolean countsNonces(Circuit circuit) {
    return axes.contains(Axis.PROOF_SIZE) && Sites.nonceBits(circuit) > 0;
  }

  /** Whether proof-of-work counts on some axis. */
  boolean countsGrinding() {
    return axes.stream().anyMatch(Axis::isMovedByGrinding);
  }

  /**
   * {@return what a configuration costs on each axis}
   *
   * @param circuit the configuration
   */
  public double[] costs(Circuit circuit) {
    return axes.stream().mapToDouble(axis -> cost(circuit, axis)).toArray();
  }

  /**
   * {@return what a configuration costs on an axis}
   *
   * @param circuit the configuration
   * @param axis any
   */
  public double cost(Circuit circuit, Axis axis) {
    if (axis != Axis.PROOF_SIZE) {
      return circuit.costs(hashRateBits(circuit)).map(axis::of).orElse(Double.NaN);
    }
    ProofSize size = circuit.decidingSize();
    return (worst ? size.worstCaseBits() : size.expectedBits()).doubleValue();
  }

  /**
   * {@return bits that the hash absorbs per permutation}
   *
   * @param circuit whose field counts where nothing is said
   */
  public int hashRateBits(Circuit circuit) {
    return hashRate.orElseGet(() -> Costs.usualHashRate(circuit.id().field()));
  }
}
