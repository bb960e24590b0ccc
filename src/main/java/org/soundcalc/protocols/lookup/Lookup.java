package org.soundcalc.protocols.lookup;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * A LogUp argument.
 *
 * @param name the name of its term
 * @param kind over univariate or multivariate polynomials
 * @param rowsL looked-up rows, ≥ 0
 * @param rowsT table rows, ≥ 0
 * @param columns S, columns of a row, ≥ 1
 * @param lookups K, lookups that share the argument, ≥ 1
 * @param multilinearFingerprint whether a row is fingerprinted by a multilinear polynomial
 * @param reductionError a probability that the multivariate reduction adds
 * @param grindingBits bits of proof-of-work before its challenges
 * @param accounting how its error is counted
 */
public record Lookup(
    String name,
    Kind kind,
    long rowsL,
    long rowsT,
    long columns,
    long lookups,
    boolean multilinearFingerprint,
    Rational reductionError,
    int grindingBits,
    Accounting accounting) {

  /** A lookup whose error is counted as the original does. */
  public Lookup(
      String name,
      Kind kind,
      long rowsL,
      long rowsT,
      long columns,
      long lookups,
      boolean multilinearFingerprint,
      Rational reductionError,
      int grindingBits) {
    this(
        name,
        kind,
        rowsL,
        rowsT,
        columns,
        lookups,
        multilinearFingerprint,
        reductionError,
        grindingBits,
        Accounting.SOUNDCALC);
  }

  private static final List<Citation> UNIVARIATE = List.of(new Citation(Paper.HA22L, "LogUp"));
  private static final List<Citation> MULTIVARIATE =
      List.of(new Citation(Paper.HA22L, "LogUp"), new Citation(Paper.PH23, "LogUp-GKR"));

  /** What a LogUp argument sums over. */
  public enum Kind {
    /** A univariate sumcheck. */
    UNIVARIATE,
    /** The layers of a GKR circuit. */
    MULTIVARIATE
  }

  /** H, all rows of both sides. */
  public Rational rows() {
    return Rational.of(BigInteger.valueOf(rowsL).add(BigInteger.valueOf(rowsT)));
  }

  /** Its proof-of-work. */
  public GrindingSite grindingSite() {
    return GrindingSite.of(name, grindingBits, 1);
  }

  /** The same lookup without proof-of-work. */
  public Lookup withoutGrinding() {
    return new Lookup(
        name,
        kind,
        rowsL,
        rowsT,
        columns,
        lookups,
        multilinearFingerprint,
        reductionError,
        0,
        accounting);
  }

  /** The same lookup, its error counted in another way. */
  public Lookup under(Accounting other) {
    return new Lookup(
        name,
        kind,
        rowsL,
        rowsT,
        columns,
        lookups,
        multilinearFingerprint,
        reductionError,
        grindingBits,
        other);
  }

  /** R: S coefficients of a univariate fingerprint, or the variables of a multilinear one. */
  <T extends Real<T>> T fingerprintDegree(Numbers<T> x) {
    T s = x.named("S", columns);
    if (!multilinearFingerprint) {
      return s;
    }
    T variables = isStrict() ? x.of(Batching.ceilLog2(columns)) : s.log2();
    return x.let("R", variables.max(x.one()));
  }

  /** v: the layers of the GKR circuit, log2 H + log2 K; strictly each is whole. */
  <T extends Real<T>> T layers(Numbers<T> x) {
    T h = x.named("H", rows());
    T k = x.named("K", lookups);
    T v =
        isStrict()
            ? x.of((long) ceilLog2(rows()) + Batching.ceilLog2(lookups))
            : h.log2().plus(k.log2());
    return x.let("v", v);
  }

  private boolean isStrict() {
    return accounting == Accounting.STRICT;
  }

  private static int ceilLog2(Rational value) {
    return value.numerator().subtract(BigInteger.ONE).bitLength();
  }

  /**
   * The argument's error over {@code field}; none for a lookup without rows.
   *
   * @param list what the commitment before its challenges may stand for
   */
  public Optional<Term> term(Field field, CommittedCode list) {
    if (rowsL == 0 && rowsT == 0) {
      return Optional.empty();
    }
    Formula error =
        kind == Kind.UNIVARIATE ? new LogUpError(this, field) : new LogUpGkrError(this, field);
    List<Citation> sources = kind == Kind.UNIVARIATE ? UNIVARIATE : MULTIVARIATE;
    Term term =
        isStrict() && list.isList()
            ? Term.ground(
                name,
                new ListedError(list, error),
                grindingBits,
                Citation.union(sources, list.bounds().sources()))
            : Term.ground(name, error, grindingBits, sources);
    return Optional.of(LookupCaveats.of(this, list).map(term::noted).orElse(term));
  }
}
