package org.soundcalc.search.optimum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Budget;
import org.soundcalc.search.Prepared;

/**
 * Looks for the configuration of a circuit that costs least, among all of a space that have the
 * bits wanted: and where there is none, for the reason.
 *
 * @param circuit as it is today
 * @param regimes under one of which the bits count, proven ones
 * @param deadline when it has to end
 */
public record Optimizer(Circuit circuit, List<Regime> regimes, Deadline deadline) {
  /** For what all circuits together still have time once it has run out. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /**
   * A search that comes to its end.
   *
   * @param circuit as it is today
   * @param regimes under one of which the bits count, proven ones
   */
  public Optimizer(Circuit circuit, List<Regime> regimes) {
    this(circuit, regimes, Deadline.none());
  }

  /**
   * Looks for it.
   *
   * @param space what may move
   * @param aim what is wanted
   * @return the configuration, certified by an estimate of its own, or why there is none
   * @throws IllegalStateException if that estimate disagrees: a defect
   */
  public Optimum search(Space space, Aim aim) {
    Findings findings = findings(space, aim, Findings.Kind.LEAST);
    Optional<Optimum.Found> found = found(findings, space, aim);
    return found.isPresent()
        ? found.get()
        : new Optimum.None(reasonsInTime(space, aim, findings), effort(space, aim, findings));
  }

  /**
   * {@return the same configuration, if there is one: no reason is looked for}
   *
   * @param space what may move
   * @param aim what is wanted
   * @throws IllegalStateException if its estimate disagrees: a defect
   */
  public Optional<Optimum.Found> find(Space space, Aim aim) {
    return found(findings(space, aim, Findings.Kind.LEAST), space, aim);
  }

  private Optional<Optimum.Found> found(Findings findings, Space space, Aim aim) {
    return findings.best().stream()
        .findFirst()
        .map(
            best ->
                new Optimum.Found(
                    certified(best, aim),
                    List.of(),
                    findings.areOptimal(),
                    effort(space, aim, findings)));
  }

  /**
   * Looks for all that no other one beats on every axis of an aim.
   *
   * @param space what may move
   * @param aim what is wanted, on several axes
   * @param resolution by how much at least two of them differ on some axis, such as 0.05; the best
   *     on each axis are always there
   * @return the configurations, each certified by an estimate of its own, or why there is none
   * @throws IllegalStateException if such an estimate disagrees: a defect
   */
  public Optimum front(Space space, Aim aim, double resolution) {
    Findings findings = findings(space, aim, Findings.Kind.FRONT);
    Effort effort = effort(space, aim, findings);
    if (findings.best().isEmpty()) {
      return new Optimum.None(reasonsInTime(space, aim, findings), effort);
    }
    List<Point> front =
        new Front(findings.best(), resolution)
            .thinned().stream().map(finding -> certified(finding, aim)).toList();
    return new Optimum.Found(front.get(0), front, findings.areOptimal(), effort);
  }

  /**
   * {@return the configuration that costs least, without the reason where there is none, which
   * takes longer}
   *
   * @param space what may move
   * @param aim what is wanted
   * @param budget what searches may certify and follow together; once it is spent, nothing is found
   */
  public Optional<Point> find(Space space, Aim aim, Budget budget) {
    if (!budget.allows()) {
      return Optional.empty();
    }
    Findings findings = findings(space, aim, Findings.Kind.LEAST);
    budget.count(findings.meter().terms() + findings.meter().edges());
    return findings.best().stream().findFirst().map(best -> certified(best, aim));
  }

  /**
   * {@return the configuration of today, under the regime that proves most of it; nothing where
   * none covers it}
   */
  public Optional<Point> today() {
    return point(circuit);
  }

  /**
   * {@return the configuration of today, where it is in a space and within the limits of an aim}
   *
   * @param space what may move
   * @param aim what is wanted, its bits apart
   */
  public Optional<Point> today(Space space, Aim aim) {
    return today()
        .filter(now -> space.holds(circuit))
        .filter(now -> FoldPaths.within(aim.costs(circuit), aim.limits()));
  }

  private Optional<Point> point(Circuit some) {
    Optional<Point> best = Optional.empty();
    for (Regime regime : regimes) {
      int bits = Prepared.of(some, List.of(regime)).bits(regime).orElse(-1);
      if (bits > best.map(Point::bits).orElse(-1L)) {
        best = Optional.of(new Point(some, regime, bits));
      }
    }
    return best;
  }

