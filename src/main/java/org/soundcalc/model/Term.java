package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;

/**
 * The soundness error of one verifier round.
 *
 * @param name as in outputs, such as {@code query phase}
 * @param error the error ε with its grinding, > 0
 * @param grindingBits bits of proof-of-work asked for before this round, 0 for none
 * @param sources where the formula is from
 * @param code the last of the circuit's {@linkplain Circuit#codes() codes} whose bounds the error
 *     depends on, from 0
 * @param note why the error is more generous than a theorem, where it is
 */
public record Term(
    String name,
    Formula error,
    int grindingBits,
    List<Citation> sources,
    int code,
    Optional<String> note) {
  /** The name under which outputs show the minimum of a circuit's terms; no term may bear it. */
  public static final String TOTAL = "total";

  /** A term of the circuit's first code, whose error has its grinding already. */
  public Term(String name, Formula error, int grindingBits, List<Citation> sources) {
    this(name, error, grindingBits, sources, 0, Optional.empty());
  }

  /** A term whose error is ground by 2^-{@code grindingBits}, of the circuit's first code. */
  public static Term ground(String name, Formula raw, int grindingBits, List<Citation> sources) {
    Formula error = grindingBits == 0 ? raw : new GroundError(raw, grindingBits);
    return new Term(name, error, grindingBits, sources);
  }

  /** The same term, of a later code. */
  public Term of(int itsCode) {
    return new Term(name, error, grindingBits, sources, itsCode, note);
  }

  /** The same term, with what a reader must know of it. */
  public Term noted(String itsNote) {
    return new Term(name, error, grindingBits, sources, code, Optional.of(itsNote));
  }
}
