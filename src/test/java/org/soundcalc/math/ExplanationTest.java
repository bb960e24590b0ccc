package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  /** √(a/b − c) · (d + 1)^2 / max(2, e) with a repeated symbol of another meaning. */
  private record Everything() implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T first = x.let("q", x.named("a", 9).over(x.named("b", 2)));
      T second = x.let("q", x.named("c", Rational.of(1, 3)));
      T root = first.minus(second).sqrt();
      T square = x.named("d", 123_456_789_012_345L).plus(x.one()).pow(2);
      return root.times(square).over(x.of(2).max(x.e())).timesPowerOfTwo(-7);
    }
  }

  @Test
  void bracketsSymbolsAndNumbers() {
    Explanation explanation = Explanation.of(new Everything());
    assertThat(explanation.formula()).isEqualTo("√(q − q′) · (d + 1)^2 / max(2, e) · 2^-7");
    assertThat(explanation.numbers())
        .isEqualTo("√(4.5 − 0.333333) · (1.23457e14 + 1)^2 / max(2, e) · 2^-7");
    assertThat(explanation.definitions())
        .isEqualTo(
            List.of(
                new Explanation.Definition("q", "a / b", "9 / 2", "4.5", Optional.empty()),
                new Explanation.Definition("q′", "c", "0.333333", "0.333333", Optional.empty())));
  }

  /** A count that is proven elsewhere, taken twice, and another one of the same symbol. */
  private record Counted(Basis basis, Basis same, Basis other) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T first = x.defined("E", basis, Rational.of(7));
      T second = x.defined("E", same, Rational.of(7));
      return first.plus(second).plus(x.defined("E", other, Rational.of(7)));
    }
  }

  /** In the order of need; what says the same to a reader is one symbol. */
  @Test
  void whatANumberRestsOnStaysWithItsSymbol() {
    Basis basis = () -> "at most 7 by a theorem";
    Basis other = () -> "at most 7 by another theorem";
    Explanation explanation =
        Explanation.of(new Counted(basis, () -> "at most 7 by a theorem", other));
    assertThat(explanation.formula()).isEqualTo("E + E + E′");
    assertThat(explanation.numbers()).isEqualTo("7 + 7 + 7");
    assertThat(explanation.definitions())
        .extracting(Explanation.Definition::formula)
        .containsExactly("at most 7 by a theorem", "at most 7 by another theorem");
    assertThat(explanation.definitions().get(1).basis()).containsSame(other);
  }

  /** Whoever only calculates makes no words. */
  @Test
  void nobodyPutsABasisIntoWordsUnasked() {
    Basis silent =
        () -> {
          throw new AssertionError("put into words");
        };
    assertThat(Certified.bits(new Counted(silent, silent, silent))).isZero();
  }
}
