package org.soundcalc.math;

/** A formula over rationals whose exact value is known, for comparing enclosures with. */
record Expression(Formula formula, Rational exact) {
  static Expression of(Rational value) {
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return x.of(value);
          }
        },
        value);
  }

  /** One of the operations, chosen by {@code operation}, that is defined for both operands. */
  Expression then(int operation, Expression y) {
    Formula left = formula;
    Formula right = y.formula;
    return switch (operation) {
      case 0 -> new Expression(new Binary(left, right, 0), exact.plus(y.exact));
      case 1 ->
          exact.compareTo(y.exact) >= 0
              ? new Expression(new Binary(left, right, 1), exact.minus(y.exact))
              : new Expression(new Binary(right, left, 1), y.exact.minus(exact));
      case 2 -> new Expression(new Binary(left, right, 2), exact.times(y.exact));
      case 3 ->
          y.exact.signum() == 0
              ? this
              : new Expression(new Binary(left, right, 3), exact.over(y.exact));
      case 4 ->
          new Expression(
              new Binary(left, right, 4), exact.compareTo(y.exact) >= 0 ? exact : y.exact);
      default ->
          new Expression(
              new Binary(left, right, 5), exact.compareTo(y.exact) <= 0 ? exact : y.exact);
    };
  }

  Expression pow(int n) {
    Formula base = formula;
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return base.evaluate(x).pow(n);
          }
        },
        exact.pow(n));
  }

  private record Binary(Formula left, Formula right, int operation) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T a = left.evaluate(x);
      T b = right.evaluate(x);
      return switch (operation) {
        case 0 -> a.plus(b);
        case 1 -> a.minus(b);
        case 2 -> a.times(b);
        case 3 -> a.over(b);
        case 4 -> a.max(b);
        default -> a.min(b);
      };
    }
  }
}