  private Findings findings(Space space, Aim aim, Findings.Kind kind) {
    Findings findings = new Findings(kind, aim.limits(), deadline);
    today()
        .filter(now -> now.bits() >= aim.bits() && space.holds(circuit))
        .ifPresent(
            now -> findings.offer(new Finding(now.regime(), aim.costs(circuit), () -> circuit)));
    try {
      search(circuit, outer(space), space, aim, findings);
    } catch (Deadline.PassedException passed) {
      findings.cut();
    }
    findings.meter().finish();
    return findings;
  }

  private Effort effort(Space space, Aim aim, Findings findings) {
    return new Effort(
        SpaceSize.of(circuit, space),
        findings.meter().terms(),
        findings.meter().edges(),
        findings.isCut(),
        findings.isCut() ? bound(space, aim) : OptionalDouble.empty());
  }

  /** What nothing costs less than on the first axis, if it is soon known. */
  private OptionalDouble bound(Space space, Aim aim) {
    Optimizer other = new Optimizer(circuit, regimes, deadline.then(GRACE));
    Findings findings = other.findings(space, aim, Findings.Kind.BOUND);
    boolean isKnown = findings.bound() > 0 && findings.bound() < Double.POSITIVE_INFINITY;
    return findings.isCut() || !isKnown
        ? OptionalDouble.empty()
        : OptionalDouble.of(findings.bound());
  }

  private List<Reason> reasonsInTime(Space space, Aim aim, Findings findings) {
    try {
      return findings.isCut() ? List.of(new Reason.OutOfTime()) : reasons(space, aim);
    } catch (Deadline.PassedException passed) {
      return List.of(new Reason.OutOfTime());
    }
  }

  /** The same findings, where what is left out would be wrong. */
  private Findings complete(Space space, Aim aim, Findings.Kind kind) {
    Findings findings = findings(space, aim, kind);
    if (findings.isCut()) {
      throw new Deadline.PassedException();
    }
    return findings;
  }

  /** The keys that neither a layout nor proof-of-work takes in. */
  private List<Key<Circuit, ?>> outer(Space space) {
    List<Key<Circuit, ?>> outer = new ArrayList<>();
    for (Key<Circuit, ?> key : Space.keys(circuit)) {
      boolean isInner = Sites.isSite(key) || Space.inLayout(circuit, key);
      if (space.moves(key) && !isInner) {
        outer.add(key);
      }
    }
    return outer;
  }

  private void search(
      Circuit some, List<Key<Circuit, ?>> outer, Space space, Aim aim, Findings findings) {
    if (outer.isEmpty()) {
      Optional<FoldingDesign> folding = some.foldingDesign();
      Optional<IteratedDesign> iterated = some.iteratedDesign();
      for (Regime regime : regimes) {
        folding.ifPresent(
            design -> new FoldingSearch(some, design, space, aim, findings).search(regime));
        iterated.ifPresent(
            design -> new IteratedSearch(some, design, space, aim, findings).search(regime));
        if (Space.isOfLevers(some) && !findings.isBound()) {
          new LeverDescent(some, space, aim, findings).search(regime);
        }
      }
      return;
    }
    List<Key<Circuit, ?>> others = outer.subList(1, outer.size());
    searchEach(some, outer.get(0), others, space, aim, findings);
  }

  private <T> void searchEach(
      Circuit some,
      Key<Circuit, T> key,
      List<Key<Circuit, ?>> others,
      Space space,
      Aim aim,
      Findings findings) {
    for (T value : space.values(key, key.get(some))) {
      try {
        search(key.with(some, value), others, space, aim, findings);
      } catch (InvalidConfiguration contradiction) {
        findings.refuse(contradiction);
      }
    }
  }

  /** The search answers for nothing: what it found is built, and estimated as any other circuit. */
  private Point certified(Finding finding, Aim aim) {
    Circuit found = finding.circuit().get();
    Point point = point(found).orElseThrow();
    double[] costs = aim.costs(found);
    if (point.bits() < aim.bits() || !FoldPaths.within(costs, finding.costs())) {
      throw new IllegalStateException(
          "the search promised %d bits at costs %s, the estimate is %d bits at %s: %s"
              .formatted(
                  aim.bits(),
                  Arrays.toString(finding.costs()),
                  point.bits(),
                  Arrays.toString(costs),
                  found.parameters()));
    }
    return point;
  }

