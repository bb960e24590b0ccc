package org.soundcalc.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Basis;

/** An integer that a term counts with, and what a reader replays it from in integers alone. */
public interface ExactBound extends Basis {
  /** {@return which proof counts, such as {@code m=34 M=0 mu=48}} */
  String proof();

  /** {@return E, exceptional challenges at most, or Λ, codewords near a word at most} */
  BigInteger bound();

  /** {@return ℓ, the degree of the curve that the words are on; nothing of a list} */
  OptionalLong curve();

  /** {@return n, of the code that it is proven for} */
  long length();

  /** {@return D, the largest degree of that code's polynomials} */
  long degree();

  /** {@return p, the characteristic of the field} */
  BigInteger characteristic();

  /**
   * {@return h or H, the degree in the challenge that the proof interpolates with; nothing of a
   * list, or where the proof has none}
   */
  Optional<BigInteger> height();

  /** {@return A, the points on which a word agrees that is near that code} */
  long agreement();
}
