package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Field;
import org.soundcalc.model.SizePart;
import org.soundcalc.protocols.merkle.MerkleCosts;

/**
 * What the parts of a commitment cost that goes from code to code: the whole is their sum. Orders
 * and leading terms are those of [ACFY24b, ACFY24]; low-degree extensions are radix-2
 * number-theoretic transforms of ½·n·log n multiplications.
 *
 * @param field of the challenges, of degree e over its base field
 * @param hashRateBits R_h: bits that the hash absorbs per permutation, ≥ 1
 */
public record IterationCosts(Field field, int hashRateBits) {
  /**
   * {@return all of them}
   *
   * @param schedule the codes
   * @param functions B
   * @param queries t_0, ..., t_(M−1)
   * @param step what it costs to go on from the claims on an iteration's word, if anything
   */
  public List<CostPart> parts(
      Schedule schedule,
      long functions,
      List<Long> queries,
      Function<Schedule.Iteration, Optional<CostPart>> step) {
    List<CostPart> parts = new ArrayList<>();
    for (Schedule.Iteration iteration : schedule.iterations()) {
      long opened = queries.get(iteration.index());
      boolean isFirst = iteration.index() == 0;
      parts.add(isFirst ? functions(iteration, functions, opened) : word(iteration, opened));
      step.apply(iteration).ifPresent(parts::add);
    }
    parts.add(lastPolynomial(schedule.logFinalDegree()));
    return parts;
  }

  /**
   * {@return the word of iteration 0: B functions over the base field, a leaf of its tree has the
   * 2^κ values of all of them that are folded to one}
   *
   * @param iteration its code
   * @param functions B
   * @param queries t_0
   */
  public CostPart functions(Schedule.Iteration iteration, long functions, long queries) {
    Word word = new Word(field, iteration, functions, queries);
    SizePart.Factor base = SizePart.Factor.of("β_base", field.baseBits());
    return tree(word, SizePart.Factor.of("B", functions), base)
        .part("word 0", word::extensions, word::batchedFolding);
  }

  /**
   * {@return the word of a later iteration, over the extension field}
   *
   * @param iteration its code
   * @param queries t_i
   */
  public CostPart word(Schedule.Iteration iteration, long queries) {
    Word word = new Word(field, iteration, 1, queries);
    return tree(word, SizePart.Factor.of("β", field.extensionBits()))
        .part("word " + iteration.index(), word::extension, word::folding);
  }

  /**
   * {@return the sumchecks over the claims on an iteration's word: what the queries to the word
   * before and the samples say of it, none on the first}
   *
   * @param field of the challenges
   * @param iteration whose κ rounds they are
   * @param degree d, of a round's polynomial
   * @param queries t_(i−1), 0 for the first
   * @param samples out of the domain of this word, 0 for the first
   */
  public static CostPart sumchecks(
      Field field, Schedule.Iteration iteration, long degree, long queries, long samples) {
    Sumchecks sumchecks = new Sumchecks(field, iteration, degree, queries, samples);
    return CostPart.multiplications(
        "sumchecks " + iteration.index(), sumchecks::prover, sumchecks::verifier);
  }

  /**
   * {@return the last polynomial, whose coefficients are hashed, and evaluated once}
   *
   * @param logCoefficients m_M
   */
  public CostPart lastPolynomial(int logCoefficients) {
    Last last = new Last(this, logCoefficients);
    return new CostPart(
        "last polynomial",
        CostPart::none,
        CostPart::none,
        CostPart::none,
        last::permutations,
        last::coefficients);
  }

  private MerkleCosts tree(Word word, SizePart.Factor... element) {
    List<SizePart.Factor> leaf = new ArrayList<>();
    leaf.add(SizePart.Factor.of("2^κ", word.iteration.factor()));
    leaf.addAll(List.of(element));
    return new MerkleCosts(word.iteration.logFoldedDomain(), leaf, word.queries, hashRateBits);
  }

  private record Word(Field field, Schedule.Iteration iteration, long functions, long queries) {
    /** B·(2^m·m + n·log n)/2: interpolation and evaluation of each function. */
    <T extends Real<T>> T extensions(Numbers<T> x) {
      T interpolation =
          x.named("2^m", iteration.dimension()).times(x.named("m", iteration.logDegree()));
      return x.named("B", functions).times(interpolation.plus(evaluation(x))).over(x.of(2));
    }

    /** e·n·log n/2. */
    <T extends Real<T>> T extension(Numbers<T> x) {
      return x.named("e", field.degree()).times(evaluation(x)).over(x.of(2));
    }

    private <T extends Real<T>> T evaluation(Numbers<T> x) {
      int logLength = iteration.logDegree() + iteration.rate().log2Inverse();
      return x.named("n", iteration.length()).times(x.named("log2 n", logLength));
    }

    /** t·2^κ. */
    <T extends Real<T>> T folding(Numbers<T> x) {
      return x.named("t", queries).times(x.named("2^κ", iteration.factor()));
    }

    /** t·2^κ·(1 + B). */
    <T extends Real<T>> T batchedFolding(Numbers<T> x) {
      return folding(x).times(x.one().plus(x.named("B", functions)));
    }
  }

  private record Sumchecks(
      Field field, Schedule.Iteration iteration, long degree, long queries, long samples) {
    /** e²·2^m·(d + samples + t). */
    <T extends Real<T>> T prover(Numbers<T> x) {
      T claims = x.named("degree", degree);
      T all = iteration.index() == 0 ? claims : claims.plus(claims(x));
      return x.named("e", field.degree())
          .pow(2)
          .times(x.named("2^m", iteration.dimension()))
          .times(all);
    }

    /** κ·d + (samples + t)·m. */
    <T extends Real<T>> T verifier(Numbers<T> x) {
      T rounds = x.named("κ", iteration.logFactor()).times(x.named("degree", degree));
      return iteration.index() == 0
          ? rounds
          : rounds.plus(claims(x).times(x.named("m", iteration.logDegree())));
    }

    private <T extends Real<T>> T claims(Numbers<T> x) {
      return x.named("samples", samples).plus(x.named("t", queries));
    }
  }

  private record Last(IterationCosts costs, int logCoefficients) {
    /** ⌈2^m_M·β/R_h⌉. */
    <T extends Real<T>> T permutations(Numbers<T> x) {
      return coefficients(x)
          .times(x.named("β", costs.field.extensionBits()))
          .over(x.named("R_h", costs.hashRateBits))
          .ceil();
    }

    /** 2^m_M. */
    <T extends Real<T>> T coefficients(Numbers<T> x) {
      return x.named("2^m_M", Rational.powerOfTwo(logCoefficients));
    }
  }
}
