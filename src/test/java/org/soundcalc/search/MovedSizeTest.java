package org.soundcalc.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** A key that moves the proof size says so in what the reference of keys prints. */
class MovedSizeTest {
  private static final int VALUES = 12;

  @Test
  void everyKeyThatMovesTheProofSizeNamesIt() {
    Set<String> silent = new TreeSet<>();
    Set<String> moving = new TreeSet<>();
    for (Circuit circuit : circuits().toList()) {
      Stream.concat(Stream.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS), circuit.keys().stream())
          .filter(key -> movesSize(key, circuit))
          .forEach(
              key -> {
                moving.add(key.name());
                if (!List.of(key.affects().split(", ")).contains("proof size")) {
                  silent.add(circuit.id().family() + " " + key.name());
                }
              });
    }
    assertThat(silent).isEmpty();
    assertThat(moving).contains("field", "num_queries", "batch_size", "hash_size_bits", "w_stack");
  }

  /** Costs but for proof-of-work move with the size alone, so that they are kept where it is. */
  @Test
  void whatMovesCostsMovesTheProofSize() {
    Set<String> silent = new TreeSet<>();
    for (Circuit circuit : circuits().toList()) {
      Stream.concat(Stream.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS), circuit.keys().stream())
          .filter(key -> moves(key, circuit, MovedSizeTest::costs))
          .filter(key -> !List.of(key.affects().split(", ")).contains("proof size"))
          .forEach(key -> silent.add(circuit.id().family() + " " + key.name()));
    }
    assertThat(silent).isEmpty();
  }

  private static Costs costs(Circuit circuit) {
    return Costs.of(circuit.costParts(248), List.of());
  }

  /** One of each proof system. */
  private static Stream<Circuit> circuits() {
    return Stream.of("pico", "dummy_stir", "dummy_whir", "sp1", "openvm2")
        .map(file -> Soundcalc.read(Path.of("zkvms", file + ".toml")).circuits().get(0));
  }

  private static boolean movesSize(Key<Circuit, ?> key, Circuit circuit) {
    return moves(key, circuit, Circuit::proofSize);
  }

  private static <T> boolean moves(
      Key<Circuit, T> key, Circuit circuit, Function<Circuit, ?> figure) {
    Random random = new Random(1);
    for (int i = 0; i < VALUES && key.isRead() && key.isHeld(); i++) {
      T value = Values.of(key.type(), key.get(circuit), random);
      Optional<Circuit> changed = with(key, circuit, value);
      if (changed.isPresent() && !figure.apply(changed.get()).equals(figure.apply(circuit))) {
        return true;
      }
    }
    return false;
  }

  private static <T> Optional<Circuit> with(Key<Circuit, T> key, Circuit circuit, T value) {
    try {
      return Optional.of(key.with(circuit, value));
    } catch (InvalidConfiguration nonsense) {
      return Optional.empty();
    }
  }
}
