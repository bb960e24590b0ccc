package org.soundcalc.io.toml;

import java.util.List;
import java.util.Map;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.CircuitStatement;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * A zkVM with the file it comes from, which says where its values stand: for problems and remedies
 * that are found after it was read. Circuits are counted from 0, as in {@link Zkvm#circuits()};
 * asking for one that does not exist throws an {@link IndexOutOfBoundsException}.
 *
 * @param zkvm the zkVM
 * @param source the file's name
 * @param circuits their tables
 * @param ignored what the file says beyond what is modelled
 * @param search what it says of searches
 * @param settings what the command line set in its tables
 */
public record LoadedZkvm(
    Zkvm zkvm,
    String source,
    List<TableSection> circuits,
    List<IgnoredKey> ignored,
    SearchOptions search,
    List<AppliedSetting> settings) {
  /**
   * {@return the same zkVM, its errors counted in another way}
   *
   * @param accounting the way
   */
  public LoadedZkvm under(Accounting accounting) {
    return new LoadedZkvm(zkvm.under(accounting), source, circuits, ignored, search, settings);
  }

  /**
   * {@return the same zkVM, where this size of each proof decides that has it}
   *
   * @param sizes which one
   */
  public LoadedZkvm sized(Sizes sizes) {
    return new LoadedZkvm(zkvm.sized(sizes), source, circuits, ignored, search, settings);
  }

  /**
   * {@return where a circuit's value or an ignored key stands; the circuit's header where the path
   * is empty, or the file has no such value}
   *
   * @param circuit its index
   * @param path a key's name, after the name of the table that holds it if that is one of several;
   *     or that of an ignored key
   */
  public Region region(int circuit, List<String> path) {
    return ignored.stream()
        .filter(key -> key.path().equals(path))
        .map(IgnoredKey::region)
        .findFirst()
        .orElseGet(() -> circuits.get(circuit).placeInFile(path).region());
  }

  /**
   * {@return what a circuit's proofs state, as far as the file says}
   *
   * @param circuit its index
   */
  public CircuitStatement statement(int circuit) {
    return circuits.get(circuit).statement();
  }

  /** {@return of each circuit the keys that were read in place of missing ones, by their names} */
  public List<Map<String, String>> standIns() {
    return circuits.stream().map(TableSection::standIns).toList();
  }

  /**
   * {@return an error in the form of those found while reading}
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message what follows the key's name, as in "must be at least 2"
   */
  public Diagnostic error(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.ERROR, key.name() + " " + message);
  }

  /**
   * {@return an error about all of it, at its first circuit}
   *
   * @param message the whole of it
   */
  public Diagnostic error(String message) {
    return circuits.get(0).header().diagnostic(Severity.ERROR, message);
  }

  /**
   * {@return a warning in the form of those found while reading}
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message the whole of it
   */
  public Diagnostic warning(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.WARNING, message);
  }

  /** Whether another file has every value that circuits are made of, and the same recursion. */
  boolean isReadAs(LoadedZkvm other) {
    return zkvm.recursion().equals(other.zkvm.recursion()) && areSame(circuits, other.circuits);
  }

  private static boolean areSame(List<TableSection> some, List<TableSection> others) {
    boolean areSame = some.size() == others.size();
    for (int i = 0; areSame && i < some.size(); i++) {
      areSame = isSame(some.get(i), others.get(i));
    }
    return areSame;
  }

  private static boolean isSame(TableSection one, TableSection other) {
    boolean isSame = one.layout.owner().equals(other.layout.owner());
    for (Key<?, ?> key : one.layout.keys()) {
      isSame = isSame && one.find(key).equals(other.find(key));
    }
    for (TablesKey key : one.layout.tables()) {
      isSame = isSame && areSame(one.children(key), other.children(key));
    }
    return isSame;
  }

  private Diagnostic diagnostic(int circuit, Key<?, ?> key, Severity severity, String message) {
    TableSection section = circuits.get(circuit);
    return section.origin(key).place().diagnostic(severity, section.message(message));
  }
}
