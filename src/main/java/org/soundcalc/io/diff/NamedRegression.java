package org.soundcalc.io.diff;

import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.Regression;
import org.soundcalc.analysis.diff.ZkvmDiff;

/**
 * Proven bits that were lost, with all that says where.
 *
 * @param zkvm the zkVM's name
 * @param circuit the circuit; nothing where it is the zkVM's own figure, or its tree's
 * @param regime the regime's name: of the zkVM's figure that of now, if there still is one; in a
 *     tree each circuit counts under its own best one
 * @param bits before, and after where some are left
 * @param term the one that decides a circuit's figure now
 * @param replaced what was removed and had the bits before
 * @param isOfTree whether it is the figure of the whole tree of proofs
 * @param cause why, in words
 */
record NamedRegression(
    String zkvm,
    Optional<String> circuit,
    String regime,
    Change<Long> bits,
    Optional<String> term,
    Optional<String> replaced,
    boolean isOfTree,
    String cause) {
  private static final String NOT_EVERY = "not every circuit has a proven figure";

  /** What was lost in a zkVM. */
  static NamedRegression of(String zkvm, Regression lost) {
    if (lost instanceof Regression.OfCircuit ofCircuit) {
      String regime = ofCircuit.regime().regime().name();
      Optional<String> term = ofCircuit.regime().total().after().map(RegimeDiff.Total::binding);
      Optional<String> reason = ofCircuit.regime().reasons().after().map(why -> regime + " " + why);
      String cause = term.or(() -> reason).orElse("not covered");
      Optional<String> circuit = Optional.of(ofCircuit.circuit());
      return new NamedRegression(
          zkvm, circuit, regime, lost.bits(), term, lost.replaced(), false, cause);
    }
    String regime = Security.MIXED;
    String cause = NOT_EVERY;
    if (lost instanceof Regression.OfZkvm ofZkvm) {
      regime = ofZkvm.security().latest().orElseThrow().regime();
      cause = ofZkvm.security().after().map(s -> s.regime() + ", " + s.circuit()).orElse(cause);
    } else if (lost instanceof Regression.OfTree ofTree && lost.bits().isMatched()) {
      cause = DiffTables.proofs(ofTree.trees()) + " proofs";
    }
    return new NamedRegression(
        zkvm,
        Optional.empty(),
        regime,
        lost.bits(),
        Optional.empty(),
        lost.replaced(),
        lost instanceof Regression.OfTree,
        cause);
  }

  /** Of a zkVM that was added and is weaker than another, which was removed. */
  static NamedRegression ofReplacement(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    Change<Security> security = zkvms.flatMap(zkvm -> zkvm.security().latest());
    return of(names.after().orElseThrow(), new Regression.OfZkvm(names.before(), security));
  }

  /** Of the tree of a zkVM that was added, where another, which was removed, had a stronger one. */
  static NamedRegression ofReplacedTree(Change<ZkvmDiff> zkvms) {
    Change<String> names = zkvms.map(ZkvmDiff::name);
    Change<ZkvmDiff.Tree> trees = zkvms.flatMap(zkvm -> zkvm.trees().latest());
    return of(names.after().orElseThrow(), new Regression.OfTree(names.before(), trees));
  }

  /**
   * In one line, such as {@code riscv JBR 53 → 52 bits (query phase)}, {@code embed (removed) →
   * embed2 (added) JBR 57 → 55 bits (query phase)} or {@code Pico whole tree 40 → 39 bits (12289 →
   * 24577 proofs)}.
   *
   * @param several whether circuits of other zkVMs may have the same name
   */
  String text(boolean several) {
    String change = Moves.text(bits.map(String::valueOf)) + " bits (" + cause + ")";
    return circuit.isPresent()
        ? (several ? zkvm + " " : "") + names(circuit.get()) + " " + regime + " " + change
        : names(zkvm) + (isOfTree ? " whole tree " : " ") + change;
  }

  /** The name with that of what it may have replaced. */
  private String names(String name) {
    return replaced
        .map(
            old ->
                Change.of(
                    Moves.marked(old, Change.Kind.REMOVED), Moves.marked(name, Change.Kind.ADDED)))
        .map(Moves::text)
        .orElse(name);
  }
}
