package org.soundcalc.model;

import java.util.List;
import org.soundcalc.math.Formula;

/**
 * The soundness error of one verifier round.
 *
 * @param name as in outputs, such as {@code query phase}
 * @param error the error ε with its grinding, > 0
 * @param grindingBits bits of proof-of-work asked for before this round, 0 for none
 * @param sources where the formula is from
 */
public record Term(String name, Formula error, int grindingBits, List<Source> sources) {
  /** The name under which outputs show the minimum of a circuit's terms; no term may bear it. */
  public static final String TOTAL = "total";

  /** A term whose error is ground by 2^-{@code grindingBits}. */
  public static Term ground(String name, Formula raw, int grindingBits, List<Source> sources) {
    Formula error = grindingBits == 0 ? raw : new GroundError(raw, grindingBits);
    return new Term(name, error, grindingBits, sources);
  }
}
