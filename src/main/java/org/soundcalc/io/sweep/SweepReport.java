package org.soundcalc.io.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.soundcalc.analysis.sweep.SweepFigures;
import org.soundcalc.analysis.sweep.SweepMeasure;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;

/**
 * Sweeps over circuits of one zkVM. Points are estimated while they are written, so that there may
 * be any number of them.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the file
 * @param zkvm whose circuits they are
 * @param source the file that describes it, as it was named
 * @param sweeps one for each circuit, all of the same keys
 * @param columns what is shown beside the keys
 * @param minBits what is looked for
 * @param leftOut circuits without one of the keys
 * @param warnings what readers of the figures must know
 * @param progress is told of every point
 */
public record SweepReport(
    String version,
    EstimateCaveats provisos,
    Zkvm zkvm,
    String source,
    List<OfCircuit> sweeps,
    Set<SweepColumn> columns,
    OptionalInt minBits,
    List<String> leftOut,
    List<Warning> warnings,
    Runnable progress) {
  /**
   * The sweep of a circuit.
   *
   * @param sweep its points
   * @param measure what is asked of each
   */
  public record OfCircuit(Sweep sweep, SweepMeasure measure) {
    /** Its name. */
    String name() {
      return sweep.circuit().id().name();
    }

    /** What it costs as it is. */
    Optional<Costs> today() {
      return sweep.circuit().costs(measure.hashRateBits());
    }

    /** Keys whose values follow from those varied. */
    List<Key<Circuit, ?>> following() {
      return measure.following();
    }

    /** A lever's value at a point, as TOML has it. */
    Object value(int lever, Sweep.Point<SweepFigures> point) {
      return sweep.levers().get(lever).values().get(sweep.valueAt(point.index(), lever));
    }
  }

  /** The levers, as the first circuit has them. */
  List<Lever> levers() {
    return sweeps.get(0).sweep.levers();
  }

  /** The names of keys whose values follow. */
  List<String> following() {
    return sweeps.get(0).following().stream().map(Key::spelling).toList();
  }

  /** Whether a column is shown. */
  boolean shows(SweepColumn column) {
    return columns.contains(column);
  }

  /** Visits the points of a circuit in their order. */
  void forEach(OfCircuit of, Consumer<Sweep.Point<SweepFigures>> visitor) {
    of.sweep.forEach(
        of.measure,
        point -> {
          progress.run();
          visitor.accept(point);
        });
  }

  /** Whether a point has the bits that are looked for. */
  boolean meets(Sweep.Point<SweepFigures> point) {
    return minBits.isPresent()
        && point
            .measured()
            .flatMap(SweepFigures::best)
            .filter(best -> best.bits() >= minBits.getAsInt())
            .isPresent();
  }
}
