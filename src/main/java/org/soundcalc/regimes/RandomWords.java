package org.soundcalc.regimes;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/**
 * Every word as if it were a random one: δ = 1 − ρ − η with η = ρ·log2(e/ρ)/log2 F, the radius up
 * to which a random word has no second codeword near.
 */
public final class RandomWords implements Regime {
  private static final List<Citation> SOURCES = List.of(new Citation(Paper.DG25, "§1.5"));

  private static final Evidence EVIDENCE =
      new Evidence(
          "correlated agreement at this radius is open, and lists of 1 hold for random words only",
          SOURCES);

  @Override
  public String name() {
    return "random-words";
  }

  @Override
  public Status status() {
    return Status.HEURISTIC;
  }

  @Override
  public Optional<Evidence> evidence() {
    return Optional.of(EVIDENCE);
  }

  @Override
  public Decoding decoding() {
    return Decoding.BEYOND;
  }

  @Override
  public String summary() {
    return "every word behaves like a random one, up to 1 - rho less an entropy term";
  }

  @Override
  public List<Citation> sources() {
    return SOURCES;
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public Choice choose(Code code) {
    return ProximityParameter.choose(code, new Bounds(code));
  }

  private static final class Bounds implements CodeBounds {
    private final Code code;
    private final Shared eta;

    Bounds(Code code) {
      this.code = code;
      this.eta = new Shared(new Eta(code));
    }

    /** 1 − δ = ρ + η. */
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.named("ρ", code.rate().value()).plus(x.let("η", x.of(eta)));
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.one();
    }

    /** err = (n + 1)/F. */
    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      T n = x.let("n", x.named("k", k).over(x.named("ρ", code.rate().value())));
      return n.plus(x.one()).over(x.named("F", code.field().size()));
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }
  }

  private record Eta(Code code) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T rho = x.named("ρ", code.rate().value());
      return rho.times(x.e().over(rho).log2()).over(x.named("F", code.field().size()).log2());
    }
  }
}
