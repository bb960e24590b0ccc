package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
    return count(code, ell, characteristic, new Guesses());
  }

  /**
   * The count of a code.
   *
   * @param code n, k and A
   * @param ell ℓ, the degree of the curve that the words are on, ≥ 1
   * @param characteristic p of the field, prime
   * @param guesses where to look first
   * @return E1, never above E0; nothing where neither is defined
   * @throws IllegalArgumentException if {@code ell} is less than 1
   */
  public static Optional<Count> count(
      ReedSolomonCode code, long ell, BigInteger characteristic, Guesses guesses) {
    Optional<Count> johnson = JohnsonCounts.count(code, ell, characteristic);
    Candidates<FirstOrderProfile> candidates = new Candidates<>();
    johnson.ifPresent(known -> candidates.know(known.exceptional().doubleValue()));
    Search search = new Search(code, ell, candidates, new HashSet<>());
    guesses.tell(code, characteristic, ell, search);
    FirstOrderGrid.scan(code, characteristic, search);
    BigInteger curve = BigInteger.valueOf(ell);
    Optional<Count> least =
        candidates
            .least(profile -> profile.count(curve))
            .filter(l -> johnson.isEmpty() || l.value().compareTo(johnson.get().exceptional()) < 0)
            .map(l -> new Count(l.value(), l.profile().proof(Theorem.FIRST_ORDER)));
    least.ifPresent(count -> guesses.remember(count, ell));
    return least.or(() -> johnson);
  }

  /**
   * At h = ℓμ, which is the least that h can be, the bound grows with M and μ and has no m.
   *
   * @param code n, k and A
   * @param ell ℓ
   * @param candidates for the least
   * @param settled M and μ at which a profile was kept with h = ℓμ: no later one proves less there
   */
  private record Search(
      ReedSolomonCode code,
      long ell,
      Candidates<FirstOrderProfile> candidates,
      Set<FirstOrderProfile.Degrees> settled)
      implements FirstOrderGrid.Search {
    @Override
    public boolean admits(long cap, long mu) {
      FirstOrderProfile any = FirstOrderProfile.ofAnyMultiplicity(code, cap, mu);
      return candidates.admits(any.nearLeast((double) ell * mu, ell) * Candidates.LOWER);
    }

    @Override
    public boolean admits(FirstOrderProfile least, Moments moments) {
      double h = moments.leastDegree(ell, least.mu());
      return candidates.admits(least.nearLeast(h, ell) * Candidates.LOWER);
    }

    @Override
    public double limit() {
      return candidates.limit();
    }

    @Override
    public boolean endsWithTheFirst() {
      return false;
    }

    @Override
    public boolean visit(FirstOrderProfile profile, Moments moments) {
      double h = moments.leastDegree(ell, profile.mu());
      if (candidates.admits(profile.nearLeast(h, ell) * Candidates.LOWER)) {
        double low = profile.nearBound(h, ell) * Candidates.LOWER;
        if (candidates.admits(low) && !settled.contains(profile.degrees())) {
          candidates.keep(profile, low);
          know(profile, moments);
          if (moments.isCertain()
              && moments.greatestDegree(ell, profile.mu()) == (double) ell * profile.mu()) {
            settled.add(profile.degrees());
          }
        }
      }
      return true;
    }

    @Override
    public void know(FirstOrderProfile profile, Moments moments) {
      if (moments.isCertain()) {
        candidates.know(profile.nearBound(moments.greatestDegree(ell, profile.mu()), ell));
      }
    }
  }
}
