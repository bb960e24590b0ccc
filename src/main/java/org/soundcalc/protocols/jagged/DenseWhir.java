package org.soundcalc.protocols.jagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.whir.Whir;

/** Dense polynomials over WHIR: its gap is never pinned, and it has no multilinear batching. */
final class DenseWhir extends Dense<Whir> {
  private static final Key<Whir, Long> BATCH =
      StirWhirParameters.BATCH_SIZE
          .of(Whir::common, Whir::with)
          .named(DenseFri.BATCH.name(), "Number of dense polynomials, batched by WHIR.")
          .moving(DenseFri.BATCH.affects())
          .symbols("B")
          .enters("⌈log2 B⌉", "λ", "2^λ");

  private static final Key<?, Optional<Long>> LENGTH =
      Key.optional(
          DenseFri.LENGTH.name(),
          new PowerOfTwoType(1),
          "Length of the dense polynomials: 2^log_degree, which it may repeat.");

  private static final Key<?, Boolean> MULTILINEAR_BATCHING =
      Key.optional(
          Fri.MULTILINEAR_BATCHING.name(),
          new BooleanType(),
          false,
          "Must be false: WHIR's batching is by powers or by independent challenges.");

  static final Dense<Whir> PCS = new DenseWhir();

  private static final List<Key<Circuit, ?>> KEYS = Jagged.keys(ofCircuit());

  private DenseWhir() {
    super("WHIR", Whir.class, Map.of(StirWhirParameters.BATCH_SIZE.name(), BATCH.name()));
  }

  private static List<Key<Jagged, ?>> ofCircuit() {
    List<Key<Jagged, ?>> keys =
        new ArrayList<>(
            List.of(
                Jagged.ofTrace(Trace.LENGTH),
                Jagged.ofTrace(Trace.COLUMNS),
                Jagged.ofTrace(Trace.CONSTRAINTS),
                Jagged.ofTrace(Trace.DEGREE)));
    for (Key<Whir, ?> key : Whir.OWN) {
      if (key.name().equals(StirWhirParameters.BATCH_SIZE.name())) {
        keys.add(PCS.key(BATCH));
      } else if (!key.name().equals(CommonKeys.GAP_TO_RADIUS.name())) {
        keys.add(PCS.key(key));
      }
    }
    return keys;
  }

  @Override
  List<Key<Circuit, ?>> keys() {
    return KEYS;
  }

  @Override
  List<Key<?, ?>> beside() {
    return List.of(LENGTH, MULTILINEAR_BATCHING);
  }

  @Override
  List<Citation> sources() {
    return List.of(Whir.THEOREM);
  }

  @Override
  Whir of(Values<Whir> values) {
    return Whir.of(
        values
            .with(StirWhirParameters.BATCH_SIZE.name(), values.get(BATCH))
            .with(CommonKeys.GAP_TO_RADIUS.name(), Optional.empty()));
  }

  @Override
  void check(Section section, Optional<Whir> made) {
    long logInverseRate = section.get(StirWhirParameters.LOG_INV_RATE);
    BlowupFactor.check(
        section,
        StirWhirParameters.LOG_INV_RATE,
        Rate.ofLog2Inverse((int) logInverseRate),
        Long.toString(logInverseRate));
    List<Problem> problems = new ArrayList<>();
    int logDegree = section.get(StirWhirParameters.LOG_DEGREE).intValue();
    section
        .get(LENGTH)
        .filter(length -> Long.numberOfTrailingZeros(length) != logDegree)
        .ifPresent(
            length ->
                problems.add(
                    Problem.of(
                        "must be 2^log_degree = 2^%d, or be left out, got %d"
                            .formatted(logDegree, length),
                        LENGTH,
                        StirWhirParameters.LOG_DEGREE)));
    if (section.get(MULTILINEAR_BATCHING)) {
      problems.add(
          Problem.of(
              "must be false or left out with dense_pcs = \"whir\": WHIR has no such batching, got"
                  + " true",
              MULTILINEAR_BATCHING,
              Jagged.DENSE_PCS));
    }
    section.report(problems);
  }
}
