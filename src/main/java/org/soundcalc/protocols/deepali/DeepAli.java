package org.soundcalc.protocols.deepali;

import java.util.List;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * DEEP-ALI over a Reed-Solomon commitment [Ha22 Thm 8].
 *
 * @param constraints C, ≥ 1
 * @param degree d, the largest degree of a constraint, ≥ 1
 * @param openingPoints c, the points at which each column is opened, ≥ 1
 * @param grindingBits bits of proof-of-work before the out-of-domain point
 */
public record DeepAli(long constraints, long degree, long openingPoints, int grindingBits) {
  /** The name of the term of the random combination of constraints. */
  public static final String ALI = "ALI";

  /** The name of the term of the out-of-domain sample. */
  public static final String DEEP = "DEEP";

  private static final List<Citation> SOURCES = List.of(new Citation(Paper.HA22, "Thm 8"));

  /** The same without proof-of-work. */
  public DeepAli withoutGrinding() {
    return new DeepAli(constraints, degree, openingPoints, 0);
  }

  /**
   * Both terms.
   *
   * @param field where challenges are drawn
   * @param length n, the initial code's length, as long as k + n &lt; F
   * @param dimension k, the initial code's dimension
   * @param bounds of the initial code
   */
  public List<Term> terms(Field field, Rational dimension, Rational length, CodeBounds bounds) {
    List<Citation> sources = Citation.union(SOURCES, bounds.sources());
    return List.of(
        Term.ground(ALI, new AliError(this, field, dimension, bounds), 0, sources),
        Term.ground(
            DEEP, new DeepError(this, field, dimension, length, bounds), grindingBits, sources));
  }
}
