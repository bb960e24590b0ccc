package org.soundcalc.math;

/**
 * A formula that others build on, whose enclosure is evaluated once and kept: of the rounds of a
 * protocol, most differ in one input only.
 */
public final class Shared extends KeptEnclosures implements Formula {
  private final Formula formula;

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

  @Override
  DoubleInterval enclose() {
    return formula.evaluate(DoubleNumbers.INSTANCE);
  }

  @Override
  DecimalInterval enclose(DecimalNumbers x) {
    return formula.evaluate(x);
  }
}
