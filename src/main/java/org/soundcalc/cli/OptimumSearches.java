package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.analysis.optimum.TreeOptimum;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.optimum.OptimumReport;
import org.soundcalc.io.toml.SearchOptions;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Deadline;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Space;

/**
 * Searches circuits on all cores, those that differ in nothing that counts once.
 *
 * @param request what was asked for
 * @param options of estimates
 * @param regimes under one of which bits count
 * @param deadline when all of them have to end
 */
record OptimumSearches(
    Request request, EstimateOptions options, List<Regime> regimes, Deadline deadline) {
  /** A circuit that is searched. */
  private record Task(
      Circuit circuit, OptimizeOptions wanted, Space space, boolean isFinal, boolean hasSteps) {
    /** What it has in common with those that are alike. */
    Task alike() {
      Circuit nameless = circuit.with(circuit.id().anonymous());
      return new Task(nameless, wanted, space, isFinal, hasSteps);
    }
  }

  /** A row for each zkVM. */
  List<OptimumReport.Row> rows(List<Estimated> zkvms, List<String> names) {
    List<List<Task>> tasks = zkvms.stream().map(zkvm -> tasks(zkvm, names)).toList();
    // made once: a circuit may be equal to itself alone
    List<List<Task>> alike =
        tasks.stream().map(its -> its.stream().map(Task::alike).toList()).toList();
    Map<Task, Task> first = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = 0; j < tasks.get(i).size(); j++) {
        first.putIfAbsent(alike.get(i).get(j), tasks.get(i).get(j));
      }
    }
    Map<Task, CircuitOptimum> found = found(first);
    List<OptimumReport.Row> rows = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      List<CircuitOptimum> its = new ArrayList<>();
      for (int j = 0; j < tasks.get(i).size(); j++) {
        its.add(found.get(alike.get(i).get(j)).of(tasks.get(i).get(j).circuit));
      }
      rows.add(row(zkvms.get(i), tasks.get(i), its));
    }
    return rows;
  }

  private OptimumReport.Row row(Estimated zkvm, List<Task> tasks, List<CircuitOptimum> found) {
    Optional<Milestone> milestone =
        tasks.stream().filter(Task::isFinal).findFirst().flatMap(task -> task.wanted.milestone());
    return new OptimumReport.Row(
        zkvm.source(),
        zkvm.estimate().zkvm(),
        said(zkvm, tasks),
        found,
        milestone,
        Optional.empty());
  }

  /** A row for each zkVM, where bits are wanted of its whole tree. */
  List<OptimumReport.Row> trees(List<Estimated> zkvms) {
    int all = zkvms.stream().mapToInt(zkvm -> zkvm.estimate().circuits().size()).sum();
    try (Progress progress =
        Progress.of(request.session(), BigInteger.valueOf(all), "circuits", true)) {
      return zkvms.stream().map(zkvm -> tree(zkvm, progress)).toList();
    }
  }

  private OptimumReport.Row tree(Estimated zkvm, Runnable progress) {
    List<Task> tasks = tasks(zkvm, List.of());
    List<TreeOptimum.Part> parts = new ArrayList<>();
    for (Task task : tasks) {
      Optimizer optimizer = new Optimizer(task.circuit, regimes, deadline);
      Aim aim = aim(task.wanted, optimizer, task.isFinal);
      parts.add(new TreeOptimum.Part(optimizer, task.space, aim));
    }
    int last = tasks.size() - 1;
    OptimizeOptions ofFinal = tasks.get(last).wanted;
    TreeOptimum tree = TreeOptimum.of(zkvm.estimate(), parts, ofFinal.bits(), progress);
    List<CircuitOptimum> circuits = new ArrayList<>(tree.circuits());
    circuits.set(last, circuits.get(last).withSteps(parts.get(last).optimizer()));
    return new OptimumReport.Row(
        zkvm.source(),
        zkvm.estimate().zkvm(),
        said(zkvm, tasks),
        circuits,
        ofFinal.milestone(),
        Optional.of(tree));
  }

  private List<String> said(Estimated zkvm, List<Task> tasks) {
    List<String> names = tasks.stream().map(task -> task.circuit.id().name()).toList();
    return OptimizeArguments.ofFile(request, zkvm.loaded().search(), names);
  }

  private Map<Task, CircuitOptimum> found(Map<Task, Task> first) {
    List<Map.Entry<Task, Task>> all = List.copyOf(first.entrySet());
    BigInteger count = BigInteger.valueOf(all.size());
    Map<Task, CircuitOptimum> found = new LinkedHashMap<>();
    try (Progress progress = Progress.of(request.session(), count, "circuits", true)) {
      List<CircuitOptimum> optima =
          all.parallelStream().map(task -> optimum(task.getValue(), progress)).toList();
      for (int i = 0; i < optima.size(); i++) {
        found.put(all.get(i).getKey(), optima.get(i));
      }
    }
    return found;
  }

  private List<Task> tasks(Estimated zkvm, List<String> names) {
    SearchOptions file = zkvm.loaded().search();
    List<Circuit> circuits = zkvm.estimate().zkvm().circuits();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < circuits.size(); i++) {
      Circuit circuit = circuits.get(i);
      String name = circuit.id().name();
      if (names.isEmpty() || names.contains(name)) {
        boolean isFinal = i == circuits.size() - 1;
        OptimizeOptions wanted = OptimizeOptions.of(request, file.of(name));
        boolean hasSteps = isFinal || !names.isEmpty();
        tasks.add(new Task(circuit, wanted, wanted.spaceOf(circuit), isFinal, hasSteps));
      }
    }
    return tasks;
  }

  private CircuitOptimum optimum(Task task, Runnable progress) {
    Optimizer optimizer = new Optimizer(task.circuit, regimes, deadline);
    OptimizeOptions wanted = task.wanted;
    Aim aim = aim(wanted, optimizer, task.isFinal);
    CircuitOptimum found =
        wanted.front().isEmpty()
            ? CircuitOptimum.of(optimizer, task.space, aim)
            : CircuitOptimum.front(
                optimizer, task.space, aim, wanted.axes().size(), wanted.resolution());
    CircuitOptimum whole = task.hasSteps ? found.withSteps(optimizer) : found;
    progress.run();
    return whole;
  }

  private Aim aim(OptimizeOptions wanted, Optimizer optimizer, boolean isFinal) {
    Aim plain =
        new Aim(0, List.of(wanted.least()), Map.of(), wanted.worst(), options.costs().hashRate());
    Map<Axis, Double> most = new EnumMap<>(Axis.class);
    wanted
        .ratios()
        .forEach((axis, ratio) -> most.put(axis, ratio * plain.cost(optimizer.circuit(), axis)));
    Optional.of(isFinal)
        .filter(last -> last)
        .flatMap(last -> wanted.size())
        .ifPresent(size -> most.put(Axis.PROOF_SIZE, size.bits().doubleValue()));
    long bits = wanted.bits().orElseGet(() -> optimizer.today().map(Point::bits).orElse(0L));
    return new Aim(bits, wanted.axes(), most, wanted.worst(), options.costs().hashRate());
  }
}
