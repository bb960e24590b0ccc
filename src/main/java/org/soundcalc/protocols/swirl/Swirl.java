package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Condition;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;

/** A circuit on SWIRL. Its regime is part of its configuration, and its accounting its own. */
final class Swirl implements Circuit {
  /** The keys that are read, in the order of their reference. */
  static final List<Key<Circuit, ?>> KEYS =
      Keys.ofCircuit(
          Swirl.class,
          Stream.of(
                  StackedWhir.keys().map(key -> key.of(Swirl::whir, Swirl::with)),
                  Airs.keys().map(key -> key.of(Swirl::airs, Swirl::with)),
                  LogUp.keys().map(key -> key.of(Swirl::logUp, Swirl::with)))
              .<Key<Swirl, ?>>flatMap(keys -> keys)
              .toList());

  /** The degree of a round polynomial, of the GKR circuit and of the zerocheck's batch. */
  private static final int SUMCHECK_DEGREE = 3;

  private static final List<Citation> LOGUP = List.of(new Citation(Paper.SWIRL, "LogUp"));
  private static final List<Citation> GKR = List.of(new Citation(Paper.SWIRL, "GKR"));
  private static final List<Citation> ZEROCHECK = List.of(new Citation(Paper.SWIRL, "zerocheck"));
  private static final List<Citation> STACKED =
      List.of(new Citation(Paper.SWIRL, "stacked reduction"));

  private final CircuitId id;
  private final StackedWhir whir;
  private final Airs airs;
  private final LogUp logUp;
  private final BiasedGrinding grinding;

  /** Made once they are asked for: searches make many circuits of which they never are. */
  private WhirErrors errors;

  /**
   * A circuit.
   *
   * @param id name, field and hash
   * @param whir which opens the stacked matrix, over the same field
   * @param airs what is proven
   * @param logUp the interactions' argument
   */
  Swirl(CircuitId id, StackedWhir whir, Airs airs, LogUp logUp) {
    Invariants invariants = new Invariants();
    invariants.require(
        whir.field().equals(id.field()),
        () -> "must be that of WHIR, " + whir.field().tomlName(),
        CommonKeys.FIELD);
    invariants.enforce();
    this.id = id;
    this.whir = whir;
    this.airs = airs;
    this.logUp = logUp;
    this.grinding = BiasedGrinding.of(logUp.grinding(), id.field().base().prime());
  }

  /** WHIR's; a race makes them twice. */
  WhirErrors errors() {
    WhirErrors known = errors;
    if (known == null) {
      known = new WhirErrors(whir);
      errors = known;
    }
    return known;
  }

  @Override
  public List<Key<Circuit, ?>> keys() {
    return KEYS;
  }

  @Override
  public CircuitId id() {
    return id;
  }

  StackedWhir whir() {
    return whir;
  }

  Airs airs() {
    return airs;
  }

  LogUp logUp() {
    return logUp;
  }

  @Override
  public boolean keysNameAllTermsMoved() {
    return true;
  }

  @Override
  public Swirl with(CircuitId other) {
    return new Swirl(other, whir.over(other.field()), airs, logUp);
  }

  Swirl with(StackedWhir other) {
    return new Swirl(id, other, airs, logUp);
  }

  Swirl with(Airs other) {
    return new Swirl(id, whir, other, logUp);
  }

  Swirl with(LogUp other) {
    return new Swirl(id, whir, airs, other);
  }

  @Override
  public Swirl withoutGrinding() {
    return new Swirl(id, whir.withoutGrinding(), airs, LogUp.POW.with(logUp, 0L));
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    if (decoding == whir.decoding()) {
      return Optional.empty();
    }
    return Optional.of(
        decoding == Decoding.BEYOND
            ? "is not defined for SWIRL"
            : "is excluded by explicit_regime = \"" + whir.explicitRegime() + "\"");
  }

  @Override
  public Optional<RoundsDesign> roundsDesign() {
    return Optional.of(new SwirlRounds(this));
  }

  /** None: the configuration fixes the multiplicity. */
  @Override
  public List<Code> codes() {
    return List.of();
  }

