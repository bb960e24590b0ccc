package org.soundcalc.math;

/**
 * A number in a graph.
 *
 * @param graph where it is
 * @param place its index there
 */
record GraphReal(Graph graph, int place) implements Real<GraphReal> {
  private GraphReal add(Graph.Node node) {
    return new GraphReal(graph, graph.place(node));
  }

  private GraphReal join(Graph.Operation operation, GraphReal y) {
    return add(new Graph.Node.Binary(operation, place, y.place));
  }

  private GraphReal of(Graph.Function function) {
    return add(new Graph.Node.Unary(function, place));
  }

  @Override
  public GraphReal plus(GraphReal y) {
    return join(Graph.Operation.PLUS, y);
  }

  @Override
  public GraphReal minus(GraphReal y) {
    return join(Graph.Operation.MINUS, y);
  }

  @Override
  public GraphReal times(GraphReal y) {
    return join(Graph.Operation.TIMES, y);
  }

  @Override
  public GraphReal over(GraphReal y) {
    return join(Graph.Operation.OVER, y);
  }

  @Override
  public GraphReal pow(long n) {
    Exponents.requireNonNegative(n);
    return add(new Graph.Node.Power(place, n, ""));
  }

  @Override
  public GraphReal timesPowerOfTwo(int exponent) {
    return add(new Graph.Node.Scaled(place, exponent));
  }

  @Override
  public GraphReal sqrt() {
    return of(Graph.Function.SQRT);
  }

  @Override
  public GraphReal log2() {
    return of(Graph.Function.LOG2);
  }

  @Override
  public GraphReal ceil() {
    return of(Graph.Function.CEIL);
  }

  @Override
  public GraphReal max(GraphReal y) {
    return join(Graph.Operation.MAX, y);
  }

  @Override
  public GraphReal min(GraphReal y) {
    return join(Graph.Operation.MIN, y);
  }
}
