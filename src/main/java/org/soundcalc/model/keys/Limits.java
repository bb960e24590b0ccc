package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.soundcalc.math.Rational;

/** What a configuration may ask for, so that nothing hangs. */
public final class Limits {
  /** The largest count: below 2^63. */
  public static final long COUNT = Long.MAX_VALUE;

  /** The largest number of queries of one phase. */
  public static final long QUERIES = 100_000;

  /** The most bits of proof-of-work. */
  public static final long GRINDING_BITS = 128;

  /** The largest base-2 logarithm of a length. */
  public static final long LOG_LENGTH = 64;

  /** The most proofs of one leaf of a recursion. */
  public static final long LEAF_PROOFS = 1L << 62;

  /** The most digits of a decimal, and the largest exponent. */
  public static final int DECIMAL_DIGITS = 60;

  /** The most circuits of one zkVM. */
  public static final int CIRCUITS = 10_000;

  /** The most problems of one kind that are reported of a file. */
  public static final int PROBLEMS = 1_000;

  /** The most levels of tables and arrays within each other; no file of ours has more than four. */
  public static final int NESTING = 100;

  /** The most characters of a number as it is written, which take their time to read. */
  public static final int NUMBER_CHARACTERS = 1_000;

  /** The most keys and elements of arrays of a file. */
  public static final int VALUES = 300_000;

  /** The largest file, in bytes. */
  public static final int FILE_BYTES = 4 << 20;

  private static final BigInteger LARGEST_DENOMINATOR = BigInteger.TEN.pow(DECIMAL_DIGITS);

  private Limits() {}

  /**
   * No parameter needs more digits or a larger exponent: within them, the first 160 digits of a
   * figure decide all but true equality.
   */
  static boolean admit(BigDecimal decimal) {
    return decimal.precision() <= DECIMAL_DIGITS
        && Math.abs((long) decimal.scale()) <= DECIMAL_DIGITS;
  }

  /** The same of a number below 1 that was not written as a decimal. */
  static boolean admit(Rational fraction) {
    BigInteger denominator = fraction.denominator();
    return denominator.bitLength() <= LARGEST_DENOMINATOR.bitLength()
        && LARGEST_DENOMINATOR.mod(denominator).signum() == 0;
  }
}
