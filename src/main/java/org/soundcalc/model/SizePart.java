package org.soundcalc.model;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * A part of a proof, with its size in bits and the formulas of it.
 *
 * @param name what it is, such as {@code root}
 * @param bits how large it is, the values of both formulas
 * @param expected how large it is on average, an integer
 * @param worst how large at most, an integer; the same object where that is what is expected
 */
public record SizePart(String name, ProofSize bits, Formula expected, Formula worst) {
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
    return new SizePart(name, ProofSize.exactly(Certified.integer(size)), size, size);
  }

  /**
   * {@return a part whose size is a product}
   *
   * @param name what it is
   * @param factors at least one
   */
  public static SizePart product(String name, Factor... factors) {
    Formula size = new Product(List.of(factors));
    return new SizePart(name, ProofSize.exactly(product(factors)), size, size);
  }

  /**
   * {@return the product of factors}
   *
   * @param factors at least one
   */
  public static BigInteger product(Factor... factors) {
    BigInteger product = factors[0].value;
    for (int i = 1; i < factors.length; i++) {
      product = product.multiply(factors[i].value);
    }
    return product;
  }

  /**
   * {@return the product of factors, for a reader}
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

  /**
   * {@return the size of a whole proof}
   *
   * @param parts all of it
   */
  public static ProofSize sum(List<SizePart> parts) {
    return uncapped(parts).whole();
  }

  /**
   * {@return the size of some parts together, its expectation not yet {@link ProofSize#whole()
   * capped}}
   *
   * @param parts of one proof
   */
  public static ProofSize uncapped(List<SizePart> parts) {
    ProofSize sum = ProofSize.NONE;
    for (SizePart part : parts) {
      sum = sum.plus(part.bits);
    }
    return sum;
  }
}
