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
 * @param whir which opens the stacked matrix, under the regime that it is configured for
 * @param errorShape the AIRs that the errors are of
 * @param sizeShape the AIRs that the proof size is of
 * @param constraintDegree d, ≥ 1
 * @param publicValues most public values, ≥ 0
 * @param logUp the interactions' argument
 * @param parameters every parameter, for a reader
 */
record Swirl(
    CircuitId id,
    StackedWhir whir,
    AirShape errorShape,
    AirShape sizeShape,
    long constraintDegree,
    long publicValues,
    LogUp logUp,
    List<Parameter> parameters)
    implements Circuit {
  @Override
  public Circuit with(CircuitId other) {
    throw new UnsupportedOperationException("SWIRL's keys");
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    if (decoding == whir.regime().decoding()) {
      return Optional.empty();
    }
    return Optional.of(
        decoding == Decoding.BEYOND
            ? "is not defined for SWIRL"
            : "is excluded by explicit_regime = \"" + whir.regime().word() + "\"");
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
    List<Term> terms = new ArrayList<>(whir.terms());
    terms.addAll(new Reduction(whir, errorShape, constraintDegree, logUp, id.field()).terms());
    return terms;
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(whir.grindingSites());
    sites.add(logUp.grinding().site("logup", 1));
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    return new Swirl(
        id,
        whir.with(SwirlGrinding.NONE),
        errorShape,
        sizeShape,
        constraintDegree,
        publicValues,
        logUp.withoutGrinding(),
        parameters);
  }

  @Override
  public ProofSize proofSize() {
    return ProofSize.exactly(new SwirlSize(this).bits());
  }
}
