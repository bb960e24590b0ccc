package org.soundcalc.families.fri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.bounds.deepali.DeepAli;
import org.soundcalc.bounds.deepali.ExplicitRegime;
import org.soundcalc.bounds.deepali.MultiPointQuotients;
import org.soundcalc.bounds.fri.Fri;
import org.soundcalc.bounds.fri.FriSize;
import org.soundcalc.bounds.lookup.Lookup;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;

/**
 * A STARK: DEEP-ALI over FRI, with lookups.
 *
 * @param id name, field and hash
 * @param code the initial code's rate and field
 * @param fri the commitment
 * @param air the reduction to it
 * @param lookups the lookup arguments
 * @param explicitRegime the regime that the team restricts itself to
 * @param parameters every parameter, for a reader
 */
record FriStark(
    CircuitId id,
    Code code,
    Fri fri,
    DeepAli air,
    List<Lookup> lookups,
    ExplicitRegime explicitRegime,
    List<Parameter> parameters)
    implements Circuit {
  @Override
  public Optional<String> excludes(Decoding decoding) {
    return explicitRegime.excludes(decoding);
  }

  @Override
  public List<Code> codes() {
    return List.of(code);
  }

  private Rational length() {
    return code.length(fri.dimension());
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return MultiPointQuotients.refusal(
        regime, air.openingPoints(), fri.dimension(), length(), bounds.get(0));
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    CodeBounds initial = bounds.get(0);
    List<Term> terms = new ArrayList<>(fri.terms(initial));
    terms.addAll(air.terms(id.field(), fri.dimension(), length(), initial));
    for (Lookup lookup : lookups) {
      lookup.term(id.field()).ifPresent(terms::add);
    }
    return terms;
  }

  @Override
  public ProofSize proofSize() {
    return FriSize.of(fri, id).whole();
  }
}
