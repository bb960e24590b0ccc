package org.soundcalc.protocols.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.stark.Commitment;
import org.soundcalc.regimes.JohnsonBest;
import org.soundcalc.regimes.Pinned;

/** The best multiplicities of STIR and of WHIR, against many others. */
public abstract class JohnsonBestProperties {
  private static final List<Long> EVERY = range(1, 40);
  private static final List<Long> SOME = List.of(1L, 2L, 3L, 4L, 6L, 9L, 13L, 20L, 40L, 100L, 400L);

  /** No larger multiplicity is ever tried. */
  private static final long LARGEST = 1L << 40;

  /** The proof system over these parameters. */
  protected abstract Commitment commitment(ScheduleSample sample);

  private Circuit circuit(ScheduleSample sample) {
    return sample.circuit(commitment(sample));
  }

  /** Of every kind, with some iterations. */
  @Provide
  Arbitrary<ScheduleSample> samples() {
    return Combinators.combine(ScheduleSample.any(), Arbitraries.integers().between(1, 3))
        .as(ScheduleSample::withIterations);
  }

  /** Queries of about as many bits as the field leaves: the best multiplicities are small. */
  @Provide
  Arbitrary<ScheduleSample> balanced() {
    Arbitrary<Field> fields =
        Arbitraries.of(new Field(BaseField.BABY_BEAR, 4), new Field(BaseField.KOALA_BEAR, 5));
    return Combinators.combine(samples(), fields, Arbitraries.longs().between(20, 90))
        .as((sample, field, queries) -> sample.withField(field).withQueries(queries));
  }

  /** Of very different queries: the iterations then bind one at a time. */
  @Provide
  Arbitrary<ScheduleSample> uneven() {
    Arbitrary<Long> queries =
        Arbitraries.oneOf(Arbitraries.longs().between(1, 6), Arbitraries.longs().between(15, 60));
    return Combinators.combine(balanced(), queries.list().ofSize(5))
        .as(ScheduleSample::withQueries);
  }

  @Property(seed = "20240101", tries = 60)
  void neverBelowTheUsualBounds(@ForAll("samples") ScheduleSample sample) {
    Circuit circuit = circuit(sample);
    Formula best = Pinned.largest(best(circuit).terms());
    assertThat(Certified.order(best, Pinned.usual(circuit).orElseThrow())).isNotPositive();
  }

  @Property(seed = "20260101", tries = 25)
  void ofTwoIterationsNoPairOfSmallMultiplicitiesProvesMore(
      @ForAll("balanced") ScheduleSample sample) {
    Circuit circuit = circuit(sample.withIterations(2));
    assertBest(circuit, others -> grid(List.of(EVERY, EVERY), others));
  }

  @Property(seed = "20260101", tries = 20)
  void ofThreeIterationsNoCoarseChoiceProvesMore(@ForAll("balanced") ScheduleSample sample) {
    Circuit circuit = circuit(sample.withIterations(3));
    assertBest(circuit, others -> grid(List.of(SOME, SOME, SOME), others));
  }

  @Property(seed = "20260101", tries = 20)
  void ofUnevenQueriesNoCoarseChoiceProvesMore(@ForAll("uneven") ScheduleSample sample) {
    Circuit circuit = circuit(sample.withIterations(3));
    assertBest(circuit, others -> grid(List.of(SOME, SOME, SOME), others));
  }

  @Property(seed = "20260101", tries = 20)
  void ofUnevenQueriesNothingNearbyProvesMore(@ForAll("uneven") ScheduleSample sample) {
    assertNothingNearbyIsBetter(circuit(sample));
    assertNothingNearbyIsBetter(circuit(sample.withIterations(4)));
  }

  /** Two steps to either side in every multiplicity, all of them at once. */
  @Property(seed = "20260101", tries = 30)
  void nothingNearbyProvesMore(@ForAll("samples") ScheduleSample sample) {
    assertNothingNearbyIsBetter(circuit(sample));
  }

  private static void assertNothingNearbyIsBetter(Circuit circuit) {
    List<List<Long>> near =
        best(circuit).multiplicities().stream()
            .map(m -> range(Math.max(1, m - 2), Math.min(LARGEST, m + 2)))
            .toList();
    assertBest(circuit, others -> grid(near, others));
  }

  private static Assessment.Terms best(Circuit circuit) {
    return (Assessment.Terms) new JohnsonBest().assess(circuit);
  }

  private static List<Long> range(long from, long to) {
    List<Long> range = new ArrayList<>();
    for (long m = from; m <= to; m++) {
      range.add(m);
    }
    return range;
  }

  private static void grid(List<List<Long>> choices, Consumer<List<Long>> action) {
    if (choices.isEmpty()) {
      action.accept(List.of());
      return;
    }
    grid(
        choices.subList(1, choices.size()),
        rest -> {
          for (long first : choices.get(0)) {
            List<Long> all = new ArrayList<>(List.of(first));
            all.addAll(rest);
            action.accept(all);
          }
        });
  }

  /** None of the others is below; where one is equal, no multiplicity of it is smaller. */
  private static void assertBest(Circuit circuit, Consumer<Consumer<List<Long>>> others) {
    Assessment.Terms best = best(circuit);
    Formula error = Pinned.largest(best.terms());
    others.accept(
        other -> {
          Optional<Formula> its = Pinned.largest(circuit, other);
          its.ifPresent(
              value -> {
                int order = Certified.order(error, value);
                assertThat(order).as("%s against %s", best.multiplicities(), other).isNotPositive();
                if (order == 0) {
                  assertNoneSmaller(other, best.multiplicities());
                }
              });
        });
  }

  private static void assertNoneSmaller(List<Long> multiplicities, List<Long> than) {
    for (int i = 0; i < than.size(); i++) {
      assertThat(multiplicities.get(i)).isGreaterThanOrEqualTo(than.get(i));
    }
  }
}
