package org.soundcalc.regimes;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Family;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.Status;
import org.soundcalc.model.Term;

/**
 * The toy problem [ethSTARK §5.9.1]: no attack beats guessing a challenge, or a word that agrees
 * with the code at a ρ-th of its points and is never queried elsewhere. The whole protocol is one
 * term then, and it knows one code only: FRI's.
 */
public final class ToyProblem implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public ToyProblem() {}

  private static final String TERM = "toy problem";

  private static final RegimeInfo INFO =
      RegimeInfo.conjectured(
          "toy",
          40,
          Status.REFUTED,
          new Evidence(
              "near capacity",
              List.of(
                  new Citation(Paper.DG25, ""),
                  new Citation(Paper.CS25, ""),
                  new Citation(Paper.KKH26, ""))),
          "a word far from the code passes each query with probability rho; batching, folding and"
              + " lists cost nothing",
          List.of(new Citation(Paper.ETHSTARK, "§5.9.1")));

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  @Override
  public boolean covers(Family family) {
    return Regime.super.covers(family) && family.staysWithOneCode();
  }

  /** It bounds whole proofs, not the parts that a code has in them. */
  @Override
  public Choice choose(Code code) {
    return new Assessment.Inapplicable("states nothing of a code alone");
  }

  @Override
  public Assessment assess(Circuit circuit) {
    Optional<String> excluded = circuit.excludes(INFO.decoding());
    if (excluded.isPresent()) {
      return new Assessment.Inapplicable(excluded.get());
    }
    Optional<QueryPhase> queries = circuit.queryPhase();
    if (queries.isEmpty()) {
      return new Assessment.Inapplicable(
          "is defined for FRI only, not for " + circuit.id().family());
    }
    Guess guess = new Guess(circuit.id().field(), queries.get());
    Term term = new Term(TERM, guess, queries.get().grindingBits(), INFO.sources());
    return new Assessment.Terms(List.of(term), List.of());
  }

  /** 1/F + ρ^t·2^-g: proof-of-work comes before the queries alone. */
  private record Guess(Field field, QueryPhase phase) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T challenge = x.one().over(x.named("F", field.size()));
      T queries = x.power(phase.rate().rho(x), "t", phase.queries());
      return challenge.plus(queries.timesPowerOfTwo(-phase.grindingBits()));
    }
  }
}
