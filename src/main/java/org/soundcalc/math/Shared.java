package org.soundcalc.math;

/**
 * A formula that others build on, whose enclosure is evaluated once and kept: of the rounds of a
 * protocol, most differ in one input only.
 */
public final class Shared implements Formula {
  private final Formula formula;

  /** Made at first use; a race makes the same value twice. */
  private DoubleInterval enclosure;

  private final KeptDecimals decimals = new KeptDecimals();

  /**
   * Shares the value of a formula.
   *
   * @param formula any
   */
  public Shared(Formula formula) {
    this.formula = formula;
  }

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.of(this);
  }

  Formula formula() {
    return formula;
  }

  DoubleInterval enclosure() {
    DoubleInterval known = enclosure;
    if (known == null) {
      known = formula.evaluate(DoubleNumbers.INSTANCE);
      enclosure = known;
    }
    return known;
  }

  DecimalInterval decimals(DecimalNumbers x) {
    return decimals.in(x, () -> formula.evaluate(x));
  }
}
