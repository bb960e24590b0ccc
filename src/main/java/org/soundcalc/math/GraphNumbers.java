package org.soundcalc.math;

import java.util.Optional;
import java.util.Set;

/** Adds a formula to a graph while it is evaluated. */
record GraphNumbers(Graph graph, Graph.Origins origins, Set<Basis> bases)
    implements Numbers<GraphReal> {
  private GraphReal add(Graph.Node node) {
    return new GraphReal(graph, graph.place(node));
  }

  @Override
  public GraphReal of(Rational value) {
    return add(new Graph.Node.Constant(value));
  }

  @Override
  public GraphReal e() {
    return add(new Graph.Node.Euler());
  }

  @Override
  public GraphReal named(String symbol, Rational value) {
    Optional<Formula> derivation = origins.derivation(symbol, value);
    return derivation.isPresent()
        ? derivation.get().evaluate(this)
        : add(new Graph.Node.Input(symbol, origins.of(symbol, value), value));
  }

  @Override
  public GraphReal named(String symbol, long value) {
    return named(symbol, Rational.of(value));
  }

  @Override
  public GraphReal let(String symbol, GraphReal value) {
    return new GraphReal(graph, graph.let(symbol, value.place()));
  }

  @Override
  public GraphReal defined(String symbol, String formula, Rational value) {
    return add(new Graph.Node.Given(symbol, value));
  }

  @Override
  public GraphReal defined(String symbol, Basis basis, Rational value) {
    bases.add(basis);
    return add(new Graph.Node.Given(symbol, value));
  }

  @Override
  public GraphReal decided(String symbol, Formula formula, Rational value) {
    return let(symbol, formula.evaluate(this));
  }

  @Override
  public GraphReal of(Quoted value) {
    return add(new Graph.Node.Reference(value.source(), value.place()));
  }

  @Override
  public GraphReal power(GraphReal base, String symbol, long exponent) {
    return add(new Graph.Node.Power(base.place(), exponent, symbol));
  }
}
