package org.soundcalc.protocols.fri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.stark.StarkReader;

/** STARKs: DEEP-ALI over FRI, with lookups. */
public final class FriStarkFamily implements Family {
  private static final Key<?, Long> TRACE_LENGTH =
      Key.required("trace_length", new PowerOfTwoType(1), "Rows of the trace.")
          .in("rows")
          .moving("every term but the query phase, proof size");

  private static final Key<?, Long> BATCH_SIZE =
      Key.required("batch_size", IntegerType.POSITIVE, "Functions that FRI batches.")
          .in("functions")
          .moving("batching, proof size");

  private static final Key<?, Long> NUM_COLUMNS =
      Key.informational(
          "num_columns",
          IntegerType.POSITIVE,
          "Columns of the trace; stands in for num_constraints where that is not published.");

  private static final Key<?, Long> NUM_CONSTRAINTS = DeepAli.NUM_CONSTRAINTS.unless(NUM_COLUMNS);

  @Override
  public String name() {
    return "FRI_STARK";
  }

  @Override
  public String summary() {
    return "DEEP-ALI over FRI";
  }

  @Override
  public List<Citation> sources() {
    return List.of(
        new Citation(Paper.HA22, "Thm 8"),
        new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return List.of(
        FriReader.RHO,
        TRACE_LENGTH,
        BATCH_SIZE,
        FriReader.POWER_BATCHING,
        FriReader.MULTILINEAR_BATCHING,
        FriReader.NUM_QUERIES,
        FriReader.FOLDING_FACTORS,
        FriReader.EARLY_STOP,
        CommonKeys.GAP_TO_RADIUS,
        FriReader.GRINDING_QUERY,
        FriReader.GRINDING_COMMIT,
        FriReader.GRINDING_BATCHING,
        DeepAli.GRINDING_DEEP,
        NUM_CONSTRAINTS,
        DeepAli.AIR_MAX_DEGREE,
        DeepAli.OPENING_POINTS,
        ExplicitRegime.KEY,
        NUM_COLUMNS,
        InformationalKeys.NUM_COLUMNS_FIXED,
        InformationalKeys.NUM_COLUMNS_WITNESS,
        InformationalKeys.GROUP,
        InformationalKeys.UDR_ONLY,
        InformationalKeys.MULTILINEAR_ZEROCHECK,
        InformationalKeys.MAX_COMBO,
        BlowupFactor.KEY);
  }

  @Override
  public List<Key<?, ?>> levers() {
    return List.of(
        FriReader.NUM_QUERIES,
        FriReader.GRINDING_QUERY,
        FriReader.GRINDING_COMMIT,
        FriReader.GRINDING_BATCHING,
        DeepAli.GRINDING_DEEP);
  }

  @Override
  public List<TablesKey> tables() {
    return StarkReader.TABLES;
  }

  @Override
  public boolean staysWithOneCode() {
    return true;
  }

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "DEEP-ALI", "FRI");
    Fri fri =
        FriReader.read(
            section, TRACE_LENGTH, BATCH_SIZE, section.get(FriReader.GRINDING_COMMIT).intValue());
    return StarkReader.read(section, id, fri, List.of(TRACE_LENGTH, FriReader.RHO));
  }
}
