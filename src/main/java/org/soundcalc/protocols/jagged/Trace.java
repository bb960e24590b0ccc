package org.soundcalc.protocols.jagged;

import org.soundcalc.model.Batching;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;

/**
 * The execution trace and its constraints, before the trace is packed.
 *
 * @param length rows of the longest column, ≥ 1; need not be a power of two
 * @param columns ≥ 1
 * @param constraints C, ≥ 1
 * @param degree d, the largest degree of a constraint, ≥ 1
 */
record Trace(long length, long columns, long constraints, long degree) {
  private static final Keys<Trace> KEYS = new Keys<>(Trace::of);

  static final Key<Trace, Long> LENGTH =
      KEYS.required("trace_length", IntegerType.POSITIVE, Trace::length)
          .meaning("Number of rows of the execution trace, not necessarily a power of two.")
          .in("rows")
          .moving("zerocheck")
          .enters("⌈log2 N⌉");

  static final Key<Trace, Long> COLUMNS =
      KEYS.required("trace_columns", IntegerType.POSITIVE, Trace::columns)
          .meaning("Number of columns of the execution trace.")
          .in("columns")
          .moving("reduce to dense PCS")
          .symbols("W")
          .enters("⌈log2 W⌉");

  static final Key<Trace, Long> CONSTRAINTS =
      KEYS.required("num_constraints", IntegerType.POSITIVE, Trace::constraints)
          .meaning("Number of constraints of the AIR.")
          .moving("zerocheck")
          .symbols("C");

  static final Key<Trace, Long> DEGREE =
      KEYS.required("air_max_degree", IntegerType.POSITIVE, Trace::degree)
          .meaning("Largest degree of a constraint.")
          .moving("zerocheck")
          .symbols("d");

  /** Checks the range of each parameter. */
  Trace {
    new Invariants()
        .check(LENGTH, length)
        .check(COLUMNS, columns)
        .check(CONSTRAINTS, constraints)
        .check(DEGREE, degree)
        .enforce();
  }

  static Trace of(Values<Trace> values) {
    return new Trace(
        values.get(LENGTH), values.get(COLUMNS), values.get(CONSTRAINTS), values.get(DEGREE));
  }

  /** ⌈log2⌉ of the rows: the zerocheck's variables. */
  int rowVariables() {
    return Batching.ceilLog2(length);
  }

  /** ⌈log2⌉ of the columns. */
  int columnVariables() {
    return Batching.ceilLog2(columns);
  }
}
