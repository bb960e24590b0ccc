package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.Key;

/** What is found of STIR and WHIR is what trying every configuration finds. */
class IteratedSearchTest {
  private final Random random = new Random(20261127);
  private final IteratedCases cases = new IteratedCases(20261127);

  /** All layouts, with the most proof-of-work everywhere: the least that lowers no size. */
  private static List<IteratedLayout> layouts(IteratedDesign design, Space space) {
    IteratedLayout now = design.layout();
    List<IteratedLayout> all = new ArrayList<>();
    for (List<Integer> factors : IteratedCases.schedules(space, design.logDegree())) {
      int iterations = factors.size();
      for (long rate : space.<Long>values(design.rateKey(), 0L)) {
        for (List<Long> queries :
            IteratedCases.lists(space.entries(design.queriesKey()), iterations)) {
          for (List<Long> samples :
              IteratedCases.lists(space.entries(design.samplesKey()), iterations - 1)) {
            all.add(
                new IteratedLayout(
                    (int) rate,
                    factors,
                    queries,
                    samples,
                    now.gap(),
                    factors.stream().map(any -> Collections.nCopies(any, 1L)).toList(),
                    Collections.nCopies(iterations, most(space, design.grindingQueriesKey(), 2)),
                    Collections.nCopies(
                        iterations - 1, most(space, design.grindingSamplesKey(), 0))));
          }
        }
      }
    }
    return all;
  }

  private static long most(Space space, Key<Circuit, ?> key, long now) {
    return space.moves(key) ? Collections.max(space.entries(key)) : now;
  }

  private record Sized(Circuit circuit, double size) {}

  private static double size(Circuit circuit, boolean worst) {
    ProofSize size = circuit.decidingSize();
    return (worst ? size.worstCaseBits() : size.expectedBits()).doubleValue();
  }

  private static List<Sized> bySize(IteratedDesign design, Space space, boolean worst) {
    List<Sized> all = new ArrayList<>();
    for (IteratedLayout layout : layouts(design, space)) {
      IteratedCases.made(design, layout).ifPresent(c -> all.add(new Sized(c, size(c, worst))));
    }
    all.sort((one, other) -> Double.compare(one.size, other.size));
    return all;
  }

  private static List<Finding> found(Circuit circuit, Space space, Aim aim, Regime regime) {
    return IteratedCases.findings(circuit, space, aim, regime, Findings.Kind.LEAST).best();
  }

  private static Aim aim(long bits, boolean worst) {
    return new Aim(bits, List.of(Axis.PROOF_SIZE), Map.of(), worst, OptionalInt.empty());
  }

  private void holdAgainstAll(String family, String name, int circuits) {
    holdAgainstAll(family, name, circuits, UnaryOperator.identity());
  }

