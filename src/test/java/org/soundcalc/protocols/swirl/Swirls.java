package org.soundcalc.protocols.swirl;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;

/** The parameters of a small SWIRL circuit, to vary one at a time. */
record Swirls(
    Field field,
    Stack stack,
    ConfiguredRegime accounting,
    int rounds,
    long queries,
    int grinding,
    AirShape shape) {
  private static final int SPARE = 3;

  /** Of the kind of OpenVM's app. */
  static Swirls typical() {
    return new Swirls(
        new Field(BaseField.BABY_BEAR, 4),
        new Stack(4, 14, 100, 1),
        ConfiguredRegime.unique(),
        3,
        100,
        10,
        new AirShape(1000, 50, 18, 2000, 100));
  }

  /** Configurations of the kind that zkVMs use, and around them. */
  static Arbitrary<Swirls> any() {
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.of(BaseField.GOLDILOCKS, BaseField.BABY_BEAR, BaseField.KOALA_BEAR),
                Arbitraries.integers().between(2, 6))
            .as(Field::new);
    Arbitrary<ConfiguredRegime> accountings =
        Arbitraries.integers()
            .between(1, 8)
            .map(m -> m == 1 ? ConfiguredRegime.unique() : ConfiguredRegime.johnson(m));
    return Combinators.combine(
            fields,
            accountings,
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 7),
            Arbitraries.longs().between(1, 3000),
            Arbitraries.longs().between(1, 400),
            Arbitraries.integers().between(0, 30))
        .as(
            (field, accounting, rounds, blowup, skip, width, queries, bits) ->
                new Swirls(
                    field,
                    new Stack(
                        Math.min(skip, Round.FOLDS * rounds),
                        Round.FOLDS * rounds - Math.min(skip, Round.FOLDS * rounds) + SPARE,
                        width,
                        blowup),
                    accounting,
                    rounds,
                    queries,
                    bits,
                    new AirShape(1000, 50, 18, 2000, 100)));
  }

  Swirl circuit() {
    return new Swirl(
        new CircuitId("main", "SWIRL", "SWIRL", "WHIR", field, 256, Optional.empty()),
        new StackedWhir(
            stack,
            accounting,
            Collections.nCopies(rounds, queries),
            field,
            SwirlGrinding.of(field.base().prime(), grinding, grinding)),
        shape,
        shape,
        4,
        20,
        new LogUp(1 << 20, 7, BiasedGrinding.of(grinding, field.base().prime())),
        List.of());
  }

  Swirls withQueries(long other) {
    return new Swirls(field, stack, accounting, rounds, other, grinding, shape);
  }

  Swirls withGrinding(int bits) {
    return new Swirls(field, stack, accounting, rounds, queries, bits, shape);
  }

  Swirls withField(Field other) {
    return new Swirls(other, stack, accounting, rounds, queries, grinding, shape);
  }

  Swirls withRounds(int other) {
    return new Swirls(field, stack, accounting, other, queries, grinding, shape);
  }

  Swirls withWidth(long width) {
    Stack other = new Stack(stack.skip(), stack.variables(), width, stack.logBlowup());
    return new Swirls(field, other, accounting, rounds, queries, grinding, shape);
  }

  Swirls withAccounting(ConfiguredRegime other) {
    return new Swirls(field, stack, other, rounds, queries, grinding, shape);
  }

  Swirls withShape(AirShape other) {
    return new Swirls(field, stack, accounting, rounds, queries, grinding, other);
  }
}
