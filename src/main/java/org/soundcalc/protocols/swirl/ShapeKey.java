package org.soundcalc.protocols.swirl;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;

/**
 * A key of the AIRs' shape with its twins: the actual shape, the bound that errors are computed
 * for, and the bound that proof sizes are computed for.
 *
 * @param actual required; stands in for the bounds
 * @param soundness the errors' bound, if it differs
 * @param proofSize the sizes' bound, if it differs from the errors'; none where no size depends on
 *     it
 */
record ShapeKey(
    Key<Airs, Long> actual,
    Key<Airs, Optional<Long>> soundness,
    Optional<Key<Airs, Optional<Long>>> proofSize) {
  private static final String SOUNDNESS = "soundness_";
  private static final String PROOF_SIZE = "proof_size_";
  private static final String SIZE = "proof size";

  /**
   * What is stated of the shape.
   *
   * @param actual as it is
   * @param soundness for which the errors are computed, if it differs
   * @param proofSize for which proof sizes are computed, if it differs from the errors'
   */
  record Count(long actual, Optional<Long> soundness, Optional<Long> proofSize) {
    /** A number without twins. */
    static Count of(long actual) {
      return new Count(actual, Optional.empty(), Optional.empty());
    }

    /** The number that errors are computed for. */
    long errors() {
      return soundness.orElse(actual);
    }

    /** The number that proof sizes are computed for. */
    long sizes() {
      return proofSize.orElseGet(this::errors);
    }
  }

  /** A number that errors depend on alone. */
  static ShapeKey ofErrors(
      Keys<Airs> keys,
      Function<Airs, Count> number,
      String name,
      IntegerType type,
      String meaning,
      String terms) {
    String bound = name + " for which the errors are computed; left out: " + name + ".";
    return new ShapeKey(
        keys.required(name, type, airs -> number.apply(airs).actual())
            .meaning(meaning)
            .moving(terms),
        keys.optional(SOUNDNESS + name, type, airs -> number.apply(airs).soundness())
            .meaning(bound)
            .moving(terms),
        Optional.empty());
  }

  /** A number that errors and sizes depend on. */
  static ShapeKey of(
      Keys<Airs> keys,
      Function<Airs, Count> number,
      String name,
      IntegerType type,
      String meaning,
      String terms) {
    ShapeKey ofErrors = ofErrors(keys, number, name, type, meaning, terms + ", " + SIZE);
    String bound =
        "%s for which the proof size is computed; left out: %s%1$s, else %1$s."
            .formatted(name, SOUNDNESS);
    return new ShapeKey(
        ofErrors.actual,
        ofErrors.soundness,
        Optional.of(
            keys.optional(PROOF_SIZE + name, type, airs -> number.apply(airs).proofSize())
                .meaning(bound)
                .moving(SIZE)));
  }

  /** All that are read. */
  Stream<Key<Airs, ?>> keys() {
    return Stream.concat(Stream.of(actual, soundness), proofSize.stream());
  }

  Count read(Values<Airs> values) {
    return new Count(values.get(actual), values.get(soundness), proofSize.flatMap(values::get));
  }

  void check(Invariants invariants, Count number) {
    invariants.check(actual, number.actual()).check(soundness, number.soundness());
    proofSize.ifPresent(key -> invariants.check(key, number.proofSize()));
  }

  /** Checks a number whose logarithm the errors take. */
  void checkPositive(Invariants invariants, Count number) {
    check(invariants, number);
    Key<Airs, ?> decisive = number.soundness().isPresent() ? soundness : actual;
    invariants.require(
        number.errors() >= 1 || !invariants.hold(decisive),
        () -> "must be at least 1, since the errors take its logarithm, got " + number.errors(),
        decisive,
        soundness);
  }
}
