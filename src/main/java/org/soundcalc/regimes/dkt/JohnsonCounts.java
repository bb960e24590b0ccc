package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;

/**
 * E0(n, k, A, ℓ): the exceptional challenges above the Johnson bound, the least that the recipe and
 * the profiles of order zero prove.
 */
public final class JohnsonCounts {
  private static final long MOST_MULTIPLICITY = 4096;

  /** How far from √(m²n/D), which is B at the optimum, degrees are tried. */
  private static final long AROUND = 2;

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
    Optional<Count> recipe = Recipe.count(code, BigInteger.valueOf(ell));
    return recipe.isPresent() && code.isDegreeBelow(characteristic)
        ? Optional.of(leastTuned(code, ell, recipe.get()))
        : recipe;
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

  /** The least of the recipe's count and of those of the profiles of order zero. */
  private static Count leastTuned(ReedSolomonCode code, long ell, Count recipe) {
    Candidates<TunedProfile> candidates = new Candidates<>();
    candidates.know(recipe.exceptional().doubleValue());
    for (long m = 1; m <= MOST_MULTIPLICITY; m++) {
      long beta = degreeNear(code, m);
      long least = Math.max(1, beta - AROUND);
      long most = Math.min((m * code.agreement() - 1) / code.degree(), beta + AROUND);
      if (!candidates.admits(leastOfAllAbove(code, least, ell) * Candidates.LOWER)) {
        break;
      }
      for (long b = least; b <= most; b++) {
        consider(new TunedProfile(code, m, b), ell, candidates);
      }
    }
    BigInteger curve = BigInteger.valueOf(ell);
    return candidates
        .least(profile -> profile.count(curve))
        .filter(least -> least.value().compareTo(recipe.exceptional()) < 0)
        .map(least -> new Count(least.value(), least.profile().proof()))
        .orElse(recipe);
  }

  private static void consider(
      TunedProfile profile, long ell, Candidates<TunedProfile> candidates) {
    Moments moments = profile.near();
    if (!moments.isImpossible()) {
      double h = moments.leastDegree(ell, profile.b());
      double low = OrderZero.nearOrd(profile.code(), profile.b(), h, ell) * Candidates.LOWER;
      if (candidates.admits(low)) {
        candidates.keep(profile, low);
        if (moments.isCertain()) {
          double most = moments.greatestDegree(ell, profile.b());
          candidates.know(OrderZero.nearOrd(profile.code(), profile.b(), most, ell));
        }
      }
    }
  }

  /** {@return β = ⌊√(m²n/D)⌋, exactly} */
  private static long degreeNear(ReedSolomonCode code, long m) {
    if (code.length() >= Long.MAX_VALUE / (MOST_MULTIPLICITY * MOST_MULTIPLICITY)) {
      return BigInteger.valueOf(m * m).multiply(code.n()).divide(code.d()).sqrt().longValueExact();
    }
    long square = m * m * code.length() / code.degree();
    long root = (long) Math.sqrt((double) square);
    while (root * root > square) {
      root--;
    }
    while ((root + 1) * (root + 1) <= square) {
      root++;
    }
    return root;
  }

  /**
   * {@return ℓB·(2D − 1)(2B − 1)·(n − D)/(A − D), nearly: as h ≥ ℓB, no degree from B on proves
   * less, and B grows with m}
   */
  private static double leastOfAllAbove(ReedSolomonCode code, long b, long ell) {
    return (double) ell * b * (2.0 * code.degree() - 1) * (2.0 * b - 1) * code.nearSpread();
  }
}
