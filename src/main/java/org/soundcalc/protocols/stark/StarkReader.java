package org.soundcalc.protocols.stark;

import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.JohnsonGap;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookups;

/** Reads what every STARK has beside its commitment, and puts the circuit together. */
public final class StarkReader {
  /** The regime of the Johnson bound's usual proximity parameter. */
  private static final String JBR = "JBR";

  private StarkReader() {}

  /**
   * Reads a STARK.
   *
   * @param section the circuit's table
   * @param id name, field and hash
   * @param commitment already read from the same section; nothing where that has an error
   * @return the circuit, or nothing where an error was reported
   */
  public static Optional<Circuit> read(
      Section section, CircuitId id, Optional<? extends Commitment> commitment) {
    Optional<DeepAli> air = section.make(DeepAli::of);
    warn(section);
    commitment.ifPresent(pcs -> warnOfColumns(section, pcs.batchSize()));
    ExplicitRegime regime = ExplicitRegime.of(section.get(ExplicitRegime.KEY));
    if (commitment.isPresent() && air.isPresent() && regime != ExplicitRegime.UNIQUE) {
      warnOfList(section, commitment.get(), air.get());
    }
    Optional<Lookups> lookups =
        Lookups.read(
            section,
            id.field(),
            name -> Stark.isTaken(name) || commitment.filter(pcs -> pcs.hasTerm(name)).isPresent());
    commitment.ifPresent(
        pcs ->
            section.report(
                DeepAli.checkField(
                        new Invariants(), id.field(), pcs.logDimension(), pcs.codes().get(0).rate())
                    .problems()));
    if (!section.sound() || commitment.isEmpty() || air.isEmpty() || lookups.isEmpty()) {
      return Optional.empty();
    }
    return section.make(
        values -> new Stark(id, commitment.get(), air.get(), lookups.get(), regime));
  }

  private static void warn(Section section) {
    long points = section.get(DeepAli.OPENING_POINTS);
    section
        .find(InformationalKeys.MAX_COMBO)
        .filter(combo -> section.valid(DeepAli.OPENING_POINTS) && combo != points)
        .ifPresent(
            combo ->
                section.warn(
                    InformationalKeys.MAX_COMBO,
                    "max_combo = " + combo + " contradicts opening_points = " + points));
  }

  /** Unless the Johnson bound's usual proximity parameter is below the opened code's radius too. */
  private static void warnOfList(Section section, Commitment commitment, DeepAli air) {
    Code code = commitment.codes().get(0);
    OpenedCode opened = air.opened(code.rate(), commitment.logDimension());
    JohnsonGap gap = JohnsonGap.of(code);
    // so many that k + c is not below (1 - delta)*n are refused
    if (Certified.compare(gap::agreement, opened::sqrt) <= 0
        && Certified.compare(gap::agreement, opened::rho) > 0) {
      section.warnUnder(
          JBR,
          DeepAli.OPENING_POINTS,
          "opening_points = %d: under %s %s; fewer of them or a larger gap_to_radius would do"
              .formatted(air.openingPoints(), JBR, opened.lackOfList()));
    }
  }

  /** What is batched has all columns: less than half of them is a slip, or a figure of another. */
  private static void warnOfColumns(Section section, long batchSize) {
    Optional<Long> fixed = section.find(InformationalKeys.NUM_COLUMNS_FIXED);
    Optional<Long> witness = section.find(InformationalKeys.NUM_COLUMNS_WITNESS);
    Optional<Long> all = section.find(InformationalKeys.NUM_COLUMNS);
    if (all.isPresent()) {
      warnOfColumns(section, InformationalKeys.NUM_COLUMNS, "", batchSize, all.get());
    } else if (fixed.isPresent() && witness.isPresent()) {
      warnOfColumns(
          section,
          InformationalKeys.NUM_COLUMNS_WITNESS,
          InformationalKeys.NUM_COLUMNS_FIXED + " + ",
          batchSize,
          fixed.get() + witness.get());
    }
  }

  private static void warnOfColumns(
      Section section, Key<?, Long> key, String before, long batchSize, long columns) {
    if (batchSize < columns - batchSize) {
      section.warn(
          key, "batch_size = %d contradicts %s%s = %d".formatted(batchSize, before, key, columns));
    }
  }
}
