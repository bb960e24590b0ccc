package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A theorem and the integers to apply it with: what a reader needs to replay a figure.
 *
 * @param theorem what is applied
 * @param m the multiplicity, ≥ 1; 0 where the theorem has none
 * @param cap M, the cap on the first derivative; 0 where there is none
 * @param mu μ, the cap on the total degree in the jet variables (B at order zero), ≥ 1; 0 where the
 *     theorem has none or says it itself
 */
public record Proof(Theorem theorem, BigInteger m, long cap, long mu) {
  /**
   * A theorem that nothing is chosen for.
   *
   * @param theorem what is applied
   * @return the proof
   */
  static Proof of(Theorem theorem) {
    return new Proof(theorem, BigInteger.ZERO, 0, 0);
  }

  /**
   * The paper's own choice.
   *
   * @param m the multiplicity, ≥ 3
   * @return the proof
   */
  static Proof recipe(BigInteger m) {
    return new Proof(Theorem.RECIPE, m, 0, 0);
  }

  /**
   * A profile.
   *
   * @param theorem what is applied
   * @param m the multiplicity, ≥ 1
   * @param cap M, ≥ 0
   * @param mu μ, ≥ 1
   * @return the proof
   */
  static Proof profile(Theorem theorem, long m, long cap, long mu) {
    return new Proof(theorem, BigInteger.valueOf(m), cap, mu);
  }

  /**
   * {@return h or H, the degree in the challenge that it interpolates with; nothing where the
   * theorem has none}
   *
   * @param code that it is applied to
   * @param ell ℓ, the degree of the curve, ≥ 1
   */
  public Optional<BigInteger> height(ReedSolomonCode code, BigInteger ell) {
    return switch (theorem) {
      case RECIPE -> Optional.of(Recipe.height(code, m, ell));
      case TUNED -> Optional.of(new TunedProfile(code, m.longValueExact(), mu).h(ell));
      case FIRST_ORDER ->
          Optional.of(new FirstOrderProfile(code, m.longValueExact(), cap, mu).h(ell));
      default -> Optional.empty();
    };
  }

  /** {@return such as {@code recipe m=25}, {@code m=7 M=3 mu=18}, {@code constant code}} */
  @Override
  public String toString() {
    if (theorem == Theorem.RECIPE) {
      return theorem.words() + " m=" + m;
    }
    return m.signum() == 0 ? theorem.words() : "m=" + m + " M=" + cap + " mu=" + mu;
  }
}