  private List<Reason> reasons(Space space, Aim aim) {
    Findings survey = complete(space, aim, Findings.Kind.SURVEY);
    if (survey.mostBits().isEmpty()) {
      List<Problem> problems = List.copyOf(new LinkedHashSet<>(survey.refusals()));
      return List.of(new Reason.Refused(problems));
    }
    List<Reason.Ceiling> ceilings = new ArrayList<>();
    List<Map.Entry<Field, Findings>> larger = new ArrayList<>();
    for (Map.Entry<String, Long> term : survey.mostBits().entrySet()) {
      if (term.getValue() < aim.bits()) {
        if (ceilings.isEmpty()) {
          larger.addAll(overLargerFields(space, aim));
        }
        ceilings.add(ceiling(term.getKey(), term.getValue(), larger, space, aim));
      }
    }
    if (!ceilings.isEmpty()) {
      ceilings.sort(Comparator.comparingLong(Reason.Ceiling::bits));
      return List.copyOf(ceilings);
    }
    for (Axis axis : aim.most().keySet()) {
      Map<Axis, Double> others = new EnumMap<>(aim.most());
      others.remove(axis);
      Aim its = new Aim(aim.bits(), List.of(axis), others, aim.worst(), aim.hashRate());
      List<Finding> nearest = complete(space, its, Findings.Kind.LEAST).best();
      if (!nearest.isEmpty()) {
        return List.of(new Reason.Limit(axis, certified(nearest.get(0), its)));
      }
    }
    return List.of(conflict(space, aim.unlimited()));
  }

  /** The same survey over each larger field, up to the first that gives every term enough. */
  private List<Map.Entry<Field, Findings>> overLargerFields(Space space, Aim aim) {
    Space others = space.without(CommonKeys.FIELD);
    Field now = circuit.id().field();
    List<Map.Entry<Field, Findings>> larger = new ArrayList<>();
    for (int degree = now.degree() + 1; degree <= Field.MAX_DEGREE; degree++) {
      Field field = new Field(now.base(), degree);
      Optional<Circuit> other = over(field);
      if (other.isPresent()) {
        Findings survey =
            new Optimizer(other.get(), regimes, deadline)
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
      return Optional.of(CommonKeys.FIELD.with(circuit, field));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private Reason.Ceiling ceiling(
      String term, long bits, List<Map.Entry<Field, Findings>> larger, Space space, Aim aim) {
    List<Reason.Cure> cures = new ArrayList<>();
    boolean isCured = false;
    for (Map.Entry<Field, Findings> other : larger) {
      Map<String, Long> mostBits = other.getValue().mostBits();
      long its = mostBits.getOrDefault(term, bits);
      boolean complete = mostBits.values().stream().allMatch(some -> some >= aim.bits());
      if (!isCured) {
        String field = Spelling.of(other.getKey());
        cures.add(new Reason.Cure(CommonKeys.FIELD.label(), field, its, complete));
      }
      isCured |= its >= aim.bits();
    }
    if (!isCured) {
      cures.clear();
    }
    cures.addAll(moreQueries(term, space, aim));
    new Sites(circuit, space)
        .of(term)
        .filter(site -> !space.moves(site.key()))
        .ifPresent(
            site -> {
              long needed = site.most() + aim.bits() - bits;
              cures.add(
                  new Reason.Cure(site.key().label(), Long.toString(needed), aim.bits(), false));
            });
    return new Reason.Ceiling(term, bits, cures);
  }

  /** The fewest queries that give their term enough bits, beyond those of the space. */
  private List<Reason.Cure> moreQueries(String term, Space space, Aim aim) {
    Optional<Key<Circuit, ?>> key =
        circuit
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
              Findings survey = complete(its, aim, Findings.Kind.SURVEY);
              return survey.mostBits().getOrDefault(term, 0L) < aim.bits();
            });
    return few == Limits.QUERIES
        ? List.of()
        : List.of(new Reason.Cure(key.get().label(), Long.toString(few + 1), aim.bits(), false));
  }

  /** The most bits that there are together, by bisection. */
  private Reason conflict(Space space, Aim aim) {
    long reached = -1;
    long tooMany = aim.bits();
    List<Finding> best = List.of();
    while (tooMany - reached > 1) {
      long middle = reached + (tooMany - reached) / 2;
      List<Finding> found = complete(space, aim.with(middle), Findings.Kind.LEAST).best();
      if (!found.isEmpty()) {
        best = found;
        reached = middle;
      } else {
        tooMany = middle;
      }
    }
    Point point = certified(best.get(0), aim.with(reached));
    List<String> terms =
        Prepared.of(point.circuit(), List.of(point.regime())).weakest(point.regime()).stream()
            .map(Term::name)
            .toList();
    return new Reason.Conflict(point, terms);
  }
}
