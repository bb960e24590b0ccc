package org.soundcalc.bounds.lookup;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Source;
import org.soundcalc.model.Term;

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
    int grindingBits) {

  private static final List<Source> UNIVARIATE = List.of(new Source(Paper.HA22L, "LogUp"));
  private static final List<Source> MULTIVARIATE =
      List.of(new Source(Paper.HA22L, "LogUp"), new Source(Paper.PH23, "LogUp-GKR"));

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

  /** The argument's error over {@code field}; none for a lookup without rows. */
  public Optional<Term> term(Field field) {
    if (rowsL == 0 && rowsT == 0) {
      return Optional.empty();
    }
    return Optional.of(
        kind == Kind.UNIVARIATE
            ? Term.ground(name, new LogUpError(this, field), grindingBits, UNIVARIATE)
            : Term.ground(name, new LogUpGkrError(this, field), grindingBits, MULTIVARIATE));
  }
}
