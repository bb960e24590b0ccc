package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The profiles that proved the least of codes asked about before: those of similar codes and
 * agreements prove nearly the least of the next, so that most others are passed over at a glance.
 * Whatever is remembered, the least is what it is.
 */
public final class Guesses {
  /** So many are remembered for curves of a degree, or for lists. */
  private static final int REMEMBERED = 4;

  private static final long LISTS = 0;

  /** By ℓ, the newest first. */
  private final Map<Long, Deque<Proof>> proofs = new HashMap<>();

  /** Nothing is remembered yet. */
  public Guesses() {}

  void remember(Count count, long ell) {
    remember(count.proof(), Theorem.FIRST_ORDER, ell);
  }

  void remember(ListBound list) {
    remember(list.proof(), Theorem.FIRST_ORDER_LIST, LISTS);
  }

  private void remember(Proof proof, Theorem theorem, long ell) {
    if (proof.theorem() == theorem) {
      Deque<Proof> known = proofs.computeIfAbsent(ell, any -> new ArrayDeque<>());
      known.remove(proof);
      known.addFirst(proof);
      if (known.size() > REMEMBERED) {
        known.removeLast();
      }
    }
  }

  /** Lets a search know what they prove of a code: of counts on curves of degree ℓ. */
  void tell(ReedSolomonCode code, BigInteger p, long ell, FirstOrderGrid.Search search) {
    for (Proof proof : proofs.getOrDefault(ell, new ArrayDeque<>())) {
      FirstOrderGrid.tell(code, p, proof, search);
    }
  }

  /** The same of lists. */
  void tell(ReedSolomonCode code, BigInteger p, FirstOrderGrid.Search search) {
    tell(code, p, LISTS, search);
  }
}
