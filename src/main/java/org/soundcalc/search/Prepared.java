package org.soundcalc.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.space.VariableKeys;

/**
 * A circuit with the certified bits of its terms under some regimes, all of them kept: with another
 * value of a key only the terms that the key moves are certified again. Immutable, for any number
 * of threads.
 */
public final class Prepared {
  private final Circuit circuit;
  private final Map<String, Key<Circuit, ?>> keys;
  private final List<Column> columns;

  private Prepared(Circuit circuit, Map<String, Key<Circuit, ?>> keys, List<Column> columns) {
    this.circuit = circuit;
    this.keys = keys;
    this.columns = columns;
  }

  /**
   * Prepares a circuit.
   *
   * @param circuit the circuit
   * @param regimes those that its bits are asked under; those that do not cover it say nothing
   * @return the circuit with all bits certified
   */
  public static Prepared of(Circuit circuit, List<Regime> regimes) {
    List<Column> columns = regimes.stream().map(regime -> Column.of(circuit, regime)).toList();
    return new Prepared(circuit, VariableKeys.of(circuit), columns);
  }

  /** {@return the circuit with the values that are set} */
  public Circuit circuit() {
    return circuit;
  }

  /**
   * The same circuit with another value of a key, all else as it is.
   *
   * @param key its name; of a lookup's {@code lookups[NAME].KEY}
   * @param value what TOML has for it: an integer, a boolean, a {@code String}, a {@code
   *     BigDecimal}, or a {@code List} of such values
   * @return the circuit with all bits certified
   * @throws IllegalArgumentException if the circuit has no such key, or the value is of another
   *     class
   * @throws InvalidConfiguration if the value is none that the key takes, or does not fit the rest
   */
  public Prepared with(String key, Object value) {
    if (value instanceof Double || value instanceof Float || value instanceof Short) {
      throw new IllegalArgumentException(
          "a value is a Long, Boolean, String, BigDecimal or List, got "
              + value.getClass().getSimpleName());
    }
    return parsed(key(key), value);
  }

  /**
   * The same circuit with another value of a key, all else as it is.
   *
   * @param <T> the type of its values
   * @param key the key
   * @param value its value
   * @return the circuit with all bits certified
   * @throws IllegalArgumentException if the circuit has no such key, or one of another type
   * @throws InvalidConfiguration if the value is out of range, or does not fit the rest
   */
  public <T> Prepared with(Key<?, T> key, T value) {
    Key<Circuit, ?> found = key(key.label());
    if (!found.type().equals(key.type())) {
      throw new IllegalArgumentException(
          "%s's %s is %s: the key given is another proof system's"
              .formatted(circuit.id().family(), key.label(), found.type().description()));
    }
    @SuppressWarnings("unchecked") // of the same type
    Key<Circuit, T> own = (Key<Circuit, T>) found;
    return changed(own, value);
  }

  private Key<Circuit, ?> key(String label) {
    Key<Circuit, ?> key = keys.get(label);
    if (key == null) {
      throw new IllegalArgumentException(
          "%s has no key %s%s"
              .formatted(circuit.id().family(), label, Suggestions.hint(label, keys.keySet())));
    }
    return key;
  }

  private <T> Prepared parsed(Key<Circuit, T> key, Object value) {
    Parsed<T> parsed = key.type().parse(value);
    if (parsed instanceof Parsed.Valid<T> valid) {
      return changed(key, valid.value());
    }
    List<Problem> problems = new ArrayList<>();
    for (Parsed.Fault fault : ((Parsed.Invalid<T>) parsed).faults()) {
      String message = "must be " + fault.expected() + ", got " + Spelling.of(fault.got());
      problems.add(new Problem(List.of(key.label()), fault.path(), message));
    }
    throw new InvalidConfiguration(problems);
  }

  /** With another value of a lever, which is of its type. */
  @SuppressWarnings("unchecked")
  Prepared raised(Key<Circuit, ?> lever, Object value) {
    return changed((Key<Circuit, Object>) lever, value);
  }

  private <T> Prepared changed(Key<Circuit, T> key, T value) {
    return moved(key, key.with(circuit, value));
  }

  /** The circuit in which a key, and what goes with it, has another value. */
  Prepared moved(Key<Circuit, ?> key, Circuit other) {
    List<Column> moved = new ArrayList<>(columns.size());
    for (Column column : columns) {
      moved.add(column.moved(circuit, other, key));
    }
    return new Prepared(other, keys, moved);
  }

