package org.soundcalc.io.milestone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.model.ProofSize;

/** A row for each zkVM and milestone; what does not exist is empty. */
public final class MilestoneCsv {
  private static final String HEADER =
      "zkvm,version,source,milestone,passed,bits,required_bits,spare_bits,non_interactive_bits,"
          + "non_interactive_binds,worst_bits,expected_bits,measured_bits,allowed_bits,recursion,set,caveats";

  /** With sizes as sent, where a zkVM has them. */
  private static final String SENT = ",sent_worst_bits,sent_expected_bits";

  private MilestoneCsv() {}

  /**
   * Makes the rows.
   *
   * @param report how far zkVMs are
   * @return all of it
   */
  public static CsvDocument of(MilestoneReport report) {
    List<List<String>> rows = new ArrayList<>();
    boolean withSent =
        report.rows().stream().anyMatch(row -> row.estimate().proofSizeSent().isPresent());
    rows.add(List.of((withSent ? HEADER + SENT : HEADER).split(",")));
    String settings = String.join("; ", report.provisos().settings());
    for (MilestoneReport.Row row : report.rows()) {
      row.results().forEach(result -> rows.add(of(row, result, settings, withSent)));
    }
    return new CsvDocument(rows);
  }

  private static List<String> of(
      MilestoneReport.Row row, MilestoneResult result, String settings, boolean withSent) {
    Optional<NonInteractive> sent = row.estimate().nonInteractive();
    OptionalLong spare = result.spareBits();
    ProofSize size = row.estimate().proofSize();
    List<String> cells = new ArrayList<>();
    Collections.addAll(
        cells,
        row.estimate().zkvm().name(),
        row.estimate().zkvm().version().orElse(""),
        row.source(),
        result.milestone().word(),
        Boolean.toString(result.passed()),
        text(row.estimate().findSecurity().map(Security::bits)),
        Long.toString(result.milestone().bits()),
        spare.isPresent() ? Long.toString(spare.getAsLong()) : "",
        text(sent.map(NonInteractive::bits)),
        text(sent.map(figure -> figure.binds().word())),
        size.worstCaseBits().toString(),
        size.expectedBits().toString(),
        text(row.measured()),
        result.limit().bits().toString(),
        row.recursion().word(),
        settings,
        row.caveats(result).stream().map(CaveatWords::message).collect(Collectors.joining("; ")));
    if (withSent) {
      Optional<ProofSize> asSent = row.estimate().proofSizeSent();
      cells.add(text(asSent.map(ProofSize::worstCaseBits)));
      cells.add(text(asSent.map(ProofSize::expectedBits)));
    }
    return cells;
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
