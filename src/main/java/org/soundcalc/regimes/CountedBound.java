package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Rational;
import org.soundcalc.model.ExactBound;
import org.soundcalc.model.Field;
import org.soundcalc.regimes.dkt.Proof;
import org.soundcalc.regimes.dkt.ReedSolomonCode;

/**
 * A count or a list that a theorem proves of a code.
 *
 * @param counts the theorems that were tried
 * @param code n, D and A
 * @param field of the challenges
 * @param theorem the one that proves the least, with its integers
 * @param exact E, or Λ where there is no curve, ≥ 0
 * @param curve ℓ
 * @param use what carries it over to the combination it is used for; empty where nothing need
 */
record CountedBound(
    ExactCounts counts,
    ReedSolomonCode code,
    Field field,
    Proof theorem,
    Rational exact,
    OptionalLong curve,
    String use)
    implements ExactBound {
  CountedBound usedFor(String other) {
    return other.equals(use)
        ? this
        : new CountedBound(counts, code, field, theorem, exact, curve, other);
  }

  @Override
  public BigInteger bound() {
    return exact.numerator();
  }

  @Override
  public String words() {
    String what =
        curve.isPresent()
            ? " exceptional challenges on a curve of degree " + curve.getAsLong()
            : " codewords near a word";
    return "at most " + bound() + what + ": " + counts.words(theorem, code, field) + use;
  }

  @Override
  public String proof() {
    return theorem.toString();
  }

  @Override
  public long length() {
    return code.length();
  }

  @Override
  public long degree() {
    return code.degree();
  }

  @Override
  public BigInteger characteristic() {
    return field.base().prime();
  }

  @Override
  public Optional<BigInteger> height() {
    return curve.isPresent()
        ? theorem.height(code, BigInteger.valueOf(curve.getAsLong()))
        : Optional.empty();
  }

  @Override
  public long agreement() {
    return code.agreement();
  }
}
