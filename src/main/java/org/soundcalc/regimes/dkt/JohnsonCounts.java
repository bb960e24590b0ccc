package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;

/**
 * E0(n, k, A, ℓ): the exceptional challenges above the Johnson bound, the least that the recipe and
 * the profiles of order zero prove.
 */
public final class JohnsonCounts {
  private JohnsonCounts() {}

  /**
   * The count of a code.
   *
   * @param code n, k and A
   * @param ell ℓ, the degree of the curve that the words are on, ≥ 1
   * @param characteristic p of the field, prime
   * @return E0; nothing unless n·D &lt; A²
   * @throws IllegalArgumentException if {@code ell} is less than 1
   */
  public static Optional<Count> count(ReedSolomonCode code, long ell, BigInteger characteristic) {
    if (ell < 1) {
      throw new IllegalArgumentException("a curve of degree " + ell + " combines nothing");
    }
    if (code.dimension() == 1) {
      return Optional.of(constantCode(code, ell));
    }
    if (code.dimension() == code.length()) {
      return Optional.of(new Count(BigInteger.ZERO, Proof.of(Theorem.FULL_SPACE)));
    }
    return code.isAboveJohnson() && code.isDegreeBelow(characteristic)
        ? Optional.of(least(code, ell))
        : Recipe.count(code, BigInteger.valueOf(ell));
  }

  /**
   * Pairs of places at which some u_j differs: each is equal for at most ℓ challenges, and an
   * exceptional one makes A − 1 of them equal at least, or 1 where A ≤ 1.
   */
  private static Count constantCode(ReedSolomonCode code, long ell) {
    BigInteger n = code.n();
    BigInteger pairs = n.multiply(n.subtract(BigInteger.ONE)).shiftRight(1);
    BigInteger made = code.a().subtract(BigInteger.ONE).max(BigInteger.ONE);
    return new Count(
        BigInteger.valueOf(ell).multiply(pairs).divide(made), Proof.of(Theorem.CONSTANT_CODE));
  }

  /** The least of the recipe's count, where it may be, and of those of the profiles. */
  private static Count least(ReedSolomonCode code, long ell) {
    BigInteger curve = BigInteger.valueOf(ell);
    Candidates<TunedProfile> candidates = new Candidates<>();
    TunedScan scan = new TunedScan(code, ell, candidates);
    scan.guess();
    Optional<Count> recipe =
        candidates.admits(Recipe.nearLeast(code, ell) * Candidates.LOWER)
            ? Recipe.count(code, curve)
            : Optional.empty();
    recipe.ifPresent(count -> candidates.know(count.exceptional().doubleValue()));
    scan.scan();
    Optional<Count> tuned =
        candidates
            .least(profile -> profile.count(curve))
            .map(least -> new Count(least.value(), least.profile().proof()));
    return recipe
        .filter(r -> tuned.isEmpty() || r.exceptional().compareTo(tuned.get().exceptional()) <= 0)
        .orElseGet(tuned::orElseThrow);
  }
}
