package org.soundcalc.protocols.swirl;

import java.util.stream.Stream;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;

/**
 * The interactions' LogUp argument.
 *
 * @param interactions I: most interactions of all rows together, ≥ 1
 * @param logMessageLength log2 of the longest message's elements, ≥ 0
 * @param grinding bits of proof-of-work before its challenges
 */
record LogUp(long interactions, long logMessageLength, long grinding) {
  /** The table for what all circuits of a file share. */
  static final String TABLE = "swirl";

  private static final Keys<LogUp> KEYS = new Keys<>(LogUp::of);

  static final Key<LogUp, Long> MAX_INTERACTION_COUNT =
      KEYS.required("logup_max_interaction_count", IntegerType.POSITIVE, LogUp::interactions)
          .meaning("Largest number of interactions over all rows.")
          .moving("logup, constraint_batching")
          .alsoIn(TABLE)
          .symbols("I")
          .enters("x");

  static final Key<LogUp, Long> LOG_MESSAGE_LENGTH =
      KEYS.required("logup_log_max_message_length", StackedWhir.LOG, LogUp::logMessageLength)
          .meaning("log2 of the number of elements of the longest message.")
          .moving("logup")
          .alsoIn(TABLE)
          .enters("2^len");

  static final Key<LogUp, Long> POW =
      KEYS.required("logup_pow_bits", IntegerType.GRINDING, LogUp::grinding)
          .meaning("Proof-of-work before LogUp's challenges.")
          .in("bits")
          .moving("logup")
          .alsoIn(TABLE)
          .lever(80);

  /** Those of a circuit, in the order of their reference. */
  static Stream<Key<LogUp, ?>> keys() {
    return Stream.of(MAX_INTERACTION_COUNT, LOG_MESSAGE_LENGTH, POW);
  }

  /** Checks each parameter. */
  LogUp {
    new Invariants()
        .check(MAX_INTERACTION_COUNT, interactions)
        .check(LOG_MESSAGE_LENGTH, logMessageLength)
        .check(POW, grinding)
        .enforce();
  }

  /** The parameters that these values state. */
  static LogUp of(Values<LogUp> values) {
    return new LogUp(
        values.get(MAX_INTERACTION_COUNT), values.get(LOG_MESSAGE_LENGTH), values.get(POW));
  }
}
