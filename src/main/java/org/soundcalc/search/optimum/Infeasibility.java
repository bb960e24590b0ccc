package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Prepared;

/**
 * Why a space has no configuration of a circuit that is wanted, and what outside it would have.
 *
 * @param optimizer that found none
 * @param space what may move
 */
record Infeasibility(Optimizer optimizer, Space space) {
  private static final String NOTHING_FITS =
      "nothing of the space counts: each sequence of folds passes dimension 1, or has a list that"
          + " the regimes do not bound";

  /** The reasons of the most fundamental kind there is, at least one. */
  List<Reason> reasons(Aim aim) {
    Findings survey = optimizer.complete(space, aim, Findings.Kind.SURVEY);
    if (survey.mostBits().isEmpty()) {
      List<Problem> problems = List.copyOf(new LinkedHashSet<>(survey.refusals()));
      return List.of(new Reason.Refused(problems));
    }
    List<Reason.Ceiling> ceilings = new ArrayList<>();
    List<Map.Entry<Field, Findings>> larger = new ArrayList<>();
    for (Map.Entry<String, Long> term : survey.mostBits().entrySet()) {
      if (term.getValue() < aim.bits()) {
        if (ceilings.isEmpty()) {
          larger.addAll(overLargerFields(aim));
        }
        ceilings.add(ceiling(term.getKey(), term.getValue(), larger, aim));
      }
    }
    if (!ceilings.isEmpty()) {
      ceilings.sort(Comparator.comparingLong(Reason.Ceiling::bits));
      return List.copyOf(ceilings);
    }
    List<Reason> limits = limits(aim);
    return limits.isEmpty() ? List.of(conflict(aim.unlimited())) : limits;
  }

  /**
   * The limit without which the others can be kept; or else each that cannot be kept by itself; or
   * else the first that cannot be kept with those before it. None where there are too few bits
   * without any limit.
   */
  private List<Reason> limits(Aim aim) {
    List<Reason> alone = new ArrayList<>();
    Map<Axis, Double> before = new EnumMap<>(Axis.class);
    Optional<Reason> first = Optional.empty();
    for (Axis axis : limited(aim)) {
      Map<Axis, Double> others = new EnumMap<>(aim.most());
      others.remove(axis);
      Optional<Point> nearest = least(axis, others, aim);
      if (nearest.isPresent()) {
        return List.of(new Reason.Limit(axis, nearest.get()));
      }
      least(axis, Map.of(), aim)
          .filter(point -> aim.cost(point.circuit(), axis) > aim.most().get(axis))
          .ifPresent(point -> alone.add(new Reason.Limit(axis, point)));
      if (first.isEmpty()) {
        first =
            least(axis, before, aim)
                .filter(point -> aim.cost(point.circuit(), axis) > aim.most().get(axis))
                .map(point -> new Reason.Limit(axis, point));
      }
      before.put(axis, aim.most().get(axis));
    }
    return alone.isEmpty() ? first.stream().toList() : alone;
  }

  private static List<Axis> limited(Aim aim) {
    return Stream.of(Axis.values()).filter(aim.most()::containsKey).toList();
  }

  private Optional<Point> least(Axis axis, Map<Axis, Double> limits, Aim aim) {
    Aim its = new Aim(aim.bits(), List.of(axis), limits, aim.worst(), aim.hashRate());
    return optimizer.complete(space, its, Findings.Kind.LEAST).best().stream()
        .findFirst()
        .map(found -> optimizer.certified(found, its));
  }

  /**
   * The term that has the fewest bits at most, without cures; nothing where each can have enough.
   */
  Optional<Reason> lowestCeiling(Aim aim) {
    return optimizer.complete(space, aim, Findings.Kind.SURVEY).mostBits().entrySet().stream()
        .filter(term -> term.getValue() < aim.bits())
        .min(Map.Entry.comparingByValue())
        .map(term -> new Reason.Ceiling(term.getKey(), term.getValue(), List.of()));
  }

  /** The same survey over each larger field, up to the first that gives every term enough. */
  private List<Map.Entry<Field, Findings>> overLargerFields(Aim aim) {
    Space others = space.without(CommonKeys.FIELD);
    Field now = optimizer.circuit().id().field();
    List<Map.Entry<Field, Findings>> larger = new ArrayList<>();
    for (int degree = now.degree() + 1; degree <= Field.MAX_DEGREE; degree++) {
      Field field = new Field(now.base(), degree);
      Optional<Circuit> other = over(field);
      if (other.isPresent()) {
        Findings survey =
            new Optimizer(other.get(), optimizer.regimes(), optimizer.deadline())
                .complete(others, aim, Findings.Kind.SURVEY);
        larger.add(Map.entry(field, survey));
        if (survey.mostBits().values().stream().allMatch(bits -> bits >= aim.bits())) {
          break;
        }
      }
    }
    return larger;
  }

