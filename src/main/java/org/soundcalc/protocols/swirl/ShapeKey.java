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
      Keys<Airs> keys, String name, IntegerType type, Function<Airs, Count> number) {
    String bound = name + " for which the errors are computed; left out: " + name + ".";
    return new ShapeKey(
        keys.required(name, type, airs -> number.apply(airs).actual()),
        keys.optional(SOUNDNESS + name, type, airs -> number.apply(airs).soundness())
            .meaning(bound),
        Optional.empty());
  }

  /** A number that errors and sizes depend on. */
  static ShapeKey of(Keys<Airs> keys, String name, IntegerType type, Function<Airs, Count> number) {
    ShapeKey ofErrors = ofErrors(keys, name, type, number);
    String bound =
        "%s for which the proof size is computed; left out: %s%1$s, else %1$s."
            .formatted(name, SOUNDNESS);
    Key<Airs, Optional<Long>> proofSize =
        keys.optional(PROOF_SIZE + name, type, airs -> number.apply(airs).proofSize())
            .meaning(bound)
            .moving(SIZE);
    return new ShapeKey(ofErrors.actual, ofErrors.soundness, Optional.of(proofSize));
  }

  /** The same key, with what the number means. */
  ShapeKey meaning(String sentence) {
    return new ShapeKey(actual.meaning(sentence), soundness, proofSize);
  }

  /** The same key, with the terms that the number moves. */
  ShapeKey moving(String terms) {
    String all = proofSize.isPresent() ? terms + ", " + SIZE : terms;
    return new ShapeKey(actual.moving(all), soundness.moving(all), proofSize);
  }

  /** The same key, with the symbols that stand for the number. */
  ShapeKey symbols(String... all) {
    return new ShapeKey(
        actual.symbols(all), soundness.symbols(all), proofSize.map(key -> key.symbols(all)));
  }

  /** The same key, with the symbols of what follows from the number. */
  ShapeKey enters(String... all) {
    return new ShapeKey(
        actual.enters(all), soundness.enters(all), proofSize.map(key -> key.enters(all)));
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
