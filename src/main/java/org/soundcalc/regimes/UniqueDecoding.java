package org.soundcalc.regimes;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.SharedLine;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;

/** Unique decoding: δ = (1 − ρ)/2, half the code's distance, where at most one codeword is near. */
public final class UniqueDecoding implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public UniqueDecoding() {}

  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.BCHKS25, "Thm 1.3, Cor 1.4"));

  private static final RegimeInfo INFO =
      RegimeInfo.proven("UDR", 10, Decoding.UNIQUE, "unique decoding radius (1 - rho)/2", SOURCES)
          .customary();

  private final LastMade<Code, Choice> choices =
      new LastMade<>(code -> new Choice.Chosen(new Bounds(code, Optional.empty())));

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  @Override
  public Choice choose(Code code) {
    return choices.of(code);
  }

  private static final class Bounds implements CodeBounds {
    private final Code code;
    private final Optional<OpenedCode> opened;
    private final SharedLine error = new SharedLine(this::errorAt);

    Bounds(Code code, Optional<OpenedCode> opened) {
      this.code = code;
      this.opened = opened;
    }

    @Override
    public CodeBounds decodingUniquely(OpenedCode other) {
      return new Bounds(code, Optional.of(other));
    }

    /** All follows from these: circuits with codes alike have their rounds explained once. */
    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Bounds bounds
              && code.equals(bounds.code)
              && opened.equals(bounds.opened));
    }

    @Override
    public int hashCode() {
      return 31 * code.hashCode() + opened.hashCode();
    }

    /** 1 − δ = (1 + ρ)/2, or (1 + ρ⁺)/2 for the distance of the opened code. */
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      T rho = opened.isPresent() ? opened.get().rho(x) : code.rate().rho(x);
      return x.one().plus(rho).over(x.of(2));
    }

    /** ℓ = 1. */
    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.one();
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return x.at(error, x.named("k", k));
    }

    /** err = (δ·n + 1)/F. */
    private <T extends Real<T>> T errorAt(Numbers<T> x, T k) {
      T delta = x.let("δ", x.one().minus(x.let("1 − δ", agreement(x))));
      T n = x.let("n", k.over(code.rate().rho(x)));
      return delta.times(n).plus(x.one()).over(x.named("F", code.field().size()));
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }
  }
}
