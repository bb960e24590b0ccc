package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Budget;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.space.Domain;

/**
 * The least change of a circuit that does what is wanted: of few parameters where these are enough,
 * of more where they are not, over the field of least degree that admits one.
 *
 * @param circuit as it is
 * @param usable the regimes under one of which it may do
 * @param wanted when it does, and what may be spent on looking for it
 */
public record LeastChange(Circuit circuit, List<Regime> usable, Wanted wanted) {
  /** Of larger fields those that a prover may take for the sake of a smaller proof. */
  private static final int USUAL_EXTENSION_BITS = 320;

  /**
   * The rate next to that of today, each step from which costs the prover as much again; then the
   * fewest parameters, least proof-of-work and the smallest proof in the worst case.
   */
  private static final Comparator<Change> LEAST =
      Comparator.comparingLong(Change::rateSteps)
          .thenComparing(some -> some.parameters().size())
          .thenComparing(some -> GrindingSite.work(some.circuit().grindingSites()))
          .thenComparing(some -> some.circuit().decidingSize().worstCaseBits());

  /**
   * What is wanted.
   *
   * @param bits that each term must have at least
   * @param enough whether a circuit will do under a regime; smaller errors always do as well
   * @param worst whether proofs are to be small in the worst case, if not on average
   * @param maxGrinding the most bits of proof-of-work at a site, ≥ 0; a site that has more keeps it
   * @param budget what the searches may certify and follow; once it is spent, they find nothing
   */
  public record Wanted(
      long bits,
      BiPredicate<Prepared, Regime> enough,
      boolean worst,
      long maxGrinding,
      Budget budget) {
    /** The size that counts, in bits. */
    double size(Circuit other) {
      ProofSize size = other.decidingSize();
      return (worst ? size.worstCaseBits() : size.expectedBits()).doubleValue();
    }
  }

  /**
   * A change that does.
   *
   * @param parameters none of them can be left out, or be less with the others as they are
   * @param circuit the circuit with all of them
   * @param regime under which it does
   * @param rateSteps how often the rate is halved or doubled
   */
  public record Change(
      List<Parameter> parameters, Circuit circuit, Regime regime, long rateSteps) {}

  /**
   * A parameter with another value.
   *
   * @param key the parameter
   * @param from its value, as TOML and JSON write it; the text {@code null} where it is left out
   * @param to the value to give it
   */
  public record Parameter(Key<Circuit, ?> key, String from, String to) {}

  /**
   * How small a proof becomes.
   *
   * @param change the least that brings it within the limit; nothing where nothing does
   * @param smallest the one that makes the proof as small as it becomes; it may be of no parameter
   */
  public record Fit(Optional<Change> change, Change smallest) {
    /** {@return the least size} */
    public ProofSize least() {
      return smallest.circuit().decidingSize();
    }
  }

