package org.example.toyfri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;

/**
 * FRI that folds once, by 2, and sends the folded polynomial in the clear.
 *
 * @param id name, field and hash
 * @param rate ρ
 * @param length k, the dimension of the code, a power of two of at least 2
 * @param queries t, ≥ 1
 * @param grindingBits proof-of-work before the queries
 * @param parameters every parameter, for a reader
 */
record ToyFri(
    CircuitId id,
    Rate rate,
    long length,
    long queries,
    int grindingBits,
    List<Parameter> parameters)
    implements Circuit {
  private static final List<Citation> FOLD = List.of(new Citation(Paper.BCIKS20, "Thm 8.3"));

  /** log2 of the domain's size n = k/ρ. */
  int logDomain() {
    return Long.numberOfTrailingZeros(length) + rate.log2Inverse();
  }

  /** Every regime may be asked for. */
  @Override
  public Optional<String> excludes(Decoding decoding) {
    return Optional.empty();
  }

  /** The one code whose proximity parameter a regime chooses. */
  @Override
  public List<Code> codes() {
    return List.of(new Code(id.field(), rate, Optional.empty()));
  }

  /** No regime contradicts the parameters. */
  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  /** The verifier's two rounds. */
  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    CodeBounds code = bounds.get(0);
    Rational folded = Rational.of(length / 2);
    List<Citation> foldSources = Citation.union(FOLD, code.sources());
    return List.of(
        Term.ground("fold", new FoldError(code, folded), 0, foldSources),
        Term.ground("queries", new QueryError(code, queries), grindingBits, code.sources()));
  }

  @Override
  public ProofSize proofSize() {
    return ToyFriSize.of(this);
  }
}
