package org.soundcalc.protocols.jagged;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.protocols.fri.Folding;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;

/** The parameters of a small Jagged circuit, to vary one at a time. */
record Jaggeds(
    Field field,
    int logInverseRate,
    int logDense,
    long batch,
    long queries,
    int grinding,
    Trace trace) {
  /**
   * Configurations of the kind that zkVMs use, and around them, with room for a length of 2^4 times
   * as much over a field of 2-adicity 24.
   */
  static Arbitrary<Jaggeds> any() {
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.of(BaseField.GOLDILOCKS, BaseField.BABY_BEAR, BaseField.KOALA_BEAR),
                Arbitraries.integers().between(2, 6))
            .as(Field::new);
    Arbitrary<Trace> traces =
        Combinators.combine(
                Arbitraries.longs().between(1, 1 << 24),
                Arbitraries.longs().between(1, 10_000),
                Arbitraries.longs().between(1, 10_000),
                Arbitraries.longs().between(1, 8))
            .as(Trace::new);
    return Combinators.combine(
            fields,
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(4, 20),
            Arbitraries.longs().between(1, 100_000),
            Arbitraries.longs().between(1, 400),
            Arbitraries.integers().between(0, 30),
            traces)
        .as(
            (field, rate, dense, batch, queries, grinding, trace) ->
                new Jaggeds(
                    field, rate, Math.min(dense, 20 - rate), batch, queries, grinding, trace));
  }

  Jagged circuit() {
    long length = 1L << logDense;
    Fri dense =
        new Fri(
            new Folding(
                field,
                Rate.ofLog2Inverse(logInverseRate),
                length,
                List.of(4L, 2L),
                (length << logInverseRate) / 8),
            batch,
            false,
            true,
            queries,
            Optional.empty(),
            grinding,
            0,
            grinding);
    Lookup lookup =
        new Lookup(
            "lookup",
            Lookup.Kind.UNIVARIATE,
            1000,
            0,
            5,
            3,
            grinding,
            Optional.of(true),
            Rational.ZERO,
            Optional.empty());
    return new Jagged(
        new CircuitId(
            "main",
            "JAGGED",
            "Jagged",
            "FRI",
            field,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        dense,
        trace,
        Lookups.of(List.of(lookup)),
        Optional.empty());
  }

  Jaggeds withField(Field other) {
    return new Jaggeds(other, logInverseRate, logDense, batch, queries, grinding, trace);
  }

  Jaggeds withLogDense(int other) {
    return new Jaggeds(field, logInverseRate, other, batch, queries, grinding, trace);
  }

  Jaggeds withBatch(long other) {
    return new Jaggeds(field, logInverseRate, logDense, other, queries, grinding, trace);
  }

  Jaggeds withQueries(long other) {
    return new Jaggeds(field, logInverseRate, logDense, batch, other, grinding, trace);
  }

  Jaggeds withGrinding(int other) {
    return new Jaggeds(field, logInverseRate, logDense, batch, queries, other, trace);
  }

  Jaggeds withTrace(Trace other) {
    return new Jaggeds(field, logInverseRate, logDense, batch, queries, grinding, other);
  }
}
