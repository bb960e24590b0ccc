package org.soundcalc.search.optimum;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.search.space.Domain;
import org.soundcalc.search.space.VariableKeys;

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
    return key.name().equals(name)
        || VariableKeys.plain(key.spelling()).equals(VariableKeys.plain(name));
  }

  /**
   * Makes the space of a circuit.
   *
   * @param circuit whose layout may be another
   * @return its space
   * @throws IllegalArgumentException if a domain is none of its key, or the key cannot move
   */
  public Space of(Circuit circuit) {
    UsualSpace usual = new UsualSpace(extent, maxGrinding);
    Map<String, List<?>> values = usual.values(circuit);
    Optional<Schedules> schedules =
        usual.schedules(circuit).filter(any -> !isFoldingFixed(circuit));
    for (Map.Entry<String, String> entry : varied.entrySet()) {
      for (Key<Circuit, ?> key : Space.keys(circuit)) {
        if (isNamed(key, entry.getKey())) {
          boolean isFolds =
              circuit.foldingDesign().filter(d -> is(key, d.factorsKey())).isPresent()
                  || circuit.iteratedDesign().filter(d -> is(key, d.factorsKey())).isPresent();
          requireMovable(key, circuit);
          Domain domain =
              isFolds || circuit.foldingDesign().isPresent()
                  ? Domain.parse(key, entry.getValue())
                  : Domain.ofEntries(key, entry.getValue());
          if (isFolds) {
            schedules = ScheduleDomain.schedules(domain, circuit);
          } else {
            vary(key, domain, circuit, values);
          }
        }
      }
    }
    Space.keys(circuit).stream().filter(this::isFixed).forEach(key -> values.remove(key.label()));
    maxGrinding.ifPresent(most -> limitSites(circuit, most, values));
    return new Space(values, schedules);
  }

  private static boolean is(Key<Circuit, ?> key, Key<Circuit, ?> other) {
    return key.label().equals(other.label());
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
      limit(design.grindingFoldsKey(), UsualSpace.most(folds, 0), most, values);
      limit(design.grindingQueriesKey(), UsualSpace.most(now.grindingQueries(), 0), most, values);
      limit(design.grindingSamplesKey(), UsualSpace.most(now.grindingSamples(), 0), most, values);
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

  /** Factors, and what follows from them, are fixed together. */
  private boolean isFoldingFixed(Circuit circuit) {
    return circuit
            .foldingDesign()
            .filter(design -> isFixed(design.factorsKey()) || isFixed(design.endKey()))
            .isPresent()
        || circuit
            .iteratedDesign()
            .filter(design -> isFixed(design.factorsKey()) || isFixed(design.iterationsKey()))
            .isPresent();
  }

  private boolean isFixed(Key<Circuit, ?> key) {
    return fixed.stream().anyMatch(name -> isNamed(key, name));
  }

  private static void requireMovable(Key<Circuit, ?> key, Circuit circuit) {
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
  }

  private void vary(
      Key<Circuit, ?> key, Domain domain, Circuit circuit, Map<String, List<?>> values) {
    if (domain instanceof Domain.Fixed) {
      values.remove(key.label());
    } else if (domain instanceof Domain.Listed listed) {
      KeyType<?> type =
          circuit.foldingDesign().isEmpty() && Space.inLayout(circuit, key)
              ? entryOrOwn(key)
              : key.type();
      values.put(key.label(), listed.values().stream().map(raw -> typed(type, raw)).toList());
    } else if (domain instanceof Domain.Automatic) {
      List<?> its = new UsualSpace(Extent.REDESIGN, maxGrinding).values(circuit).get(key.label());
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
