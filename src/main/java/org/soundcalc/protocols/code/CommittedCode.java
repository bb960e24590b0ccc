package org.soundcalc.protocols.code;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.Term;

/**
 * The code of a commitment, and what a regime says of it.
 *
 * @param field where challenges are drawn
 * @param dimension k
 * @param length n = k/ρ
 * @param bounds the regime's
 */
public record CommittedCode(Field field, Rational dimension, Rational length, CodeBounds bounds) {
  /**
   * {@return the code of dimension 2^{@code logDimension} among those of a rate}
   *
   * @param code its field and its rate ρ
   * @param logDimension log2 of k, ≥ 0
   * @param bounds the regime's, of this code
   */
  public static CommittedCode of(Code code, int logDimension, CodeBounds bounds) {
    Rational length = Rational.powerOfTwo(logDimension + code.rate().log2Inverse());
    return new CommittedCode(code.field(), Rational.powerOfTwo(logDimension), length, bounds);
  }

  /**
   * {@return ℓ: how many codewords a commitment may stand for}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T listSize(Numbers<T> x) {
    return bounds.listSize(x, dimension);
  }

  /**
   * {@return (1 − δ)·n: the points on which a word must agree with a codeword to be close to it}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T agreeingPoints(Numbers<T> x) {
    return bounds.agreement(x).times(x.named("n", length));
  }

  /**
   * {@return a term of an error that counts the list; without a bound on it, of the error 1}
   *
   * @param <P> what is given
   * @param name as in outputs
   * @param error the error without grinding, where there is a list size
   * @param given what completes it
   * @param grindingBits bits of proof-of-work before this round, ≥ 0
   * @param sources where the formula itself is from
   */
  public <P> Term term(
      String name, FormulaOf<P> error, P given, long grindingBits, List<Citation> sources) {
    Optional<String> lack = bounds.lackOfList();
    return lack.isPresent()
        ? Term.ground(name, Numbers::one, 0, sources).noted(() -> lack)
        : Term.ground(name, error, given, bounds, grindingBits, sources).granted(bounds::caveat);
  }

  /** {@return whether a commitment may stand for more than one codeword} */
  public boolean isList() {
    return !bounds.boundsList() || Certified.compare(this::listSize, Numbers::one) > 0;
  }
}
