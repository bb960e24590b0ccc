package org.soundcalc.protocols.jagged;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.fri.FriWarnings;

/** Dense polynomials over FRI: its commit rounds are not ground, its gap is never pinned. */
final class DenseFri extends Dense<Fri> {
  static final Key<Fri, Long> LENGTH =
      Fri.LENGTH
          .named("dense_length", "Length of the dense polynomials that the trace is packed into.")
          .moving("batching, commit rounds, reduce to dense PCS, proof size");

  static final Key<Fri, Long> BATCH =
      Fri.BATCH_SIZE
          .named("dense_batch", "Number of dense polynomials, batched by FRI.")
          .moving("batching, reduce to dense PCS, proof size")
          .symbols("B")
          .enters("⌈log2 B⌉", "λ", "2^λ");

  static final Dense<Fri> PCS = new DenseFri();

  private static final List<Key<Circuit, ?>> KEYS =
      Jagged.keys(
          List.of(
              PCS.key(Fri.RHO),
              Jagged.ofTrace(Trace.LENGTH),
              Jagged.ofTrace(Trace.COLUMNS),
              PCS.key(LENGTH),
              PCS.key(BATCH),
              Jagged.ofTrace(Trace.CONSTRAINTS),
              Jagged.ofTrace(Trace.DEGREE),
              PCS.key(Fri.POWER_BATCHING),
              PCS.key(Fri.MULTILINEAR_BATCHING),
              PCS.key(Fri.NUM_QUERIES),
              PCS.key(Fri.FOLDING_FACTORS),
              PCS.key(Fri.EARLY_STOP),
              PCS.key(Fri.GRINDING_BATCHING),
              PCS.key(Fri.GRINDING_QUERY)));

  private DenseFri() {
    super(
        "FRI",
        Fri.class,
        Map.of(Fri.LENGTH.name(), LENGTH.name(), Fri.BATCH_SIZE.name(), BATCH.name()));
  }

  @Override
  List<Key<Circuit, ?>> keys() {
    return KEYS;
  }

  @Override
  Fri of(Values<Fri> values) {
    return Fri.of(
        values
            .with(Fri.LENGTH.name(), values.get(LENGTH))
            .with(Fri.BATCH_SIZE.name(), values.get(BATCH))
            .with(Fri.GRINDING_COMMIT.name(), 0L)
            .with(CommonKeys.GAP_TO_RADIUS.name(), Optional.empty()));
  }

  @Override
  void check(Section section, Optional<Fri> made) {
    FriWarnings.warn(section, made);
  }
}
