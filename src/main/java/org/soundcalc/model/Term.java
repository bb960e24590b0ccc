package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/**
 * The soundness error of one verifier round.
 *
 * @param name as in outputs, such as {@code query phase}
 * @param error the error ε with its grinding, &gt; 0
 * @param grindingBits bits of proof-of-work asked for before this round, 0 for none
 * @param code the last of the circuit's {@linkplain Circuit#codes() codes} whose bounds the error
 *     depends on, from 0
 * @param citing asked for {@link #sources} where somebody reads them
 * @param noting asked for the {@link #note} where somebody reads it
 * @param granting asked for the {@link #caveat} where somebody reads it
 */
public record Term(
    String name,
    Formula error,
    int grindingBits,
    int code,
    Supplier<List<Citation>> citing,
    Supplier<Optional<String>> noting,
    Supplier<Optional<Caveat>> granting) {
  /** The name under which outputs show the minimum of a circuit's terms; no term may bear it. */
  public static final String TOTAL = "total";

  /**
   * A term of the circuit's first code, whose error has its grinding already.
   *
   * @param name as in outputs, such as {@code query phase}
   * @param error the error ε with its grinding, &gt; 0
   * @param grindingBits bits of proof-of-work asked for before this round, 0 for none
   * @param sources where the formula is from
   */
  public Term(String name, Formula error, int grindingBits, List<Citation> sources) {
    this(name, error, grindingBits, 0, () -> sources, Optional::empty, Optional::empty);
  }

  /**
   * {@return a term whose error is ground by 2^-{@code grindingBits}, of the circuit's first code}
   *
   * @param name as in outputs, such as {@code query phase}
   * @param raw the error without grinding, &gt; 0
   * @param grindingBits bits of proof-of-work before this round, ≥ 0
   * @param sources where the formula is from
   */
  public static Term ground(String name, Formula raw, long grindingBits, List<Citation> sources) {
    Formula error = grindingBits == 0 ? raw : ground(Term::itself, raw, grindingBits);
    return new Term(name, error, (int) grindingBits, sources);
  }

  /**
   * {@return a term whose error is ground by 2^-{@code grindingBits}, once completed by what is
   * given}
   *
   * @param <P> what is given
   * @param name as in outputs, such as {@code query phase}
   * @param raw the error without grinding, &gt; 0
   * @param given what completes it, such as a code with its bounds
   * @param grindingBits bits of proof-of-work before this round, ≥ 0
   * @param sources where the formula is from
   */
  public static <P> Term ground(
      String name, FormulaOf<P> raw, P given, long grindingBits, List<Citation> sources) {
    return new Term(name, ground(raw, given, grindingBits), (int) grindingBits, sources);
  }

  /**
   * {@return a term whose error is ground by 2^-{@code grindingBits} and rests on a regime's bounds
   * too}
   *
   * @param <P> what is given
   * @param name as in outputs, such as {@code query phase}
   * @param raw the error without grinding
   * @param given what completes it, such as a code with its bounds
   * @param bounds of the regime; its sources are named too
   * @param grindingBits bits of proof-of-work before this round, ≥ 0
   * @param sources where the formula itself is from, to be named before the bounds'
   */
  public static <P> Term ground(
      String name,
      FormulaOf<P> raw,
      P given,
      CodeBounds bounds,
      long grindingBits,
      List<Citation> sources) {
    return new Term(
        name,
        ground(raw, given, grindingBits),
        (int) grindingBits,
        0,
        () -> Citation.union(sources, bounds.sources()),
        Optional::empty,
        Optional::empty);
  }

  /**
   * {@return a term of the circuit's first code, whose error has its grinding already}
   *
   * @param name as in outputs, such as {@code query phase}
   * @param error the error ε with its grinding, &gt; 0
   * @param grindingBits bits of proof-of-work asked for before this round, 0 for none
   * @param citing asked for where the formula is from
   */
  public static Term citing(
      String name, Formula error, int grindingBits, Supplier<List<Citation>> citing) {
    return new Term(name, error, grindingBits, 0, citing, Optional::empty, Optional::empty);
  }

  /**
   * {@return the same term, of a later code}
   *
   * @param itsCode the index among the circuit's codes, from 0
   */
  public Term of(int itsCode) {
    return new Term(name, error, grindingBits, itsCode, citing, noting, granting);
  }

  /**
   * {@return the same term, with what a reader must know of it}
   *
   * @param itsNote asked only where somebody reads it
   */
  public Term noted(Supplier<Optional<String>> itsNote) {
    return new Term(name, error, grindingBits, code, citing, itsNote, granting);
  }

  /**
   * {@return the same term, with what its error takes for granted}
   *
   * @param itsCaveat asked only where somebody reads it
   */
  public Term granted(Supplier<Optional<Caveat>> itsCaveat) {
    return new Term(name, error, grindingBits, code, citing, noting, itsCaveat);
  }

  /**
   * {@return whether its error is larger than another's of the same bits, as far as the digits of a
   * double tell: errors that are equal for a reason, as SWIRL's are, must not cost the highest
   * precision}
   *
   * @param other of the same bits
   */
  public boolean visiblyExceeds(Term other) {
    long hundredths = Certified.hundredthBits(error);
    long others = Certified.hundredthBits(other.error);
    return hundredths < others
        || (hundredths == others && Certified.visiblyLarger(error, other.error));
  }

  /** {@return where the formula is from} */
  public List<Citation> sources() {
    return citing.get();
  }

  /** {@return what the error takes for granted, where that is not proven} */
  public Optional<Caveat> caveat() {
    return granting.get();
  }

  /** {@return why the error is more generous than a theorem, where it is; its caveat included} */
  public Optional<String> note() {
    return Stream.concat(noting.get().stream(), caveat().map(Caveat::message).stream())
        .reduce((note, message) -> note + "; " + message);
  }

  @Override
  public String toString() {
    return name;
  }

  private static <P> Formula ground(FormulaOf<P> raw, P given, long bits) {
    return bits == 0 ? Formula.of(raw, given) : new GroundError<>(raw, given, (int) bits);
  }

  private static <T extends Real<T>> T itself(Numbers<T> x, Formula formula) {
    return formula.evaluate(x);
  }

  /** 2^-g times an error: the attacker's cost of a retry once Fiat-Shamir is applied. */
  private record GroundError<P>(FormulaOf<P> raw, P given, int bits) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return raw.evaluate(x, given).timesPowerOfTwo(-bits);
    }
  }
}
