package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.io.estimate.Legend;
import org.soundcalc.io.report.ReportedFormula.Definition;
import org.soundcalc.io.report.ReportedFormula.Use;
import org.soundcalc.math.Explanation;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/**
 * The formulas of a zkVM's terms, each said once: its circuits share most of them, and often their
 * numbers too.
 */
final class FormulaCollector {
  private final Map<Shape, List<Use>> formulas = new LinkedHashMap<>();
  private final Map<Shape, Map<Numbers, Use>> uses = new LinkedHashMap<>();
  private final Map<Shape, String> terms = new LinkedHashMap<>();
  private final Map<Shape, Map<String, String>> legends = new LinkedHashMap<>();

  /** What tells formulas apart. */
  private record Shape(
      String formula,
      List<Definition> definitions,
      List<Citation> sources,
      Optional<String> note) {}

  /** What tells uses of a formula apart. */
  private record Numbers(String numbers, List<Explanation.Definition> definitions) {}

  /** The use of a formula that a term's error is. */
  Use add(CertifiedTerm term, Explanation explanation, Circuit circuit) {
    Shape shape =
        new Shape(
            explanation.formula(),
            explanation.definitions().stream()
                .map(each -> new Definition(each.symbol(), each.formula()))
                .toList(),
            term.term().sources(),
            term.term().note());
    List<Use> known = formulas.computeIfAbsent(shape, any -> new ArrayList<>());
    int formula = new ArrayList<>(formulas.keySet()).indexOf(shape);
    if (terms.putIfAbsent(shape, withoutRound(term.term().name())) == null) {
      legends.put(shape, legend(explanation, term.term().name(), circuit));
    }
    Numbers numbers = new Numbers(explanation.numbers(), explanation.definitions());
    return uses.computeIfAbsent(shape, any -> new LinkedHashMap<>())
        .computeIfAbsent(
            numbers,
            any -> {
              Use use =
                  new Use(
                      "f" + (formula + 1) + "-" + (known.size() + 1),
                      circuit.id().name() + ", " + term.term().name(),
                      known.size(),
                      explanation.numbers(),
                      explanation.definitions(),
                      term.bits(),
                      term.hundredthBits(),
                      term.term().grindingBits());
              known.add(use);
              return use;
            });
  }

  private static Map<String, String> legend(Explanation explanation, String term, Circuit circuit) {
    Legend legend = new Legend(circuit);
    Map<String, String> keys = new LinkedHashMap<>();
    for (Explanation.Input input : explanation.inputs()) {
      String names = legend.keys(input.plainSymbol(), input.value(), term);
      if (!names.isEmpty()) {
        keys.put(input.plainSymbol(), names.replace(",", ", "));
      }
    }
    return keys;
  }

  /** All formulas, in the order of need. */
  List<ReportedFormula> formulas() {
    List<ReportedFormula> all = new ArrayList<>();
    formulas.forEach(
        (shape, known) ->
            all.add(
                new ReportedFormula(
                    "f" + (all.size() + 1),
                    terms.get(shape),
                    shape.formula(),
                    shape.definitions(),
                    legends.get(shape),
                    shape.sources(),
                    shape.note(),
                    List.copyOf(known))));
    return List.copyOf(all);
  }

  /** The papers that the formulas rest on, each once. */
  List<Paper> papers() {
    Set<Paper> papers = new LinkedHashSet<>();
    formulas.keySet().forEach(shape -> shape.sources().forEach(from -> papers.add(from.paper())));
    return List.copyOf(papers);
  }

  private static String withoutRound(String name) {
    return name.replaceFirst(" [0-9]+$", "");
  }
}
