package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Condition;
import org.soundcalc.model.OpenedCode;

/**
 * Johnson bounds whose list is that of the opened code, of rate ρ⁺ &gt; ρ, at the same δ: with the
 * gap η⁺ = 1 − δ − √ρ⁺ that is left to its own Johnson radius.
 */
final class OpenedJohnsonBounds implements CodeBounds {
  private static final Rational HALF = Rational.of(1, 2);

  private final JohnsonBounds bounds;
  private final OpenedCode code;

  /** Whether that list counts; else the committed code's does, where none may be bounded. */
  private final boolean counted;

  /** m⁺, once it was asked for; a race makes the same value twice. */
  private Rational openedMultiplicity;

  OpenedJohnsonBounds(JohnsonBounds bounds, OpenedCode code, boolean counted) {
    this.bounds = bounds;
    this.code = code;
    this.counted = counted;
  }

  @Override
  public boolean boundsList() {
    return !counted || isWithinRadius();
  }

  /** η⁺ &gt; 0. */
  private boolean isWithinRadius() {
    return bounds.isPinned()
        ? agreementSquared().compareTo(openedSquared()) > 0
        : Certified.compare(bounds::agreement, code::sqrt) > 0;
  }

  /** ((1 − δ)/√ρ⁺)² = (2m + 1)²·k / ((2m)²·(k + c)) for a pinned m: this is the numerator. */
  private BigInteger agreementSquared() {
    BigInteger odd = twice().add(BigInteger.ONE);
    return odd.multiply(odd).multiply(code.dimension().numerator());
  }

  /** The denominator. */
  private BigInteger openedSquared() {
    BigInteger c = BigInteger.valueOf(code.points()).multiply(code.dimension().denominator());
    return twice().multiply(twice()).multiply(code.dimension().numerator().add(c));
  }

  private BigInteger twice() {
    return BigInteger.valueOf(bounds.decoder().multiplicity()).shiftLeft(1);
  }

  @Override
  public Optional<String> lackOfList() {
    return boundsList() ? Optional.empty() : Optional.of(code.lackOfList());
  }

  @Override
  public Optional<Caveat> caveat() {
    return counted || isWithinRadius()
        ? Optional.empty()
        : Optional.of(new Caveat(Caveat.Kind.LIST_BOUND, code.lackOfList(), List.of(code.key())));
  }

  /**
   * ℓ⁺ = (m⁺ + 1/2)/√ρ⁺. From a gap that was not chosen by a multiplicity follows a longer list of
   * the committed code, ℓ = 1/(2·η·√ρ), which counts where it is the longer one.
   */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    if (!counted) {
      return bounds.listSize(x, k);
    }
    // for a reader, who is told how m⁺ follows from it
    x.let("1 − δ", bounds.agreement(x));
    T m = x.defined("m⁺", "⌈√ρ⁺ / (2 · (1 − δ − √ρ⁺))⌉", openedMultiplicity());
    T list = m.plus(x.of(HALF)).over(code.sqrt(x));
    return bounds.isPinned() ? list : bounds.listSize(x, k).max(x.let("ℓ⁺", list));
  }

  /** m⁺ = max(⌈√ρ⁺/(2·η⁺)⌉, 1), decided exactly: the ceiling of what is positive is at least 1. */
  private Rational openedMultiplicity() {
    Rational known = openedMultiplicity;
    if (known == null) {
      known = Rational.of(bounds.isPinned() ? pinnedReach() : Certified.ceil(this::reach));
      openedMultiplicity = known;
    }
    return known;
  }

  /**
   * ⌈1/(2·(√(p/q) − 1))⌉ = ⌈(q + √(p·q))/(2·(p − q))⌉ with p/q = ((1 − δ)/√ρ⁺)²: the root may be
   * rounded up first, since all else is an integer.
   */
  private BigInteger pinnedReach() {
    BigInteger p = agreementSquared();
    BigInteger q = openedSquared();
    BigInteger divisor = p.subtract(q).shiftLeft(1);
    BigInteger sum = q.add(Rational.of(p.multiply(q)).ceilSqrt());
    return sum.add(divisor).subtract(BigInteger.ONE).divide(divisor);
  }

  private <T extends Real<T>> T reach(Numbers<T> x) {
    T gap = bounds.agreement(x).minus(code.sqrt(x));
    return code.sqrt(x).over(x.of(2).times(gap));
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return bounds.agreement(x);
  }

  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    return bounds.error(x, k);
  }

  @Override
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>(bounds.conditions());
    if (counted || !isWithinRadius()) {
      conditions.add(new Condition("1 − δ and √ρ⁺", bounds::agreement, code::sqrt));
    }
    return conditions;
  }

  @Override
  public OptionalLong multiplicity() {
    return bounds.multiplicity();
  }

  @Override
  public List<Citation> sources() {
    return bounds.sources();
  }
}
