package org.soundcalc.protocols.stark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CommittedCode;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookup;

/**
 * A STARK: DEEP-ALI over a commitment, with lookups.
 *
 * @param id name, field and hash
 * @param commitment the commitment
 * @param codes its codes, one for each iteration
 * @param air the reduction to it
 * @param lookups the lookup arguments
 * @param explicitRegime the regime that the team restricts itself to
 * @param parameters every parameter, for a reader
 */
public record Stark(
    CircuitId id,
    Commitment commitment,
    List<Code> codes,
    DeepAli air,
    List<Lookup> lookups,
    ExplicitRegime explicitRegime,
    List<Parameter> parameters)
    implements Circuit {
  /**
   * A STARK whose codes are those of its commitment.
   *
   * @param gap the pinned distance to the Johnson radius, if there is one
   */
  public static Stark of(
      CircuitId id,
      Commitment commitment,
      Optional<Rational> gap,
      DeepAli air,
      List<Lookup> lookups,
      ExplicitRegime explicitRegime,
      List<Parameter> parameters) {
    List<Code> codes =
        commitment.rates().stream().map(rate -> new Code(id.field(), rate, gap)).toList();
    return new Stark(id, commitment, codes, air, lookups, explicitRegime, parameters);
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    return explicitRegime.excludes(decoding);
  }

  private CommittedCode committed(List<CodeBounds> bounds) {
    return CommittedCode.of(codes.get(0), commitment.dimension(), bounds.get(0));
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return air.refusal(regime, committed(bounds));
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    List<Term> terms = new ArrayList<>(commitment.terms(id.field(), bounds));
    CommittedCode code = committed(bounds);
    terms.addAll(air.terms(code));
    lookups.forEach(lookup -> lookup.term(id.field(), code).ifPresent(terms::add));
    return terms;
  }

  @Override
  public Circuit under(Accounting accounting) {
    List<Lookup> counted = lookups.stream().map(lookup -> lookup.under(accounting)).toList();
    return new Stark(id, commitment, codes, air, counted, explicitRegime, parameters);
  }

  @Override
  public Optional<QueryPhase> queryPhase() {
    return commitment.queryPhase();
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(commitment.grindingSites());
    sites.add(GrindingSite.of(DeepAli.DEEP, (int) air.grindingBits(), 1));
    lookups.forEach(lookup -> sites.add(lookup.grindingSite()));
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    List<Lookup> bare = lookups.stream().map(Lookup::withoutGrinding).toList();
    return new Stark(
        id,
        commitment.withoutGrinding(),
        codes,
        air.withoutGrinding(),
        bare,
        explicitRegime,
        parameters);
  }

  @Override
  public ProofSize proofSize() {
    return commitment.size(id).whole();
  }
}
