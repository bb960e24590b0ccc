package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;

/**
 * E1(n, k, A, ℓ): the exceptional challenges, also beyond the Johnson bound; the least of E0 and of
 * what the profiles of the first-order grid prove.
 */
public final class FirstOrderCounts {
  private FirstOrderCounts() {}

  /**
   * The count of a code.
   *
   * @param code n, k and A
   * @param ell ℓ, the degree of the curve that the words are on, ≥ 1
   * @param characteristic p of the field, prime
   * @return E1, never above E0; nothing where neither is defined
   * @throws IllegalArgumentException if {@code ell} is less than 1
   */
  public static Optional<Count> count(ReedSolomonCode code, long ell, BigInteger characteristic) {
    Optional<Count> johnson = JohnsonCounts.count(code, ell, characteristic);
    Candidates<FirstOrderProfile> candidates = new Candidates<>();
    johnson.ifPresent(known -> candidates.know(known.exceptional().doubleValue()));
    FirstOrderGrid.scan(
        code, characteristic, (profile, moments) -> consider(profile, moments, ell, candidates));
    BigInteger curve = BigInteger.valueOf(ell);
    return candidates
        .least(profile -> profile.count(curve))
        .filter(l -> johnson.isEmpty() || l.value().compareTo(johnson.get().exceptional()) < 0)
        .map(l -> new Count(l.value(), l.profile().proof(Theorem.FIRST_ORDER)))
        .or(() -> johnson);
  }

  /** At h = ℓμ, which is the least that h can be, the bound grows with μ. */
  private static boolean consider(
      FirstOrderProfile profile,
      Moments moments,
      long ell,
      Candidates<FirstOrderProfile> candidates) {
    double leastAbove = profile.nearBound((double) ell * profile.mu(), ell) * Candidates.LOWER;
    if (!candidates.admits(leastAbove)) {
      return false;
    }
    double low = profile.nearBound(moments.leastDegree(ell, profile.mu()), ell) * Candidates.LOWER;
    if (candidates.admits(low)) {
      double most = moments.greatestDegree(ell, profile.mu());
      candidates.keep(profile, low, profile.nearBound(most, ell));
    }
    return true;
  }
}
