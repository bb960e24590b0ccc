package org.soundcalc.protocols.stark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Sizes;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.fri.Folding;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.whir.Whir;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No STARK can be made whose parts do not fit together: each rule broken once. */
class InvariantsTest implements RulesTest {
  private static final Field FIELD = new Field(BaseField.KOALA_BEAR, 4);

  private static final DeepAli AIR = new DeepAli(1000, 3, 2, 0);

  /** A domain of 2^20 points, folded twice. */
  private static final Fri FRI = fri(FIELD, 19, 1);

  private static final ProofFormat FORMAT =
      new ProofFormat(
          Optional.empty(), 2, 0, Optional.empty(), Optional.empty(), 64, 1, Sizes.SOUNDCALC);
  private static final Stark VALID = stark(FRI, "bytes", "words");

  private static Fri fri(Field field, int logLength, int logInverseRate) {
    return new Fri(
        new Folding(
            field,
            Rate.ofLog2Inverse(logInverseRate),
            1L << logLength,
            List.of(8L, 4L),
            1L << (logLength + logInverseRate - 5)),
        100,
        true,
        false,
        50,
        Optional.empty(),
        0,
        0,
        0);
  }

  private static CircuitId id(Field field) {
    return new CircuitId(
        "main",
        "FRI_STARK",
        "DEEP-ALI",
        "FRI",
        field,
        256,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Stark stark(Fri fri, String... lookups) {
    List<Lookup> all =
        Stream.of(lookups)
            .map(
                name ->
                    new Lookup(
                        name,
                        Lookup.Kind.UNIVARIATE,
                        256,
                        0,
                        1,
                        1,
                        0,
                        Optional.empty(),
                        Rational.ZERO,
                        Optional.empty()))
            .toList();
    return new Stark(id(fri.field()), fri, AIR, Lookups.of(all), ExplicitRegime.NONE);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            "hash_size_bits",
            VALID,
            0L,
            "hash_size_bits must be an integer from 1 to 65536, got 0"),
        Violations.of(
            "num_constraints", VALID, 0L, "num_constraints must be a positive integer, got 0"),
        Violations.of(
            "num_queries", VALID, 0L, "num_queries must be an integer from 1 to 100000, got 0"),
        Violations.of(
            "explicit_regime",
            VALID,
            Optional.of("both"),
            "explicit_regime must be \"unique\" or \"list\", got \"both\""),
        Violations.of(
            "lookups[words].rows_L",
            VALID,
            -1L,
            "lookups[1].rows_L must be an integer of at least 0, got -1"),
        Violations.of(
            "proof.trees",
            VALID.with(VALID.id().sending(FORMAT)),
            Optional.of(List.of(new ProofFormat.Tree(1, 1), new ProofFormat.Tree(1, 5))),
            "proof[0].trees[1] has degree = 5, above the degree 4 of KoalaBear^4"),
        Violations.of(
            "proof.cap_levels",
            VALID.with(VALID.id().sending(FORMAT)),
            64L,
            "proof[0].cap_levels must be at most %d, the depth of the first round's trees of 2^%d"
                    .formatted(FRI.logDomain(), FRI.logDomain())
                + " leaves, got 64"));
  }

  @Test
  void theFieldIsThatOfTheCommitment() {
    CircuitId other = id(new Field(BaseField.GOLDILOCKS, 3));
    Violations.assertRefused(
        () -> new Stark(other, FRI, AIR, Lookups.NONE, ExplicitRegime.NONE),
        List.of("field must be that of the commitment, KoalaBear^4"));
    assertThat(VALID.with(other).commitment().field()).isEqualTo(other.field());
  }

  /** A domain of FRI is far smaller than its field; WHIR's domains are those after a fold. */
  @Test
  void noPointIsLeftToSample() {
    Field small = new Field(BaseField.KOALA_BEAR, 1);
    ScheduleSample sample = ScheduleSample.SMALL.withSchedule(2, 8, 6, 26).withField(small);
    List<Long> noGrinding = Collections.nCopies(8, 0L);
    Whir whir = new Whir(sample.parameters(), 3, List.of(noGrinding, noGrinding));
    Violations.assertRefused(
        () -> new Stark(id(small), whir, AIR, Lookups.NONE, ExplicitRegime.NONE),
        List.of("field must have more than k + n = 4362076160 elements, got KoalaBear"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batching",
        "commit round 1",
        "commit round 2",
        "query phase",
        "ALI",
        "DEEP",
        "total"
      })
  void noLookupIsNamedAsAnotherTerm(String name) {
    Violations.assertRefused(
        () -> stark(FRI, "bytes", name),
        List.of("lookups[1].name must not be that of another term, got \"" + name + "\""));
  }

  @Test
  void aRoundThatThereIsNotLeavesItsName() {
    assertThat(stark(FRI, "commit round 3").lookups().all())
        .extracting(Lookup::name)
        .contains("commit round 3");
  }

  @Test
  void aCommitmentWithMoreRoundsTakesANameOfALookup() {
    Stark third = stark(FRI, "commit round 3");
    Violations.assertRefused(
        () -> third.with(Fri.FOLDING_FACTORS.with(FRI, List.of(4L, 4L, 2L))),
        List.of("lookups[0].name must not be that of another term, got \"commit round 3\""));
  }

  @Test
  void everyProblemAtOnce() {
    Lookups lookups = stark(FRI, "bytes", "commit round 3").lookups();
    Fri thrice = Fri.FOLDING_FACTORS.with(FRI, List.of(4L, 4L, 2L));
    Field other = new Field(BaseField.GOLDILOCKS, 3);
    Violations.assertRefused(
        () -> new Stark(id(other), thrice, AIR, lookups, ExplicitRegime.NONE),
        List.of(
            "field must be that of the commitment, KoalaBear^4",
            "lookups[1].name must not be that of another term, got \"commit round 3\""));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Stark.class);
  }
}
