package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.merkle.SentProof;
import org.soundcalc.protocols.stark.Commitment.Frame;

/**
 * What may be laid out otherwise in STIR and WHIR.
 *
 * @param commitment the commitment
 * @param frame the circuit around it
 * @param first rate, at which the bounds of the first code are counted
 */
record IterationsDesign(IteratedCommitment commitment, Frame frame, Rate first)
    implements IteratedDesign {
  @Override
  public IteratedDesign at(int logInverseRate) {
    return new IterationsDesign(commitment, frame, Rate.ofLog2Inverse(logInverseRate));
  }

  private StirWhirParameters common() {
    return commitment.common();
  }

  @Override
  public IteratedLayout layout() {
    StirWhirParameters now = common();
    return new IteratedLayout(
        (int) now.logInverseRate(),
        now.foldingFactors().stream().map(Long::intValue).toList(),
        now.queries(),
        now.oodSamples(),
        now.gap(),
        commitment.grindingFolds(),
        now.grindingQueries(),
        now.grindingOod());
  }

  @Override
  public Circuit with(IteratedLayout layout) {
    List<Long> rates = new ArrayList<>(List.of((long) layout.logInverseRate()));
    int logDegree = logDegree();
    for (int i = 0; i < layout.logFactors().size(); i++) {
      int factor = layout.logFactors().get(i);
      Iteration iteration = new Iteration(i, logDegree, rates.get(i).intValue(), factor);
      rates.add((long) logInverseRateAfter(iteration));
      logDegree = iteration.logDegreeAfter();
    }
    StirWhirParameters now = common();
    StirWhirParameters other =
        new StirWhirParameters(
            now.field(),
            layout.logInverseRate(),
            now.logInverseRates().map(any -> rates),
            layout.logFactors().size(),
            layout.logFactors().stream().map(Integer::longValue).toList(),
            now.logDegree(),
            now.batchSize(),
            now.powerBatching(),
            layout.queries(),
            layout.samples(),
            layout.gap(),
            now.grindingBatching(),
            layout.grindingQueries(),
            layout.grindingSamples());
    return frame.with().apply(commitment.with(other, layout.grindingFolds()));
  }

  @Override
  public int logDegree() {
    return commitment.logDimension();
  }

  /** μ_i + κ_i, less what the domain shrinks by. */
  @Override
  public int logInverseRateAfter(Iteration iteration) {
    List<Long> rates = common().logInverseRates().orElse(List.of());
    long shrinks = 1;
    if (!rates.isEmpty()) {
      int i = Math.min(iteration.index(), rates.size() - 2);
      shrinks = rates.get(i) + common().foldingFactors().get(i) - rates.get(i + 1);
    }
    return iteration.logInverseRate() + (int) Math.max(0, iteration.logFactor() - shrinks);
  }

  @Override
  public boolean isInField(Iteration iteration) {
    int logLength = iteration.logDegree() + iteration.logInverseRate();
    // as interleaved words, unless the rates are stated
    int folded = common().logInverseRates().isPresent() ? 0 : iteration.logFactor();
    return logLength - folded <= commitment.field().twoAdicity() && isAsDeepAsCap(iteration);
  }

  /** Of the first round's trees, whichever size decides. */
  private boolean isAsDeepAsCap(Iteration iteration) {
    Optional<ProofFormat> format = frame.circuit().id().format();
    return iteration.index() > 0
        || format.isEmpty()
        || format.get().capLevels() <= format.get().depth(iteration(iteration).logFoldedDomain());
  }

  @Override
  public Code code(Iteration iteration, Optional<Rational> gap) {
    Rate rate = Rate.ofLog2Inverse(iteration.logInverseRate());
    return new Code(commitment.field(), rate, iteration.logDegree(), gap);
  }

  private Key<Circuit, ?> key(Key<?, ?> ofCommitment) {
    return findKey(ofCommitment).orElseThrow();
  }

  private Optional<Key<Circuit, ?>> findKey(Key<?, ?> ofCommitment) {
    for (Key<Circuit, ?> key : frame.circuit().keys()) {
      if (key.label().equals(ofCommitment.name())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  @Override
  public Key<Circuit, ?> rateKey() {
    return key(StirWhirParameters.LOG_INV_RATE);
  }

  @Override
  public Key<Circuit, ?> ratesKey() {
    return key(StirWhirParameters.LOG_INV_RATES);
  }

  @Override
  public Key<Circuit, ?> iterationsKey() {
    return key(StirWhirParameters.NUM_ITERATIONS);
  }

  @Override
  public Key<Circuit, ?> factorsKey() {
    return key(StirWhirParameters.FOLDING_FACTORS);
  }

  @Override
  public Key<Circuit, ?> queriesKey() {
    return key(StirWhirParameters.NUM_QUERIES);
  }

  @Override
  public Key<Circuit, ?> samplesKey() {
    return key(StirWhirParameters.NUM_OOD_SAMPLES);
  }

  @Override
  public Optional<Key<Circuit, ?>> gapKey() {
    return findKey(CommonKeys.GAP_TO_RADIUS);
  }

  @Override
  public Key<Circuit, ?> grindingFoldsKey() {
    return key(commitment.grindingFoldsKey());
  }

  @Override
  public Key<Circuit, ?> grindingQueriesKey() {
    return key(StirWhirParameters.GRINDING_QUERIES);
  }

  @Override
  public Key<Circuit, ?> grindingSamplesKey() {
    return key(StirWhirParameters.GRINDING_OOD);
  }

  @Override
  public boolean isOfIteration(String term) {
    return commitment.isOfFirstIteration(term);
  }

  @Override
  public String firstFoldTerm() {
    return commitment.firstFoldTerm();
  }

  /** The round of a schedule that this is. */
  static Schedule.Iteration iteration(Iteration of) {
    Rate rate = Rate.ofLog2Inverse(of.logInverseRate());
    return new Schedule.Iteration(of.index(), of.logDegree(), rate, of.logFactor());
  }

  private CodeBounds counted(boolean isFirst, CodeBounds code) {
    return isFirst ? frame.counted().apply(first, code) : code;
  }

  private IterationStage stage(Iteration of, CodeBounds code) {
    return new IterationStage(commitment.field(), iteration(of), counted(of.index() == 0, code));
  }

  @Override
  public List<Formula> foldErrors(Iteration iteration, CodeBounds code) {
    IterationStage stage = stage(iteration, code);
    return commitment.foldErrors(stage.iteration()).stream()
        .map(error -> Formula.of(error, stage))
        .toList();
  }

  @Override
  public Optional<Formula> samplesError(Iteration to, long samples, CodeBounds code) {
    IterationStage stage = stage(to, code);
    // no queries are counted here
    IterationStep step = new IterationStep(stage, code, 1, samples);
    return step.hasSamplesTerm()
        ? Optional.of(Formula.of(commitment::oodError, step))
        : Optional.empty();
  }

  @Override
  public boolean hasRoom(Step step) {
    return commitment.hasRoom(iteration(step.to()), step.queries(), step.samples());
  }

  @Override
  public Formula stepError(Step step, CodeBounds from, CodeBounds to) {
    return Formula.of(
        commitment::shiftError,
        new IterationStep(
            stage(step.to(), to),
            counted(step.to().index() == 1, from),
            step.queries(),
            step.samples()));
  }

  @Override
  public Formula lastError(long queries, boolean isFirst, CodeBounds code) {
    return new Queries(counted(isFirst, code), queries)::error;
  }

  @Override
  public Parts parts(int hashRateBits) {
    return new IterationParts(
        commitment,
        frame.circuit().id().hashBits(),
        SentProof.deciding(frame.circuit(), commitment.batchSize()),
        new HashMap<>(),
        new HashMap<>(),
        new IterationCosts(commitment.field(), hashRateBits));
  }
}
