package org.soundcalc.io.optimum;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Space;

/** The points that nothing beats, to be read. */
final class FrontTable {
  private FrontTable() {}

  /**
   * A row for each point, with the keys that are not the same in all of them; where folding ends
   * follows, and the gap is the analyst's.
   *
   * @param circuit whose front is not empty
   * @param hasAll whether with today's point and with all keys, for which pages have room
   */
  static Table of(CircuitOptimum circuit, boolean hasAll) {
    List<Point> points = new ArrayList<>(circuit.front());
    if (hasAll) {
      circuit.today().ifPresent(today -> points.add(0, today));
    }
    TableBuilder<Point> builder = new TableBuilder<>(points);
    if (hasAll) {
      builder
          .add(
              Column.names("point"),
              point -> Cell.of(circuit.front().contains(point) ? "front" : "today"))
          .add(Column.numbers("bits"), point -> Cell.of(point.bits()))
          .add(Column.names("regime"), point -> Cell.of(point.regime().name()));
    }
    builder.add(
        Column.numbers("KiB"), point -> Cell.strong(OptimumDocument.kib(circuit, point.circuit())));
    for (Axis axis : hasAll ? OptimumDocument.axes(circuit) : circuit.aim().axes()) {
      if (axis != Axis.PROOF_SIZE) {
        builder.add(
            Column.numbers(axis.words()),
            point -> Cell.of(OptimumDocument.ratio(circuit, point.circuit(), axis)));
      }
    }
    for (Key<Circuit, ?> key : Space.keys(circuit.circuit())) {
      Set<Object> values = new HashSet<>();
      circuit.front().forEach(point -> values.add(key.get(point.circuit())));
      boolean follows =
          circuit
              .circuit()
              .foldingDesign()
              .filter(
                  design ->
                      key.equals(design.endKey())
                          || design.gapKey().filter(key::equals).isPresent())
              .isPresent();
      if (hasAll ? circuit.moved().contains(key) : values.size() > 1 && !follows) {
        builder.add(
            Column.names(key.spelling()),
            point ->
                Cell.of(
                    OptimumDocument.value(
                        key, CircuitOptimum.spelled(key, point.circuit()), point.circuit())));
      }
    }
    return builder.table(List.of());
  }
}
