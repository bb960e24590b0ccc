package org.soundcalc.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Formulas as one graph: what they share stands once, operands before what is made of them. Made
 * from the very objects that are certified, for whoever checks a figure without this program.
 */
public final class Graph {
  private final Map<Node, Integer> places = new LinkedHashMap<>();

  /** Symbols that results bear since the last {@link #nameAgain}. */
  private final Set<String> named = new HashSet<>();

  /** An empty graph. */
  public Graph() {}

  /** A number; operands are the places of other ones. */
  public sealed interface Node {
    /**
     * A rational.
     *
     * @param value ≥ 0
     */
    record Constant(Rational value) implements Node {}

    /** Euler's number. */
    record Euler() implements Node {}

    /**
     * What a formula is given.
     *
     * @param symbol such as {@code ρ}
     * @param origin what it is read or follows from; empty where that is unknown
     * @param value ≥ 0
     */
    record Input(String symbol, String origin, Rational value) implements Node {}

    /**
     * What no formula of nodes gives.
     *
     * @param symbol such as {@code E}
     * @param value ≥ 0
     */
    record Given(String symbol, Rational value) implements Node {}

    /**
     * A number of another graph.
     *
     * @param source which graph
     * @param place there
     */
    record Reference(Quoted.Source source, int place) implements Node {}

    /**
     * A result under a symbol of its own: the first of those that bear it.
     *
     * @param symbol such as {@code δ}
     * @param value its place
     */
    record Let(String symbol, int value) implements Node {}

    /**
     * An operation on one number.
     *
     * @param operation which
     * @param x the place of its operand
     */
    record Unary(Function operation, int x) implements Node {}

    /**
     * An operation on two numbers.
     *
     * @param operation which
     * @param x the place of the first
     * @param y the place of the second
     */
    record Binary(Operation operation, int x, int y) implements Node {}

    /**
     * A power.
     *
     * @param base its place
     * @param exponent ≥ 0
     * @param symbol of the exponent; empty where it has none
     */
    record Power(int base, long exponent, String symbol) implements Node {}

    /**
     * A number times a power of two.
     *
     * @param x its place
     * @param exponent of either sign
     */
    record Scaled(int x, int exponent) implements Node {}
  }

  /** What takes one number. */
  public enum Function {
    /** The nonnegative root. */
    SQRT,
    /** The logarithm to base 2. */
    LOG2,
    /** The least integer that is not below. */
    CEIL
  }

  /** What takes two. */
  public enum Operation {
    /** Their sum. */
    PLUS,
    /** The first less the second. */
    MINUS,
    /** Their product. */
    TIMES,
    /** The first by the second. */
    OVER,
    /** The larger. */
    MAX,
    /** The smaller. */
    MIN
  }

  /** Says where inputs of formulas come from. */
  public interface Origins {
    /** Nobody knows. */
    Origins UNKNOWN = (symbol, value) -> "";

    /**
     * {@return how an input follows from others, where that is known}
     *
     * @param symbol the input's
     * @param value of it
     */
    default Optional<Formula> derivation(String symbol, Rational value) {
      return Optional.empty();
    }

    /**
     * {@return what an input is read or follows from, empty where that is unknown}
     *
     * @param symbol the input's
     * @param value of it
     */
    String of(String symbol, Rational value);
  }

  /**
   * A formula in the graph.
   *
   * @param node the place of its value
   * @param bases what its {@link Node.Given} numbers rest on, as far as that is more than words
   */
  public record Root(int node, Set<Basis> bases) {}

  /**
   * Adds what a formula has that is not there yet.
   *
   * @param formula any
   * @param origins of its inputs
   * @return where its value is
   */
  public Root add(Formula formula, Origins origins) {
    Set<Basis> bases = new LinkedHashSet<>();
    GraphReal value = formula.evaluate(new GraphNumbers(this, origins, bases));
    return new Root(value.place(), bases);
  }

  /**
   * From now on results are named again. Of those that bear one symbol, as they do in each round of
   * a protocol, the first is named: it tells how the others are made, too.
   */
  public void nameAgain() {
    named.clear();
  }

  /** The place of a result, under its symbol if that is new. */
  int let(String symbol, int value) {
    Node node = new Node.Let(symbol, value);
    boolean isNew = named.add(symbol);
    return isNew || places.containsKey(node) ? place(node) : value;
  }

  /** {@return all numbers, each after its operands, no two alike} */
  public List<Node> nodes() {
    return new ArrayList<>(places.keySet());
  }

  int place(Node node) {
    Integer next = places.size();
    Integer known = places.putIfAbsent(node, next);
    return known == null ? next : known;
  }
}