  private void holdAgainstAll(
      String family, String name, int circuits, UnaryOperator<Circuit> edit) {
    Regime regime = Soundcalc.regimes(name).get(0);
    int withAnswer = 0;
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = edit.apply(cases.circuit(family));
      Space space = cases.space(circuit.iteratedDesign().orElseThrow());
      boolean worst = random.nextInt(4) > 0;
      List<Sized> all = bySize(circuit.iteratedDesign().orElseThrow(), space, worst);
      // what some configuration has, and what may be more than any has
      long bits =
          Math.max(1, IteratedCases.bits(all.get(random.nextInt(all.size())).circuit, regime))
              + random.nextInt(3);
      OptionalDouble least =
          all.stream()
              .filter(some -> IteratedCases.bits(some.circuit, regime) >= bits)
              .mapToDouble(Sized::size)
              .findFirst();
      List<Finding> found = found(circuit, space, aim(bits, worst), regime);
      assertThat(found.stream().mapToDouble(f -> f.costs()[0]).findFirst())
          .as("%s %s %s bits %s", circuit.parameters(), space, bits, worst)
          .isEqualTo(least);
      Aim its = aim(bits, worst);
      double bound =
          IteratedCases.findings(circuit, space, its, regime, Findings.Kind.BOUND).bound();
      assertThat(bound)
          .as("%s %s %s bits %s", circuit.parameters(), space, bits, worst)
          .isLessThanOrEqualTo(least.orElse(Double.POSITIVE_INFINITY))
          .isPositive();
      for (Finding finding : found) {
        Circuit best = finding.circuit().get();
        assertThat(size(best, worst)).isEqualTo(finding.costs()[0]);
        assertThat(IteratedCases.bits(best, regime))
            .as("%s", best.parameters())
            .isGreaterThanOrEqualTo(bits);
        withAnswer++;
      }
    }
    assertThat(withAnswer).isBetween(circuits / 4, circuits);
  }

  @ParameterizedTest
  @CsvSource({
    "WHIR, jbr, 10",
    "STIR, jbr, 10",
    "WHIR, udr, 10",
    "STIR, udr, 10",
    "JAGGED, udr, 12"
  })
  void smallestProofIsThatOfTryingAll(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  @ParameterizedTest
  @CsvSource({"WHIR, jbr", "STIR, jbr", "JAGGED, udr"})
  void whatIsSentIsMinimised(String family, String regime) {
    holdAgainstAll(family, regime, 8, cases::sent);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({
    "WHIR, jbr, 60",
    "STIR, jbr, 60",
    "WHIR, udr, 40",
    "STIR, udr, 40",
    "JAGGED, udr, 200",
    "WHIR, jbr-best, 10",
    "STIR, jbr-best, 10"
  })
  void smallestProofIsThatOfTryingAllOfMany(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  /** Schedules, queries, samples and proof-of-work before anything may move. */
  private static Space tuned(Circuit circuit, long firstRate, long lastRate, long grinding) {
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    Map<String, List<?>> values = new HashMap<>();
    List<Long> bits = LongStream.rangeClosed(0, grinding).boxed().toList();
    circuit.keys().stream().filter(Sites::isSite).forEach(site -> values.put(site.label(), bits));
    for (Key<Circuit, ?> key :
        List.of(
            design.grindingFoldsKey(), design.grindingQueriesKey(), design.grindingSamplesKey())) {
      values.put(key.label(), bits);
    }
    values.put(
        design.rateKey().label(), LongStream.rangeClosed(firstRate, lastRate).boxed().toList());
    values.put(design.queriesKey().label(), LongStream.rangeClosed(1, 400).boxed().toList());
    values.put(design.samplesKey().label(), List.of(0L, 1L, 2L, 3L, 4L));
    return new Space(
        values, Optional.of(new Schedules.Any(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6)))));
  }

  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What is said where time ran out is not far from what a search would have found. */
  @ParameterizedTest
  @CsvSource({"dummy_whir.toml, embed, true", "dummy_stir.toml, main, false"})
  void noProofIsBelowTheBound(String file, String name, boolean worst) {
    Circuit circuit = circuit(file, name);
    Space space = tuned(circuit, 1, 6, 24);
    Regime regime = Soundcalc.regimes("jbr").get(0);
    Aim aim = aim(120, worst);
    double least = found(circuit, space, aim, regime).get(0).costs()[0];
    assertThat(IteratedCases.findings(circuit, space, aim, regime, Findings.Kind.BOUND).bound())
        .isBetween(0.95 * least, least);
  }

  /** What an independent search by all prefixes of schedules finds. */
  @ParameterizedTest
  @CsvSource({
    "embed, 4, 4, 221.7, '[1, 4]', '[54, 54]'",
    "embed, 1, 6, 156.4, '[1, 4]', '[36, 36]'",
    "combine, 4, 4, 262.6, '[1, 4, 4]', '[54, 54, 31]'",
    "combine, 1, 6, 188.3, '[1, 4, 4]', '[36, 36, 24]'",
    "riscv, 4, 4, 333.3, '[1, 4, 4, 4]', '[54, 54, 31, 22]'",
    "riscv, 1, 6, 240.6, '[1, 4, 4, 4]', '[36, 36, 24, 18]'"
  })
  void dummyWhir(
      String name, long firstRate, long lastRate, double kib, String factors, String queries) {
    Circuit circuit = circuit("dummy_whir.toml", name);
    Regime regime = Soundcalc.regimes("jbr").get(0);
    Finding found =
        found(circuit, tuned(circuit, firstRate, lastRate, 22), aim(128, true), regime).get(0);
    Circuit best = found.circuit().get();
    IteratedLayout layout = best.iteratedDesign().orElseThrow().layout();
    assertThat(size(best, true)).isEqualTo(found.costs()[0]);
    assertThat(Math.round(found.costs()[0] / 8192 * 10) / 10.0).isEqualTo(kib);
    assertThat(layout.logFactors()).hasToString(factors);
    assertThat(layout.queries()).hasToString(queries);
    assertThat(IteratedCases.bits(best, regime)).isGreaterThanOrEqualTo(128);
  }

  /** Without any more proof-of-work than today's at each place, at the bits of today. */
  @ParameterizedTest
  @CsvSource({"dummy_stir.toml, main", "dummy_whir.toml, embed"})
  void whatIsFreeIsSmallerAndHasTheBitsOfToday(String file, String name) {
    Circuit circuit = circuit(file, name);
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    Regime regime = Soundcalc.regimes("jbr").get(0);
    long bits = IteratedCases.bits(circuit, regime);
    Space free =
        new Space(
            Map.of(
                design.queriesKey().label(),
                LongStream.rangeClosed(1, 400).boxed().toList(),
                design.gapKey().orElseThrow().label(),
                List.of()),
            Optional.of(new Schedules.Any(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6)))));
    Circuit best = found(circuit, free, aim(bits, true), regime).get(0).circuit().get();
    assertThat(size(best, true)).isLessThan(size(circuit, true));
    assertThat(IteratedCases.bits(best, regime)).isGreaterThanOrEqualTo(bits);
    IteratedLayout layout = best.iteratedDesign().orElseThrow().layout();
    IteratedLayout today = design.layout();
    assertThat(layout.logInverseRate()).isEqualTo(today.logInverseRate());
    for (int i = 0; i < layout.logFactors().size(); i++) {
      assertThat(layout.grindingQueries().get(i))
          .isEqualTo(IteratedLayout.at(today.grindingQueries(), i, 0L));
    }
    // nothing is left
    assertThat(size(found(best, free, aim(bits, true), regime).get(0).circuit().get(), true))
        .isEqualTo(size(best, true));
  }
}
