package org.example.toyfri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Values;

/**
 * FRI that folds once, by 2, and sends the folded polynomial in the clear.
 *
 * @param id name, field and hash
 * @param rate ρ
 * @param length k, the dimension of the code, a power of two of at least 2
 * @param queries t, ≥ 1
 * @param grindingBits proof-of-work before the queries
 */
record ToyFri(CircuitId id, Rate rate, long length, long queries, long grindingBits)
    implements Circuit {
  private static final Keys<ToyFri> OWN = new Keys<>((toy, values) -> of(toy.id, values));

  private static final Key<ToyFri, Rate> RHO =
      OWN.required("rho", new RateType(), ToyFri::rate)
          .meaning("Rate of the code.")
          .moving("every term, proof size");

  private static final Key<ToyFri, Long> TRACE_LENGTH =
      OWN.required("trace_length", new PowerOfTwoType(2), ToyFri::length)
          .meaning("Dimension of the code.")
          .in("rows")
          .moving("fold, proof size");

  private static final Key<ToyFri, Long> NUM_QUERIES =
      OWN.required("num_queries", IntegerType.QUERIES, ToyFri::queries)
          .meaning("Queries of the verifier.")
          .in("queries")
          .moving("queries, proof size")
          .lever(1);

  private static final Key<ToyFri, Long> GRINDING =
      OWN.optional("grinding_query_phase", IntegerType.GRINDING, 0L, ToyFri::grindingBits)
          .meaning("Proof-of-work before the queries.")
          .in("bits")
          .moving("queries")
          .lever(2);

  /** In the order of their reference. */
  static final List<Key<Circuit, ?>> KEYS =
      Keys.ofCircuit(ToyFri.class, List.of(RHO, TRACE_LENGTH, NUM_QUERIES, GRINDING));

  private static final List<Citation> FOLD = List.of(new Citation(Paper.BCIKS20, "Thm 8.3"));

  /** Checks each parameter, and that the field has so large a domain. */
  ToyFri {
    Invariants invariants =
        new Invariants()
            .check(TRACE_LENGTH, length)
            .check(NUM_QUERIES, queries)
            .check(GRINDING, grindingBits);
    if (invariants.hold(TRACE_LENGTH)) {
      int logDomain = logDomain(length, rate);
      invariants.require(
          logDomain <= id.field().twoAdicity(),
          () ->
              "over rho is a domain of 2^%d points, beyond the 2-adicity %d of %s"
                  .formatted(logDomain, id.field().twoAdicity(), id.field().tomlName()),
          TRACE_LENGTH,
          RHO,
          CommonKeys.FIELD);
    }
    invariants.enforce();
  }

  /** The circuit that these values describe. */
  static ToyFri of(CircuitId id, Values<ToyFri> values) {
    return new ToyFri(
        id,
        values.get(RHO),
        values.get(TRACE_LENGTH),
        values.get(NUM_QUERIES),
        values.get(GRINDING));
  }

  /** log2 of the domain's size n = k/ρ. */
  private static int logDomain(long length, Rate rate) {
    return Long.numberOfTrailingZeros(length) + rate.log2Inverse();
  }

  /** log2 of the domain's size n = k/ρ. */
  int logDomain() {
    return logDomain(length, rate);
  }

  @Override
  public List<Key<Circuit, ?>> keys() {
    return KEYS;
  }

  @Override
  public ToyFri with(CircuitId other) {
    return new ToyFri(other, rate, length, queries, grindingBits);
  }

  /** Every regime may be asked for. */
  @Override
  public Optional<String> excludes(Decoding decoding) {
    return Optional.empty();
  }

  /** The one code whose proximity parameter a regime chooses. */
  @Override
  public List<Code> codes() {
    int logDimension = Long.numberOfTrailingZeros(length);
    return List.of(new Code(id.field(), rate, logDimension, Optional.empty()));
  }

  /** The verifier's two rounds. */
  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    CodeBounds code = bounds.get(0);
    return List.of(
        Term.ground("fold", this::foldError, code, code, 0, FOLD),
        Term.ground("queries", this::queryError, code, code, grindingBits, List.of()));
  }

  /** err: the two halves of a far word combine to a near one. */
  private <T extends Real<T>> T foldError(Numbers<T> x, CodeBounds code) {
    return code.error(x, Rational.of(length / 2));
  }

  /** (1 − δ)^t: no query hits a point where a far word disagrees. */
  private <T extends Real<T>> T queryError(Numbers<T> x, CodeBounds code) {
    return x.power(x.let("1 − δ", code.agreement(x)), "t", queries);
  }

  @Override
  public ProofSize proofSize() {
    return ToyFriSize.of(this);
  }
}
