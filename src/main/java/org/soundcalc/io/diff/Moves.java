package org.soundcalc.io.diff;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.model.ProofSize;

/**
 * Texts and figures before and after, such as {@code 50 → 48} with the change {@code -2}, or {@code
 * 50} with the change {@code =}. The direction is never said by colour alone.
 */
final class Moves {
  /** The change of what did not move. */
  static final String SAME = "=";

  private static final int DECIMALS = 2;

  private Moves() {}

  /** What it means that a figure grows. */
  enum Sense {
    /** More is better, and less must not be overlooked. */
    BITS(Emphasis.GAIN, Emphasis.ERROR),
    /** Less is better. */
    SIZE(Emphasis.WARNING, Emphasis.GAIN),
    /** Neither is better: the thing itself came or went. */
    NEUTRAL(Emphasis.NONE, Emphasis.NONE);

    private final Emphasis more;
    private final Emphasis less;

    Sense(Emphasis more, Emphasis less) {
      this.more = more;
      this.less = less;
    }

    private Emphasis emphasis(int signum) {
      return signum == 0 ? Emphasis.NONE : signum > 0 ? more : less;
    }
  }

  /** The one text of both sides, or {@code old → new}, a dash for nothing. */
  static String text(Change<String> texts) {
    String before = texts.before().orElse(Figures.DASH);
    String after = texts.after().orElse(Figures.DASH);
    return texts.isMoved() ? before + " → " + after : after;
  }

  /** The name of something that came or went: {@code embed (removed)}. */
  static String marked(String name, Change.Kind kind) {
    return name + " (" + kind.word() + ")";
  }

  /** Whole bits: a gain or a loss only of something that is on both sides. */
  static Cell bits(Change<Long> bits, Change<?> sides) {
    return figure(bits.map(BigDecimal::valueOf), senseOfBits(sides));
  }

  /** A term: whole bits, or decimals where nothing else moved; an asterisk at a binding term. */
  static Cell term(Change<RegimeDiff.TermFigure> term) {
    Change<BigDecimal> values =
        hundredthsIfNeeded(
            term.map(RegimeDiff.TermFigure::bits), term.map(RegimeDiff.TermFigure::hundredths));
    Change<String> texts =
        new Change<>(
            term.before().map(f -> mark(f) + values.before().orElseThrow()),
            term.after().map(f -> mark(f) + values.after().orElseThrow()));
    return figure(values, texts, senseOfBits(term));
  }

  private static String mark(RegimeDiff.TermFigure figure) {
    return figure.binding() ? "*" : "";
  }

  /** A tree of proofs: whole bits, or decimals where nothing else moved. */
  static Cell tree(Change<TreeEstimate.Figure> tree, Change<?> sides) {
    Change<BigDecimal> values =
        hundredthsIfNeeded(
            tree.map(TreeEstimate.Figure::bits), tree.map(TreeEstimate.Figure::hundredthBits));
    return figure(values, senseOfBits(sides));
  }

  private static Change<BigDecimal> hundredthsIfNeeded(Change<Long> bits, Change<Long> hundredths) {
    return bits.isMatched() && !bits.isMoved() && hundredths.isMoved()
        ? hundredths.map(value -> BigDecimal.valueOf(value, DECIMALS))
        : bits.map(BigDecimal::valueOf);
  }

  private static Sense senseOfBits(Change<?> sides) {
    return sides.isMatched() ? Sense.BITS : Sense.NEUTRAL;
  }

  /** A size in whole KiB, with how many bits it moved by behind. */
  static Cell size(Change<BigInteger> bits) {
    Sense sense = bits.isMatched() ? Sense.SIZE : Sense.NEUTRAL;
    Change<BigInteger> kib = bits.map(ProofSize::kib);
    Cell figure = figure(kib.map(BigDecimal::new), sense);
    if (!bits.isMatched() || !bits.isMoved()) {
      return figure;
    }
    Cell exact = figure(bits.map(BigDecimal::new), sense);
    String inKib = kib.isMoved() ? figure.change() + ", " : "";
    return new Cell(figure.text(), inKib + exact.change() + " bits", exact.emphasis());
  }

  private static Cell figure(Change<BigDecimal> values, Sense sense) {
    return figure(values, values.map(BigDecimal::toPlainString), sense);
  }

  private static Cell figure(Change<BigDecimal> values, Change<String> texts, Sense sense) {
    String text = text(texts);
    if (!values.isMatched()) {
      int signum = values.after().isPresent() ? 1 : -1;
      return values.isMoved()
          ? new Cell(text, signum > 0 ? "+" : "-", sense.emphasis(signum))
          : new Cell(text, SAME, Emphasis.FAINT);
    }
    BigDecimal difference = values.after().get().subtract(values.before().get());
    String sign = difference.signum() > 0 ? "+" + difference : difference.toString();
    return new Cell(
        text, difference.signum() == 0 ? SAME : sign, sense.emphasis(difference.signum()));
  }
}