  @Override
  public List<Condition> conditions(List<CodeBounds> bounds) {
    return errors().conditions();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    List<Term> terms = new ArrayList<>(errors().terms());
    terms.add(new Term("logup", this::logUpError, grinding.bits(), LOGUP));
    terms.add(new Term("gkr_sumcheck", this::gkrSumcheckError, 0, GKR));
    terms.add(new Term("gkr_batching", this::gkrBatchingError, 0, GKR));
    terms.add(new Term("zerocheck_sumcheck", this::zerocheckError, 0, ZEROCHECK));
    terms.add(new Term("constraint_batching", this::constraintBatchingError, 0, ZEROCHECK));
    terms.add(new Term("stacked_reduction", this::stackedReductionError, 0, STACKED));
    return terms;
  }

  /** 2·I·2^len·L·g/F: unbalanced interactions sum to zero. */
  private <T extends Real<T>> T logUpError(Numbers<T> x) {
    T points =
        x.of(2)
            .times(x.named("I", logUp.interactions()))
            .times(x.named("2^len", Rational.powerOfTwo((int) logUp.logMessageLength())));
    return grinding.ground(x, ofList(x, points));
  }

  /** 3/F: two round polynomials of the GKR circuit agree at a random point. */
  private <T extends Real<T>> T gkrSumcheckError(Numbers<T> x) {
    return x.of(SUMCHECK_DEGREE).over(x.named("F", whir.field().size()));
  }

  /** 1/F: the claims on two halves of a layer hide each other. */
  private <T extends Real<T>> T gkrBatchingError(Numbers<T> x) {
    return x.of(1).over(x.named("F", whir.field().size()));
  }

  /** max((d + 1)·σ, d + 1)·L/F: round polynomials agree, univariate ones or multilinear ones. */
  private <T extends Real<T>> T zerocheckError(Numbers<T> x) {
    T multilinear = x.named("d", airs.constraintDegree()).plus(x.one());
    T univariate = multilinear.times(sigma(x));
    return ofList(x, univariate.max(multilinear));
  }

  /**
   * max(max(x, 3) + σ + (C − 1), 3·K − 1)·L/F: a batch of C constraints vanishes at the sumchecks'
   * common boundary, or one of 3·K claims on K AIRs hides another.
   */
  private <T extends Real<T>> T constraintBatchingError(Numbers<T> x) {
    T three = x.of(SUMCHECK_DEGREE);
    // The subtraction comes last: nothing is negative even without constraints.
    T boundary =
        x.named("x", extraVariables())
            .max(three)
            .plus(sigma(x))
            .plus(x.named("C", airs.constraints().errors()))
            .minus(x.one());
    T claims = three.times(x.named("K", airs.airs().errors())).minus(x.one());
    return ofList(x, boundary.max(claims));
  }

  /** x: a trace may be shorter than the univariate round, and the sum longer than a trace. */
  private long extraVariables() {
    long skip = whir.skip();
    long traceVariables = Math.max(airs.logHeight().errors() - skip, 0);
    BigInteger cap = BigInteger.valueOf(logUp.interactions());
    return Math.max(
        traceVariables - airs.interactionVariables(cap, skip, ShapeKey.Count::errors), 0);
  }

  /**
   * max(2·W, 2σ, 2)·L/F: the batch of the claims on W columns and on their rotations, or a round
   * polynomial of the sumcheck over them, is right by chance.
   */
  private <T extends Real<T>> T stackedReductionError(Numbers<T> x) {
    T two = x.of(2);
    T batching = two.times(x.named("W", airs.columns().errors()));
    return ofList(x, batching.max(two.times(sigma(x))).max(two));
  }

  /** σ = 2^l_skip − 1. */
  private <T extends Real<T>> T sigma(Numbers<T> x) {
    return x.named("σ", Rational.of(whir.skipDegree()));
  }

  private <T extends Real<T>> T ofList(Numbers<T> x, T points) {
    return points.times(errors().initial().listSize(x)).over(x.named("F", whir.field().size()));
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(errors().grindingSites());
    sites.add(grinding.site("logup", 1));
    return sites;
  }

  @Override
  public ProofSize proofSize() {
    return SizePart.sum(sizeParts());
  }

  /** Of the encoded proof. */
  @Override
  public boolean countsAllSent() {
    return true;
  }

  @Override
  public List<SizePart> sizeParts() {
    return new SwirlSize(this).parts();
  }

  /** WHIR's: what leads to it costs the same whatever it is. */
  @Override
  public List<CostPart> costParts(int hashRateBits) {
    return whir.costParts(hashRateBits);
  }
}
