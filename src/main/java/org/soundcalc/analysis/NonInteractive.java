package org.soundcalc.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Term;

/**
 * The security of the proof that is sent, after Fiat-Shamir: the largest b ≥ 0 such that a forger
 * with any number Q of queries to the random oracle, from 1 to 2^b, succeeds with probability at
 * most Q·2^-b. With ε the largest round error and λ the bits of a hash, Q queries succeed with at
 * most Q·ε + 3(Q² + 1)·2^-λ [BCS16, Thm 7.1; for round-by-round soundness CCH+19 and CMS19], so
 * that Q = 2^b decides.
 *
 * @param bits b, 0 also where not even that is proven
 * @param binds which summand is the larger one where one more bit is asked for
 */
public record NonInteractive(int bits, Part binds) {
  /** The most that a file may state. */
  private static final int MAX_HASH_BITS = 1 << 16;

  /** So many bits of a hash beyond 2b keep its collisions below half of 2^-b. */
  private static final int HASH_MARGIN = 3;

  private static final Rational THREE = Rational.of(3);

  /** A summand of a forger's chance. */
  public enum Part {
    /** Q·ε: the rounds of the protocol. */
    ROUNDS("rounds", "limited by the rounds' errors"),
    /** 3(Q² + 1)·2^-λ: collisions of the hash. */
    HASH("hash", "limited by collisions of the hash");

    private final String word;
    private final String limit;

    Part(String word, String limit) {
      this.word = word;
      this.limit = limit;
    }

    /** {@return the word for it in formats for programs} */
    public String word() {
      return word;
    }

    /** {@return that it decides the bits, for people} */
    public String limit() {
      return limit;
    }
  }

  /**
   * The non-interactive security of a circuit under a regime.
   *
   * @param figures of the circuit
   * @param hashBits λ, ≥ 1
   * @return b, and what binds it
   */
  static NonInteractive of(RegimeResult.Figures figures, int hashBits) {
    int bits = Math.toIntExact(Math.min(figures.bits(), hashBits / 2));
    while (bits > 0 && !holds(figures, bits, hashBits)) {
      bits--;
    }
    Formula beyond = Formula.constant(collisions(bits + 1, hashBits));
    boolean byHash = Certified.compare(figures.binding().term().error(), beyond) < 0;
    return new NonInteractive(bits, byHash ? Part.HASH : Part.ROUNDS);
  }

  /**
   * The least bits of a hash with which a circuit has so many bits.
   *
   * @param figures of the circuit
   * @param bits b, ≥ 1
   * @return nothing where its rounds do not admit them with any hash
   */
  static OptionalInt hashBitsFor(RegimeResult.Figures figures, int bits) {
    int below = 0;
    int enough = MAX_HASH_BITS;
    if (!holds(figures, bits, enough)) {
      return OptionalInt.empty();
    }
    while (enough - below > 1) {
      int middle = (below + enough) / 2;
      if (holds(figures, bits, middle)) {
        enough = middle;
      } else {
        below = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  /**
   * {@return the bits of a hash beside which rounds of small enough error have so many bits: as it
   * is where that will do, else the least that leaves the rounds half of a forger's chance; nothing
   * where no hash is so long}
   *
   * @param bits b, ≥ 1
   * @param now the bits of the hash as it is
   */
  public static OptionalInt hashBitsBeside(long bits, int now) {
    long enough = now >= 2 * bits + 2 ? now : 2 * bits + 3;
    return enough <= MAX_HASH_BITS ? OptionalInt.of((int) enough) : OptionalInt.empty();
  }

  /**
   * {@return the bits of a hash whose collisions cost 2^b; nothing where no hash is so long}
   *
   * @param bits b, ≥ 0
   */
  public static OptionalInt hashBitsAgainstCollisions(long bits) {
    return bits <= MAX_HASH_BITS / 2 ? OptionalInt.of((int) (2 * bits)) : OptionalInt.empty();
  }

  /**
   * {@return whether rounds have so many bits after Fiat-Shamir}
   *
   * @param rounds all of a circuit's
   * @param bits b, ≥ 1
   * @param hashBits λ, ≥ 1
   */
  public static boolean isReached(List<Term> rounds, int bits, int hashBits) {
    Formula rest = Formula.constant(Rational.powerOfTwo(-bits).minus(collisions(bits, hashBits)));
    return rounds.stream().allMatch(round -> Certified.compare(round.error(), rest) <= 0);
  }

  /**
   * {@return bits that a circuit has in any case: with ε ≤ 2^-(b + 1), and 2b + 3 ≤ λ, of which
   * 3(2^b + 2^-b)·2^-λ ≤ 4·2^(b - λ) ≤ 2^-(b + 1) follows for b ≥ 1} May be 0 or less, which says
   * nothing.
   *
   * @param figures of the circuit
   * @param hashBits λ, ≥ 1
   */
  static long atLeast(RegimeResult.Figures figures, int hashBits) {
    return Math.min(figures.bits() - 1, (hashBits - HASH_MARGIN) / 2);
  }

  /** Whether ε + 3(2^b + 2^-b)·2^-λ ≤ 2^-b, for every round: fewer bits mean a larger error. */
  private static boolean holds(RegimeResult.Figures figures, int bits, int hashBits) {
    if (bits >= 1 && bits <= atLeast(figures, hashBits)) {
      return true;
    }
    Rational rest = Rational.powerOfTwo(-bits).minus(collisions(bits, hashBits));
    return rest.signum() > 0
        && figures.bits() >= bits
        && figures.terms().stream()
            .filter(term -> term.bits() == figures.bits())
            .allMatch(term -> Certified.compare(term.term().error(), Formula.constant(rest)) <= 0);
  }

  /** 3(2^b + 2^-b)·2^-λ: what collisions give a forger of 2^b queries, per query. */
  private static Rational collisions(int bits, int hashBits) {
    return THREE
        .times(Rational.powerOfTwo(bits).plus(Rational.powerOfTwo(-bits)))
        .times(Rational.powerOfTwo(-hashBits));
  }
}
