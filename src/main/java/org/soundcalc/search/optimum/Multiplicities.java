package org.soundcalc.search.optimum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.Key;

/**
 * The multiplicities that a circuit may have, numbered upwards.
 *
 * @param key of them; nothing where the circuit keeps what it has
 * @param least the first number
 * @param most the last number
 * @param value the multiplicity of a number
 * @param today the number of today's, where it is one of them
 */
record Multiplicities(
    Optional<Key<Circuit, Optional<Long>>> key,
    long least,
    long most,
    LongUnaryOperator value,
    OptionalLong today) {
  /** Beyond it a query gains less than a millionth of a bit. */
  private static final long LARGEST = 1 << 20;

  /** Each rate below 1 has one that is as small. */
  private static final long SMALL = 64;

  /** Those of a space; nothing where none leaves a proximity parameter. */
  static Optional<Multiplicities> of(Circuit circuit, Space space, Findings findings) {
    Optional<Key<Circuit, Optional<Long>>> moving =
        circuit.roundsDesign().flatMap(RoundsDesign::multiplicityKey).filter(space::moves);
    if (moving.isEmpty()) {
      return Optional.of(
          new Multiplicities(
              Optional.empty(), 0, 0, LongUnaryOperator.identity(), OptionalLong.of(0)));
    }
    Key<Circuit, Optional<Long>> key = moving.get();
    Optional<Long> now = key.get(circuit);
    List<Optional<Long>> stated = space.values(key, now);
    LongStream possible =
        stated.isEmpty()
            ? LongStream.rangeClosed(1, SMALL)
            : stated.stream().flatMap(Optional::stream).mapToLong(m -> m).sorted().distinct();
    LongStream made = possible.filter(m -> isPossible(circuit, key, m, findings));
    return stated.isEmpty()
        ? made.boxed().findFirst().map(first -> from(first, key, now))
        : Optional.of(made.boxed().toList())
            .filter(all -> !all.isEmpty())
            .map(all -> listed(all, key, now));
  }

  private static boolean isPossible(
      Circuit circuit, Key<Circuit, Optional<Long>> key, long multiplicity, Findings findings) {
    try {
      key.with(circuit, Optional.of(multiplicity));
      return true;
    } catch (InvalidConfiguration contradiction) {
      findings.refuse(contradiction);
      return false;
    }
  }

  private static Multiplicities from(
      long first, Key<Circuit, Optional<Long>> key, Optional<Long> now) {
    OptionalLong today = now.stream().mapToLong(m -> m).filter(m -> m >= first).findFirst();
    long most = Math.max(LARGEST, today.orElse(first));
    return new Multiplicities(Optional.of(key), first, most, LongUnaryOperator.identity(), today);
  }

  private static Multiplicities listed(
      List<Long> all, Key<Circuit, Optional<Long>> key, Optional<Long> now) {
    OptionalLong today =
        now.stream().mapToLong(all::indexOf).filter(place -> place >= 0).findFirst();
    return new Multiplicities(
        Optional.of(key), 0, all.size() - 1L, number -> all.get((int) number), today);
  }

  /** A circuit with the multiplicity of a number. */
  Circuit with(Circuit circuit, long number) {
    return key.map(its -> its.with(circuit, Optional.of(value.applyAsLong(number))))
        .orElse(circuit);
  }
}
