package org.soundcalc.protocols.stark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Condition;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Derivation;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Rate;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.code.CommittedCode;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.merkle.SentProof;

/**
 * A STARK: DEEP-ALI over a commitment, with lookups.
 *
 * @param id name, field and hash
 * @param commitment the commitment, over the same field
 * @param air the reduction to it
 * @param lookups the lookup arguments
 * @param explicitRegime the regime that the team restricts itself to
 */
public record Stark(
    CircuitId id,
    Commitment commitment,
    DeepAli air,
    Lookups lookups,
    ExplicitRegime explicitRegime)
    implements Circuit {
  /** The tables of every STARK. */
  public static final List<TablesKey> TABLES = List.of(Lookups.TABLE, ProofFormat.TABLE);

  /** The keys beside those of the commitment, in the order of their reference. */
  private static final List<Key<Stark, ?>> KEYS =
      List.of(
          ofAir(DeepAli.GRINDING_DEEP),
          ofAir(DeepAli.NUM_CONSTRAINTS),
          ofAir(DeepAli.AIR_MAX_DEGREE),
          ofAir(DeepAli.OPENING_POINTS),
          ExplicitRegime.KEY.<Stark>held(
              stark -> stark.explicitRegime.word(), Stark::restrictedTo));

  private static final List<Key<?, ?>> INFORMATIONAL =
      List.of(
          InformationalKeys.NUM_COLUMNS,
          InformationalKeys.NUM_COLUMNS_FIXED,
          InformationalKeys.NUM_COLUMNS_WITNESS,
          InformationalKeys.GROUP,
          InformationalKeys.UDR_ONLY,
          InformationalKeys.MULTILINEAR_ZEROCHECK,
          InformationalKeys.MAX_COMBO,
          BlowupFactor.KEY);

  /**
   * Checks that its parts fit together.
   *
   * @param id name, field and hash
   * @param commitment the commitment, over the same field
   * @param air the reduction to it
   * @param lookups the lookup arguments, none named as another term
   * @param explicitRegime the regime that the team restricts itself to
   * @throws org.soundcalc.model.InvalidConfiguration if the fields differ, the field leaves no
   *     points outside the domains, two terms share a name, or the proof's format is none of its
   *     trees
   */
  public Stark {
    Invariants invariants = new Invariants();
    invariants.require(
        commitment.field().equals(id.field()),
        () -> "must be that of the commitment, " + commitment.field().tomlName(),
        CommonKeys.FIELD);
    DeepAli.checkField(invariants, id.field(), commitment.logDimension(), commitment.rate());
    lookups.checkNames(invariants, name -> isTaken(name, commitment));
    if (id.format().isPresent()) {
      int logLeaves = commitment.trees().get(0).logLeaves();
      id.format().get().check(invariants, id.field(), logLeaves);
    }
    invariants.enforce();
  }

  private static boolean isTaken(String name, Commitment commitment) {
    return isTaken(name) || commitment.hasTerm(name);
  }

  /** Whether no lookup may bear a name, whatever the commitment. */
  static boolean isTaken(String name) {
    return switch (name) {
      case DeepAli.ALI, DeepAli.DEEP, Term.TOTAL -> true;
      default -> false;
    };
  }

  private static <T> Key<Stark, T> ofAir(Key<DeepAli, T> key) {
    return key.of(Stark::air, Stark::with);
  }

  /**
   * {@return the keys of a STARK over a commitment, in the order of their reference}
   *
   * @param <P> the commitment
   * @param type of the commitment
   * @param ofCommitment its own keys
   */
  public static <P extends Commitment> List<Key<Circuit, ?>> keys(
      Class<P> type, List<Key<P, ?>> ofCommitment) {
    List<Key<Stark, ?>> keys = new ArrayList<>();
    ofCommitment.forEach(
        key -> keys.add(key.of(stark -> type.cast(stark.commitment), Stark::with)));
    keys.addAll(KEYS);
    return Keys.ofCircuit(Stark.class, keys);
  }

  /**
   * {@return these keys, and those that no formula reads}
   *
   * @param keys those of {@link #keys(Class, List)}
   */
  public static List<Key<?, ?>> withInformational(List<Key<Circuit, ?>> keys) {
    List<Key<?, ?>> all = new ArrayList<>(keys);
    all.addAll(INFORMATIONAL);
    return all;
  }

  @Override
  public List<Key<Circuit, ?>> keys() {
    List<Key<Circuit, ?>> keys = new ArrayList<>(commitment.keysOfStark());
    keys.addAll(lookups.keys(circuit -> ((Stark) circuit).lookups, (c, l) -> ((Stark) c).with(l)));
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
  public Stark with(CircuitId other) {
    return new Stark(other, commitment.over(other.field()), air, lookups, explicitRegime);
  }

  /**
   * {@return the same STARK over another commitment}
   *
   * @param other the commitment to have instead, over the same field
   */
  public Stark with(Commitment other) {
    return new Stark(id, other, air, lookups, explicitRegime);
  }

  /**
   * {@return the same STARK with another reduction}
   *
   * @param other the reduction to have instead
   */
  public Stark with(DeepAli other) {
    return new Stark(id, commitment, other, lookups, explicitRegime);
  }

  /**
   * {@return the same STARK with other lookups}
   *
   * @param other the lookups to have instead, none named as another term
   */
  public Stark with(Lookups other) {
    return new Stark(id, commitment, air, other, explicitRegime);
  }

  private Stark restrictedTo(Optional<String> regime) {
    return new Stark(id, commitment, air, lookups, ExplicitRegime.of(regime));
  }

  @Override
  public Optional<String> excludes(Decoding decoding) {
    return explicitRegime.excludes(decoding);
  }

  @Override
  public List<Code> codes() {
    return commitment.codes();
  }

  private CommittedCode committed(CodeBounds bounds) {
    return CommittedCode.of(codes().get(0), commitment.logDimension(), bounds);
  }

  private OpenedCode openedCode() {
    return openedCode(rate());
  }

  private OpenedCode openedCode(Rate rate) {
    return air.opened(rate, commitment.logDimension());
  }

  private Rate rate() {
    return commitment.rate();
  }

  /** The code that lists are counted of: of the committed one, or of the opened one. */
  private CommittedCode opened(List<CodeBounds> bounds) {
    return committed(bounds.get(0).opened(openedCode(), lookups.accounting()));
  }

  private List<CodeBounds> counted(List<CodeBounds> bounds) {
    if (lookups.accounting() != Accounting.STRICT) {
      return bounds;
    }
    List<CodeBounds> counted = new ArrayList<>(bounds);
    counted.set(0, counted(rate(), bounds.get(0)));
    return counted;
  }

  /** Strictly, words that are decoded uniquely are those that are opened. */
  private CodeBounds counted(Rate rate, CodeBounds first) {
    return lookups.accounting() == Accounting.STRICT
        ? first.decodingUniquely(openedCode(rate))
        : first;
  }

  @Override
  public Optional<FoldingDesign> foldingDesign() {
    return commitment.foldingDesign(frame());
  }

  @Override
  public Optional<IteratedDesign> iteratedDesign() {
    return commitment.iteratedDesign(frame());
  }

  private Commitment.Frame frame() {
    return new Commitment.Frame(this, this::with, this::counted);
  }

  @Override
  public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return air.refusal(regime, committed(bounds.get(0)));
  }

  @Override
  public List<Condition> conditions(List<CodeBounds> bounds) {
    List<CodeBounds> counted = new ArrayList<>(counted(bounds));
    CommittedCode code = opened(counted);
    counted.set(0, code.bounds());
    List<Condition> conditions = new ArrayList<>(Circuit.super.conditions(counted));
    conditions.addAll(air.conditions(code));
    return conditions;
  }

  @Override
  public List<Derivation> derivations() {
    return commitment.derivations();
  }

  @Override
  public boolean boundsLists(List<CodeBounds> bounds) {
    return opened(bounds).bounds().boundsList();
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    List<CodeBounds> counted = counted(bounds);
    CommittedCode code = opened(counted);
    List<Term> ofCommitment = commitment.terms(counted);
    List<Term> terms = new ArrayList<>(ofCommitment.size() + 2 + lookups.all().size());
    terms.addAll(ofCommitment);
    terms.addAll(air.terms(code));
    terms.addAll(lookups.terms(code));
    return terms;
  }

  @Override
  public Optional<Term> term(String name, List<CodeBounds> bounds) {
    if (DeepAli.ALI.equals(name) || DeepAli.DEEP.equals(name)) {
      return Optional.of(air.term(name, opened(bounds)));
    }
    return commitment.term(name, counted(bounds)).or(() -> lookups.term(name, opened(bounds)));
  }

  @Override
  public Circuit under(Accounting accounting) {
    return with(lookups.under(accounting));
  }

  @Override
  public Optional<QueryPhase> queryPhase() {
    return commitment.queryPhase();
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(commitment.grindingSites());
    sites.add(GrindingSite.of(DeepAli.DEEP, air.grindingBits(), 1));
    sites.addAll(lookups.grindingSites());
    return sites;
  }

  @Override
  public Circuit withoutGrinding() {
    return new Stark(
        id,
        commitment.withoutGrinding(),
        air.withoutGrinding(),
        lookups.withoutGrinding(),
        explicitRegime);
  }

  @Override
  public ProofSize proofSize() {
    return SizePart.sum(sizeParts());
  }

  @Override
  public List<SizePart> sizeParts() {
    return commitment.sizeParts(id.hashBits());
  }

  /** The commitment's: constraints and lookups cost the same whatever it is. */
  @Override
  public List<CostPart> costParts(int hashRateBits) {
    return commitment.costParts(hashRateBits);
  }

  @Override
  public List<SizePart> sentParts() {
    if (id.format().isEmpty()) {
      return List.of();
    }
    SentProof proof = SentProof.of(id.format().get(), id, commitment.batchSize());
    List<SizePart> parts = new ArrayList<>(commitment.sizeParts(proof.trees()));
    List<SizePart.Factor> values =
        List.of(
            SizePart.Factor.of("c", air.openingPoints()),
            new SizePart.Factor("columns", proof.columns()));
    parts.addAll(proof.beside(values, grindingSites()));
    return parts;
  }

  /** What each function evaluates to at each point out of the domain. */
  @Override
  public List<SizePart> uncounted() {
    return List.of(
        SizePart.product(
            "opened values",
            SizePart.Factor.of("c", air.openingPoints()),
            SizePart.Factor.of("B", commitment.batchSize()),
            SizePart.Factor.of("β", id.field().extensionBits())));
  }
}
