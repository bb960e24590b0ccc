package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * What a regime says of the codes of one rate over one field, at the proximity parameter it chose:
 * calculators ask here and never ask which regime they run under.
 *
 * <p>The proximity parameter δ depends on field and rate alone, so that a minimum over codes that
 * differ in dimension only is attained by each of them.
 */
public interface CodeBounds {
  /**
   * The agreement below which a word counts as far from the code.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return 1 − δ, in (ρ, 1)
   */
  <T extends Real<T>> T agreement(Numbers<T> x);

  /**
   * How many codewords may lie within δ of a word.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param k the code's dimension
   * @return ℓ ≥ 1
   */
  <T extends Real<T>> T listSize(Numbers<T> x, Rational k);

  /**
   * The probability that an affine combination of functions is close to the code though they are
   * not.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param k the code's dimension, which may be a fraction where folding goes past 1
   * @return err, > 0
   */
  <T extends Real<T>> T error(Numbers<T> x, Rational k);

  /**
   * The error of combining functions: a multiple of {@link #error}, unless the regime knows better.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param mode how they are combined
   * @param n how many, ≥ 2
   * @param k the code's dimension
   * @return the probability that the combination is close to the code though the functions are not
   */
  default <T extends Real<T>> T batchingError(Numbers<T> x, Batching mode, long n, Rational k) {
    T error = x.let("err", error(x, k));
    return switch (mode) {
      case AFFINE -> error;
      case POWERS -> x.named("B", n).minus(x.one()).times(error);
      case MULTILINEAR -> x.named("⌈log2 B⌉", Batching.ceilLog2(n)).times(error);
    };
  }

  /**
   * The error of folding a word: functions are combined by powers of one challenge.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param symbol what a reader knows their number as; empty for the number itself
   * @param functions how many, ≥ 2
   * @param k the dimension of the code of the folded word
   * @return the probability that the folded word is close to its code though the functions are not
   */
  default <T extends Real<T>> T foldingError(
      Numbers<T> x, String symbol, long functions, Rational k) {
    T number = symbol.isEmpty() ? x.of(functions) : x.named(symbol, functions);
    return number.minus(x.one()).times(x.let("err", error(x, k)));
  }

  /**
   * The error of quotients that are combined by powers of one challenge and raised to one degree,
   * as [ACFY24 Lemma 5.4] counts them.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param queries t, points of the quotients
   * @param samples s, points of the quotients out of the domain, t + s ≥ 2
   * @param k the dimension of the code of the combination
   * @return the probability that the combination is close to the code though the quotients are not
   */
  default <T extends Real<T>> T quotientError(
      Numbers<T> x, long queries, long samples, Rational k) {
    T functions = x.named("t", queries).plus(x.named("s", samples));
    return functions.minus(x.one()).times(x.let("err", error(x, k)));
  }

  /**
   * {@return these bounds at a radius at which the opened code too has one codeword near a word,
   * where they are of unique decoding; else the same}
   *
   * @param code the opened code
   */
  default CodeBounds decodingUniquely(OpenedCode code) {
    return this;
  }

  /**
   * {@return these bounds with the list size of the opened code at the same proximity parameter,
   * where that is what counts; else the same}
   *
   * @param code the opened code
   * @param accounting how errors are counted
   */
  default CodeBounds opened(OpenedCode code, Accounting accounting) {
    return this;
  }

  /** {@return whether there is a {@linkplain #listSize list size}} */
  default boolean boundsList() {
    return lackOfList().isEmpty();
  }

  /** {@return why there is no {@linkplain #listSize list size}, if there is none} */
  default Optional<String> lackOfList() {
    return Optional.empty();
  }

  /** {@return what the {@linkplain #listSize list size} takes for granted, if anything} */
  default Optional<Caveat> caveat() {
    return Optional.empty();
  }

  /** {@return the multiplicity m of the list decoder behind these bounds, where there is one} */
  default OptionalLong multiplicity() {
    return OptionalLong.empty();
  }

  /** {@return what the bounds presuppose, and what was decided to make them} */
  default List<Condition> conditions() {
    return List.of(new Condition("1 − δ < 1", this::agreement, Numbers::one));
  }

  /** {@return where δ, ℓ and err are proven or conjectured} */
  List<Citation> sources();
}
