package org.soundcalc.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soundcalc.math.Rational;

/** An extension field: where a verifier draws its challenges. */
public final class Field {
  /** The largest extension degree that is accepted. */
  public static final int MAX_DEGREE = 16;

  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9]+?)(?:\\^([1-9][0-9]?))?");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final BaseField base;
  private final int degree;
  private final Rational size;
  private final int twoAdicity;

  /**
   * The extension of {@code base} of this degree.
   *
   * @param base the prime field below it
   * @param degree from 1 to {@value #MAX_DEGREE}
   * @throws IllegalArgumentException if the degree is out of range
   */
  public Field(BaseField base, int degree) {
    if (degree < 1 || degree > MAX_DEGREE) {
      throw new IllegalArgumentException("extension degree out of range: " + degree);
    }
    this.base = base;
    this.degree = degree;
    this.size = Rational.of(base.prime().pow(degree));
    BigInteger order = base == BaseField.M31 ? size.numerator() : base.prime();
    this.twoAdicity = order.subtract(BigInteger.ONE).getLowestSetBit();
  }

  /**
   * Reads a name such as {@code KoalaBear^4}; a name without a degree is the prime field.
   *
   * @param name a base field's TOML name, then {@code ^} and the degree e unless that is 1
   * @return the field; nothing where the base is unknown or the degree out of range
   */
  public static Optional<Field> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int degree = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    return degree > MAX_DEGREE
        ? Optional.empty()
        : BaseField.named(matcher.group(1)).map(base -> new Field(base, degree));
  }

  /** {@return the prime field below} */
  public BaseField base() {
    return base;
  }

  /** {@return the extension degree e} */
  public int degree() {
    return degree;
  }

  /** {@return the exact number of elements F = p^e} */
  public Rational size() {
    return size;
  }

  /** {@return bits of an encoded base field element: the bit length of p} */
  public int baseBits() {
    return base.bits();
  }

  /** {@return bits of an encoded element of this field: e times the base field's} */
  public int extensionBits() {
    return degree * base.bits();
  }

  /** {@return the largest v for which an evaluation domain of 2^v points exists} */
  public int twoAdicity() {
    return twoAdicity;
  }

  /** {@return the name as TOML files spell it, such as {@code KoalaBear^4}} */
  public String tomlName() {
    return degree == 1 ? base.tomlName() : base.tomlName() + "^" + degree;
  }

  /** {@return the name for a reader, such as {@code KoalaBear⁴}} */
  public String displayName() {
    if (degree == 1) {
      return base.tomlName();
    }
    StringBuilder name = new StringBuilder(base.tomlName());
    Integer.toString(degree).chars().forEach(c -> name.append(SUPERSCRIPTS.charAt(c - '0')));
    return name.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field field && base == field.base && degree == field.degree;
  }

  @Override
  public int hashCode() {
    return 31 * base.hashCode() + degree;
  }

  @Override
  public String toString() {
    return tomlName();
  }
}
