package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/** Unique decoding: δ = (1 − ρ)/2, half the code's distance, where at most one codeword is near. */
public final class UniqueDecoding implements Regime {
  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.BCHKS25, "Thm 1.3, Cor 1.4"));

  @Override
  public String name() {
    return "UDR";
  }

  @Override
  public Status status() {
    return Status.PROVEN;
  }

  @Override
  public Decoding decoding() {
    return Decoding.UNIQUE;
  }

  @Override
  public String summary() {
    return "unique decoding radius, (1 - rho)/2";
  }

  @Override
  public List<Citation> sources() {
    return SOURCES;
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public boolean isCustomary() {
    return true;
  }

  @Override
  public Choice choose(Code code) {
    return new Choice.Chosen(new Bounds(code));
  }

  private record Bounds(Code code) implements CodeBounds {
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.one().plus(x.named("ρ", code.rate().value())).over(x.of(2));
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.one();
    }

    /** err = (δ·n + 1)/F. */
    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      T delta = x.let("δ", x.one().minus(x.let("1 − δ", agreement(x))));
      T n = x.let("n", x.named("k", k).over(x.named("ρ", code.rate().value())));
      return delta.times(n).plus(x.one()).over(x.named("F", code.field().size()));
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }
  }
}
