package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Graph.Node;

/** Formulas as a graph. */
class GraphTest {
  private final Graph graph = new Graph();

  private int add(Written expression) {
    return graph.add(Asked.of(expression), Graph.Origins.UNKNOWN).node();
  }

  /** An expression, as lambdas cannot be generic. */
  @FunctionalInterface
  private interface Written {
    GraphReal of(Numbers<GraphReal> x);
  }

  /** Asked as formulas that are evaluated to graphs alone. */
  private record Asked(Written expression) implements Formula {
    static Formula of(Written expression) {
      return new Asked(expression);
    }

    @Override
    @SuppressWarnings("unchecked") // a graph is the only thing that asks
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return (T) expression.of((Numbers<GraphReal>) x);
    }
  }

  @Test
  void sharedPartsStandOnce() {
    int sum = add(x -> x.named("t", 3).plus(x.one()));
    int square = add(x -> x.named("t", 3).plus(x.one()).pow(2));
    assertThat(graph.nodes())
        .containsExactly(
            new Node.Input("t", "", Rational.of(3)),
            new Node.Constant(Rational.ONE),
            new Node.Binary(Graph.Operation.PLUS, 0, 1),
            new Node.Power(2, 2, ""));
    assertThat(List.of(sum, square)).containsExactly(2, 3);
  }

  @Test
  void everyOperationIsANode() {
    add(
        x ->
            x.e()
                .sqrt()
                .log2()
                .ceil()
                .max(x.of(2))
                .min(x.of(3))
                .minus(x.one())
                .times(x.of(5))
                .over(x.of(7))
                .timesPowerOfTwo(-3));
    assertThat(graph.nodes())
        .contains(
            new Node.Euler(),
            new Node.Unary(Graph.Function.SQRT, 0),
            new Node.Unary(Graph.Function.LOG2, 1),
            new Node.Unary(Graph.Function.CEIL, 2))
        .last()
        .isInstanceOfSatisfying(Node.Scaled.class, s -> assertThat(s.exponent()).isEqualTo(-3));
    assertThat(graph.nodes()).hasSize(15);
  }

  /** A symbol is told once for all rounds, and again where somebody starts to read again. */
  @Test
  void theFirstOfEqualSymbolsIsNamed() {
    int first = add(x -> x.let("n", x.of(8)));
    int second = add(x -> x.let("n", x.of(4)));
    assertThat(add(x -> x.let("n", x.of(8)))).isEqualTo(first);
    assertThat(graph.nodes().get(second)).isEqualTo(new Node.Constant(Rational.of(4)));
    graph.nameAgain();
    int again = add(x -> x.let("n", x.of(4)));
    assertThat(graph.nodes().get(again)).isEqualTo(new Node.Let("n", second));
  }

  /** What is decided for intervals, and what follows for a reader, is a formula here. */
  @Test
  void numbersThatFollowAreFormulas() {
    Formula four = Formula.constant(Rational.of(4));
    int m = add(x -> x.decided("m", four, Rational.of(4)));
    assertThat(graph.nodes().get(m)).isEqualTo(new Node.Let("m", 0));
    Graph.Origins derived =
        new Graph.Origins() {
          @Override
          public String of(String symbol, Rational value) {
            return "key";
          }

          @Override
          public Optional<Formula> derivation(String symbol, Rational value) {
            return symbol.equals("k") ? Optional.of(four) : Optional.empty();
          }
        };
    assertThat(graph.add(Asked.of(x -> x.named("k", 4)), derived).node()).isZero();
    int input = graph.add(Asked.of(x -> x.named("t", 4)), derived).node();
    assertThat(graph.nodes().get(input)).isEqualTo(new Node.Input("t", "key", Rational.of(4)));
  }

  @Test
  void whatNoFormulaGivesHasItsBasis() {
    Basis basis = () -> "a theorem";
    Graph.Root root =
        graph.add(Asked.of(x -> x.defined("E", basis, Rational.of(9))), Graph.Origins.UNKNOWN);
    assertThat(root.bases()).containsExactly(basis);
    assertThat(graph.nodes().get(root.node())).isEqualTo(new Node.Given("E", Rational.of(9)));
    int words = add(x -> x.defined("S", "a sum", Rational.of(5)));
    assertThat(graph.nodes().get(words)).isEqualTo(new Node.Given("S", Rational.of(5)));
  }

  @Test
  void otherGraphsAreReferredTo() {
    Quoted.Source source = new Quoted.Source("riscv", "JBR");
    Quoted quoted = new Quoted(source, 7, Formula.constant(Rational.of(3)));
    int place = graph.add(quoted, Graph.Origins.UNKNOWN).node();
    assertThat(graph.nodes().get(place)).isEqualTo(new Node.Reference(source, 7));
    assertThat(Certified.ceil(quoted)).isEqualTo(3);
  }
}
