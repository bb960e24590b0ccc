package org.soundcalc.io.diff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.TermFigure;
import org.soundcalc.analysis.recursion.TreeFigure;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.model.ProofSize;

/**
 * A figure before and after, as a reader sees it: the direction is never said by colour alone.
 *
 * @param values such as {@code 50 → 48}, or {@code 50} where it did not move
 * @param sign by how much it moved, such as {@code -2}
 * @param emphasis what that means
 */
record Figure(String values, String sign, Emphasis emphasis) {
  /** The sign of what did not move. */
  static final String SAME = "=";

  /** No figure, and none to be missed. */
  static final Figure BLANK = new Figure("", "", Emphasis.NONE);

  private static final String BINDING = "*";
  private static final int DECIMALS = 2;

  /** Whole bits. */
  static Figure bits(Change<Long> bits, Sense sense) {
    return of(bits.map(BigDecimal::valueOf), bits.map(String::valueOf), sense);
  }

  /** A term: whole bits, or decimals where nothing else moved; an asterisk at a binding term. */
  static Figure term(Change<TermFigure> term) {
    boolean fine = term.isMatched() && !term.map(TermFigure::bits).isMoved();
    boolean decimals = fine && term.map(TermFigure::hundredths).isMoved();
    Function<TermFigure, BigDecimal> value =
        decimals
            ? figure -> BigDecimal.valueOf(figure.hundredths(), DECIMALS)
            : figure -> BigDecimal.valueOf(figure.bits());
    Change<String> texts =
        term.map(figure -> (figure.binding() ? BINDING : "") + value.apply(figure));
    return of(term.map(value), texts, term.isMatched() ? Sense.BITS : Sense.NEUTRAL);
  }

  /** A tree of proofs: whole bits, or decimals where nothing else moved. */
  static Figure tree(Change<TreeFigure> tree, Sense sense) {
    boolean fine = tree.isMatched() && !tree.map(TreeFigure::bits).isMoved();
    boolean decimals = fine && tree.map(TreeFigure::hundredthBits).isMoved();
    Change<BigDecimal> values =
        tree.map(
            figure ->
                decimals
                    ? BigDecimal.valueOf(figure.hundredthBits(), DECIMALS)
                    : BigDecimal.valueOf(figure.bits()));
    return of(values, values.map(BigDecimal::toPlainString), sense);
  }

  /** A size in whole KiB, and where those are equal by how many bits it moved. */
  static Figure size(Change<BigInteger> bits) {
    Sense sense = bits.isMatched() ? Sense.SIZE : Sense.NEUTRAL;
    Change<BigInteger> kib = bits.map(ProofSize::kib);
    Figure figure = of(kib.map(BigDecimal::new), kib.map(BigInteger::toString), sense);
    if (kib.isMoved() || !bits.isMoved()) {
      return figure;
    }
    Figure exact = of(bits.map(BigDecimal::new), bits.map(BigInteger::toString), sense);
    return new Figure(figure.values(), exact.sign() + " bits", exact.emphasis());
  }

  private static Figure of(Change<BigDecimal> values, Change<String> texts, Sense sense) {
    String text = Arrow.of(texts);
    if (!values.isMatched()) {
      int signum = values.after().isPresent() ? 1 : -1;
      return values.isMoved()
          ? new Figure(text, signum > 0 ? "+" : "-", sense.emphasis(signum))
          : new Figure(text, SAME, Emphasis.FAINT);
    }
    BigDecimal difference = values.after().get().subtract(values.before().get());
    String sign = difference.signum() > 0 ? "+" + difference : difference.toString();
    return new Figure(
        text, difference.signum() == 0 ? SAME : sign, sense.emphasis(difference.signum()));
  }
}
