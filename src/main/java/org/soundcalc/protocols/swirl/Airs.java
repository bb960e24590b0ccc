package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.swirl.ShapeKey.Count;

/**
 * The AIRs of a circuit: their shape, or bounds on it.
 *
 * @param constraints most constraints of an AIR, ≥ 0
 * @param airs how many AIRs, ≥ 1 for errors
 * @param logHeight log2 of the longest trace, ≥ 0
 * @param columns of all traces together, ≥ 0
 * @param interactions most interactions of an AIR, ≥ 1 for errors
 * @param constraintDegree d, ≥ 1
 * @param publicValues most public values, ≥ 0
 */
record Airs(
    Count constraints,
    Count airs,
    Count logHeight,
    Count columns,
    Count interactions,
    long constraintDegree,
    long publicValues) {
  private static final Keys<Airs> KEYS = new Keys<>(Airs::of);

  static final Key<Airs, Long> CONSTRAINT_DEGREE =
      KEYS.required("constraint_degree", IntegerType.POSITIVE, Airs::constraintDegree)
          .meaning("Largest degree of a constraint.")
          .moving("zerocheck_sumcheck, proof size")
          .symbols("d");

  static final ShapeKey MAX_CONSTRAINTS =
      ShapeKey.ofErrors(KEYS, "max_constraints_per_air", IntegerType.COUNT, Airs::constraints)
          .meaning("Largest number of constraints of an AIR.")
          .moving("constraint_batching")
          .symbols("C");

  /** The twin of the constraints for sizes, which no size depends on. */
  static final Key<?, Long> UNREAD_TWIN =
      Key.informational(
          "proof_size_max_constraints_per_air",
          IntegerType.COUNT,
          "max_constraints_per_air for which proof sizes would be computed.");

  static final ShapeKey NUM_AIRS =
      ShapeKey.of(KEYS, "num_airs", IntegerType.COUNT, Airs::airs)
          .meaning("Number of AIRs.")
          .moving("constraint_batching")
          .symbols("K", "A")
          .enters("x", "R");

  static final ShapeKey MAX_LOG_HEIGHT =
      ShapeKey.of(KEYS, "max_log_trace_height", StackedWhir.LOG, Airs::logHeight)
          .meaning("log2 of the number of rows of the longest trace.")
          .moving("constraint_batching")
          .enters("x", "R", "H − l_skip");

  static final ShapeKey NUM_COLUMNS =
      ShapeKey.of(KEYS, "num_trace_columns", IntegerType.COUNT, Airs::columns)
          .meaning("Number of columns of all traces together.")
          .moving("stacked_reduction")
          .symbols("W");

  static final ShapeKey MAX_INTERACTIONS =
      ShapeKey.of(KEYS, "max_interactions_per_air", IntegerType.COUNT, Airs::interactions)
          .meaning("Largest number of interactions of an AIR.")
          .moving("constraint_batching")
          .enters("x", "R");

  static final Key<Airs, Long> PUBLIC_VALUES =
      KEYS.optional("proof_size_num_public_values", IntegerType.COUNT, 0L, Airs::publicValues)
          .meaning("Number of public values of a proof, each an element of the base field.")
          .moving("proof size")
          .symbols("P");

  /** Those of a circuit, in the order of their reference. */
  static Stream<Key<Airs, ?>> keys() {
    Stream<Key<Airs, ?>> shape =
        Stream.of(MAX_CONSTRAINTS, NUM_AIRS, MAX_LOG_HEIGHT, NUM_COLUMNS, MAX_INTERACTIONS)
            .flatMap(ShapeKey::keys);
    return Stream.of(Stream.of(CONSTRAINT_DEGREE), shape, Stream.of(PUBLIC_VALUES))
        .flatMap(keys -> keys);
  }

  /** Checks each parameter. */
  Airs {
    Invariants invariants =
        new Invariants()
            .check(CONSTRAINT_DEGREE, constraintDegree)
            .check(PUBLIC_VALUES, publicValues);
    MAX_CONSTRAINTS.check(invariants, constraints);
    NUM_AIRS.checkPositive(invariants, airs);
    MAX_LOG_HEIGHT.check(invariants, logHeight);
    NUM_COLUMNS.check(invariants, columns);
    MAX_INTERACTIONS.checkPositive(invariants, interactions);
    invariants.enforce();
  }

  /** The parameters that these values state. */
  static Airs of(Values<Airs> values) {
    return new Airs(
        MAX_CONSTRAINTS.read(values),
        NUM_AIRS.read(values),
        MAX_LOG_HEIGHT.read(values),
        NUM_COLUMNS.read(values),
        MAX_INTERACTIONS.read(values),
        values.get(CONSTRAINT_DEGREE),
        values.get(PUBLIC_VALUES));
  }

  /**
   * ν(cap): the multilinear variables of the fractional sum over all interactions.
   *
   * @param cap the most interactions of all rows together, ≥ 1
   * @param skip l_skip
   * @param of a number, for errors or for sizes; of AIRs and of interactions at least 1
   */
  long interactionVariables(BigInteger cap, long skip, ToLongFunction<Count> of) {
    long capVariables = cap.subtract(BigInteger.ONE).bitLength() - skip;
    long shapeVariables =
        Batching.ceilLog2(of.applyAsLong(airs))
            + Batching.ceilLog2(of.applyAsLong(interactions))
            + of.applyAsLong(logHeight)
            - skip;
    return Math.max(Math.min(capVariables, shapeVariables), 0);
  }
}
