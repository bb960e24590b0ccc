package org.soundcalc.io.diff;

import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.Kind;
import org.soundcalc.analysis.diff.Regression;
import org.soundcalc.analysis.diff.Total;
import org.soundcalc.analysis.diff.TreeState;
import org.soundcalc.analysis.diff.ZkvmDiff;

/**
 * Proven bits that were lost, with all that says where.
 *
 * @param zkvm the zkVM's name
 * @param regression what was lost
 */
record NamedRegression(String zkvm, Regression regression) {
  private static final String NOT_EVERY = "not every circuit has a proven figure";

  /** Of a zkVM that was added and is weaker than another, which was removed. */
  static NamedRegression ofReplacement(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    Change<Security> security = zkvms.flatMap(zkvm -> zkvm.security().latest());
    return new NamedRegression(
        names.after().orElseThrow(), new Regression.OfZkvm(names.before(), security));
  }

  /** Of the tree of a zkVM that was added, where another, which was removed, had a stronger one. */
  static NamedRegression ofReplacedTree(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    Change<TreeState> trees = zkvms.flatMap(zkvm -> zkvm.trees().latest());
    return new NamedRegression(
        names.after().orElseThrow(), new Regression.OfTree(names.before(), trees));
  }

  /** Whether it is the figure of the whole tree of proofs. */
  boolean isOfTree() {
    return regression instanceof Regression.OfTree;
  }

  /** The circuit; nothing where it is the zkVM's own figure, or its tree's. */
  Optional<String> circuit() {
    return regression instanceof Regression.OfCircuit circuit
        ? Optional.of(circuit.circuit())
        : Optional.empty();
  }

  /**
   * The regime's name: of the zkVM's figure that of now, if there still is one; in a tree each
   * circuit counts under its own best one.
   */
  String regime() {
    if (isOfTree()) {
      return Security.MIXED;
    }
    if (regression instanceof Regression.OfZkvm ofZkvm) {
      return ofZkvm.security().latest().orElseThrow().regime();
    }
    return ((Regression.OfCircuit) regression).regime().regime().name();
  }

  /** The term that decides a circuit's figure now. */
  Optional<String> term() {
    return regression instanceof Regression.OfCircuit circuit
        ? circuit.regime().total().after().map(Total::binding)
        : Optional.empty();
  }

  /**
   * In one line, such as {@code riscv JBR 53 → 52 bits (query phase)}, {@code embed (removed) →
   * embed2 (added) JBR 57 → 55 bits (query phase)} or {@code Pico whole tree 40 → 39 bits (12289 →
   * 24577 proofs)}.
   *
   * @param several whether circuits of other zkVMs may have the same name
   */
  String text(boolean several) {
    Change<Long> bits = regression.bits();
    String change = Moves.text(bits.map(String::valueOf)) + " bits (" + cause() + ")";
    return circuit()
        .map(name -> (several ? zkvm + " " : "") + names(name) + " " + regime() + " " + change)
        .orElse(names(zkvm) + (isOfTree() ? " whole tree " : " ") + change);
  }

  /** The name with that of what it may have replaced. */
  private String names(String name) {
    return regression
        .replaced()
        .map(old -> Moves.text(Change.of(marked(old, Kind.REMOVED), marked(name, Kind.ADDED))))
        .orElse(name);
  }

  private static String marked(String name, Kind kind) {
    return name + " (" + kind.word() + ")";
  }

  private String cause() {
    if (regression instanceof Regression.OfZkvm ofZkvm) {
      return ofZkvm.security().after().map(NamedRegression::cause).orElse(NOT_EVERY);
    }
    if (regression instanceof Regression.OfTree ofTree) {
      return ofTree.bits().isMatched() ? DiffTables.proofs(ofTree.trees()) + " proofs" : NOT_EVERY;
    }
    return term().or(() -> reason().map(words -> regime() + " " + words)).orElse("not covered");
  }

  private Optional<String> reason() {
    return ((Regression.OfCircuit) regression).regime().reasons().after();
  }

  private static String cause(Security security) {
    return security.regime() + ", " + security.circuit();
  }
}
