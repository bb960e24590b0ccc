package org.soundcalc.search.optimum;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.Key;
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
   * What was found where no reason is looked for.
   *
   * @param found the configuration; nothing where there is none, or none before the search was cut
   * @param cut why the search ended before all was searched, if it did
   */
  public record Outcome(Optional<Optimum.Found> found, Optional<Cut> cut) {}

  /**
   * {@return the same configuration, if there is one: no reason is looked for}
   *
   * @param space what may move
   * @param aim what is wanted
   * @throws IllegalStateException if its estimate disagrees: a defect
   */
  public Optional<Optimum.Found> find(Space space, Aim aim) {
    return outcome(space, aim).found();
  }

  /**
   * {@return the same, and whether all was searched}
   *
   * @param space what may move
   * @param aim what is wanted
   * @throws IllegalStateException if its estimate disagrees: a defect
   */
  public Outcome outcome(Space space, Aim aim) {
    Findings findings = findings(space, aim, Findings.Kind.LEAST);
    return new Outcome(found(findings, space, aim), findings.cut());
  }

  private Optional<Optimum.Found> found(Findings findings, Space space, Aim aim) {
    Optional<Finding> best = findings.best().stream().findFirst();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Optional<Aim> tie =
        findings.cut().isEmpty() ? aim.tie(best.get().costs()[0]) : Optional.empty();
    return Optional.of(
        tie.isPresent()
            ? smallest(findings, space, aim, tie.get())
            : new Optimum.Found(
                certified(best.get(), aim),
                List.of(),
                findings.areOptimal(),
                effort(space, aim, findings)));
  }

  /**
   * Of all that cost as little as what was found, the smallest proof: a search of its own, which
   * may be cut as any other.
   */
  private Optimum.Found smallest(Findings findings, Space space, Aim aim, Aim tie) {
    Findings ties = findings(space, tie, Findings.Kind.LEAST);
    Stream<Point> found = ties.best().stream().map(finding -> certified(finding, tie));
    // one that is not whole may have missed what was known before
    Stream<Point> known =
        ties.areOptimal() && !ties.best().isEmpty()
            ? Stream.empty()
            : findings.best().stream().map(finding -> certified(finding, aim));
    Point point =
        Stream.concat(found, known)
            .min(Comparator.comparingDouble(some -> tie.cost(some.circuit(), Axis.PROOF_SIZE)))
            .orElseThrow();
    Effort effort = effort(space, aim, findings).with(ties.meter());
    return new Optimum.Found(
        point,
        List.of(),
        findings.areOptimal() && ties.areOptimal(),
        ties.cut()
            .map(why -> effort.cut(why, bound(findings, why, space, aim, point)))
            .orElse(effort));
  }

  /** What nothing costs less than on the first axis, where the search for it came to its end. */
  private OptionalDouble bound(Findings findings, Cut why, Space space, Aim aim, Point best) {
    double least = aim.cost(best.circuit(), aim.least());
    if (findings.areOptimal() && least > 0) {
      return OptionalDouble.of(least);
    }
    return why.isOfTime() && !findings.areOptimal() ? bound(space, aim) : OptionalDouble.empty();
  }

  /**
   * Looks for all that no other one beats on every axis of an aim.
   *
   * @param space what may move
   * @param aim what is wanted, on several axes
   * @param axes how many of the aim's count, the first: others have limits alone
   * @param resolution by how much at least two of them differ on some axis, such as 0.05; the best
   *     on each axis are always there
   * @return the configurations, each certified by an estimate of its own, or why there is none
   * @throws IllegalStateException if such an estimate disagrees: a defect
   */
  public Optimum front(Space space, Aim aim, int axes, double resolution) {
    Findings findings = findings(space, aim, Findings.Kind.FRONT);
    Effort effort = effort(space, aim, findings);
    if (findings.best().isEmpty()) {
      return new Optimum.None(reasonsInTime(space, aim, findings), effort);
    }
    List<Point> front =
        new Front(findings.best(), axes, resolution)
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
      search(circuit, space.beyondLayout(circuit), space, aim, findings);
    } catch (Cut.CutException cut) {
      findings.cut(cut.why());
    }
    findings.meter().finish();
    return findings;
  }

  private Effort effort(Space space, Aim aim, Findings findings) {
    return new Effort(
        SpaceSize.of(circuit, space),
        findings.meter().terms(),
        findings.meter().edges(),
        findings.cut(),
        findings.cut().filter(Cut::isOfTime).isPresent()
            ? bound(space, aim)
            : OptionalDouble.empty());
  }

  /** What nothing costs less than on the first axis, if it is soon known. */
  private OptionalDouble bound(Space space, Aim aim) {
    Optimizer other = new Optimizer(circuit, regimes, deadline.then(GRACE));
    Findings findings = other.findings(space, aim, Findings.Kind.BOUND);
    boolean isKnown = findings.bound() > 0 && findings.bound() < Double.POSITIVE_INFINITY;
    return findings.cut().isPresent() || !isKnown
        ? OptionalDouble.empty()
        : OptionalDouble.of(findings.bound());
  }

  private List<Reason> reasonsInTime(Space space, Aim aim, Findings findings) {
    try {
      return findings.cut().isPresent()
          ? List.of(new Reason.Unfinished(findings.cut().get()))
          : new Infeasibility(this, space).reasons(aim);
    } catch (Cut.CutException cut) {
      return List.of(new Reason.Unfinished(cut.why()));
    }
  }

  /** The same findings, where what is left out would be wrong. */
  Findings complete(Space space, Aim aim, Findings.Kind kind) {
    Findings findings = findings(space, aim, kind);
    findings
        .cut()
        .ifPresent(
            why -> {
              throw new Cut.CutException(why);
            });
    return findings;
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
        if (some.roundsDesign().isPresent()) {
          new RoundsSearch(some, space, aim, findings).search(regime);
        } else if (Space.isOfLevers(some) && !findings.isBound()) {
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
  Point certified(Finding finding, Aim aim) {
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
}
