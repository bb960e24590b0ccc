package org.soundcalc.io.diff;

import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.Regression;
import org.soundcalc.analysis.diff.ZkvmDiff;

/**
 * Proven bits that were lost.
 *
 * @param zkvm the name of the zkVM that lost them
 * @param lost where in it, and how many
 */
record NamedRegression(String zkvm, Regression lost) {
  private static final String NOT_EVERY = "not every circuit has a proven figure";

  /** Of a zkVM that was added and is weaker than another, which was removed. */
  static NamedRegression ofReplacement(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    return new NamedRegression(
        names.after().orElseThrow(),
        new Regression.OfZkvm(names.before(), zkvms.flatMap(zkvm -> zkvm.security().latest())));
  }

  /** Of the tree of a zkVM that was added, where another, which was removed, had a stronger one. */
  static NamedRegression ofReplacedTree(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    return new NamedRegression(
        names.after().orElseThrow(),
        new Regression.OfTree(names.before(), zkvms.flatMap(zkvm -> zkvm.trees().latest())));
  }

  /**
   * In one line, such as {@code riscv JBR 53 → 52 bits (query phase)}, {@code embed (removed) →
   * embed2 (added) JBR 57 → 55 bits (query phase)} or {@code Pico whole tree 40 → 39 bits (12289 →
   * 24577 proofs)}.
   *
   * @param several whether circuits of other zkVMs may have the same name
   */
  String text(boolean several) {
    String place = names(zkvm);
    String cause = NOT_EVERY;
    if (lost instanceof Regression.OfCircuit of) {
      place = (several ? zkvm + " " : "") + names(of.circuit()) + " " + of.regimeName();
      cause =
          of.term()
              .or(() -> of.regime().reasons().after().map(why -> of.regimeName() + " " + why))
              .orElse("not covered");
    } else if (lost instanceof Regression.OfZkvm of) {
      cause = of.security().after().map(s -> s.regime() + ", " + s.circuit()).orElse(cause);
    } else if (lost instanceof Regression.OfTree of) {
      place += " whole tree";
      cause = lost.bits().isMatched() ? DiffTables.proofs(of.trees()) + " proofs" : cause;
    }
    return "%s %s bits (%s)".formatted(place, Moves.text(lost.bits().map(String::valueOf)), cause);
  }

  /** The name with that of what it may have replaced. */
  private String names(String name) {
    return lost.replaced().isEmpty()
        ? name
        : Moves.marked(lost.replaced().get(), Change.Kind.REMOVED)
            + " → "
            + Moves.marked(name, Change.Kind.ADDED);
  }
}
