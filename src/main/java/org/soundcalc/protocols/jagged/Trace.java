package org.soundcalc.protocols.jagged;

import org.soundcalc.model.Batching;

/**
 * The execution trace and its constraints, before the trace is packed.
 *
 * @param length rows of the longest column, ≥ 1; need not be a power of two
 * @param columns ≥ 1
 * @param constraints C, ≥ 1
 * @param degree d, the largest degree of a constraint, ≥ 1
 */
record Trace(long length, long columns, long constraints, long degree) {
  /** ⌈log2⌉ of the rows: the zerocheck's variables. */
  int rowVariables() {
    return Batching.ceilLog2(length);
  }

  /** ⌈log2⌉ of the columns. */
  int columnVariables() {
    return Batching.ceilLog2(columns);
  }
}
