package org.soundcalc.protocols.fri;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.stark.Stark;

/** The parameters of a small FRI STARK, to vary one at a time. */
record FriStarks(
    Field field,
    int logInverseRate,
    int logLength,
    long batchSize,
    Batching mode,
    long queries,
    int logFactor,
    int grinding,
    long constraints,
    long lookupRows,
    Optional<Rational> gap) {

  /** Configurations of the kind that zkVMs use, and around them. */
  static Arbitrary<FriStarks> any() {
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.of(BaseField.GOLDILOCKS, BaseField.BABY_BEAR, BaseField.KOALA_BEAR),
                Arbitraries.integers().between(2, 6))
            .as(Field::new);
    return Combinators.combine(
            fields,
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(8, 22),
            Arbitraries.longs().between(1, 100_000),
            Arbitraries.of(Batching.class),
            Arbitraries.longs().between(1, 400),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 30))
        .as(
            (field, rate, length, batch, mode, queries, factor, grinding) ->
                new FriStarks(
                    field,
                    rate,
                    // with room for a trace 2^5 times as long
                    Math.min(length, field.twoAdicity() - rate - 5),
                    batch,
                    mode,
                    queries,
                    factor,
                    grinding,
                    1000,
                    1L << length,
                    Optional.empty()));
  }

  Stark circuit() {
    long length = 1L << logLength;
    Fri fri =
        new Fri(
            new Folding(
                field,
                Rate.ofLog2Inverse(logInverseRate),
                length,
                List.copyOf(Collections.nCopies(2, 1L << logFactor)),
                1L << (logLength + logInverseRate - 2 * logFactor)),
            batchSize,
            mode == Batching.POWERS,
            mode == Batching.MULTILINEAR,
            queries,
            gap,
            grinding,
            grinding,
            grinding);
    Lookup lookup =
        new Lookup(
            "lookup",
            Lookup.Kind.MULTIVARIATE,
            lookupRows,
            0,
            5,
            3,
            grinding,
            Optional.of(true),
            Rational.ZERO,
            Optional.empty());
    return new Stark(
        new CircuitId(
            "main",
            "FRI_STARK",
            "DEEP-ALI",
            "FRI",
            field,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        fri,
        new DeepAli(constraints, 3, 2, grinding),
        Lookups.of(List.of(lookup)),
        ExplicitRegime.NONE);
  }

  FriStarks withQueries(long other) {
    return new FriStarks(
        field,
        logInverseRate,
        logLength,
        batchSize,
        mode,
        other,
        logFactor,
        grinding,
        constraints,
        lookupRows,
        gap);
  }

  FriStarks withGrinding(int other) {
    return new FriStarks(
        field,
        logInverseRate,
        logLength,
        batchSize,
        mode,
        queries,
        logFactor,
        other,
        constraints,
        lookupRows,
        gap);
  }

  FriStarks withGap(Optional<Rational> other) {
    return new FriStarks(
        field,
        logInverseRate,
        logLength,
        batchSize,
        mode,
        queries,
        logFactor,
        grinding,
        constraints,
        lookupRows,
        other);
  }

  FriStarks withField(Field other) {
    return new FriStarks(
        other,
        logInverseRate,
        logLength,
        batchSize,
        mode,
        queries,
        logFactor,
        grinding,
        constraints,
        lookupRows,
        gap);
  }

  FriStarks withLogLength(int other) {
    return new FriStarks(
        field,
        logInverseRate,
        other,
        batchSize,
        mode,
        queries,
        logFactor,
        grinding,
        constraints,
        lookupRows,
        gap);
  }

  FriStarks withBatchSize(long other) {
    return new FriStarks(
        field,
        logInverseRate,
        logLength,
        other,
        mode,
        queries,
        logFactor,
        grinding,
        constraints,
        lookupRows,
        gap);
  }
}
