package org.soundcalc.protocols.fri;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Field;
import org.soundcalc.model.SizePart;
import org.soundcalc.protocols.merkle.MerkleCosts;

/**
 * What the parts of FRI cost: the whole is their sum, so that schedules can be compared part by
 * part. Low-degree extensions are radix-2 number-theoretic transforms of ½·n·log n multiplications
 * each; a fold by k takes as many as log k folds by 2, of 2e² for each pair of points [BBHR18].
 *
 * @param field of the challenges, of degree e over its base field
 * @param queries t
 * @param hashRateBits R_h: bits that the hash absorbs per permutation, ≥ 1
 */
public record FriCosts(Field field, long queries, int hashRateBits) {
  /**
   * {@return the functions' extension to the domain, their batching, and their tree: a leaf has the
   * values of all of them at one point, in the base field}
   *
   * @param functions B
   * @param logDimension log2 of N, coefficients of each
   * @param logDomain log2 of n, points of the domain
   */
  public CostPart functions(long functions, int logDimension, int logDomain) {
    Functions word = new Functions(this, functions, logDimension, logDomain);
    SizePart.Factor element = SizePart.Factor.of("β_base", field.baseBits());
    return tree(logDomain, SizePart.Factor.of("B", functions), element)
        .part("functions", word::extension, word::batching);
  }

  /**
   * {@return a fold, with the tree of the word before it: a leaf has the values that are folded to
   * one}
   *
   * @param name what it is
   * @param factor k_i: so many values are folded to one
   * @param logFolded log2 of n_i, points of the domain after it
   */
  public CostPart fold(String name, long factor, int logFolded) {
    Fold fold = new Fold(this, factor, logFolded);
    SizePart.Factor element = SizePart.Factor.of("β", field.extensionBits());
    return tree(logFolded, SizePart.Factor.of("k_i", factor), element)
        .part(name, fold::prover, fold::verifier);
  }

  /**
   * {@return the last word, whose coefficients are hashed once and evaluated for each query}
   *
   * @param logDimension log2 of its coefficients
   */
  public CostPart lastWord(int logDimension) {
    LastWord word = new LastWord(this, logDimension);
    return new CostPart(
        "last word",
        CostPart::none,
        CostPart::none,
        CostPart::none,
        word::permutations,
        word::evaluation);
  }

  private MerkleCosts tree(int depth, SizePart.Factor... leaf) {
    return new MerkleCosts(depth, List.of(leaf), queries, hashRateBits);
  }

  private <T extends Real<T>> T degree(Numbers<T> x) {
    return x.named("e", field.degree());
  }

  private <T extends Real<T>> T queries(Numbers<T> x) {
    return x.named("t", queries);
  }

  private record Functions(FriCosts costs, long functions, int logDimension, int logDomain) {
    /** B·(N·log2 N + n·log2 n)/2 + n·B·e. */
    <T extends Real<T>> T extension(Numbers<T> x) {
      T number = x.named("B", functions);
      T points = x.named("n", Rational.powerOfTwo(logDomain));
      T rows = x.named("N", Rational.powerOfTwo(logDimension));
      T transforms =
          rows.times(x.named("log2 N", logDimension))
              .plus(points.times(x.named("log2 n", logDomain)));
      return number
          .times(transforms)
          .over(x.of(2))
          .plus(points.times(number).times(costs.degree(x)));
    }

    /** t·B. */
    <T extends Real<T>> T batching(Numbers<T> x) {
      return costs.queries(x).times(x.named("B", functions));
    }
  }

  private record Fold(FriCosts costs, long factor, int logFolded) {
    /** 2e²·(k_i − 1)·n_i. */
    <T extends Real<T>> T prover(Numbers<T> x) {
      T points = x.named("n_i", Rational.powerOfTwo(logFolded));
      return x.of(2).times(costs.degree(x).pow(2)).times(pairs(x)).times(points);
    }

    /** t·2·(k_i − 1). */
    <T extends Real<T>> T verifier(Numbers<T> x) {
      return costs.queries(x).times(x.of(2)).times(pairs(x));
    }

    private <T extends Real<T>> T pairs(Numbers<T> x) {
      return x.named("k_i", factor).minus(x.one());
    }
  }

  private record LastWord(FriCosts costs, int logDimension) {
    private <T extends Real<T>> T coefficients(Numbers<T> x) {
      return x.named("⌈ρ · n_r⌉", Rational.powerOfTwo(logDimension));
    }

    /** ⌈ρ·n_r·β/R_h⌉. */
    <T extends Real<T>> T permutations(Numbers<T> x) {
      return coefficients(x)
          .times(x.named("β", costs.field.extensionBits()))
          .over(x.named("R_h", costs.hashRateBits))
          .ceil();
    }

    /** t·ρ·n_r. */
    <T extends Real<T>> T evaluation(Numbers<T> x) {
      return costs.queries(x).times(coefficients(x));
    }
  }
}
