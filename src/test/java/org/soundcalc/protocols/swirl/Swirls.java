package org.soundcalc.protocols.swirl;

import java.util.Collections;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.swirl.ShapeKey.Count;

/**
 * The parameters of a small SWIRL circuit, to vary one at a time.
 *
 * @param multiplicity of the Johnson bound; none: unique decoding
 */
record Swirls(
    Field field,
    int skip,
    int variables,
    long width,
    int logBlowup,
    Optional<Long> multiplicity,
    int rounds,
    long queries,
    int grinding,
    Airs airs) {
  private static final int SPARE = 3;

  /** AIRs of these numbers, the same for errors and for sizes, of degree 4. */
  static Airs airs(long constraints, long airs, long logHeight, long columns, long interactions) {
    return new Airs(
        Count.of(constraints),
        Count.of(airs),
        Count.of(logHeight),
        Count.of(columns),
        Count.of(interactions),
        4,
        20);
  }

  /** Of the kind of OpenVM's app. */
  static Swirls typical() {
    return new Swirls(
        new Field(BaseField.BABY_BEAR, 4),
        4,
        14,
        100,
        1,
        Optional.empty(),
        3,
        100,
        10,
        airs(1000, 50, 18, 2000, 100));
  }

  /** Configurations of the kind that zkVMs use, and around them. */
  static Arbitrary<Swirls> any() {
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.of(BaseField.GOLDILOCKS, BaseField.BABY_BEAR, BaseField.KOALA_BEAR),
                Arbitraries.integers().between(2, 6))
            .as(Field::new);
    Arbitrary<Optional<Long>> multiplicities =
        Arbitraries.longs().between(1, 8).map(m -> m == 1 ? Optional.empty() : Optional.of(m));
    return Combinators.combine(
            fields,
            multiplicities,
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 7),
            Arbitraries.longs().between(1, 3000),
            Arbitraries.longs().between(1, 400),
            Arbitraries.integers().between(0, 30))
        .as(
            (field, multiplicity, rounds, blowup, skip, width, queries, bits) ->
                new Swirls(
                    field,
                    Math.min(skip, StackedWhir.FOLDS * rounds),
                    StackedWhir.FOLDS * rounds - Math.min(skip, StackedWhir.FOLDS * rounds) + SPARE,
                    width,
                    blowup,
                    multiplicity,
                    rounds,
                    queries,
                    bits,
                    airs(1000, 50, 18, 2000, 100)));
  }

  Swirl circuit() {
    return new Swirl(
        new CircuitId(
            "main",
            "SWIRL",
            "SWIRL",
            "WHIR",
            field,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        whir(),
        airs,
        new LogUp(1 << 20, 7, grinding));
  }

  StackedWhir whir() {
    return new StackedWhir(
        field,
        skip,
        variables,
        width,
        logBlowup,
        grinding,
        grinding,
        20,
        Collections.nCopies(rounds, queries),
        multiplicity.isPresent() ? StackedWhir.LIST : StackedWhir.UNIQUE,
        multiplicity);
  }

  Swirls withQueries(long other) {
    return with(field, width, multiplicity, rounds, other, grinding, airs);
  }

  Swirls withGrinding(int bits) {
    return with(field, width, multiplicity, rounds, queries, bits, airs);
  }

  Swirls withField(Field other) {
    return with(other, width, multiplicity, rounds, queries, grinding, airs);
  }

  Swirls withRounds(int other) {
    return with(field, width, multiplicity, other, queries, grinding, airs);
  }

  Swirls withWidth(long other) {
    return with(field, other, multiplicity, rounds, queries, grinding, airs);
  }

  Swirls withMultiplicity(Optional<Long> other) {
    return with(field, width, other, rounds, queries, grinding, airs);
  }

  Swirls withAirs(Airs other) {
    return with(field, width, multiplicity, rounds, queries, grinding, other);
  }

  private Swirls with(
      Field aField,
      long aWidth,
      Optional<Long> m,
      int someRounds,
      long someQueries,
      int bits,
      Airs someAirs) {
    return new Swirls(
        aField, skip, variables, aWidth, logBlowup, m, someRounds, someQueries, bits, someAirs);
  }
}