  /**
   * {@return the change that does, whatever it does to the size of the proof; nothing where there
   * is none}
   */
  public Optional<Change> find() {
    Field now = circuit.id().field();
    for (int degree = now.degree(); degree <= Field.MAX_DEGREE; degree++) {
      List<Moves> all = moves(new Field(now.base(), degree));
      for (Reach reach : Reach.values()) {
        List<Moves> moves = enough(all, reach, Optional.empty());
        for (Set<Part> parts : moves.isEmpty() ? List.<Set<Part>>of() : reach.each()) {
          Optional<Change> least =
              moves.stream()
                  .flatMap(its -> changes(its, parts, Optional.empty()))
                  .min(Comparator.comparing(c -> c.circuit().decidingSize().worstCaseBits()));
          if (least.isPresent() || !wanted.budget().allows()) {
            return least.filter(any -> !wanted.budget().isSpent());
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Why there is no change.
   *
   * @param field the largest that there is for the circuit
   * @param reason what stands in the way over it, under the regime that gives most bits
   */
  public record Barrier(Field field, Reason reason) {}

  /** {@return why there is no change that does; nothing where no regime covers the circuit} */
  public Optional<Barrier> barrier() {
    Field now = circuit.id().field();
    for (int degree = Field.MAX_DEGREE; degree >= now.degree(); degree--) {
      Field field = new Field(now.base(), degree);
      Optional<Reason> most =
          moves(field).stream()
              .flatMap(its -> its.reason().stream())
              .max(Comparator.comparingLong(LeastChange::bits));
      if (most.isPresent()) {
        return most.map(reason -> new Barrier(field, reason));
      }
    }
    return Optional.empty();
  }

  /** {@return why there is none over the circuit's own field; nothing where there is one} */
  public Optional<Barrier> ownBarrier() {
    Field now = circuit.id().field();
    return moves(now).stream()
        .flatMap(its -> its.reason().stream())
        .max(Comparator.comparingLong(LeastChange::bits))
        .map(reason -> new Barrier(now, reason));
  }

  /** How many bits are within reach. */
  private static long bits(Reason reason) {
    if (reason instanceof Reason.Conflict conflict) {
      return conflict.best().bits();
    }
    return reason instanceof Reason.Ceiling ceiling ? ceiling.bits() : -1;
  }

  /** Those of which some values of all parts within reach do. */
  private static List<Moves> enough(List<Moves> all, Reach reach, Optional<Double> limit) {
    return all.stream().filter(moves -> moves.areEnough(reach.all(), limit)).toList();
  }

  private Stream<Change> changes(Moves moves, Set<Part> parts, Optional<Double> limit) {
    return moves.least(parts, limit).flatMap(this::change).stream();
  }

  /**
   * The change that does and brings the proof within a limit.
   *
   * @param limit in bits, by the size that is wanted small
   * @param maxDegree the largest degree of the field to try
   * @return the least change, and the least size; nothing where nothing does, whatever its size, or
   *     the circuit has no queries
   */
  public Optional<Fit> within(double limit, int maxDegree) {
    if (circuit.keys().stream().noneMatch(key -> key.lever().isPresent() && !isWork(key))) {
      return Optional.empty();
    }
    Field now = circuit.id().field();
    List<Change> smallest = new ArrayList<>();
    for (int degree = now.degree(); degree <= maxDegree; degree++) {
      Field field = new Field(now.base(), degree);
      if (!smallest.isEmpty() && field.extensionBits() > USUAL_EXTENSION_BITS) {
        break;
      }
      List<Moves> all = enough(moves(field), Reach.RATE, Optional.empty());
      all.stream()
          .flatMap(its -> its.smallest().stream())
          .flatMap(found -> change(found).stream())
          .forEach(smallest::add);
      for (Reach reach : Reach.values()) {
        Optional<Change> least =
            enough(all, reach, Optional.of(limit)).stream()
                .flatMap(
                    its ->
                        reach.each().stream()
                            .flatMap(parts -> changes(its, parts, Optional.of(limit))))
                .min(LEAST);
        if (least.isPresent()) {
          return fit(least, smallest);
        }
      }
    }
    return smallest.isEmpty() ? Optional.empty() : fit(Optional.empty(), smallest);
  }

  private Optional<Fit> fit(Optional<Change> least, List<Change> smallest) {
    Change its =
        Stream.concat(least.stream(), smallest.stream())
            .min(Comparator.comparingDouble(change -> wanted.size(change.circuit())))
            .orElseThrow();
    return Optional.of(new Fit(least, its)).filter(any -> !wanted.budget().isSpent());
  }

  /** Of the circuit over a field, under each regime. */
  private List<Moves> moves(Field field) {
    return usable.stream()
        .flatMap(
            regime -> over(field, regime).map(other -> new Moves(other, regime, wanted)).stream())
        .toList();
  }

  /** The circuit over a field; nothing where there is none, or a search would take too long. */
  private Optional<Circuit> over(Field field, Regime regime) {
    try {
      return Optional.of(Prepared.of(circuit, List.of(regime)))
          .filter(start -> start.isQuick(regime) && wanted.budget().allows())
          .map(start -> CommonKeys.FIELD.with(circuit, field));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  /** What is another value then; nothing where a value would have to be left out. */
  private Optional<Change> change(Moves.Moved found) {
    List<Parameter> parameters = new ArrayList<>();
    List<Key<Circuit, ?>> keys = new ArrayList<>(Space.keys(circuit));
    keys.sort(Comparator.comparingInt(key -> key.lever().orElse(0)));
    for (Key<Circuit, ?> key : keys) {
      if (!key.get(circuit).equals(key.get(found.circuit()))) {
        Object to = key.get(found.circuit());
        if (to instanceof Optional<?> some && some.isEmpty()) {
          return Optional.empty();
        }
        parameters.add(new Parameter(key, spelled(key.get(circuit)), spelled(to)));
      }
    }
    return Optional.of(
        new Change(List.copyOf(parameters), found.circuit(), found.regime(), found.rateSteps()));
  }

  /** Whether a lever is proof-of-work. */
  static boolean isWork(Key<Circuit, ?> key) {
    return key.lever().isPresent() && Domain.entryType(key).equals(IntegerType.GRINDING);
  }

  private static String spelled(Object value) {
    return value instanceof Optional<?> some
        ? some.map(Spelling::of).orElse("null")
        : Spelling.of(value);
  }

  /** What may be otherwise. */
  enum Part {
    /** Queries, samples, and proof-of-work elsewhere. */
    LEVERS,
    /** Proof-of-work before queries. */
    WORK,
    /** The gap to the Johnson radius, or what stands for it. */
    GAP,
    /** The factors of folds, where folding ends, and how many rounds there are. */
    FOLDS,
    /** The rate. */
    RATE
  }

  /** Which parts may be otherwise together, the fewer the earlier. */
  enum Reach {
    /** What leaves the code as it is. */
    CODE,
    /** What costs the prover, the more the further the rate is from that of today. */
    RATE;

    private static final List<Set<Part>> SAME_CODE =
        List.of(
            Set.of(Part.GAP),
            Set.of(Part.LEVERS),
            Set.of(Part.LEVERS, Part.WORK),
            Set.of(Part.FOLDS),
            Set.of(Part.LEVERS, Part.GAP),
            Set.of(Part.LEVERS, Part.FOLDS),
            Set.of(Part.LEVERS, Part.WORK, Part.GAP),
            Set.of(Part.LEVERS, Part.WORK, Part.FOLDS),
            Set.of(Part.LEVERS, Part.WORK, Part.GAP, Part.FOLDS));
    private static final List<Set<Part>> OTHER_RATE =
        List.of(
            Set.of(Part.LEVERS, Part.RATE),
            Set.of(Part.LEVERS, Part.RATE, Part.GAP),
            Set.of(Part.LEVERS, Part.RATE, Part.FOLDS),
            Set.of(Part.values()));

    List<Set<Part>> each() {
      return this == CODE ? SAME_CODE : OTHER_RATE;
    }

    Set<Part> all() {
      return each().get(each().size() - 1);
    }
  }
}
