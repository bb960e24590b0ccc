package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;

/** What a file does not say: shown in bold where it is missing, and counted. */
final class Gaps {
  private final List<String> all = new ArrayList<>();
  private int circuits = 1;
  private int answers;

  /** The gaps that follow are of so many circuits each. */
  void of(int circuits) {
    this.circuits = circuits;
  }

  /** What a file says, or the gap where it does not. */
  Cell cell(Optional<String> stated, String gap) {
    return stated.map(Cell::of).orElseGet(() -> Cell.strong(add(gap)));
  }

  /** A paragraph for a gap. */
  void paragraph(String gap, Document document) {
    document.text(add(gap), Emphasis.ERROR);
  }

  private String add(String gap) {
    all.add(gap);
    answers += circuits;
    return "Gap: " + gap + ".";
  }

  /** How many there are: one for each circuit, of kinds that stand once for circuits alike. */
  String count() {
    return answers == all.size()
        ? answers + ", listed at the end"
        : answers + " of " + all.size() + " kinds, listed at the end";
  }

  /** All so far, in their order. */
  List<String> all() {
    return List.copyOf(all);
  }
}