  private Optional<Circuit> over(Field field) {
    try {
      return Optional.of(CommonKeys.FIELD.with(optimizer.circuit(), field));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private Reason.Ceiling ceiling(
      String term, long bits, List<Map.Entry<Field, Findings>> larger, Aim aim) {
    List<Reason.Cure> cures = new ArrayList<>();
    boolean isCured = false;
    for (Map.Entry<Field, Findings> other : larger) {
      Map<String, Long> mostBits = other.getValue().mostBits();
      long its = mostBits.getOrDefault(term, bits);
      boolean complete = mostBits.values().stream().allMatch(some -> some >= aim.bits());
      if (!isCured) {
        String field = Spelling.of(other.getKey());
        cures.add(new Reason.Cure(CommonKeys.FIELD.name(), field, its, complete));
      }
      isCured |= its >= aim.bits();
    }
    if (!isCured) {
      cures.clear();
    }
    cures.addAll(moreQueries(term, aim));
    new Sites(optimizer.circuit(), space)
        .of(term)
        .filter(site -> !space.moves(site.key()))
        .ifPresent(
            site -> {
              long needed = site.most() + aim.bits() - bits;
              cures.add(
                  new Reason.Cure(site.key().spelling(), Long.toString(needed), aim.bits(), false));
            });
    return new Reason.Ceiling(term, bits, cures);
  }

  /** The fewest queries that give their term enough bits, beyond those of the space. */
  private List<Reason.Cure> moreQueries(String term, Aim aim) {
    Optional<Key<Circuit, ?>> key =
        optimizer
            .circuit()
            .foldingDesign()
            .filter(design -> design.queryTerm().equals(term))
            .map(FoldingDesign::queriesKey);
    if (key.isEmpty()) {
      return List.of();
    }
    long few =
        MonotoneBisection.last(
            1,
            Limits.QUERIES,
            1,
            queries -> {
              Space its = space.with(key.get(), List.of(queries));
              Findings survey = optimizer.complete(its, aim, Findings.Kind.SURVEY);
              return survey.mostBits().getOrDefault(term, 0L) < aim.bits();
            });
    return few == Limits.QUERIES
        ? List.of()
        : List.of(new Reason.Cure(key.get().spelling(), Long.toString(few + 1), aim.bits(), false));
  }

  private Reason conflict(Aim aim) {
    Optional<Point> best = together(optimizer, aim);
    if (best.isEmpty()) {
      return new Reason.Refused(List.of(Problem.located(NOTHING_FITS)));
    }
    Point point = best.get();
    Prepared prepared = Prepared.of(point.circuit(), List.of(point.regime()));
    List<String> terms =
        prepared.weakest(point.regime()).stream().map(Term::name).distinct().toList();
    List<String> against =
        terms.size() > 1 ? List.of() : against(prepared.terms(point.regime()), point, aim);
    List<Reason.Below> below = new ArrayList<>(below(point.regime(), aim));
    for (Regime regime : optimizer.regimes()) {
      if (!regime.name().equals(point.regime().name())) {
        below.addAll(below(regime, aim));
      }
    }
    return new Reason.Conflict(point, terms, against, below);
  }

  /** The terms of the fewest bits, of those that have more than the least and could have more. */
  private List<String> against(List<Term> terms, Point point, Aim aim) {
    Optimizer alone =
        new Optimizer(optimizer.circuit(), List.of(point.regime()), optimizer.deadline());
    Map<String, Long> most = alone.complete(space, aim, Findings.Kind.SURVEY).mostBits();
    SortedMap<Long, Set<String>> byBits = new TreeMap<>();
    for (Term term : terms) {
      long bits = Certified.bits(term.error());
      if (bits > point.bits() && bits < most.getOrDefault(term.name(), bits)) {
        byBits.computeIfAbsent(bits, any -> new LinkedHashSet<>()).add(term.name());
      }
    }
    return byBits.isEmpty() ? List.of() : List.copyOf(byBits.get(byBits.firstKey()));
  }

  /** What stands in the way under one regime: what never has enough, or else what has not then. */
  private List<Reason.Below> below(Regime regime, Aim aim) {
    Optimizer alone = new Optimizer(optimizer.circuit(), List.of(regime), optimizer.deadline());
    List<Reason.Below> below = new ArrayList<>();
    alone
        .complete(space, aim, Findings.Kind.SURVEY)
        .mostBits()
        .forEach((term, most) -> below.add(new Reason.Below(regime.name(), term, most, true)));
    below.removeIf(term -> term.bits() >= aim.bits());
    if (below.isEmpty()) {
      together(alone, aim)
          .ifPresent(
              point ->
                  Prepared.of(point.circuit(), List.of(regime))
                      .terms(regime)
                      .forEach(
                          term ->
                              below.add(
                                  new Reason.Below(
                                      regime.name(),
                                      term.name(),
                                      Certified.bits(term.error()),
                                      false))));
      below.removeIf(term -> term.bits() >= aim.bits());
    }
    below.sort(Comparator.comparingLong(Reason.Below::bits));
    return below;
  }

  /** The most bits that there are together, by bisection. */
  private Optional<Point> together(Optimizer of, Aim aim) {
    long reached = -1;
    long tooMany = aim.bits();
    List<Finding> best = List.of();
    while (tooMany - reached > 1) {
      long middle = reached + (tooMany - reached) / 2;
      List<Finding> found = of.complete(space, aim.with(middle), Findings.Kind.LEAST).best();
      if (!found.isEmpty()) {
        best = found;
        reached = middle;
      } else {
        tooMany = middle;
      }
    }
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(of.certified(best.get(0), aim.with(reached)));
  }
}
