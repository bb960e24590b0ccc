package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.report.ReportedFormula.Use;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.keys.Key;

/**
 * A circuit as its zkVM's page has it.
 *
 * @param index its place among the zkVM's circuits
 * @param anchor unique in the page
 * @param estimate its figures
 * @param regimes what each regime says of it, in their order
 * @param terms every term that some regime has, in the order of the protocol
 * @param parameters with their places
 * @param line of its header in the file
 * @param levers what one more unit of each buys
 */
public record ReportedCircuit(
    int index,
    String anchor,
    CircuitEstimate estimate,
    List<RegimeFigure> regimes,
    List<TermRow> terms,
    List<PlacedParameter> parameters,
    int line,
    CircuitLevers levers) {
  /**
   * A circuit under a regime.
   *
   * @param index the regime's place among those shown
   * @param result what became of the circuit under it
   * @param binding the use of a formula that decides; nothing where it is not covered
   */
  public record RegimeFigure(int index, RegimeResult result, Optional<Use> binding) {
    /** {@return its bits, or a dash} */
    public String bits() {
      return Texts.orDash(result.figures().map(RegimeResult.Figures::bits));
    }

    /** {@return the name of the term that decides; why there is none where it is not covered} */
    public String words() {
      return result instanceof RegimeResult.NotCovered dash
          ? dash.reason()
          : result.figures().orElseThrow().binding().term().name();
    }
  }

  /**
   * A term.
   *
   * @param name of it
   * @param cells one for each regime; nothing where it has no such term
   */
  public record TermRow(String name, List<Optional<TermCell>> cells) {}

  /**
   * A term under a regime.
   *
   * @param index its place among the regime's terms
   * @param use its formula with numbers
   * @param isBinding whether it decides
   */
  public record TermCell(int index, Use use, boolean isBinding) {}

  /**
   * A parameter with its place.
   *
   * @param parameter its name and value
   * @param entry the element of an array of tables that has it, such as one of the lookups
   * @param line of the file; nothing where the file leaves it out
   */
  public record PlacedParameter(
      Parameter parameter, Optional<Key.Entry> entry, Optional<Integer> line) {
    /** {@return its name within its table} */
    public String name() {
      return parameter.key().substring(entry.map(in -> in.toString().length() + 1).orElse(0));
    }
  }

  /**
   * The tables of one array, such as the lookups.
   *
   * @param name of the array
   * @param constants what is the same in all of several tables, such as {@code rows_T = 0}
   * @param keys of the other values, in their order
   * @param rows one for each table
   */
  public record EntryTable(
      String name, List<String> constants, List<String> keys, List<EntryRow> rows) {
    /** {@return the names of the tables, separated by commas} */
    public String names() {
      return rows.stream().map(EntryRow::name).collect(Collectors.joining(", "));
    }
  }

  /**
   * A table of an array.
   *
   * @param name of the table
   * @param parameters one for each key of the array; nothing where it has none
   */
  public record EntryRow(String name, List<Optional<PlacedParameter>> parameters) {}

  /** {@return its name} */
  public String name() {
    return estimate.name();
  }

  /** Whether it has a parameter of this value. */
  boolean has(PlacedParameter other) {
    return parameters.stream().anyMatch(placed -> placed.parameter().equals(other.parameter()));
  }

  /**
   * {@return its parameters that it does not share with all others, those of arrays left out}
   *
   * @param shared by all circuits
   */
  public List<PlacedParameter> own(List<PlacedParameter> shared) {
    List<String> keys = shared.stream().map(placed -> placed.parameter().key()).toList();
    return parameters.stream()
        .filter(placed -> placed.entry().isEmpty() && !keys.contains(placed.parameter().key()))
        .toList();
  }

  /** {@return its arrays of tables, such as the lookups} */
  public List<EntryTable> entries() {
    Map<String, Map<String, List<PlacedParameter>>> arrays = new LinkedHashMap<>();
    for (PlacedParameter placed : parameters) {
      placed
          .entry()
          .ifPresent(
              entry ->
                  arrays
                      .computeIfAbsent(entry.table(), any -> new LinkedHashMap<>())
                      .computeIfAbsent(entry.name(), any -> new ArrayList<>())
                      .add(placed));
    }
    List<EntryTable> tables = new ArrayList<>();
    arrays.forEach((array, rows) -> tables.add(table(array, rows)));
    return List.copyOf(tables);
  }

  private static EntryTable table(String array, Map<String, List<PlacedParameter>> rows) {
    Set<String> keys = new LinkedHashSet<>();
    rows.values().forEach(row -> row.forEach(placed -> keys.add(placed.name())));
    List<String> constants = new ArrayList<>();
    if (rows.size() > 1) {
      for (String key : List.copyOf(keys)) {
        List<String> values =
            rows.values().stream()
                .map(row -> find(key, row).map(each -> each.parameter().value()).orElse(""))
                .distinct()
                .toList();
        if (values.size() == 1) {
          constants.add(key + " = " + values.get(0));
          keys.remove(key);
        }
      }
    }
    List<EntryRow> table = new ArrayList<>();
    rows.forEach(
        (name, row) ->
            table.add(new EntryRow(name, keys.stream().map(key -> find(key, row)).toList())));
    return new EntryTable(array, constants, List.copyOf(keys), List.copyOf(table));
  }

  private static Optional<PlacedParameter> find(String key, List<PlacedParameter> row) {
    return row.stream().filter(each -> each.name().equals(key)).findFirst();
  }

  /** {@return what one more unit of each lever buys, those without effect left out} */
  public List<ReportedLever> effects() {
    return ReportedLever.of(levers);
  }

  /** {@return the use of a formula that decides its best proven figure} */
  public Optional<Use> binding() {
    return estimate
        .best()
        .flatMap(
            best ->
                regimes.stream()
                    .filter(each -> each.result().regime().equals(best.regime()))
                    .findFirst())
        .flatMap(RegimeFigure::binding);
  }

  /** {@return its proof system over its commitment} */
  public String system() {
    return Figures.proofSystem(estimate.circuit().id());
  }

  /** {@return the size of its proofs that decides} */
  public ProofSize size() {
    return estimate.circuit().decidingSize();
  }

  /** {@return where the report's JSON has that size, within the circuit's object} */
  public String sizeAt() {
    return estimate.circuit().isSizedAsSent() ? "/proofSizeSent" : "/proofSize";
  }

  /** {@return bits of its best proven regime, or a dash} */
  public String bits() {
    return Texts.orDash(estimate.best().map(RegimeResult.Figures::bits));
  }
}
