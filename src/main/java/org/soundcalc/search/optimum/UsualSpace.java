package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.space.Domain;

/**
 * What moves where nobody says what shall; the values of today are always there.
 *
 * @param extent how much
 * @param maxGrinding the most bits of proof-of-work at a site, where they are limited
 */
record UsualSpace(Extent extent, OptionalLong maxGrinding) {
  private static final long USUAL_QUERIES = 400;
  private static final long USUAL_GRINDING = 24;
  private static final int USUAL_LOG_INVERSE_RATE = 6;
  private static final int USUAL_LOG_FACTOR = 5;
  private static final long USUAL_SAMPLES = 4;
  private static final int LARGEST_DEGREE = 8;
  private static final int LARGEST_EXTENSION_BITS = 320;
  private static final List<Long> HASHES = List.of(192L, 256L);

  /** Sequences of folds; nothing where the circuit says of none what they are. */
  Optional<Schedules> schedules(Circuit circuit) {
    Optional<Schedules> ofFolding =
        circuit.foldingDesign().map(design -> any(design.layout().logFactors(), USUAL_LOG_FACTOR));
    return ofFolding.or(
        () ->
            circuit
                .iteratedDesign()
                .map(design -> any(design.layout().logFactors(), USUAL_LOG_FACTOR + 1)));
  }

  /** The values of each key that moves, by its label. */
  Map<String, List<?>> values(Circuit circuit) {
    Map<String, List<?>> values = new HashMap<>();
    circuit.foldingDesign().ifPresent(design -> add(design, values));
    circuit.iteratedDesign().ifPresent(design -> add(design, values));
    if (Space.isOfLevers(circuit)) {
      addLevers(circuit, values);
    }
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (Sites.isSite(key) && key.entry().isEmpty()) {
        @SuppressWarnings("unchecked") // the type of integers
        long now = ((Key<Circuit, Long>) key).get(circuit);
        grinding(now).ifPresent(bits -> values.put(key.label(), bits));
      }
    }
    if (extent == Extent.REDESIGN) {
      values.put(CommonKeys.FIELD.label(), fields(circuit.id().field()));
      values.put(CommonKeys.HASH_SIZE_BITS.label(), with(circuit.id().hashBits(), HASHES));
    }
    return values;
  }

  private void add(FoldingDesign design, Map<String, List<?>> values) {
    values.put(design.queriesKey().label(), queries(design.layout().queries()));
    design.gapKey().ifPresent(key -> values.put(key.label(), List.of()));
    if (extent != Extent.FREE) {
      values.put(design.rateKey().label(), rates(design.layout().rate()));
    }
  }

  /** What goes from code to code has a list of each, whose entries move one by one. */
  private void add(IteratedDesign design, Map<String, List<?>> values) {
    IteratedLayout now = design.layout();
    values.put(design.queriesKey().label(), queries(Collections.max(now.queries())));
    design.gapKey().ifPresent(key -> values.put(key.label(), List.of()));
    if (extent != Extent.FREE) {
      values.put(
          design.rateKey().label(),
          with(
              now.logInverseRate(),
              LongStream.rangeClosed(1, USUAL_LOG_INVERSE_RATE).boxed().toList()));
      values.put(design.samplesKey().label(), upTo(most(now.samples(), USUAL_SAMPLES)));
    }
    List<Long> folds = now.grindingFolds().stream().flatMap(List::stream).toList();
    grinding(most(folds, 0)).ifPresent(b -> values.put(design.grindingFoldsKey().label(), b));
    grinding(most(now.grindingQueries(), 0))
        .ifPresent(b -> values.put(design.grindingQueriesKey().label(), b));
    grinding(most(now.grindingSamples(), 0))
        .ifPresent(b -> values.put(design.grindingSamplesKey().label(), b));
  }

  private void addLevers(Circuit circuit, Map<String, List<?>> values) {
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (key.lever().isPresent() && Domain.entryType(key) instanceof IntegerType type) {
        long now = Collections.max(LeverDescent.leaves(key.get(circuit)));
        if (type.equals(IntegerType.GRINDING)) {
          grinding(now).ifPresent(bits -> values.put(key.label(), bits));
        } else {
          long most = Math.max(USUAL_QUERIES, now);
          values.put(key.label(), LongStream.rangeClosed(type.min(), most).boxed().toList());
        }
      }
    }
    circuit.roundsDesign().ifPresent(design -> add(design, circuit, values));
  }

  private void add(RoundsDesign design, Circuit circuit, Map<String, List<?>> values) {
    design.multiplicityKey().ifPresent(key -> values.put(key.label(), List.of()));
    if (extent != Extent.FREE) {
      values.put(
          design.rateKey().label(),
          with(
              design.rateKey().get(circuit),
              LongStream.rangeClosed(1, USUAL_LOG_INVERSE_RATE).boxed().toList()));
    }
  }

  static long most(List<Long> now, long usual) {
    return now.stream().mapToLong(Long::longValue).reduce(usual, Math::max);
  }

  private static List<Long> upTo(long most) {
    return LongStream.rangeClosed(0, most).boxed().toList();
  }

  private static List<Long> queries(long now) {
    return LongStream.rangeClosed(1, Math.max(USUAL_QUERIES, now)).boxed().toList();
  }

  private static List<Rate> rates(Rate now) {
    List<Rate> rates = new ArrayList<>();
    for (int log = 1; log <= USUAL_LOG_INVERSE_RATE; log++) {
      rates.add(Rate.ofLog2Inverse(log));
    }
    if (!rates.contains(now)) {
      rates.add(now);
    }
    return rates;
  }

  /** Nothing where the site stays as it is. */
  private Optional<List<Long>> grinding(long now) {
    long most = maxGrinding.orElse(Math.max(USUAL_GRINDING, now));
    return extent == Extent.FREE && now <= most ? Optional.empty() : Optional.of(upTo(most));
  }

  private static List<Field> fields(Field now) {
    List<Field> fields = new ArrayList<>(List.of(now));
    for (int degree = now.degree() + 1; degree <= LARGEST_DEGREE; degree++) {
      Field field = new Field(now.base(), degree);
      if (field.extensionBits() <= LARGEST_EXTENSION_BITS) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static List<Long> with(long now, List<Long> others) {
    Set<Long> all = new LinkedHashSet<>(List.of(now));
    all.addAll(others);
    return List.copyOf(all);
  }

  private static Schedules any(List<Integer> now, int usual) {
    SortedSet<Integer> factors = new TreeSet<>(now);
    for (int log = 1; log <= usual; log++) {
      factors.add(log);
    }
    return new Schedules.Any(factors);
  }
}
