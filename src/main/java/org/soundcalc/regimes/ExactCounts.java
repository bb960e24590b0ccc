package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.regimes.dkt.Count;
import org.soundcalc.regimes.dkt.FirstOrderCounts;
import org.soundcalc.regimes.dkt.Guesses;
import org.soundcalc.regimes.dkt.JohnsonCounts;
import org.soundcalc.regimes.dkt.ListBound;
import org.soundcalc.regimes.dkt.Lists;
import org.soundcalc.regimes.dkt.Proof;
import org.soundcalc.regimes.dkt.ReedSolomonCode;
import org.soundcalc.regimes.dkt.Theorem;

/** Which theorems count exceptional challenges and codewords. */
enum ExactCounts {
  /** Those above the Johnson bound: E0, and the pairwise list. */
  JOHNSON("Thm 5.12, §7.2") {
    @Override
    Optional<Count> count(ReedSolomonCode code, long degree, Field field, Guesses guesses) {
      return JohnsonCounts.count(code, degree, field.base().prime());
    }

    @Override
    Optional<ListBound> list(ReedSolomonCode code, Field field, Guesses guesses) {
      return Lists.pairwise(code);
    }
  },

  /**
   * Those, and the ones of first order beyond it: E1, and the least list. Long codes of dimension 2
   * are left to the former, which is on the safe side: their grid has 40 times as many degrees as
   * the code has points. Words are folded to short ones.
   */
  FIRST_ORDER("Prop 5.10, Thm 5.12, §7.2") {
    @Override
    Optional<Count> count(ReedSolomonCode code, long degree, Field field, Guesses guesses) {
      return hasShortGrid(code)
          ? FirstOrderCounts.count(code, degree, field.base().prime(), guesses)
          : JOHNSON.count(code, degree, field, guesses);
    }

    @Override
    Optional<ListBound> list(ReedSolomonCode code, Field field, Guesses guesses) {
      return hasShortGrid(code)
          ? Lists.firstOrder(code, field.base().prime(), guesses)
          : JOHNSON.list(code, field, guesses);
    }
  };

  /** The dimension of the code of polynomials of degree 1. */
  static final long LINES = 2;

  /** The longest code of that dimension whose grid is searched: rates from 1/2 to 1/64. */
  private static final long MOST_PLACES_OF_LINES = 128;

  private final String places;

  ExactCounts(String places) {
    this.places = places;
  }

  /** Whether degrees up to 40·A/D are few enough to be looked through. */
  private static boolean hasShortGrid(ReedSolomonCode code) {
    return code.dimension() > LINES
        || (code.dimension() == LINES && code.length() <= MOST_PLACES_OF_LINES);
  }

  /** Challenges that are exceptional on a curve, at most; nothing where no theorem applies. */
  abstract Optional<Count> count(ReedSolomonCode code, long degree, Field field, Guesses guesses);

  /** Codewords near a word, at most; nothing where no theorem applies. */
  abstract Optional<ListBound> list(ReedSolomonCode code, Field field, Guesses guesses);

  /** The same, with what it was counted for. */
  Optional<CountedBound> bound(ReedSolomonCode code, long degree, Field field, Guesses guesses) {
    OptionalLong curve = OptionalLong.of(degree);
    return count(code, degree, field, guesses)
        .map(of -> bound(code, field, of.proof(), of.exceptional(), curve));
  }

  /** The same of the codewords near a word. */
  Optional<CountedBound> listBound(ReedSolomonCode code, Field field, Guesses guesses) {
    OptionalLong none = OptionalLong.empty();
    return list(code, field, guesses).map(of -> bound(code, field, of.proof(), of.size(), none));
  }

  private CountedBound bound(
      ReedSolomonCode code, Field field, Proof proof, BigInteger bound, OptionalLong curve) {
    return new CountedBound(this, code, field, proof, Rational.of(bound), curve, "");
  }

  /** Which theorem counts, with the integers to apply it with, for a reader. */
  String words(Proof proof, ReedSolomonCode code, Field field) {
    Theorem theorem = proof.theorem();
    String guard = theorem.guard().isEmpty() ? "" : ", needs " + theorem.guard();
    return proof
        + " for n = "
        + code.length()
        + ", D = "
        + code.degree()
        + ", A = "
        + code.agreement()
        + " ("
        + theorem.sources().stream().map(Citation::toString).collect(Collectors.joining("; "))
        + guard
        + lackOfProfiles(theorem, code, field.base().prime())
        + ")";
  }

  /** Where the characteristic excludes every profile: that it does. */
  private String lackOfProfiles(Theorem theorem, ReedSolomonCode code, BigInteger p) {
    boolean replaces =
        theorem == Theorem.RECIPE || (this == FIRST_ORDER && theorem == Theorem.PAIRWISE_LIST);
    return replaces && p.compareTo(BigInteger.valueOf(code.degree())) <= 0
        ? "; profiles (m, M, mu) need p > D, which p = " + p + " is not"
        : "";
  }

  /** Where the theorems are. */
  List<Citation> sources() {
    return List.of(new Citation(Paper.DKT26, places), new Citation(Paper.ARKLIB, ""));
  }
}
