package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.GrindingSite;

/** How much of a circuit's figures is proof-of-work, for a reader. */
final class GrindingTable {
  private GrindingTable() {}

  /** A row for each site. */
  static Table of(Grinding grinding) {
    List<Column> columns =
        List.of(Column.names("grinding"), Column.numbers("bits"), Column.numbers("count"));
    List<List<Cell>> rows = new ArrayList<>();
    for (GrindingSite site : grinding.sites()) {
      rows.add(List.of(Cell.of(site.site()), Cell.of(site.bits()), Cell.of(site.count())));
    }
    return new Table(columns, rows, notes(grinding));
  }

  /** The work, and what is left without it. */
  static List<String> notes(Grinding grinding) {
    if (grinding.sites().isEmpty()) {
      return List.of("no proof-of-work");
    }
    String without =
        grinding.without().stream()
            .filter(RegimeResult.Figures.class::isInstance)
            .map(result -> result.regime().name() + " " + ((RegimeResult.Figures) result).bits())
            .collect(Collectors.joining(", "));
    List<String> notes = new ArrayList<>();
    notes.add("expected work of a prover: 2^" + grinding.log2Work() + " hashes");
    if (!without.isEmpty()) {
      notes.add("bits without grinding: " + without);
    }
    return notes;
  }
}
