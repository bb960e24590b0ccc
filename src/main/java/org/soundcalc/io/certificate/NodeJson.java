package org.soundcalc.io.certificate;

import java.util.List;
import org.soundcalc.math.Graph;
import org.soundcalc.math.Rational;

/** Nodes of a graph as arrays of JSON. */
final class NodeJson {
  private NodeJson() {}

  /** Every node of a graph, each an array. */
  static List<List<Object>> of(Graph graph) {
    return graph.nodes().stream().map(NodeJson::of).toList();
  }

  private static List<Object> of(Graph.Node node) {
    if (node instanceof Graph.Node.Constant constant) {
      return List.of("q", text(constant.value()));
    }
    if (node instanceof Graph.Node.Input input) {
      return List.of("in", input.symbol(), input.origin(), text(input.value()));
    }
    if (node instanceof Graph.Node.Given given) {
      return List.of("def", given.symbol(), text(given.value()));
    }
    if (node instanceof Graph.Node.Reference cell) {
      return List.of("cell", cell.source().name(), cell.source().part(), cell.place());
    }
    if (node instanceof Graph.Node.Let let) {
      return List.of("let", let.symbol(), let.value());
    }
    if (node instanceof Graph.Node.Unary unary) {
      return List.of(word(unary.operation()), unary.x());
    }
    if (node instanceof Graph.Node.Binary binary) {
      return List.of(word(binary.operation()), binary.x(), binary.y());
    }
    if (node instanceof Graph.Node.Scaled scaled) {
      return List.of("<<", scaled.x(), scaled.exponent());
    }
    if (node instanceof Graph.Node.Power power) {
      return power.symbol().isEmpty()
          ? List.of("^", power.base(), power.exponent())
          : List.of("^", power.base(), power.exponent(), power.symbol());
    }
    return List.of("e");
  }

  private static String word(Graph.Function function) {
    return switch (function) {
      case SQRT -> "sqrt";
      case LOG2 -> "log2";
      case CEIL -> "ceil";
    };
  }

  private static String word(Graph.Operation operation) {
    return switch (operation) {
      case PLUS -> "+";
      case MINUS -> "-";
      case TIMES -> "*";
      case OVER -> "/";
      case MAX -> "max";
      case MIN -> "min";
    };
  }

  /** A fraction in lowest terms, never a decimal. */
  static String text(Rational value) {
    return value.isInteger()
        ? value.numerator().toString()
        : value.numerator() + "/" + value.denominator();
  }
}
