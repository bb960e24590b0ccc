package org.soundcalc.protocols.jagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Derivation;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.protocols.code.CommittedCode;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.merkle.BinaryTrees;
import org.soundcalc.protocols.merkle.SentProof;
import org.soundcalc.protocols.merkle.TreeSizes;
import org.soundcalc.protocols.stark.Commitment;

/**
 * A circuit whose trace is packed into dense polynomials that are committed to [Jagged]; under
 * unique decoding only.
 *
 * @param id name, field and hash
 * @param dense the commitment to the dense polynomials, over the same field
 * @param trace what is packed
 * @param lookups the lookup arguments
 * @param explicitRegime {@code unique} where a team says so, which changes nothing
 */
record Jagged(
    CircuitId id, Commitment dense, Trace trace, Lookups lookups, Optional<String> explicitRegime)
    implements Circuit {
  static final Key<Jagged, String> DENSE_PCS =
      Key.<Jagged, String>optional(
              "dense_pcs",
              ChoiceType.inAnyCase("fri", "whir"),
              "fri",
              "The commitment to the dense polynomials; it determines the other keys.")
          .moving("which terms there are, proof size")
          .held(jagged -> Dense.of(jagged.dense).word(), Jagged::staying);

  static final Key<Jagged, Optional<String>> EXPLICIT_REGIME =
      Key.<Jagged, String>optional(
              "explicit_regime",
              ChoiceType.of("unique"),
              "The proven regime to estimate; Jagged has unique decoding only.")
          .held(Jagged::explicitRegime, Jagged::restrictedTo);

  private static final String REDUCTION = "reduce to dense PCS";
  private static final String ZEROCHECK = "zerocheck";
  private static final List<Citation> REDUCTION_SOURCES = List.of(new Citation(Paper.JAGGED, ""));
  private static final List<Citation> ZEROCHECK_SOURCES =
      List.of(new Citation(Paper.GRUEN24, "App. A.2"));

  /** The one kind of regime that the paper has errors for. */
  static final Set<Decoding> DECODINGS = Set.of(Decoding.UNIQUE);

  /** The degree of both sumchecks of the reduction. */
  private static final int SUMCHECK_DEGREE = 2;

  /** Checks that its parts fit together. */
  Jagged {
    Invariants invariants = new Invariants().check(EXPLICIT_REGIME, explicitRegime);
    invariants.require(
        dense.field().equals(id.field()),
        () -> "must be that of the commitment, " + dense.field().tomlName(),
        CommonKeys.FIELD);
    lookups.checkNames(invariants, name -> isTaken(name, Optional.of(dense)));
    if (id.format().isPresent()) {
      int logLeaves = dense.trees().get(0).logLeaves();
      id.format().get().check(invariants, id.field(), logLeaves);
    }
    invariants.enforce();
  }

  /** Whether no lookup may bear a name. */
  static boolean isTaken(String name, Optional<? extends Commitment> dense) {
    return name.equals(REDUCTION)
        || name.equals(ZEROCHECK)
        || name.equals(Term.TOTAL)
        || dense.filter(pcs -> pcs.hasTerm(name)).isPresent();
  }

  /** One of the trace's keys, as a key of the circuit. */
  static <T> Key<Jagged, T> ofTrace(Key<Trace, T> key) {
    return key.of(Jagged::trace, Jagged::with);
  }

  /** All keys of a circuit, whose trace and commitment have these. */
  static List<Key<Circuit, ?>> keys(List<Key<Jagged, ?>> ofParts) {
    List<Key<Jagged, ?>> keys = new ArrayList<>(List.of(DENSE_PCS));
    keys.addAll(ofParts);
    keys.add(EXPLICIT_REGIME);
    return Keys.ofCircuit(Jagged.class, keys);
  }

  @Override
  public List<Key<Circuit, ?>> keys() {
    List<Key<Circuit, ?>> keys = new ArrayList<>(Dense.of(dense).keys());
    keys.addAll(
        lookups.keys(
            circuit -> ((Jagged) circuit).lookups, (circuit, l) -> ((Jagged) circuit).with(l)));
    if (id.format().isPresent()) {
      keys.addAll(ProofFormat.keys());
    }
    return keys;
  }

  @Override
  public boolean keysNameAllTermsMoved() {
    return true;
  }

  @Override
  public Jagged with(CircuitId other) {
    Commitment over =
        InvalidConfiguration.retold(() -> dense.over(other.field()), Dense.of(dense)::told);
    return new Jagged(other, over, trace, lookups, explicitRegime);
  }

  Jagged with(Commitment other) {
    return new Jagged(id, other, trace, lookups, explicitRegime);
  }

  /** Another commitment has other keys. */
  private Jagged staying(String word) {
    String own = Dense.of(dense).word();
    String message = "is \"" + own + "\" and cannot be set: another one has other keys";
    new Invariants().require(word.equals(own), () -> message, DENSE_PCS).enforce();
    return this;
  }

  private Jagged with(Trace other) {
    return new Jagged(id, dense, other, lookups, explicitRegime);
  }

  private Jagged with(Lookups other) {
    return new Jagged(id, dense, trace, other, explicitRegime);
  }

  private Jagged restrictedTo(Optional<String> regime) {
    return new Jagged(id, dense, trace, lookups, regime);
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    return DECODINGS.contains(decoding)
        ? Optional.empty()
        : Optional.of("is not defined for JAGGED (UDR only)");
  }

  @Override
  public List<Code> codes() {
    return dense.codes();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    List<Term> terms = new ArrayList<>(dense.terms(bounds));
    terms.add(Term.ground(REDUCTION, this::reductionError, 0, REDUCTION_SOURCES));
    terms.add(Term.ground(ZEROCHECK, this::zerocheckError, 0, ZEROCHECK_SOURCES));
    terms.addAll(
        lookups.terms(CommittedCode.of(codes().get(0), dense.logDimension(), bounds.get(0))));
    return terms;
  }

  /**
   * (⌈log2 W⌉ + 2λ + 2(2λ + 2))/F: the claims on W columns are combined, a sumcheck of degree 2
   * over the dense polynomial's λ variables reduces them to it, and another one over 2λ + 2
   * variables evaluates what the first one leaves [Jagged].
   */
  private <T extends Real<T>> T reductionError(Numbers<T> x) {
    T lambda = x.named("λ", denseVariables());
    T two = x.of(2);
    return x.named("⌈log2 W⌉", trace.columnVariables())
        .plus(two.times(lambda))
        .plus(two.times(two.times(lambda).plus(two)))
        .over(x.named("F", id.field().size()));
  }

  /**
   * (C + (d + 2)·⌈log2 N⌉)/F: C constraints are combined by powers of a challenge, and a sumcheck
   * over the trace's N rows shows that they vanish [Gruen24 App. A.2].
   */
  private <T extends Real<T>> T zerocheckError(Numbers<T> x) {
    T roundDegree = x.named("d", trace.degree()).plus(x.of(2));
    return x.named("C", trace.constraints())
        .plus(roundDegree.times(x.named("⌈log2 N⌉", trace.rowVariables())))
        .over(x.named("F", id.field().size()));
  }

  @Override
  public Optional<FoldingDesign> foldingDesign() {
    return dense.foldingDesign(frame());
  }

  @Override
  public Optional<IteratedDesign> iteratedDesign() {
    return dense.iteratedDesign(frame());
  }

  private Commitment.Frame frame() {
    return new Commitment.Frame(this, this::with, (rate, bounds) -> bounds);
  }

  @Override
  public Circuit under(Accounting counting) {
    return with(lookups.under(counting));
  }

  /** λ, the variables of the dense polynomials together. */
  private int denseVariables() {
    return dense.logDimension() + Batching.ceilLog2(dense.batchSize());
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(dense.grindingSites());
    sites.addAll(lookups.grindingSites());
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    return new Jagged(
        id, dense.withoutGrinding(), trace, lookups.withoutGrinding(), explicitRegime);
  }

  @Override
  public ProofSize proofSize() {
    return SizePart.sum(sizeParts());
  }

  @Override
  public List<Derivation> derivations() {
    return dense.derivations();
  }

  @Override
  public List<SizePart> sizeParts() {
    return sizeParts(new BinaryTrees(id.hashBits()));
  }

  private List<SizePart> sizeParts(TreeSizes trees) {
    List<SizePart> parts = new ArrayList<>(dense.sizeParts(trees));
    parts.add(SizePart.exactly("reduction's sumcheck", this::reductionSize));
    parts.add(SizePart.exactly("evaluation's sumcheck", this::evaluationSize));
    return parts;
  }

  /** With what each column of the trace evaluates to where the zerocheck ends. */
  @Override
  public List<SizePart> sentParts() {
    if (id.format().isEmpty()) {
      return List.of();
    }
    SentProof proof = SentProof.of(id.format().get(), id, dense.batchSize());
    List<SizePart> parts = new ArrayList<>(sizeParts(proof.trees()));
    parts.addAll(proof.beside(List.of(SizePart.Factor.of("W", trace.columns())), grindingSites()));
    return parts;
  }

  /** What each column of the trace evaluates to where the zerocheck ends. */
  @Override
  public List<SizePart> uncounted() {
    return List.of(
        SizePart.product(
            "opened values",
            SizePart.Factor.of("W", trace.columns()),
            SizePart.Factor.of("β", id.field().extensionBits())));
  }

  /** The dense commitment's, and the sumchecks that lead to it. */
  @Override
  public List<CostPart> costParts(int hashRateBits) {
    List<CostPart> parts = new ArrayList<>(dense.costParts(hashRateBits));
    parts.add(CostPart.multiplications("sumchecks", this::sumcheckProver, this::sumcheckVerifier));
    return parts;
  }

  /** 6e²·2^λ. */
  private <T extends Real<T>> T sumcheckProver(Numbers<T> x) {
    return x.of(6)
        .times(x.named("e", id.field().degree()).pow(2))
        .times(x.named("2^λ", Rational.powerOfTwo(denseVariables())));
  }

  /** 2·(λ + 2λ + 2): a round of degree 2 takes two, of both sumchecks. */
  private <T extends Real<T>> T sumcheckVerifier(Numbers<T> x) {
    T lambda = x.named("λ", denseVariables());
    T two = x.of(SUMCHECK_DEGREE);
    return two.times(lambda.plus(two.times(lambda)).plus(two));
  }

  private <T extends Real<T>> T reductionSize(Numbers<T> x) {
    return sumcheckSize(x, x.named("λ", denseVariables()));
  }

  private <T extends Real<T>> T evaluationSize(Numbers<T> x) {
    T two = x.of(2);
    return sumcheckSize(x, two.times(x.named("λ", denseVariables())).plus(two));
  }

  /** v(d + 2) + 2 elements: a sumcheck of degree d over v variables, with its claims. */
  private <T extends Real<T>> T sumcheckSize(Numbers<T> x, T variables) {
    T elements = variables.times(x.of(SUMCHECK_DEGREE + 2L)).plus(x.of(2));
    return elements.times(x.named("β", id.field().extensionBits()));
  }
}
