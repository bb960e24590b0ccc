package org.soundcalc.io.toml;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.TunableParameter;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/**
 * A lever of a circuit that a file describes.
 *
 * @param key the key
 * @param table the name of the inner table that holds it
 * @param raw its value, made of integers
 * @param room how far it may be raised
 * @param reader reads the circuit with another value
 */
record FileLever(
    String key,
    Optional<String> table,
    Object raw,
    long room,
    Function<Object, Optional<Circuit>> reader)
    implements TunableParameter {

  /** The lever of a key; nothing where its value holds no integer. */
  static Optional<TunableParameter> of(
      Key<?, ?> key, String table, Object raw, Function<Object, Optional<Circuit>> reader) {
    List<Long> leaves = IntegerTree.leaves(raw);
    if (leaves.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> inner = table.isEmpty() ? Optional.empty() : Optional.of(table);
    return IntegerTree.range(key.type())
        .map(
            range ->
                new FileLever(
                    key.name(), inner, raw, range.max() - Collections.max(leaves), reader));
  }

  @Override
  public String value() {
    return Spelling.of(raw);
  }

  @Override
  public String raised(long increment) {
    return Spelling.of(IntegerTree.plus(raw, increment));
  }

  @Override
  public Optional<Circuit> raise(long increment) {
    return reader.apply(IntegerTree.plus(raw, increment));
  }
}
