package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.search.space.Domain;

/**
 * What is asked for of the spaces of circuits.
 *
 * @param extent how much may move by itself
 * @param varied domains of keys, as they were written, by their names
 * @param fixed names of keys that stay
 * @param maxGrinding the most bits of proof-of-work at a site, where they are limited
 */
public record SpaceRequest(
    Extent extent, Map<String, String> varied, Set<String> fixed, OptionalLong maxGrinding) {
  private static final long USUAL_QUERIES = 400;
  private static final long USUAL_GRINDING = 24;
  private static final int USUAL_LOG_INVERSE_RATE = 6;
  private static final int USUAL_LOG_FACTOR = 5;
  private static final long USUAL_SAMPLES = 4;
  private static final int LARGEST_DEGREE = 8;
  private static final int LARGEST_EXTENSION_BITS = 320;
  private static final List<Long> HASHES = List.of(192L, 256L);

  /**
   * What is asked for.
   *
   * @param extent how much may move by itself
   * @param varied domains of keys
   * @param fixed keys that stay
   * @param maxGrinding the most proof-of-work at a site
   */
  public SpaceRequest {
    varied = Collections.unmodifiableMap(new LinkedHashMap<>(varied));
    fixed = Set.copyOf(fixed);
  }

  /**
   * {@return whether a circuit has a key that may be varied or fixed}
   *
   * @param circuit any
   * @param name of the key, as files spell it
   */
  public static boolean has(Circuit circuit, String name) {
    return Space.keys(circuit).stream().anyMatch(key -> isNamed(key, name));
  }

  /**
   * {@return what is wrong with a domain; nothing where each circuit that has its key can take it}
   *
   * @param key its name, as files spell it
   * @param domain as it was written
   * @param circuits some of which have the key
   */
  public static Optional<String> fault(String key, String domain, List<Circuit> circuits) {
    SpaceRequest alone =
        new SpaceRequest(Extent.FREE, Map.of(key, domain), Set.of(), OptionalLong.empty());
    for (Circuit circuit : circuits) {
      try {
        alone.of(circuit);
      } catch (IllegalArgumentException | InvalidConfiguration fault) {
        return Optional.of(fault.getMessage());
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Key<Circuit, ?> key, String name) {
    return key.name().equals(name) || key.label().equals(name);
  }

  /**
   * Makes the space of a circuit.
   *
   * @param circuit whose layout may be another
   * @return its space
   * @throws IllegalArgumentException if a domain is none of its key, or the key cannot move
   */
  public Space of(Circuit circuit) {
    Map<String, List<?>> values = new HashMap<>();
    Optional<Schedules> schedules = Optional.empty();
    Optional<FoldingDesign> folding = circuit.foldingDesign();
    if (folding.isPresent()) {
      FoldingDesign design = folding.get();
      values.put(design.queriesKey().label(), queries(design.layout().queries()));
      design.gapKey().ifPresent(key -> values.put(key.label(), List.of()));
      if (extent != Extent.FREE) {
        values.put(design.rateKey().label(), rates(design.layout().rate()));
      }
      schedules =
          isFixed(design.factorsKey()) || isFixed(design.endKey())
              ? Optional.empty()
              : Optional.of(any(design.layout().logFactors(), USUAL_LOG_FACTOR));
    }
    Optional<IteratedDesign> iterated = circuit.iteratedDesign();
    if (iterated.isPresent()) {
      IteratedDesign design = iterated.get();
      add(design, values);
      schedules =
          isFixed(design.factorsKey()) || isFixed(design.iterationsKey())
              ? Optional.empty()
              : Optional.of(any(design.layout().logFactors(), USUAL_LOG_FACTOR + 1));
    }
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
    for (Map.Entry<String, String> entry : varied.entrySet()) {
      for (Key<Circuit, ?> key : Space.keys(circuit)) {
        if (isNamed(key, entry.getKey())) {
          boolean isFolds =
              folding.filter(design -> is(key, design.factorsKey())).isPresent()
                  || iterated.filter(design -> is(key, design.factorsKey())).isPresent();
          Domain domain =
              isFolds || folding.isPresent()
                  ? Domain.parse(key, entry.getValue())
                  : Domain.ofEntries(key, entry.getValue());
          if (isFolds) {
            schedules = schedules(domain, circuit);
          } else {
            vary(key, domain, circuit, values);
          }
        }
      }
    }
    values.keySet().removeIf(label -> fixed.contains(label));
    Space.keys(circuit).stream().filter(this::isFixed).forEach(key -> values.remove(key.label()));
    maxGrinding.ifPresent(most -> limitSites(circuit, most, values));
    return new Space(values, schedules);
  }

  private static boolean is(Key<Circuit, ?> key, Key<Circuit, ?> other) {
    return key.label().equals(other.label());
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

  private static long most(List<Long> now, long usual) {
    return now.stream().mapToLong(Long::longValue).reduce(usual, Math::max);
  }

  private static List<Long> upTo(long most) {
    return LongStream.rangeClosed(0, most).boxed().toList();
  }

  /** No site has more proof-of-work, be it varied or fixed. */
  private static void limitSites(Circuit circuit, long most, Map<String, List<?>> values) {
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (Sites.isSite(key)) {
        @SuppressWarnings("unchecked") // the type of integers
        long now = ((Key<Circuit, Long>) key).get(circuit);
        limit(key, now, most, values);
      }
    }
    Optional<IteratedDesign> iterated = circuit.iteratedDesign();
    if (iterated.isPresent()) {
      IteratedDesign design = iterated.get();
      IteratedLayout now = design.layout();
      List<Long> folds = now.grindingFolds().stream().flatMap(List::stream).toList();
      limit(design.grindingFoldsKey(), most(folds, 0), most, values);
      limit(design.grindingQueriesKey(), most(now.grindingQueries(), 0), most, values);
      limit(design.grindingSamplesKey(), most(now.grindingSamples(), 0), most, values);
    }
  }

  private static void limit(Key<Circuit, ?> key, long now, long most, Map<String, List<?>> values) {
    boolean isVaried = values.containsKey(key.label());
    List<?> within =
        values.getOrDefault(key.label(), List.of(now)).stream()
            .filter(bits -> (Long) bits <= most)
            .toList();
    if (within.isEmpty()) {
      String message =
          isVaried
              ? "no value that %s is varied over is as small"
              : "%s has %d bits and does not move: vary it, or allow as many";
      throw new IllegalArgumentException(message.formatted(key, now));
    }
    if (isVaried) {
      values.put(key.label(), within);
    }
  }

  private boolean isFixed(Key<Circuit, ?> key) {
    return fixed.contains(key.name()) || fixed.contains(key.label());
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

  private static Optional<Schedules> schedules(Domain domain, Circuit circuit) {
    Optional<FoldingDesign> folding = circuit.foldingDesign();
    if (domain instanceof Domain.Fixed) {
      return Optional.empty();
    }
    if (domain instanceof Domain.Automatic) {
      return new SpaceRequest(Extent.FREE, Map.of(), Set.of(), OptionalLong.empty())
          .of(circuit)
          .schedules();
    }
    if (domain instanceof Domain.Listed listed) {
      return Optional.of(
          new Schedules.Listed(
              listed.values().stream()
                  .map(value -> logs((List<?>) value, folding.isPresent()))
                  .toList()));
    }
    Domain.Lists lists = (Domain.Lists) domain;
    List<Integer> logs = logs(lists.elements(), folding.isPresent());
    int logDimension =
        folding
            .map(FoldingDesign::logDimension)
            .orElseGet(() -> circuit.iteratedDesign().orElseThrow().logDegree());
    if (lists instanceof Domain.AnyOf) {
      return Optional.of(new Schedules.Any(new TreeSet<>(logs)));
    }
    List<List<Integer>> each = new ArrayList<>();
    List<Integer> repeated =
        lists instanceof Domain.Uniform ? logs : List.of(Collections.max(logs));
    for (int factor : repeated) {
      List<Integer> all = new ArrayList<>();
      int left = logDimension;
      while (left >= factor) {
        all.add(factor);
        left -= factor;
        each.add(List.copyOf(all));
        if (lists instanceof Domain.Capped) {
          addSmaller(all, Math.min(factor - 1, left), each);
        }
      }
    }
    return Optional.of(new Schedules.Listed(each));
  }

  /** A last fold by less than the cap. */
  private static void addSmaller(List<Integer> before, int most, List<List<Integer>> each) {
    for (int last = 1; last <= most; last++) {
      List<Integer> all = new ArrayList<>(before);
      all.add(last);
      each.add(List.copyOf(all));
    }
  }

  private static List<Integer> logs(List<?> factors, boolean areFactors) {
    return factors.stream()
        .map(some -> (Long) some)
        .map(some -> areFactors ? Long.numberOfTrailingZeros(some) : some.intValue())
        .toList();
  }

  private void vary(
      Key<Circuit, ?> key, Domain domain, Circuit circuit, Map<String, List<?>> values) {
    if (follows(key, circuit)) {
      throw new IllegalArgumentException(
          key.name()
              + " follows from the folds: vary "
              + circuit
                  .foldingDesign()
                  .map(FoldingDesign::factorsKey)
                  .orElseGet(() -> circuit.iteratedDesign().orElseThrow().factorsKey())
                  .name());
    }
    if (!mayMove(key, circuit)) {
      throw new IllegalArgumentException(
          key.name() + " is part of what is proven, and not of how: sweep varies it");
    }
    if (domain instanceof Domain.Fixed) {
      values.remove(key.label());
    } else if (domain instanceof Domain.Listed listed) {
      KeyType<?> type =
          circuit.foldingDesign().isEmpty() && Space.inLayout(circuit, key)
              ? entryOrOwn(key)
              : key.type();
      values.put(key.label(), listed.values().stream().map(raw -> typed(type, raw)).toList());
    } else if (domain instanceof Domain.Automatic) {
      SpaceRequest usual = new SpaceRequest(Extent.REDESIGN, Map.of(), Set.of(), maxGrinding);
      List<?> its = usual.of(circuit).values().get(key.label());
      if (its == null) {
        throw new IllegalArgumentException(key.name() + " has no usual values: state some");
      }
      values.put(key.label(), its);
    }
  }

  /** Whether folds say what its value is. */
  private static boolean follows(Key<Circuit, ?> key, Circuit circuit) {
    return circuit.foldingDesign().filter(design -> is(key, design.endKey())).isPresent()
        || circuit
            .iteratedDesign()
            .filter(d -> is(key, d.iterationsKey()) || is(key, d.ratesKey()))
            .isPresent();
  }

  /** How a proof is made may be chosen, not what it is of. */
  private static boolean mayMove(Key<Circuit, ?> key, Circuit circuit) {
    return key.lever().isPresent()
        || Space.inLayout(circuit, key)
        || circuit.roundsDesign().filter(d -> is(key, d.rateKey())).isPresent()
        || key.type() instanceof BooleanType
        || key.label().equals(CommonKeys.FIELD.label())
        || key.label().equals(CommonKeys.HASH_SIZE_BITS.label());
  }

  /** Of lists, what is in them. */
  private static KeyType<?> entryOrOwn(Key<Circuit, ?> key) {
    KeyType<?> entry = Domain.entryType(key);
    return entry instanceof IntegerType ? entry : key.type();
  }

  private static Object typed(KeyType<?> type, Object raw) {
    return ((Parsed.Valid<?>) type.parse(raw)).value();
  }
}
