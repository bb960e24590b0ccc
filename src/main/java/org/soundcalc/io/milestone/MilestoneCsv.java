package org.soundcalc.io.milestone;

import java.util.ArrayList;
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

  private MilestoneCsv() {}

  /**
   * Makes the rows.
   *
   * @param report how far zkVMs are
   * @return all of it
   */
  public static CsvDocument of(MilestoneReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADER.split(",")));
    String settings = String.join("; ", report.provisos().settings());
    for (MilestoneReport.Row row : report.rows()) {
      row.results().forEach(result -> rows.add(of(row, result, settings)));
    }
    return new CsvDocument(rows);
  }

  private static List<String> of(MilestoneReport.Row row, MilestoneResult result, String settings) {
    Optional<NonInteractive> sent = row.estimate().nonInteractive();
    OptionalLong spare = result.spareBits();
    ProofSize size = row.estimate().proofSize();
    return List.of(
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
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
