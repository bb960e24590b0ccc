package org.soundcalc.model;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * A part of a proof, with the formula of its size in bits.
 *
 * @param name what it is, such as {@code root}
 * @param expected how large it is on average, an integer
 * @param worst how large at most, an integer; the same object where that is what is expected
 */
public record SizePart(String name, Formula expected, Formula worst) {
  /**
   * A factor of a size.
   *
   * @param symbol such as {@code h}
   * @param value of it
   */
  public record Factor(String symbol, BigInteger value) {
    /**
     * {@return a factor}
     *
     * @param symbol such as {@code h}
     * @param value of it
     */
    public static Factor of(String symbol, long value) {
      return new Factor(symbol, BigInteger.valueOf(value));
    }
  }

  /** Some factors, multiplied. */
  private record Product(List<Factor> factors) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return product(x, factors);
    }
  }

  /**
   * {@return a part that always has the size that a formula gives}
   *
   * @param name what it is
   * @param size in bits, an integer
   */
  public static SizePart exactly(String name, Formula size) {
    return new SizePart(name, size, size);
  }

  /**
   * {@return a part whose size is a product}
   *
   * @param name what it is
   * @param factors at least one
   */
  public static SizePart product(String name, Factor... factors) {
    return exactly(name, new Product(List.of(factors)));
  }

  /**
   * {@return the product of factors}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param factors at least one
   */
  public static <T extends Real<T>> T product(Numbers<T> x, List<Factor> factors) {
    T product = named(x, factors.get(0));
    for (Factor factor : factors.subList(1, factors.size())) {
      product = product.times(named(x, factor));
    }
    return product;
  }

  private static <T extends Real<T>> T named(Numbers<T> x, Factor factor) {
    return x.named(factor.symbol, Rational.of(factor.value));
  }

  /** {@return the value of both formulas} */
  public ProofSize bits() {
    BigInteger atMost = Certified.ceil(worst);
    return new ProofSize(expected == worst ? atMost : Certified.ceil(expected), atMost);
  }

  /**
   * {@return the size of all parts together}
   *
   * @param parts of one proof
   */
  public static ProofSize sum(List<SizePart> parts) {
    ProofSize sum = ProofSize.NONE;
    for (SizePart part : parts) {
      sum = sum.plus(part.bits());
    }
    return sum.whole();
  }
}
