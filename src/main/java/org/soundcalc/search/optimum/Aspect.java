package org.soundcalc.search.optimum;

import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** What a parameter is about, in a word; those that cost a prover or a protocol most come first. */
public enum Aspect {
  /** The extension field: challenges and committed elements grow. */
  FIELD(CommonKeys.FIELD.name()),
  /** The length of the hash. */
  HASH("hash"),
  /** The rate of the code: the prover's work grows with its inverse. */
  RATE("rate"),
  /** Factors of folds, where folding ends, and what is a list along them. */
  FOLDS("folds"),
  /** Queries and out-of-domain samples. */
  QUERIES("queries"),
  /** The gap to the Johnson radius, which the analysis alone chooses. */
  GAP("gap"),
  /** Grinding. */
  WORK("proof-of-work");

  private final String word;

  Aspect(String word) {
    this.word = word;
  }

  /** {@return what a reader calls it} */
  public String word() {
    return word;
  }

  /**
   * {@return what a parameter of a circuit is about}
   *
   * @param circuit that has it
   * @param name the parameter's key, without the table that it is in
   */
  public static Aspect of(Circuit circuit, String name) {
    if (name.equals(CommonKeys.FIELD.name())) {
      return FIELD;
    }
    if (name.equals(CommonKeys.HASH_SIZE_BITS.name())) {
      return HASH;
    }
    if (rateKey(circuit).filter(key -> key.name().equals(name)).isPresent()) {
      return RATE;
    }
    if (gapKeys(circuit).anyMatch(key -> key.name().equals(name))) {
      return GAP;
    }
    return circuit.keys().stream()
        .filter(key -> key.name().equals(name) && key.lever().isPresent())
        .findFirst()
        .map(key -> LeastChange.isWork(key) ? WORK : QUERIES)
        .orElse(FOLDS);
  }

  static Optional<Key<Circuit, ?>> rateKey(Circuit circuit) {
    Optional<Key<Circuit, ?>> ofFolding = circuit.foldingDesign().map(FoldingDesign::rateKey);
    Optional<Key<Circuit, ?>> ofIterated = circuit.iteratedDesign().map(IteratedDesign::rateKey);
    Optional<Key<Circuit, ?>> ofRounds = circuit.roundsDesign().map(RoundsDesign::rateKey);
    return ofFolding.or(() -> ofIterated).or(() -> ofRounds);
  }

  static Stream<Key<Circuit, ?>> gapKeys(Circuit circuit) {
    Stream<Key<Circuit, ?>> ofFolding =
        circuit
            .foldingDesign()
            .flatMap(FoldingDesign::gapKey)
            .<Key<Circuit, ?>>map(k -> k)
            .stream();
    Stream<Key<Circuit, ?>> ofIterated =
        circuit
            .iteratedDesign()
            .flatMap(IteratedDesign::gapKey)
            .<Key<Circuit, ?>>map(k -> k)
            .stream();
    Stream<Key<Circuit, ?>> ofRounds =
        circuit
            .roundsDesign()
            .flatMap(RoundsDesign::multiplicityKey)
            .<Key<Circuit, ?>>map(k -> k)
            .stream();
    return Stream.of(ofFolding, ofIterated, ofRounds).flatMap(keys -> keys);
  }
}
