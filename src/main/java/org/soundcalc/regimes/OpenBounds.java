package org.soundcalc.regimes;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.OpenedCode;

/**
 * The bounds of a code whose parameter is still open: every answer is that of the value set last,
 * so that a circuit's errors are written down once and evaluated at many. It notes what is asked.
 */
final class OpenBounds implements CodeBounds {
  private final LongFunction<CodeBounds> at;
  private long value;
  private CodeBounds bounds;
  private boolean askedForAgreement;
  private boolean askedForMore;

  /**
   * The bounds of a code.
   *
   * @param at the bounds at each value of the parameter
   * @param value the first one
   */
  OpenBounds(LongFunction<CodeBounds> at, long value) {
    this.at = at;
    this.value = value;
    this.bounds = at.apply(value);
  }

  /** From now on the parameter has this value. */
  void set(long other) {
    if (other != value) {
      value = other;
      bounds = at.apply(other);
    }
  }

  /** The value that is set. */
  long value() {
    return value;
  }

  /** Forgets what was asked. */
  void forget() {
    askedForAgreement = false;
    askedForMore = false;
  }

  /** Whether anything was asked since: what did so depends on the parameter. */
  boolean wasAsked() {
    return askedForAgreement || askedForMore;
  }

  /** Whether nothing but the agreement was asked for, which alone falls as the parameter grows. */
  boolean wasAskedForAgreementOnly() {
    return askedForAgreement && !askedForMore;
  }

  private CodeBounds more() {
    askedForMore = true;
    return bounds;
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    askedForAgreement = true;
    return bounds.agreement(x);
  }

  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return more().listSize(x, k);
  }

  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    return more().error(x, k);
  }

  @Override
  public <T extends Real<T>> T batchingError(Numbers<T> x, Batching mode, long n, Rational k) {
    return more().batchingError(x, mode, n, k);
  }

  @Override
  public <T extends Real<T>> T foldingError(
      Numbers<T> x, String symbol, long functions, Rational k) {
    return more().foldingError(x, symbol, functions, k);
  }

  @Override
  public <T extends Real<T>> T quotientError(Numbers<T> x, long queries, long samples, Rational k) {
    return more().quotientError(x, queries, samples, k);
  }

  @Override
  public CodeBounds opened(OpenedCode opened, Accounting accounting) {
    return new Opened(this, opened, accounting);
  }

  @Override
  public OptionalLong multiplicity() {
    return bounds.multiplicity();
  }

  @Override
  public List<Citation> sources() {
    return bounds.sources();
  }

  /** The same with the list of an opened code, which each value that is set must bound. */
  private static final class Opened implements CodeBounds {
    private final OpenBounds open;
    private final OpenedCode code;
    private final Accounting accounting;
    private CodeBounds of;
    private CodeBounds opened;

    Opened(OpenBounds open, OpenedCode code, Accounting accounting) {
      this.open = open;
      this.code = code;
      this.accounting = accounting;
      this.of = open.bounds;
      this.opened = open.bounds.opened(code, accounting);
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      CodeBounds now = open.more();
      if (of != now) {
        of = now;
        opened = of.opened(code, accounting);
      }
      return opened.listSize(x, k);
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return open.agreement(x);
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return open.error(x, k);
    }

    @Override
    public List<Citation> sources() {
      return open.sources();
    }
  }
}
