package org.soundcalc.protocols.stark;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Derivation;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Rate;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.merkle.BinaryTrees;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.TreeSizes;

/** A batched polynomial commitment over Reed-Solomon codes: FRI, STIR or WHIR. */
public interface Commitment {
  /** {@return how numbers that its formulas are given follow from others, for a reader} */
  default List<Derivation> derivations() {
    return List.of();
  }

  /** {@return where challenges are drawn} */
  Field field();

  /**
   * {@return the same commitment over another field}
   *
   * @param other where challenges are drawn instead
   */
  Commitment over(Field other);

  /** {@return the keys of a STARK over it, {@linkplain Stark#keys in order}} */
  List<Key<Circuit, ?>> keysOfStark();

  /** {@return its codes, one for each iteration, the committed code first} */
  List<Code> codes();

  /** {@return ρ of the committed code} */
  Rate rate();

  /** {@return B, the functions that it batches, ≥ 1} */
  long batchSize();

  /** {@return log2 of the committed code's dimension} */
  int logDimension();

  /** {@return the committed code's dimension k} */
  default Rational dimension() {
    return Rational.powerOfTwo(logDimension());
  }

  /** {@return the names that its terms may have, for others to stay clear of} */
  Set<String> termNames();

  /**
   * {@return whether a name is one of {@link #termNames()}}
   *
   * @param name of another term of the circuit, or one that a lookup wants
   */
  default boolean hasTerm(String name) {
    return termNames().contains(name);
  }

  /**
   * {@return its rounds}
   *
   * @param bounds one for each of {@link #codes()}
   */
  List<Term> terms(List<CodeBounds> bounds);

  /**
   * One of its terms, where it can be made without the others.
   *
   * @param name its name
   * @param bounds one for each of {@link #codes()}
   * @return nothing where it cannot, or where there is no such term
   */
  default Optional<Term> term(String name, List<CodeBounds> bounds) {
    return Optional.empty();
  }

  /**
   * What is around a commitment.
   *
   * @param circuit that is made with it
   * @param with the circuit with another commitment
   * @param counted bounds of the committed code as the circuit counts them at a rate
   */
  record Frame(
      Circuit circuit,
      Function<Commitment, Circuit> with,
      BiFunction<Rate, CodeBounds, CodeBounds> counted) {}

  /**
   * {@return how it may be laid out otherwise, where it stays with one code}
   *
   * @param frame what is around it
   */
  default Optional<FoldingDesign> foldingDesign(Frame frame) {
    return Optional.empty();
  }

  /**
   * {@return how it may be laid out otherwise, where it goes from code to code}
   *
   * @param frame what is around it
   */
  default Optional<IteratedDesign> iteratedDesign(Frame frame) {
    return Optional.empty();
  }

  /** {@return its queries, where it stays with one code} */
  default Optional<QueryPhase> queryPhase() {
    return Optional.empty();
  }

  /** {@return where its prover does proof-of-work} */
  List<GrindingSite> grindingSites();

  /** {@return the same commitment without any proof-of-work} */
  Commitment withoutGrinding();

  /** {@return its Merkle trees, that of the functions it batches first} */
  List<OpenedTree> trees();

  /**
   * {@return all that it sends, with the size of each part}
   *
   * @param sizes of its trees
   */
  List<SizePart> sizeParts(TreeSizes sizes);

  /**
   * {@return the same with binary trees}
   *
   * @param hashBits bits of a hash
   */
  default List<SizePart> sizeParts(int hashBits) {
    return sizeParts(new BinaryTrees(hashBits));
  }

  /**
   * {@return what committing, proving and verifying cost, part by part}
   *
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   */
  List<CostPart> costParts(int hashRateBits);
}
