package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Λ(n, D, A): the codewords that agree with a word in A places or more. */
public final class Lists {
  private Lists() {}

  /**
   * The pairwise bound, of any code whose distinct words agree in at most D places, so also of
   * interleaved codes of any width [Joh62; ArkLib {@code Code.finset_card_le_pairwiseJohnson}].
   *
   * @param code n, D and A
   * @return ⌊n(A − D)/(A² − nD)⌋; nothing unless n·D &lt; A²
   */
  public static Optional<ListBound> pairwise(ReedSolomonCode code) {
    if (!code.isAboveJohnson()) {
      return Optional.empty();
    }
    BigInteger size = code.n().multiply(code.a().subtract(code.d())).divide(code.excess());
    return Optional.of(new ListBound(size, Proof.of(Theorem.PAIRWISE_LIST)));
  }

  /**
   * The least of the pairwise bound and of those of the first-order grid, each (m, M) at its least
   * valid μ, as the bound grows with μ.
   *
   * @param code n, D and A
   * @param characteristic p of the field, prime
   * @return Λ; nothing where neither is defined
   */
  public static Optional<ListBound> firstOrder(ReedSolomonCode code, BigInteger characteristic) {
    return firstOrder(code, characteristic, new Guesses());
  }

  /**
   * The same.
   *
   * @param code n, D and A
   * @param characteristic p of the field, prime
   * @param guesses where to look first
   * @return Λ; nothing where neither is defined
   */
  public static Optional<ListBound> firstOrder(
      ReedSolomonCode code, BigInteger characteristic, Guesses guesses) {
    Optional<ListBound> pairwise = pairwise(code);
    Candidates<FirstOrderProfile> candidates = new Candidates<>();
    pairwise.ifPresent(known -> candidates.know(known.size().doubleValue()));
    Search search = new Search(code, candidates, new HashSet<>());
    guesses.tell(code, characteristic, search);
    FirstOrderGrid.scan(code, characteristic, search);
    Optional<ListBound> least =
        candidates
            .least(FirstOrderProfile::list)
            .filter(l -> pairwise.isEmpty() || l.value().compareTo(pairwise.get().size()) < 0)
            .map(l -> new ListBound(l.value(), l.profile().proof(Theorem.FIRST_ORDER_LIST)));
    least.ifPresent(guesses::remember);
    return least.or(() -> pairwise);
  }

  /**
   * The bound grows with M and μ and has no m.
   *
   * @param code n, D and A
   * @param candidates for the least
   * @param settled M and μ at which a profile was kept that is valid: others prove the same there
   */
  private record Search(
      ReedSolomonCode code,
      Candidates<FirstOrderProfile> candidates,
      Set<FirstOrderProfile.Degrees> settled)
      implements FirstOrderGrid.Search {
    @Override
    public boolean admits(long cap, long mu) {
      FirstOrderProfile any = FirstOrderProfile.ofAnyMultiplicity(code, cap, mu);
      return candidates.admits(any.nearListBound() * Candidates.LOWER);
    }

    @Override
    public boolean admits(FirstOrderProfile least, Moments moments) {
      return admits(least.cap(), least.mu());
    }

    @Override
    public double limit() {
      return candidates.limit();
    }

    @Override
    public boolean endsWithTheFirst() {
      return true;
    }

    @Override
    public boolean visit(FirstOrderProfile profile, Moments moments) {
      double size = profile.nearListBound();
      if (!settled.contains(profile.degrees())) {
        candidates.keep(profile, size * Candidates.LOWER);
      }
      if (moments.isCertain()) {
        settled.add(profile.degrees());
      }
      know(profile, moments);
      return !moments.isCertain();
    }

    @Override
    public void know(FirstOrderProfile profile, Moments moments) {
      if (moments.isCertain()) {
        candidates.know(profile.nearListBound());
      }
    }
  }
}
