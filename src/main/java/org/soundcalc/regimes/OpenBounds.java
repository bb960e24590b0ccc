package org.soundcalc.regimes;

import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;

/**
 * The bounds of a code whose multiplicity is still open: every answer is that of the multiplicity
 * set last, so that a circuit's errors are written down once and evaluated at many.
 */
final class OpenBounds implements CodeBounds {
  private final Code code;
  private JohnsonBounds bounds;
  private boolean askedForAgreement;
  private boolean askedForMore;

  /**
   * The bounds of a code.
   *
   * @param m the first multiplicity, which must leave a proximity parameter
   */
  OpenBounds(Code code, long m) {
    this.code = code;
    this.bounds = JohnsonBounds.withDecoder(code, JohnsonBounds.decoder(code, m));
  }

  /** From now on the multiplicity is this, which must leave a proximity parameter. */
  void set(long m) {
    if (m != m()) {
      bounds = JohnsonBounds.withDecoder(code, bounds.decoder().withMultiplicity(m));
    }
  }

  /** The multiplicity that is set. */
  long m() {
    return bounds.decoder().multiplicity();
  }

  /** Forgets what was asked. */
  void forget() {
    askedForAgreement = false;
    askedForMore = false;
  }

  /** Whether anything was asked since: what did so depends on the multiplicity. */
  boolean wasAsked() {
    return askedForAgreement || askedForMore;
  }

  /**
   * Whether nothing but the agreement was asked for, which alone falls as the multiplicity grows.
   */
  boolean wasAskedForAgreementOnly() {
    return askedForAgreement && !askedForMore;
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    askedForAgreement = true;
    return bounds.agreement(x);
  }

  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    askedForMore = true;
    return bounds.listSize(x, k);
  }

  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    askedForMore = true;
    return bounds.error(x, k);
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
