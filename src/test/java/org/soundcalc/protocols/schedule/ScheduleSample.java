package org.soundcalc.protocols.schedule;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.stark.Commitment;
import org.soundcalc.protocols.stark.Stark;

/**
 * The parameters of a small STIR or WHIR whose iterations are alike, to vary one at a time.
 *
 * @param queries of the iterations in turn, from the first again where they are fewer
 */
public record ScheduleSample(
    Field field,
    int iterations,
    int logFactor,
    int logInverseRate,
    int logDegree,
    long batchSize,
    Batching mode,
    List<Long> queries,
    long oodSamples,
    int grinding) {
  /** Three iterations of folding 16 to 1 over Goldilocks². */
  public static final ScheduleSample SMALL =
      new ScheduleSample(
          new Field(BaseField.GOLDILOCKS, 2), 3, 4, 1, 16, 10, Batching.POWERS, List.of(50L), 1, 0);

  /** Configurations of the kind that zkVMs use, and around them. */
  static Arbitrary<ScheduleSample> any() {
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.of(BaseField.GOLDILOCKS, BaseField.BABY_BEAR, BaseField.KOALA_BEAR),
                Arbitraries.integers().between(2, 6))
            .as(Field::new);
    Arbitrary<ScheduleSample> schedules =
        Combinators.combine(
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(0, 8))
            .as(ScheduleSample::ofSchedule);
    return Combinators.combine(
            schedules,
            fields,
            Arbitraries.longs().between(1, 100_000),
            Arbitraries.of(Batching.POWERS, Batching.AFFINE),
            Arbitraries.longs().between(1, 400),
            Arbitraries.longs().between(1, 3),
            Arbitraries.integers().between(0, 30))
        .as(
            (s, field, batch, mode, queries, samples, grinding) ->
                new ScheduleSample(
                    field,
                    s.iterations,
                    s.logFactor,
                    s.logInverseRate,
                    s.logDegree,
                    batch,
                    mode,
                    List.of(queries),
                    samples,
                    grinding));
  }

  /**
   * With room for 500 queries and samples after three iterations, and for a degree of 2^5 times as
   * much over a field of 2-adicity 24.
   */
  private static ScheduleSample ofSchedule(int iterations, int factor, int rate, int more) {
    int least = 9 + 3 * factor;
    int room = 24 - 5 - (least - factor);
    int logInverseRate = Math.min(rate, room);
    return SMALL.withSchedule(
        iterations, factor, logInverseRate, least + Math.min(more, room - logInverseRate));
  }

  /** What STIR and WHIR share. */
  public StirWhirParameters parameters() {
    return new StirWhirParameters(
        field,
        logInverseRate,
        Optional.empty(),
        iterations,
        Collections.nCopies(iterations, (long) logFactor),
        logDegree,
        batchSize,
        mode == Batching.POWERS,
        Stream.generate(() -> queries).flatMap(List::stream).limit(iterations).toList(),
        Collections.nCopies(iterations - 1, oodSamples),
        Optional.empty(),
        grinding,
        Collections.nCopies(iterations, (long) grinding),
        Collections.nCopies(iterations - 1, (long) grinding));
  }

  /** A STARK over this commitment. */
  public Stark circuit(Commitment commitment) {
    return new Stark(
        new CircuitId(
            "main",
            "TEST",
            "DEEP-ALI",
            "TEST",
            field,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        commitment,
        new DeepAli(1000, 3, 2, grinding),
        Lookups.NONE,
        ExplicitRegime.NONE);
  }

  /** The same with another schedule. */
  public ScheduleSample withSchedule(int m, int factor, int rate, int degree) {
    return new ScheduleSample(
        field, m, factor, rate, degree, batchSize, mode, queries, oodSamples, grinding);
  }

  /** The same with another number of iterations. */
  public ScheduleSample withIterations(int other) {
    return withSchedule(other, logFactor, logInverseRate, logDegree);
  }

  /** The same with another length. */
  public ScheduleSample withLogDegree(int other) {
    return withSchedule(iterations, logFactor, logInverseRate, other);
  }

  /** The same over another field. */
  public ScheduleSample withField(Field other) {
    return new ScheduleSample(
        other,
        iterations,
        logFactor,
        logInverseRate,
        logDegree,
        batchSize,
        mode,
        queries,
        oodSamples,
        grinding);
  }

  /** The same with another batch. */
  public ScheduleSample withBatchSize(long other) {
    return new ScheduleSample(
        field,
        iterations,
        logFactor,
        logInverseRate,
        logDegree,
        other,
        mode,
        queries,
        oodSamples,
        grinding);
  }

  /** The same with other queries in each iteration. */
  public ScheduleSample withQueries(long other) {
    return withQueries(List.of(other));
  }

  /** The same with other queries in the iterations in turn. */
  public ScheduleSample withQueries(List<Long> other) {
    return new ScheduleSample(
        field,
        iterations,
        logFactor,
        logInverseRate,
        logDegree,
        batchSize,
        mode,
        other,
        oodSamples,
        grinding);
  }

  /** The same with other samples in each iteration. */
  public ScheduleSample withOodSamples(long other) {
    return new ScheduleSample(
        field,
        iterations,
        logFactor,
        logInverseRate,
        logDegree,
        batchSize,
        mode,
        queries,
        other,
        grinding);
  }

  /** The same with other grinding everywhere. */
  public ScheduleSample withGrinding(int other) {
    return new ScheduleSample(
        field,
        iterations,
        logFactor,
        logInverseRate,
        logDegree,
        batchSize,
        mode,
        queries,
        oodSamples,
        other);
  }
}
