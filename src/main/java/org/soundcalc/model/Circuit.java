package org.soundcalc.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/**
 * A circuit with the parameters of its proof system: valid by construction, ready to be asked for
 * its errors and sizes. Each {@link Family} has its own implementation.
 */
public interface Circuit {
  /** {@return what every circuit has, whatever its proof system} */
  CircuitId id();

  /**
   * {@return why regimes of this kind cannot be asked of this circuit; empty where they can}
   *
   * @param decoding unique or list decoding, as the regime has it
   */
  Optional<String> excludes(Decoding decoding);

  /**
   * {@return the codes whose proximity parameter the analyst chooses: one for each iteration of the
   * commitment scheme, none where the configuration itself fixes it}
   */
  List<Code> codes();

  /**
   * {@return why the circuit's parameters are contradictory under these bounds, if they are; they
   * are not, unless the circuit says so}
   *
   * @param regime the regime's name, for the message
   * @param bounds one for each of {@link #codes()}
   */
  default Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  /**
   * {@return whether under these bounds every list is bounded that its errors count}
   *
   * @param bounds one for each of {@link #codes()}
   */
  default boolean boundsLists(List<CodeBounds> bounds) {
    return true;
  }

  /**
   * {@return the verifier rounds and their errors, in the order of the protocol, errors of 0 left
   * out}
   *
   * @param bounds one for each of {@link #codes()}
   */
  List<Term> terms(List<CodeBounds> bounds);

  /**
   * {@return what the {@linkplain #terms terms} presuppose of their numbers, for a reader}
   *
   * @param bounds one for each of {@link #codes()}
   */
  default List<Condition> conditions(List<CodeBounds> bounds) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      for (Condition condition : bounds.get(i).conditions()) {
        conditions.add(bounds.size() > 1 ? condition.of(i) : condition);
      }
    }
    return conditions;
  }

  /**
   * {@return how numbers that formulas are given follow from others, for a reader; of the rest it
   * is known from which keys}
   */
  default List<Derivation> derivations() {
    return List.of();
  }

  /**
   * One of the {@linkplain #terms terms}, where it can be made without the others.
   *
   * @param name its name
   * @param bounds one for each of {@link #codes()}
   * @return nothing where it cannot, or where there is no such term
   */
  default Optional<Term> term(String name, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  /**
   * {@return the same circuit, its errors counted in another way; itself where that makes no
   * difference}
   *
   * @param accounting how errors are counted from now on
   */
  default Circuit under(Accounting accounting) {
    return this;
  }

  /** {@return its queries, where the commitment stays with one code, as FRI does} */
  default Optional<QueryPhase> queryPhase() {
    return Optional.empty();
  }

  /** {@return how it may be laid out otherwise, where its commitment stays with one code} */
  default Optional<FoldingDesign> foldingDesign() {
    return Optional.empty();
  }

  /** {@return how it may be laid out otherwise, where its commitment goes from code to code} */
  default Optional<IteratedDesign> iteratedDesign() {
    return Optional.empty();
  }

  /** {@return what may move beside its levers, where its configuration fixes what is proven} */
  default Optional<RoundsDesign> roundsDesign() {
    return Optional.empty();
  }

  /** {@return where the prover does proof-of-work, sites without any among them} */
  default List<GrindingSite> grindingSites() {
    return List.of();
  }

  /** {@return the same circuit without any proof-of-work: every factor on its errors is 1} */
  default Circuit withoutGrinding() {
    return this;
  }

  /** {@return how large a proof is} */
  ProofSize proofSize();

  /**
   * {@return what a proof consists of, whose sizes add up to its size; empty where it is unknown}
   */
  default List<SizePart> sizeParts() {
    return List.of();
  }

  /**
   * {@return what proving and verifying cost, part by part, proof-of-work left out; empty where the
   * proof system does not say}
   *
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   */
  default List<CostPart> costParts(int hashRateBits) {
    return List.of();
  }

  /**
   * {@return what proving and verifying cost; nothing where the proof system does not say}
   *
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   */
  default Optional<Costs> costs(int hashRateBits) {
    List<CostPart> parts = costParts(hashRateBits);
    return parts.isEmpty() ? Optional.empty() : Optional.of(Costs.of(parts, grindingSites()));
  }

  /** {@return what a proof has beside, which its size leaves out} */
  default List<SizePart> uncounted() {
    return List.of();
  }

  /**
   * {@return what a proof consists of as it is sent; empty where the {@linkplain CircuitId#format()
   * format} is not described}
   */
  default List<SizePart> sentParts() {
    return List.of();
  }

  /** {@return how large a proof is as it is sent, where the format is described} */
  default Optional<ProofSize> proofSizeSent() {
    List<SizePart> parts = sentParts();
    return parts.isEmpty() ? Optional.empty() : Optional.of(SizePart.sum(parts));
  }

  /** {@return whether its size is that of the proof as it is sent without such a description} */
  default boolean countsAllSent() {
    return false;
  }

  /** {@return whether it is the size as sent that decides} */
  default boolean isSizedAsSent() {
    return id().format().isPresent() && id().format().get().counted() == Sizes.SENT;
  }

  /** {@return the largest part of the size that decides; nothing where its parts are unknown} */
  default Optional<SizePart> largestPart() {
    return (isSizedAsSent() ? sentParts() : sizeParts())
        .stream().max(Comparator.comparing(part -> part.bits().worstCaseBits()));
  }

  /** {@return which of the two sizes decides, is compared with limits and sorted by} */
  default ProofSize decidingSize() {
    return isSizedAsSent() ? proofSizeSent().orElseGet(this::proofSize) : proofSize();
  }

  /**
   * {@return the same circuit, where another of its sizes decides; itself where it has one only}
   *
   * @param sizes which one
   */
  default Circuit sized(Sizes sizes) {
    return id().format().map(format -> with(id().sending(format.counting(sizes)))).orElse(this);
  }

  /**
   * {@return the same circuit with another name, field or hash, all else as it is}
   *
   * @param id what to have instead; a commitment goes over its field
   */
  Circuit with(CircuitId id);

  /**
   * {@return the keys that its proof system has, each held by this circuit, in the order of the
   * reference}
   */
  default List<Key<Circuit, ?>> keys() {
    return List.of();
  }

  /**
   * {@return whether each of its keys names every term that it moves, so that bits of the other
   * terms may be kept; where it does not, all terms are certified again}
   */
  default boolean keysNameAllTermsMoved() {
    return false;
  }

  /** {@return every parameter, in the order of the reference of keys, for a reader} */
  default List<Parameter> parameters() {
    return Stream.concat(CommonKeys.circuit().stream(), keys().stream())
        .flatMap(key -> Parameter.of(key, this).stream())
        .toList();
  }
}
