package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/**
 * Levers alone, as of circuits that do not say how else they may be laid out: SWIRL's as if it did
 * not.
 */
class LeverDescentTest {
  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");

  static Stream<Circuit> circuits() {
    return Soundcalc.read(Path.of("zkvms", "openvm2.toml")).circuits().stream();
  }

  private static Circuit circuit(String name) {
    return circuits().filter(c -> c.id().name().equals(name)).findFirst().orElseThrow();
  }

  private static Circuit found(Circuit circuit, Aim aim) {
    Space space =
        new SpaceRequest(Extent.TUNED, Map.of(), Set.of(), OptionalLong.empty()).of(circuit);
    Findings findings = new Findings(Findings.Kind.LEAST, aim.limits());
    REGIMES.forEach(regime -> new LeverDescent(circuit, space, aim, findings).search(regime));
    assertThat(findings.areOptimal()).isFalse();
    return findings.best().get(0).circuit().get();
  }

  private static Aim aim(long bits, Map<Axis, Double> most) {
    return new Aim(bits, List.of(Axis.PROOF_SIZE), most, true, OptionalInt.empty());
  }

  private static long bits(Circuit circuit) {
    return Prepared.of(circuit, REGIMES).findBits().orElse(-1);
  }

  private static double size(Circuit circuit) {
    return circuit.proofSize().worstCaseBits().doubleValue();
  }

  /** No lever can be lowered by one, and nothing says that nothing better was missed. */
  @ParameterizedTest
  @MethodSource("circuits")
  void noLeverIsHigherThanItMustBe(Circuit circuit) {
    long bits = bits(circuit);
    Circuit best = found(circuit, aim(bits, Map.of()));
    assertThat(bits(best)).isGreaterThanOrEqualTo(bits);
    assertThat(size(best)).isLessThan(size(circuit));
    for (Key<Circuit, ?> key : best.keys()) {
      if (key.lever().isPresent()) {
        assertThat(lowered(best, key))
            .as("%s of %s", key, best.parameters())
            .allMatch(some -> bits(some) < bits);
      }
    }
  }

  private static Optional<Circuit> made(Key<Circuit, Object> key, Circuit circuit, Object value) {
    try {
      return Optional.of(key.with(circuit, value));
    } catch (InvalidConfiguration none) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // numbers and lists of them
  private static List<Circuit> lowered(Circuit circuit, Key<Circuit, ?> key) {
    List<Circuit> lowered = new ArrayList<>();
    List<Long> now = LeverDescent.leaves(key.get(circuit));
    for (int i = 0; i < now.size(); i++) {
      List<Long> less = new ArrayList<>(now);
      less.set(i, now.get(i) - 1);
      Object value = key.get(circuit) instanceof List<?> ? less : less.get(0);
      made((Key<Circuit, Object>) key, circuit, value).ifPresent(lowered::add);
    }
    return lowered;
  }

  @Test
  void limitsAreObeyed() {
    Circuit root = circuit("root");
    Aim plain = aim(bits(root), Map.of());
    double limit = 1.01 * plain.cost(root, Axis.PROVER);
    Aim limited = aim(bits(root), Map.of(Axis.PROVER, limit));
    Circuit best = found(root, limited);
    assertThat(plain.cost(best, Axis.PROVER)).isLessThanOrEqualTo(limit);
    assertThat(size(best)).isLessThanOrEqualTo(size(root));
  }
}
