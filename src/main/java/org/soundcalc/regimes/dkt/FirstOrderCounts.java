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
    FirstOrderGrid.scan(code, characteristic, new Search(code, ell, candidates));
    BigInteger curve = BigInteger.valueOf(ell);
    return candidates
        .least(profile -> profile.count(curve))
        .filter(l -> johnson.isEmpty() || l.value().compareTo(johnson.get().exceptional()) < 0)
        .map(l -> new Count(l.value(), l.profile().proof(Theorem.FIRST_ORDER)))
        .or(() -> johnson);
  }

  /**
   * At h = ℓμ, which is the least that h can be, the bound grows with M and μ and has no m.
   *
   * @param code n, k and A
   * @param ell ℓ
   * @param candidates for the least
   */
  private record Search(ReedSolomonCode code, long ell, Candidates<FirstOrderProfile> candidates)
      implements FirstOrderGrid.Search {
    @Override
    public boolean admits(long cap, long mu) {
      FirstOrderProfile any = FirstOrderProfile.ofAnyMultiplicity(code, cap, mu);
      return candidates.admits(any.nearLeast((double) ell * mu, ell) * Candidates.LOWER);
    }

    @Override
    public boolean visit(FirstOrderProfile profile, Moments moments) {
      double h = moments.leastDegree(ell, profile.mu());
      if (candidates.admits(profile.nearLeast(h, ell) * Candidates.LOWER)) {
        double low = profile.nearBound(h, ell) * Candidates.LOWER;
        if (candidates.admits(low)) {
          candidates.keep(profile, low);
          if (moments.isCertain()) {
            candidates.know(profile.nearBound(moments.greatestDegree(ell, profile.mu()), ell));
          }
        }
      }
      return true;
    }
  }
}