  /**
   * The same circuit with other values of several keys, which may fit together where each alone
   * does not; values that follow from theirs go with them.
   *
   * @param values each of its key's type
   * @return the circuit with all bits certified
   * @throws InvalidConfiguration if the whole is none that could be
   */
  public Prepared with(Map<Key<Circuit, ?>, ?> values) {
    Circuit other = Keys.with(circuit, values);
    Set<Key<Circuit, ?>> changed = new LinkedHashSet<>(values.keySet());
    values.keySet().forEach(key -> Keys.followerOf(key, keys.values()).ifPresent(changed::add));
    List<Column> moved = new ArrayList<>(columns.size());
    for (Column column : columns) {
      moved.add(column.moved(circuit, other, changed));
    }
    return new Prepared(other, keys, moved);
  }

  /** {@return the regimes prepared, in their order} */
  public List<Regime> regimes() {
    return columns.stream().map(Column::regime).toList();
  }

  /** {@return why the circuit contradicts itself under a regime, if it does under one} */
  public Optional<Assessment.Refused> refusal() {
    return columns.stream().flatMap(column -> column.refusal().stream()).findFirst();
  }

  /**
   * What binds a circuit.
   *
   * @param regime under which it has most bits, in hundredths; of several the one that ranks first
   * @param bits the circuit's
   * @param term the one with the largest error
   */
  public record Binding(Regime regime, int bits, Term term) {}

  /**
   * {@return what binds the circuit; nothing where no regime of the kind covers it}
   *
   * @param admitted which of the regimes prepared count
   */
  public Optional<Binding> binding(Predicate<Regime> admitted) {
    Optional<Column> best = Optional.empty();
    for (Column column : columns) {
      if (column.bits() >= 0
          && admitted.test(column.regime())
          && (best.isEmpty() || isBetter(column, best.get()))) {
        best = Optional.of(column);
      }
    }
    return best.map(column -> new Binding(column.regime(), column.bits(), column.binding()));
  }

  private static boolean isBetter(Column column, Column than) {
    if (column.bits() != than.bits()) {
      return column.bits() > than.bits();
    }
    long hundredths = Certified.hundredthBits(column.binding().error());
    long others = Certified.hundredthBits(than.binding().error());
    return hundredths > others
        || (hundredths == others && column.regime().rank() < than.regime().rank());
  }

  /**
   * The bits of the best proven regime among those prepared.
   *
   * @return bits of round-by-round soundness, ≥ 0
   * @throws NoSuchElementException if no proven regime covers the circuit
   */
  public int bits() {
    return findBits()
        .orElseThrow(
            () -> new NoSuchElementException("no proven regime covers " + circuit.id().name()));
  }

  /** {@return the bits of the best proven regime; nothing where none covers the circuit} */
  public OptionalInt findBits() {
    int best = -1;
    for (Column column : columns) {
      if (column.regime().isProven()) {
        best = Math.max(best, column.bits());
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /**
   * The bits under one regime.
   *
   * @param regime one of those prepared
   * @return nothing where it does not cover the circuit
   */
  public OptionalInt bits(Regime regime) {
    int bits = column(regime).bits();
    return bits < 0 ? OptionalInt.empty() : OptionalInt.of(bits);
  }

  /**
   * The terms under one regime.
   *
   * @param regime one of those prepared
   * @return none where it does not cover the circuit
   */
  public List<Term> terms(Regime regime) {
    return column(regime).terms();
  }

  /** {@return how many terms were certified for this, and whatever it was made from} */
  public long work() {
    return columns.stream().mapToLong(Column::work).sum();
  }

  /** Whether other values of keys are certified under the bounds chosen once. */
  boolean keepsBounds(Regime regime) {
    return column(regime).keepsBounds();
  }

  /**
   * {@return whether a search, which certifies hundreds of circuits, ends soon: not where the
   * regime chooses anew for each of them and their errors are beyond the range of doubles}
   *
   * @param regime one of those prepared
   */
  public boolean isQuick(Regime regime) {
    return keepsBounds(regime) || circuit.id().field().extensionBits() < Double.MAX_EXPONENT;
  }

  /**
   * Those of the {@link #terms} that have the least bits.
   *
   * @param regime one of those prepared
   * @return none where it does not cover the circuit
   */
  public List<Term> weakest(Regime regime) {
    return column(regime).weakest();
  }

  /** The bits of each of the {@link #terms}, for tests of what is kept. */
  List<Integer> termBits(Regime regime) {
    return column(regime).termBits();
  }

  private Column column(Regime regime) {
    return columns.stream()
        .filter(column -> column.regime().name().equals(regime.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not prepared: " + regime.name()));
  }
}
