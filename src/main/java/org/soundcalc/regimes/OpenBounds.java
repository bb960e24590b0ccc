package org.soundcalc.regimes;

import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.GuruswamiSudan;

/**
 * The bounds of a code whose multiplicity is still open: every answer is that of the multiplicity
 * set last, so that a circuit's errors are written down once and evaluated at many.
 */
final class OpenBounds implements CodeBounds {
  private final Code code;
  private final GuruswamiSudan decoder;
  private CodeBounds bounds;
  private long m;
  private boolean asked;

  /**
   * The bounds of a code.
   *
   * @param m the first multiplicity, which must leave a proximity parameter
   */
  OpenBounds(Code code, long m) {
    this.code = code;
    this.decoder = JohnsonBounds.decoder(code, m);
    this.m = m;
    this.bounds = JohnsonBounds.withDecoder(code, decoder);
  }

  /** The multiplicity. */
  long m() {
    return m;
  }

  /** Forgets that anything was asked. */
  void rest() {
    asked = false;
  }

  /** Whether anything was asked of these bounds since. */
  boolean wasAsked() {
    return asked;
  }

  /** The bounds at the multiplicity that is set. */
  private CodeBounds ask() {
    asked = true;
    return bounds;
  }

  /** From now on the multiplicity is this, which must leave a proximity parameter. */
  void set(long other) {
    if (other != m) {
      m = other;
      bounds = JohnsonBounds.withDecoder(code, decoder.withMultiplicity(other));
    }
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return ask().agreement(x);
  }

  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return ask().listSize(x, k);
  }

  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    return ask().error(x, k);
  }

  @Override
  public OptionalLong multiplicity() {
    return bounds.multiplicity();
  }

  @Override
  public List<Citation> sources() {
    return bounds.sources();
  }
}
