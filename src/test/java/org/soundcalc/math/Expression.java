package org.soundcalc.math;

/** A formula over rationals whose exact value is known, for comparing enclosures with. */
record Expression(Formula formula, Rational exact) {
  private enum Operation {
    PLUS,
    MINUS,
    TIMES,
    OVER,
    MAX,
    MIN
  }

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
    boolean isLess = exact.compareTo(y.exact) < 0;
    return switch (Operation.values()[operation]) {
      case PLUS -> with(Operation.PLUS, y, exact.plus(y.exact));
      case MINUS ->
          isLess
              ? y.with(Operation.MINUS, this, y.exact.minus(exact))
              : with(Operation.MINUS, y, exact.minus(y.exact));
      case TIMES -> with(Operation.TIMES, y, exact.times(y.exact));
      case OVER -> y.exact.signum() == 0 ? this : with(Operation.OVER, y, exact.over(y.exact));
      case MAX -> with(Operation.MAX, y, isLess ? y.exact : exact);
      case MIN -> with(Operation.MIN, y, isLess ? exact : y.exact);
    };
  }

  private Expression with(Operation operation, Expression y, Rational result) {
    return new Expression(new Binary(formula, y.formula, operation), result);
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

  Expression timesPowerOfTwo(int exponent) {
    Formula factor = formula;
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return factor.evaluate(x).timesPowerOfTwo(exponent);
          }
        },
        exact.times(Rational.powerOfTwo(exponent)));
  }

  Expression ceil() {
    Formula value = formula;
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return value.evaluate(x).ceil();
          }
        },
        Rational.of(exact.ceil()));
  }

  /** The root of the square: an enclosure of the value itself. */
  Expression rootOfSquare() {
    Formula root = formula;
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return root.evaluate(x).pow(2).sqrt();
          }
        },
        exact);
  }

  /** The logarithm of a power of two, at least 1, near this value. */
  Expression logarithm() {
    int log = Math.min(exact.ceil().bitLength(), 1000);
    Expression power = of(Rational.ONE).timesPowerOfTwo(log);
    return new Expression(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            return power.formula().evaluate(x).log2();
          }
        },
        Rational.of(log));
  }

  private record Binary(Formula left, Formula right, Operation operation) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T a = left.evaluate(x);
      T b = right.evaluate(x);
      return switch (operation) {
        case PLUS -> a.plus(b);
        case MINUS -> a.minus(b);
        case TIMES -> a.times(b);
        case OVER -> a.over(b);
        case MAX -> a.max(b);
        case MIN -> a.min(b);
      };
    }
  }
}
