package org.soundcalc.protocols.swirl;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.OptionalType;
import org.soundcalc.model.keys.Section;

/**
 * A key of the AIRs' shape with its twins: the actual shape, the bound that errors are computed
 * for, and the bound that proof sizes are computed for.
 *
 * @param actual required; stands in for the bounds
 * @param soundness the errors' bound, if it differs
 * @param proofSize the sizes' bound, if it differs from the errors'
 */
record ShapeKey(
    Key<?, Long> actual, Key<?, Optional<Long>> soundness, Key<?, Optional<Long>> proofSize) {
  private static final String SOUNDNESS = "soundness_";
  private static final String PROOF_SIZE = "proof_size_";

  /**
   * What a section says of a shape.
   *
   * @param errors the number that errors are computed for
   * @param sizes the number that proof sizes are computed for
   */
  record Bounds(long errors, long sizes) {}

  /** A number that only errors depend on; its twin for sizes is read by no formula. */
  static ShapeKey ofErrors(String name, IntegerType type, String meaning, String terms) {
    Key<?, Optional<Long>> unread =
        Key.informational(
            PROOF_SIZE + name,
            new OptionalType<>(type),
            name + " for which proof sizes would be computed.");
    return new ShapeKey(actual(name, type, meaning, terms), soundness(name, type, terms), unread);
  }

  /** A number that errors and sizes depend on. */
  static ShapeKey of(String name, IntegerType type, String meaning, String terms) {
    Key<?, Optional<Long>> sizes =
        Key.optional(
                PROOF_SIZE + name,
                type,
                name
                    + " for which the proof size is computed; left out: "
                    + SOUNDNESS
                    + name
                    + ", else "
                    + name
                    + ".")
            .moving("proof size");
    return new ShapeKey(
        actual(name, type, meaning, terms + ", proof size"),
        soundness(name, type, terms + ", proof size"),
        sizes);
  }

  private static Key<?, Long> actual(String name, IntegerType type, String meaning, String moved) {
    return Key.required(name, type, meaning).moving(moved);
  }

  private static Key<?, Optional<Long>> soundness(String name, IntegerType type, String moved) {
    return Key.optional(
            SOUNDNESS + name,
            type,
            name + " for which the errors are computed; left out: " + name + ".")
        .moving(moved);
  }

  List<Key<?, ?>> keys() {
    return List.of(actual, soundness, proofSize);
  }

  Bounds read(Section section) {
    long shape = section.get(actual);
    long errors = section.get(soundness).orElse(shape);
    return new Bounds(errors, section.get(proofSize).orElse(errors));
  }

  /** Reads a number whose logarithm the errors take. */
  Bounds readPositive(Section section) {
    Bounds bounds = read(section);
    Key<?, ?> decisive = section.has(soundness) ? soundness : actual;
    if (bounds.errors() < 1 && section.valid(decisive)) {
      section.error(
          decisive,
          "must be at least 1, since the errors take its logarithm, got " + bounds.errors());
    }
    return bounds;
  }
}
