package org.soundcalc.protocols.deepali;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Condition;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * DEEP-ALI over a Reed-Solomon commitment [Ha22 Thm 8].
 *
 * @param constraints C, ≥ 1
 * @param degree d, the largest degree of a constraint, ≥ 1
 * @param openingPoints c, the points at which each column is opened, ≥ 1
 * @param grindingBits bits of proof-of-work before the out-of-domain point
 */
public record DeepAli(long constraints, long degree, long openingPoints, long grindingBits) {
  private static final Keys<DeepAli> KEYS = new Keys<>(DeepAli::of);

  /** C. */
  public static final Key<DeepAli, Long> NUM_CONSTRAINTS =
      KEYS.required("num_constraints", IntegerType.POSITIVE, DeepAli::constraints)
          .meaning("Number of constraints of the AIR.")
          .moving("ALI")
          .symbols("C");

  /** d. */
  public static final Key<DeepAli, Long> AIR_MAX_DEGREE =
      KEYS.required("air_max_degree", IntegerType.POSITIVE, DeepAli::degree)
          .meaning("Largest degree of a constraint.")
          .moving("DEEP")
          .symbols("d");

  /** c. */
  public static final Key<DeepAli, Long> OPENING_POINTS =
      KEYS.required("opening_points", IntegerType.POSITIVE, DeepAli::openingPoints)
          .meaning("Number of points at which each column is opened: 2 for a row and the next one.")
          // every term may depend on the rate of the opened code
          .moving("every term")
          .symbols("c");

  /** Proof-of-work before the out-of-domain point. */
  public static final Key<DeepAli, Long> GRINDING_DEEP =
      KEYS.optional("grinding_deep", IntegerType.GRINDING, 0L, DeepAli::grindingBits)
          .meaning("Proof-of-work before the out-of-domain point.")
          .in("bits")
          .moving("DEEP")
          .lever(50);

  /** The name of the term of the random combination of constraints. */
  public static final String ALI = "ALI";

  /** The name of the term of the out-of-domain sample. */
  public static final String DEEP = "DEEP";

  private static final List<Citation> SOURCES = List.of(new Citation(Paper.HA22, "Thm 8"));

  /**
   * Checks the range of each parameter.
   *
   * @param constraints C, ≥ 1
   * @param degree d, the largest degree of a constraint, ≥ 1
   * @param openingPoints c, the points at which each column is opened, ≥ 1
   * @param grindingBits bits of proof-of-work before the out-of-domain point, ≥ 0
   * @throws org.soundcalc.model.InvalidConfiguration if one is out of range
   */
  public DeepAli {
    new Invariants()
        .check(NUM_CONSTRAINTS, constraints)
        .check(AIR_MAX_DEGREE, degree)
        .check(OPENING_POINTS, openingPoints)
        .check(GRINDING_DEEP, grindingBits)
        .enforce();
  }

  /**
   * {@return the parameters that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static DeepAli of(Values<DeepAli> values) {
    return new DeepAli(
        values.get(NUM_CONSTRAINTS),
        values.get(AIR_MAX_DEGREE),
        values.get(OPENING_POINTS),
        values.get(GRINDING_DEEP));
  }

  /** {@return the same without proof-of-work} */
  public DeepAli withoutGrinding() {
    return GRINDING_DEEP.with(this, 0L);
  }

  /**
   * Requires that points outside the domains are left to draw from: F &gt; k + n.
   *
   * @param invariants where a field that is too small is reported
   * @param field where the out-of-domain point is drawn, of F elements
   * @param logDimension log2 of k, ≥ 0
   * @param rate ρ, so that n = k/ρ
   * @return {@code invariants}, for the next requirement
   */
  public static Invariants checkField(
      Invariants invariants, Field field, int logDimension, Rate rate) {
    int logLength = logDimension + rate.log2Inverse();
    if (logLength + 1 < field.size().numerator().bitLength()) {
      return invariants;
    }
    return checkField(
        invariants, field, Rational.powerOfTwo(logDimension), Rational.powerOfTwo(logLength));
  }

