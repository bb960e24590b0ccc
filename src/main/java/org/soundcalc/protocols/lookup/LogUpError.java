package org.soundcalc.protocols.lookup;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * The error of a LogUp argument [Ha22L], and of the GKR circuit that may sum its fractions [PH23].
 *
 * @param lookup its parameters
 * @param code what the commitment before its challenges may stand for, and the field of these
 * @param strict whether only what a theorem proves is counted
 */
record LogUpError(Lookup lookup, CommittedCode code, boolean strict) {
  private static final List<Citation> UNIVARIATE = List.of(new Citation(Paper.HA22L, "LogUp"));
  private static final List<Citation> MULTIVARIATE =
      List.of(new Citation(Paper.HA22L, "LogUp"), new Citation(Paper.PH23, "LogUp-GKR"));
  private static final Rational HALF = Rational.of(1, 2);

  /** The error as a term of its circuit, with what is generous about it. */
  Term term() {
    List<Citation> sources = isUnivariate() ? UNIVARIATE : MULTIVARIATE;
    return strict && code.isList()
        ? code.term(lookup.name(), LogUpError::listed, this, lookup.grindingBits(), sources)
        : Term.ground(lookup.name(), LogUpError::error, this, lookup.grindingBits(), sources)
            .noted(this::generosity);
  }

  private boolean isUnivariate() {
    return lookup.kind() == Lookup.Kind.UNIVARIATE;
  }

  /**
   * ℓ·ε: the challenges come after a commitment that fixes a list of ℓ codewords, and any of them
   * may be the witness for which the sums agree by chance.
   */
  private static <T extends Real<T>> T listed(Numbers<T> x, LogUpError error) {
    return x.let("ℓ", error.code.listSize(x)).times(x.let("ε for one witness", error(x, error)));
  }

  /** LogUp's error, with that of the GKR circuit which sums the fractions, if one does [PH23]. */
  private static <T extends Real<T>> T error(Numbers<T> x, LogUpError error) {
    T fractions = error.fractionsError(x);
    if (error.isUnivariate()) {
      return fractions;
    }
    T sum = fractions.plus(error.layersError(x));
    Rational stated = error.lookup.reductionError();
    return stated.signum() == 0 ? sum : sum.plus(x.named(Lookup.REDUCTION_ERROR.name(), stated));
  }

  /** K·H·R/F [Ha22L]: two sums of fractions that differ agree at a random challenge. */
  private <T extends Real<T>> T fractionsError(Numbers<T> x) {
    return x.named("K", lookup.lookups())
        .times(rows(x))
        .times(fingerprintDegree(x))
        .over(x.named("F", code.field().size()));
  }

  /** ½·v·(3v + 1)/F for v layers. */
  private <T extends Real<T>> T layersError(Numbers<T> x) {
    T v = layers(x);
    return x.of(HALF)
        .times(v)
        .times(x.of(3).times(v).plus(x.one()))
        .over(x.named("F", code.field().size()));
  }

  /** H, which nearly always fits a long. */
  private <T extends Real<T>> T rows(Numbers<T> x) {
    long sum = lookup.rowsL() + lookup.rowsT();
    return sum < 0 ? x.named("H", lookup.rows()) : x.named("H", sum);
  }

  /** R: S coefficients of a univariate fingerprint, or the variables of a multilinear one. */
  private <T extends Real<T>> T fingerprintDegree(Numbers<T> x) {
    if (!lookup.multilinearFingerprint()) {
      return x.named("S", lookup.columns());
    }
    return strict
        ? x.decided(
            "R",
            this::wholeVariables,
            Rational.of(Math.max(Batching.ceilLog2(lookup.columns()), 1)))
        : x.let("R", x.named("S", lookup.columns()).log2().max(x.one()));
  }

  private <T extends Real<T>> T wholeVariables(Numbers<T> x) {
    return x.named("S", lookup.columns()).log2().ceil().max(x.one());
  }

  /** v: the layers of the GKR circuit, log2 H + log2 K; strictly each is whole. */
  private <T extends Real<T>> T layers(Numbers<T> x) {
    return strict
        ? x.decided(
            "v",
            this::wholeLayers,
            Rational.of((long) ceilLog2(lookup.rows()) + Batching.ceilLog2(lookup.lookups())))
        : x.let("v", rows(x).log2().plus(x.named("K", lookup.lookups()).log2()));
  }

  private <T extends Real<T>> T wholeLayers(Numbers<T> x) {
    return rows(x).log2().ceil().plus(x.named("K", lookup.lookups()).log2().ceil());
  }

  private static int ceilLog2(Rational value) {
    return value.numerator().subtract(BigInteger.ONE).bitLength();
  }

  /** Where the original's formula is generous; nothing where it is a theorem. */
  private Optional<String> generosity() {
    List<String> omissions = new ArrayList<>();
    if (!strict && code.isList()) {
      omissions.add(
          "without the factor ℓ of the list of codewords that the commitment may stand for");
    }
    if (!strict && hasFractions()) {
      omissions.add("with logarithms that are not rounded up");
    }
    return omissions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the original's formula, not a theorem: "
                + String.join(" and ", omissions)
                + "; see --accounting strict");
  }

  private boolean hasFractions() {
    boolean fingerprint = lookup.multilinearFingerprint() && Long.bitCount(lookup.columns()) != 1;
    boolean layers =
        !isUnivariate()
            && !(lookup.rows().numerator().bitCount() == 1 && Long.bitCount(lookup.lookups()) == 1);
    return fingerprint || layers;
  }
}
