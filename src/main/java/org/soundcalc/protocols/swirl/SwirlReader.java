package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.code.BlowupFactor;

/** Reads a SWIRL circuit and checks that its parameters fit together. */
final class SwirlReader {
  private final Section section;

  SwirlReader(Section section) {
    this.section = section;
  }

  Optional<Circuit> read(CircuitId id) {
    Stack stack = stack();
    List<Long> queries = section.get(SwirlKeys.NUM_QUERIES);
    checkFolds(stack, queries.size());
    checkDomain(stack);
    String blowup = Integer.toString(stack.logBlowup());
    BlowupFactor.check(
        section, SwirlKeys.LOG_BLOWUP, Rate.ofLog2Inverse(stack.logBlowup()), blowup);
    Optional<ConfiguredRegime> accounting = accounting(stack);
    ShapeKey.Bounds constraints = SwirlKeys.MAX_CONSTRAINTS.read(section);
    ShapeKey.Bounds airs = SwirlKeys.NUM_AIRS.readPositive(section);
    ShapeKey.Bounds height = SwirlKeys.MAX_LOG_HEIGHT.read(section);
    ShapeKey.Bounds columns = SwirlKeys.NUM_COLUMNS.read(section);
    ShapeKey.Bounds interactions = SwirlKeys.MAX_INTERACTIONS.readPositive(section);
    AirShape errorShape =
        new AirShape(
            constraints.errors(),
            airs.errors(),
            (int) height.errors(),
            columns.errors(),
            interactions.errors());
    AirShape sizeShape =
        new AirShape(
            constraints.sizes(),
            airs.sizes(),
            (int) height.sizes(),
            columns.sizes(),
            interactions.sizes());
    long degree = section.get(SwirlKeys.CONSTRAINT_DEGREE);
    long publicValues = section.get(SwirlKeys.PUBLIC_VALUES);
    BigInteger prime = id.field().base().prime();
    LogUp logUp =
        new LogUp(
            section.get(SwirlKeys.MAX_INTERACTION_COUNT),
            small(SwirlKeys.LOG_MESSAGE_LENGTH),
            BiasedGrinding.of(small(SwirlKeys.LOGUP_POW), prime));
    SwirlGrinding grinding =
        SwirlGrinding.of(prime, small(SwirlKeys.MU_POW), small(SwirlKeys.FOLDING_POW));
    if (!section.sound()) {
      return Optional.empty();
    }
    return accounting.map(
        regime ->
            new Swirl(
                id,
                new StackedWhir(stack, regime, queries, id.field(), grinding),
                errorShape,
                sizeShape,
                degree,
                publicValues,
                logUp,
                section.parameters()));
  }

  private Stack stack() {
    return new Stack(
        small(SwirlKeys.L_SKIP),
        small(SwirlKeys.N_STACK),
        section.get(SwirlKeys.W_STACK),
        small(SwirlKeys.LOG_BLOWUP));
  }

  /** A value whose type keeps it small. */
  private int small(Key<?, Long> key) {
    return Math.toIntExact(section.get(key));
  }

  private void checkFolds(Stack stack, int rounds) {
    boolean known = section.valid(SwirlKeys.L_SKIP, SwirlKeys.N_STACK, SwirlKeys.NUM_QUERIES);
    long folds = (long) Round.FOLDS * rounds;
    if (known && folds > stack.logHeight()) {
      section.error(
          SwirlKeys.NUM_QUERIES,
          "must have fewer entries: "
              + rounds
              + " rounds fold "
              + folds
              + " times, but l_skip + n_stack = "
              + stack.logHeight());
    }
  }

  /** Degrees fall faster than rates, so that the first round's domain is the largest. */
  private void checkDomain(Stack stack) {
    if (!section.valid(
        SwirlKeys.L_SKIP, SwirlKeys.N_STACK, SwirlKeys.LOG_BLOWUP, CommonKeys.FIELD)) {
      return;
    }
    Field field = section.get(CommonKeys.FIELD);
    int logDomain = stack.logHeight() - Round.FOLDS + stack.logBlowup();
    if (logDomain > field.twoAdicity()) {
      section.error(
          SwirlKeys.N_STACK,
          "with l_skip and log_blowup makes a folded domain of 2^"
              + logDomain
              + " points, beyond the 2-adicity "
              + field.twoAdicity()
              + " of "
              + field.tomlName());
    }
  }

  /** The circuit's regime; nothing where it lacks a multiplicity that serves. */
  private Optional<ConfiguredRegime> accounting(Stack stack) {
    String word = section.get(SwirlKeys.EXPLICIT_REGIME);
    if (!section.valid(SwirlKeys.EXPLICIT_REGIME)) {
      return Optional.empty();
    }
    if (word.equals(ConfiguredRegime.UNIQUE)) {
      section
          .get(SwirlKeys.EXPLICIT_M)
          .ifPresent(
              m ->
                  section.warn(
                      SwirlKeys.EXPLICIT_M,
                      "explicit_m = " + m + " is ignored: explicit_regime is \"unique\""));
      return Optional.of(ConfiguredRegime.unique());
    }
    return multiplicity(stack).map(ConfiguredRegime::johnson);
  }

  private Optional<Long> multiplicity(Stack stack) {
    Optional<Long> m = section.get(SwirlKeys.EXPLICIT_M);
    if (m.isEmpty() && !section.has(SwirlKeys.EXPLICIT_M)) {
      section.error(
          SwirlKeys.EXPLICIT_M,
          "is missing: explicit_regime = \"list\" needs the decoder's multiplicity (must be "
              + SwirlKeys.EXPLICIT_M.type().description()
              + ")");
    }
    if (m.isPresent() && section.valid(SwirlKeys.LOG_BLOWUP)) {
      return m.filter(value -> checkReach(value, stack.logBlowup()));
    }
    return m;
  }

  /** The first rate is the highest, and thereby the hardest to reach. */
  private boolean checkReach(long m, int logBlowup) {
    if (GuruswamiSudan.leavesProximityParameter(Rate.ofLog2Inverse(logBlowup), m)) {
      return true;
    }
    section.error(
        SwirlKeys.EXPLICIT_M,
        "must be larger at log_blowup = "
            + logBlowup
            + ": sqrt(rho)*(1 + 1/(2m)) must be below 1, got "
            + m);
    return false;
  }
}
