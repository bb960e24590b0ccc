package org.soundcalc.model.keys;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Problem;

/**
 * A table of a TOML file, as a reader of keys sees it. Problems are reported here and never thrown,
 * so that one run shows them all; each is located at the value it speaks of, or at the table's
 * header where the key is missing.
 */
public interface Section {
  /**
   * {@return the value of a key, or what it stands for where it is left out} Where it is missing or
   * invalid, that is reported once, and a placeholder returned for the reader to go on with.
   *
   * @param <T> the type of its values
   * @param key one that a formula reads
   */
  <T> T get(Key<?, T> key);

  /**
   * {@return the value of an informational key; nothing where it is absent or invalid}
   *
   * @param <T> the type of its values
   * @param key one that no formula reads
   */
  <T> Optional<T> find(Key<?, T> key);

  /**
   * {@return whether the key has a value of its own here, of any kind}
   *
   * @param key also looked for under older spellings
   */
  boolean has(Key<?, ?> key);

  /**
   * {@return whether each of these keys was read without a problem: a check across keys asks first}
   *
   * @param keys those that the check is about
   */
  boolean valid(Key<?, ?>... keys);

  /**
   * {@return the tables of an array of tables, none where it is absent}
   *
   * @param key the array's name, and the keys of its tables
   */
  List<Section> tables(TablesKey key);

  /**
   * Makes a configuration of the values that stand here. What is wrong with it is reported, each
   * problem at its key, unless it concerns a key whose own value was reported already.
   *
   * @param <C> the configuration, a record
   * @param maker given placeholders where values are missing or invalid
   * @return nothing where anything is wrong
   */
  <C> Optional<C> make(Function<Values<C>, C> maker);

  /**
   * Reports problems in the same way.
   *
   * @param problems of a configuration whose keys stand in this table
   */
  void report(List<Problem> problems);

  /**
   * {@return what every circuit has: name, field and hash size, with the proof system's own names}
   *
   * @param family the proof system's name in TOML files, such as {@code FRI_STARK}
   * @param proofSystem the interactive oracle proof, such as {@code DEEP-ALI}
   * @param commitment the polynomial commitment scheme below it, such as {@code FRI}
   */
  CircuitId id(String family, String proofSystem, String commitment);

  /**
   * Reports what deserves a second look; the message is a whole one.
   *
   * @param key what it is about, for the place
   * @param message the whole of it, one line
   */
  void warn(Key<?, ?> key, String message);

  /**
   * Reports the same of figures under one regime alone, for those who ask for them.
   *
   * @param regime its name
   * @param key what it is about, for the place
   * @param message the whole of it, one line
   */
  void warnUnder(String regime, Key<?, ?> key, String message);

  /** {@return whether no error was reported of this table or of one inside it} */
  boolean sound();
}
