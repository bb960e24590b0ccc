package org.soundcalc.math;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An exact nonnegative number (a + b√2)/d. Rates are powers of two, so that √ρ is such a number,
 * and with it every error that takes no logarithm: here an error that is exactly a power of two is
 * seen to be one, which no enclosure could ever decide.
 *
 * <p>Numbers are not reduced but for common powers of two, which is what powers of rates need.
 */
final class Surd implements Decidable<Surd> {
  /** Constants as exact numbers; what is not of their form is refused. */
  static final Numbers<Surd> NUMBERS =
      new Numbers<>() {
        @Override
        public Surd of(Rational value) {
          return Surd.of(value);
        }

        @Override
        public Surd e() {
          throw new UndecidedException("e");
        }
      };

  private static final BigInteger TWO = BigInteger.TWO;

  private final BigInteger a;
  private final BigInteger b;
  private final BigInteger d;

  private Surd(BigInteger a, BigInteger b, BigInteger d) {
    this.a = a;
    this.b = b;
    this.d = d;
  }

  static Surd of(Rational value) {
    return reduced(value.numerator(), BigInteger.ZERO, value.denominator());
  }

  private static Surd reduced(BigInteger a, BigInteger b, BigInteger d) {
    BigInteger top = a.or(b);
    int common = top.signum() == 0 ? 0 : Math.min(top.getLowestSetBit(), d.getLowestSetBit());
    return new Surd(a.shiftRight(common), b.shiftRight(common), d.shiftRight(common));
  }

  /** The sign of p + q√2. */
  private static int sign(BigInteger p, BigInteger q) {
    if (p.signum() * q.signum() >= 0) {
      return Integer.signum(p.signum() + q.signum());
    }
    int larger = p.multiply(p).compareTo(q.multiply(q).multiply(TWO));
    return larger > 0 ? p.signum() : q.signum();
  }

  @Override
  public Surd plus(Surd y) {
    return reduced(
        a.multiply(y.d).add(y.a.multiply(d)),
        b.multiply(y.d).add(y.b.multiply(d)),
        d.multiply(y.d));
  }

  @Override
  public Surd minus(Surd y) {
    BigInteger top = a.multiply(y.d).subtract(y.a.multiply(d));
    BigInteger root = b.multiply(y.d).subtract(y.b.multiply(d));
    if (sign(top, root) < 0) {
      throw new ArithmeticException("negative difference");
    }
    return reduced(top, root, d.multiply(y.d));
  }

  @Override
  public Surd times(Surd y) {
    return reduced(
        a.multiply(y.a).add(b.multiply(y.b).multiply(TWO)),
        a.multiply(y.b).add(b.multiply(y.a)),
        d.multiply(y.d));
  }

  @Override
  public Surd over(Surd y) {
    if (y.b.signum() == 0 && y.a.signum() > 0) {
      return reduced(a.multiply(y.d), b.multiply(y.d), d.multiply(y.a));
    }
    BigInteger norm = y.a.multiply(y.a).subtract(y.b.multiply(y.b).multiply(TWO));
    if (norm.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger sign = BigInteger.valueOf(norm.signum());
    Surd inverse =
        reduced(
            y.a.multiply(y.d).multiply(sign),
            y.b.multiply(y.d).negate().multiply(sign),
            norm.abs());
    return times(inverse);
  }

  @Override
  public Surd pow(long n) {
    Exponents.requireNonNegative(n);
    Surd result = of(Rational.ONE);
    Surd square = this;
    for (long rest = n; rest > 0; rest >>= 1) {
      result = (rest & 1) != 0 ? result.times(square) : result;
      square = rest > 1 ? square.times(square) : square;
    }
    return result;
  }

  @Override
  public Surd timesPowerOfTwo(int exponent) {
    return exponent >= 0
        ? reduced(a.shiftLeft(exponent), b.shiftLeft(exponent), d)
        : reduced(a, b, d.shiftLeft(-exponent));
  }

  /** The root of s² or 2s² for a rational s; others are not of this form, or not needed. */
  @Override
  public Surd sqrt() {
    Rational square = rational();
    Optional<Rational> root = exactRoot(square);
    if (root.isPresent()) {
      return of(root.get());
    }
    Rational half =
        exactRoot(square.over(Rational.of(2)))
            .orElseThrow(() -> new UndecidedException("the square root of " + square));
    return new Surd(BigInteger.ZERO, half.numerator(), half.denominator());
  }

  private static Optional<Rational> exactRoot(Rational square) {
    BigInteger top = square.numerator().sqrt();
    BigInteger bottom = square.denominator().sqrt();
    Rational root = Rational.of(top, bottom);
    return root.times(root).equals(square) ? Optional.of(root) : Optional.empty();
  }

  private Rational rational() {
    if (b.signum() != 0) {
      throw new UndecidedException("a root of an irrational number");
    }
    return Rational.of(a, d);
  }

  @Override
  public Surd log2() {
    Rational value = rational();
    if (!value.isInteger() || value.numerator().bitCount() != 1) {
      throw new UndecidedException("the binary logarithm of " + value);
    }
    return of(Rational.of(value.numerator().bitLength() - 1));
  }

  @Override
  public Surd ceil() {
    return of(Rational.of(leastIntegerNotBelow()));
  }

  /** Between b√2 and the next integer there may be another one: try both, exactly. */
  private BigInteger leastIntegerNotBelow() {
    if (b.signum() == 0) {
      return a.add(d).subtract(BigInteger.ONE).divide(d);
    }
    BigInteger root = b.multiply(b).multiply(TWO).sqrt();
    BigInteger near = b.signum() < 0 ? root.negate().subtract(BigInteger.ONE) : root;
    BigInteger[] parts = a.add(near).divideAndRemainder(d);
    BigInteger candidate = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    while (sign(candidate.multiply(d).subtract(a), b.negate()) < 0) {
      candidate = candidate.add(BigInteger.ONE);
    }
    return candidate;
  }

  @Override
  public Surd max(Surd y) {
    return sign(y) >= 0 ? this : y;
  }

  @Override
  public Surd min(Surd y) {
    return sign(y) <= 0 ? this : y;
  }

  private int sign(Surd y) {
    return sign(
        a.multiply(y.d).subtract(y.a.multiply(d)), b.multiply(y.d).subtract(y.b.multiply(d)));
  }

  @Override
  public long bits(int scale) {
    Surd power = pow(scale);
    if (sign(power.a, power.b) == 0) {
      throw new ArithmeticException("an error of zero has no bits");
    }
    // 2^bits ≤ d/(a + b√2), which is itself a + b√2 over d: the floor is one less than the ceiling
    // where it is no integer.
    Surd inverse = of(Rational.ONE).over(power);
    BigInteger ceiling = inverse.leastIntegerNotBelow();
    boolean whole = inverse.sign(of(Rational.of(ceiling))) == 0;
    BigInteger floor = whole ? ceiling : ceiling.subtract(BigInteger.ONE);
    return Math.max(0, floor.bitLength() - 1);
  }

  @Override
  public Optional<Boolean> leaves(long bits, int scale) {
    return Optional.of(bits(scale) >= bits);
  }

  @Override
  public Optional<BigInteger> ceiling() {
    return Optional.of(leastIntegerNotBelow());
  }

  @Override
  public OptionalInt compare(Surd y) {
    return OptionalInt.of(sign(y));
  }

  @Override
  public String toString() {
    return "(" + a + " + " + b + "√2)/" + d;
  }
}
