package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;

/**
 * A circuit on SWIRL. Its regime is part of its configuration, and its accounting its own.
 *
 * @param id name, field and hash
 * @param stack the stacked matrix that WHIR opens
 * @param accounting the regime that it is meant for
 * @param rounds of WHIR, at least one
 * @param errorShape the AIRs that the errors are of
 * @param sizeShape the AIRs that the proof size is of
 * @param constraintDegree d, ≥ 1
 * @param publicValues most public values, ≥ 0
 * @param logUp the interactions' argument
 * @param grinding the proof-of-work of its phases
 * @param parameters every parameter, for a reader
 */
record Swirl(
    CircuitId id,
    Stack stack,
    ConfiguredRegime accounting,
    List<Round> rounds,
    AirShape errorShape,
    AirShape sizeShape,
    long constraintDegree,
    long publicValues,
    LogUp logUp,
    SwirlGrinding grinding,
    List<Parameter> parameters)
    implements Circuit {
  @Override
  public Optional<String> excludes(Decoding decoding) {
    if (decoding == accounting.decoding()) {
      return Optional.empty();
    }
    return Optional.of(
        decoding == Decoding.BEYOND
            ? "is not defined for SWIRL"
            : "is excluded by explicit_regime = \"" + accounting.word() + "\"");
  }

  /** None: the configuration fixes the multiplicity. */
  @Override
  public List<Code> codes() {
    return List.of();
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    SwirlCodeBounds initial = rounds.get(0).proximity();
    List<Term> terms =
        new ArrayList<>(
            new WhirErrors(stack, initial, rounds, id.field(), grinding).terms(initial.sources()));
    terms.addAll(
        new ReductionErrors(
                stack, initial, errorShape, constraintDegree, logUp, grinding.logUp(), id.field())
            .terms());
    return terms;
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    if (stack.width() > 1) {
      sites.add(grinding.mu().site("whir_mu_batching", 1));
    }
    sites.add(grinding.folding().site("whir_fold_rbr", (long) Round.FOLDS * rounds.size()));
    sites.add(grinding.query().site("whir_query", rounds.size()));
    sites.add(grinding.logUp().site("logup", 1));
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    return new Swirl(
        id,
        stack,
        accounting,
        rounds,
        errorShape,
        sizeShape,
        constraintDegree,
        publicValues,
        logUp,
        SwirlGrinding.none(id.field().base().prime()),
        parameters);
  }

  @Override
  public ProofSize proofSize() {
    return ProofSize.exactly(new SwirlSize(this).bits());
  }
}