  static Invariants checkField(
      Invariants invariants, Field field, Rational dimension, Rational length) {
    Rational taken = dimension.plus(length);
    return invariants.require(
        field.size().compareTo(taken) > 0,
        () -> "must have more than k + n = " + taken + " elements, got " + field.tomlName(),
        CommonKeys.FIELD);
  }

  /**
   * {@return the code of dimension k + c that an opened trace is of}
   *
   * @param rate ρ = k/n, of the committed code
   * @param logDimension log2 of k, ≥ 0
   */
  public OpenedCode opened(Rate rate, int logDimension) {
    Rational length = Rational.powerOfTwo(logDimension + rate.log2Inverse());
    return new OpenedCode(
        Rational.powerOfTwo(logDimension), openingPoints, length, OPENING_POINTS.name());
  }

  /**
   * {@return both terms over a committed code, for which k + n &lt; F}
   *
   * @param code the code that the trace is committed with
   */
  public List<Term> terms(CommittedCode code) {
    return List.of(term(ALI, code), term(DEEP, code));
  }

  /**
   * One of both terms.
   *
   * @param name {@link #ALI} or {@link #DEEP}
   * @param code the code that the trace is committed with
   * @return the term, with its proof-of-work
   */
  public Term term(String name, CommittedCode code) {
    return name.equals(ALI)
        ? code.term(ALI, this::aliError, code, 0, SOURCES)
        : code.term(DEEP, this::deepError, code, grindingBits, SOURCES);
  }

  /** ℓ·C/F: some codeword of the list satisfies the combined constraint by chance. */
  private <T extends Real<T>> T aliError(Numbers<T> x, CommittedCode code) {
    return x.let("ℓ", code.listSize(x))
        .times(x.named("C", constraints))
        .over(x.named("F", code.field().size()));
  }

  /**
   * ℓ·(d·(k + c − 1) + (k − 1))/(F − k − n): some codeword of the list satisfies the constraints at
   * a random point outside the domains.
   */
  private <T extends Real<T>> T deepError(Numbers<T> x, CommittedCode code) {
    T k = x.named("k", code.dimension());
    T c = x.named("c", openingPoints);
    T constraintDegree = x.named("d", degree).times(k.plus(c).minus(x.one()));
    T traceDegree = k.minus(x.one());
    T points = x.named("F", code.field().size()).minus(k).minus(x.named("n", code.length()));
    return x.let("ℓ", code.listSize(x)).times(constraintDegree.plus(traceDegree)).over(points);
  }

  /**
   * {@return why the opening points are too many for a regime, if they are: opening at several
   * points needs k + c &lt; (1 − δ)·n [Ha22 §4.1.3], decided exactly}
   *
   * @param regime its name, for the message
   * @param code the code that the trace is committed with
   */
  public Optional<Assessment.Refused> refusal(String regime, CommittedCode code) {
    Formula room = code::agreeingPoints;
    if (Certified.compare(Formula.of(this::openedDimension, code), room) < 0) {
      return Optional.empty();
    }
    Rational needed = code.dimension().plus(Rational.of(openingPoints));
    return Optional.of(
        new Assessment.Refused(
            OPENING_POINTS,
            "must be fewer under %s: k + c = %s is not below (1 - delta)*n, which is at most %s, got %d"
                .formatted(regime, needed, Certified.ceil(room), openingPoints)));
  }

  /**
   * {@return what both terms presuppose of the code that the trace is committed with}
   *
   * @param code it, with the list that counts
   */
  public List<Condition> conditions(CommittedCode code) {
    return List.of(
        new Condition(
            "k + c < (1 − δ)·n", Formula.of(this::openedDimension, code), code::agreeingPoints));
  }

  /** k + c. */
  private <T extends Real<T>> T openedDimension(Numbers<T> x, CommittedCode code) {
    return x.named("k", code.dimension()).plus(x.named("c", openingPoints));
  }
}
