package org.soundcalc.math;

/**
 * A piece of a formula in writing.
 *
 * @param text the piece
 * @param binding how tightly its outermost operation binds
 */
record Text(String text, Binding binding) {
  /** From the loosest to the tightest. */
  enum Binding {
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  /** A piece of which it is not known how it was made, such as a symbol or a number. */
  static Text symbol(String text) {
    boolean bracketed = text.startsWith("⌈") && text.endsWith("⌉");
    boolean compound = !bracketed && (text.indexOf(' ') >= 0 || text.startsWith("-"));
    return new Text(text, compound ? Binding.SUM : Binding.ATOM);
  }

  /** A maximum or a minimum, of which a chain is written as one. */
  Text choice(String function, Text other) {
    boolean chained = binding == Binding.ATOM && text.startsWith(function);
    String first = chained ? text.substring(function.length(), text.length() - 1) : text;
    return new Text(function + first + ", " + other.text + ")", Binding.ATOM);
  }

  /**
   * An operation between two pieces.
   *
   * @param least how tightly the right one must bind to need no brackets
   */
  Text join(String sign, Text right, Binding operation, Binding least) {
    return new Text(atLeast(operation) + sign + right.atLeast(least), operation);
  }

  /** A function of this piece. */
  Text in(String before, String after) {
    return new Text(before + text + after, Binding.ATOM);
  }

  /** This piece, in brackets unless it binds at least so tightly. */
  String atLeast(Binding least) {
    return binding.compareTo(least) >= 0 ? text : "(" + text + ")";
  }
}
