package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.gate.Places;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.report.ReportedCircuit.PlacedParameter;
import org.soundcalc.io.report.ReportedCircuit.RegimeFigure;
import org.soundcalc.io.report.ReportedCircuit.TermCell;
import org.soundcalc.io.report.ReportedCircuit.TermRow;
import org.soundcalc.io.report.ReportedFormula.Use;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** Makes what pages show of zkVMs that were estimated. */
public final class ReportMaker {
  private final List<Milestone> milestones;
  private final CostFigures costs;

  /**
   * A maker.
   *
   * @param milestones those that are shown
   * @param costs the hash that costs are counted for
   */
  public ReportMaker(List<Milestone> milestones, CostFigures costs) {
    this.milestones = List.copyOf(milestones);
    this.costs = costs;
  }

  /**
   * Makes what pages show.
   *
   * @param inputs the zkVMs, in the order they were asked for
   * @return one for each
   */
  public List<ReportedZkvm> zkvms(List<ReportInput> inputs) {
    List<String> titles =
        Figures.unique(
            inputs.stream().map(each -> each.report().estimate().zkvm().title()).toList(),
            inputs.stream().map(each -> each.report().source()).toList());
    Stems stems = new Stems();
    List<String> pages = inputs.stream().map(each -> stems.of(each.report().source())).toList();
    StudiedCircuits studied =
        StudiedCircuits.of(
            inputs.stream().flatMap(each -> each.report().estimate().circuits().stream()).toList(),
            costs);
    return IntStream.range(0, inputs.size())
        .parallel() // each is on its own, and takes long
        .mapToObj(i -> zkvm(i, pages.get(i), titles.get(i), inputs.get(i), studied))
        .toList();
  }

  private ReportedZkvm zkvm(
      int index, String stem, String title, ReportInput input, StudiedCircuits studied) {
    FormulaCollector formulas = new FormulaCollector();
    List<ReportedCircuit> circuits = new ArrayList<>();
    for (CircuitEstimate estimate : input.report().estimate().circuits()) {
      circuits.add(
          circuit(
              circuits.size(), estimate, input.places(), formulas, studied.of(estimate.circuit())));
    }
    List<MilestoneVerdict> verdicts =
        milestones.stream()
            .map(milestone -> new MilestoneResult(milestone, input.report().estimate()))
            .map(
                result ->
                    new MilestoneVerdict(
                        result, CaveatWords.of(result.caveats(input.ofFile()), result.estimate())))
            .toList();
    return new ReportedZkvm(
        index,
        stem,
        title,
        input.report(),
        verdicts,
        ComparisonRow.of(input.comparison()),
        Tree.of(input.report().estimate()),
        ReportedPart.of(input.report().estimate().last().circuit()),
        List.copyOf(circuits),
        formulas.formulas(),
        formulas.papers(),
        input.file(),
        input.certificate());
  }

  private static ReportedCircuit circuit(
      int index,
      CircuitEstimate estimate,
      Places places,
      FormulaCollector formulas,
      StudiedCircuits.Study study) {
    Map<String, List<Optional<TermCell>>> rows = new LinkedHashMap<>();
    List<RegimeFigure> regimes = new ArrayList<>();
    int columns = estimate.results().size();
    for (RegimeResult result : estimate.results()) {
      int column = regimes.size();
      Optional<Use> binding = Optional.empty();
      List<CertifiedTerm> terms =
          result.figures().map(RegimeResult.Figures::terms).orElse(List.of());
      for (int i = 0; i < terms.size(); i++) {
        CertifiedTerm term = terms.get(i);
        Use use = formulas.add(term, study.explanations().get(column).get(i), estimate.circuit());
        boolean isBinding = result.figures().orElseThrow().isBinding(term);
        binding = isBinding ? Optional.of(use) : binding;
        rows.computeIfAbsent(term.term().name(), any -> empty(columns))
            .set(column, Optional.of(new TermCell(i, use, isBinding)));
      }
      regimes.add(new RegimeFigure(column, result, binding));
    }
    List<TermRow> table = new ArrayList<>();
    rows.forEach((name, cells) -> table.add(new TermRow(name, List.copyOf(cells))));
    return new ReportedCircuit(
        index,
        "c" + (index + 1),
        estimate,
        List.copyOf(regimes),
        List.copyOf(table),
        parameters(index, estimate.circuit(), places),
        places.of(index, List.of()).line(),
        study.levers());
  }

  private static List<Optional<TermCell>> empty(int columns) {
    List<Optional<TermCell>> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(Optional.empty());
    }
    return cells;
  }

  private static List<PlacedParameter> parameters(int index, Circuit circuit, Places places) {
    int header = places.of(index, List.of()).line();
    List<PlacedParameter> placed = new ArrayList<>();
    Stream.concat(CommonKeys.circuit().stream(), circuit.keys().stream())
        .forEach(
            key ->
                Parameter.of(key, circuit)
                    .ifPresent(
                        value -> placed.add(placed(value, key, line(key, index, places), header))));
    return List.copyOf(placed);
  }

  private static int line(Key<Circuit, ?> key, int circuit, Places places) {
    List<String> path =
        Stream.concat(key.entry().map(Key.Entry::name).stream(), Stream.of(key.name())).toList();
    return places.of(circuit, path).line();
  }

  /** What the file does not have is placed at the circuit's header. */
  private static PlacedParameter placed(
      Parameter parameter, Key<Circuit, ?> key, int line, int header) {
    return new PlacedParameter(
        parameter,
        key.entry().filter(entry -> !entry.table().isEmpty()),
        line == header ? Optional.empty() : Optional.of(line));
  }
}
