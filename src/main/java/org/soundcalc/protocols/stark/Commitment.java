package org.soundcalc.protocols.stark;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;

/** A batched polynomial commitment over Reed-Solomon codes: FRI, STIR or WHIR. */
public interface Commitment {
  /** The rates of its codes, one for each iteration, the committed code's first. */
  List<Rate> rates();

  /** The committed code's dimension k. */
  Rational dimension();

  /** The names of all its terms, for others to stay clear of. */
  Set<String> termNames();

  /**
   * Its rounds.
   *
   * @param field where challenges are drawn
   * @param bounds one for each of {@link #rates()}
   */
  List<Term> terms(Field field, List<CodeBounds> bounds);

  /** Its queries, where it stays with one code. */
  default Optional<QueryPhase> queryPhase() {
    return Optional.empty();
  }

  /** Where its prover does proof-of-work. */
  List<GrindingSite> grindingSites();

  /** The same commitment without any proof-of-work. */
  Commitment withoutGrinding();

  /** The size of all that it sends, its expectation not yet {@link ProofSize#whole() capped}. */
  ProofSize size(CircuitId id);
}
