package org.soundcalc.protocols.jagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.fri.FriReader;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.LookupReader;

/** Jagged polynomial commitments over a dense FRI, with a zerocheck and lookups. */
public final class JaggedFamily implements Family {
  private static final Key<?, Long> TRACE_LENGTH =
      Key.required(
              "trace_length",
              IntegerType.POSITIVE,
              "Rows of the execution trace; need not be a power of two.")
          .in("rows")
          .moving("zerocheck");

  private static final Key<?, Long> TRACE_COLUMNS =
      Key.required("trace_columns", IntegerType.POSITIVE, "Columns of the execution trace.")
          .in("columns")
          .moving("reduce to dense PCS");

  private static final Key<?, Long> DENSE_LENGTH =
      Key.required(
              "dense_length",
              new PowerOfTwoType(1),
              "Length of the dense polynomials that the trace is packed into.")
          .in("rows")
          .moving("batching, commit rounds, reduce to dense PCS, proof size");

  private static final Key<?, Long> DENSE_BATCH =
      Key.required("dense_batch", IntegerType.POSITIVE, "Dense polynomials, which FRI batches.")
          .in("functions")
          .moving("batching, reduce to dense PCS, proof size");

  private static final Key<?, Long> NUM_CONSTRAINTS =
      Key.required("num_constraints", IntegerType.POSITIVE, "Constraints of the AIR.")
          .moving("zerocheck");

  private static final Key<?, Long> AIR_MAX_DEGREE =
      Key.required("air_max_degree", IntegerType.POSITIVE, "Largest degree of a constraint.")
          .moving("zerocheck");

  private static final Key<?, Long> OPENING_POINTS =
      Key.informational(
          "opening_points", IntegerType.POSITIVE, "Points at which each column is opened.");

  private static final Key<?, Optional<String>> EXPLICIT_REGIME =
      Key.optional(
          "explicit_regime",
          ChoiceType.of("unique"),
          "The proven regime to estimate; Jagged has unique decoding only.");

  /** FRI's rounds are not ground here. */
  private static final int COMMIT_GRINDING = 0;

  @Override
  public String name() {
    return "JAGGED";
  }

  @Override
  public String summary() {
    return "Jagged commitments over a dense FRI, with a zerocheck";
  }

  @Override
  public List<Citation> sources() {
    return List.of(
        new Citation(Paper.JAGGED, ""),
        new Citation(Paper.GRUEN24, "App. A.2"),
        new Citation(Paper.BCHKS25, "Thm 1.3"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public List<Key<?, ?>> keys() {
    List<Key<?, ?>> keys =
        new ArrayList<>(
            List.of(
                FriReader.RHO,
                TRACE_LENGTH,
                TRACE_COLUMNS,
                DENSE_LENGTH,
                DENSE_BATCH,
                NUM_CONSTRAINTS,
                AIR_MAX_DEGREE,
                FriReader.POWER_BATCHING,
                FriReader.MULTILINEAR_BATCHING,
                FriReader.NUM_QUERIES,
                FriReader.FOLDING_FACTORS,
                FriReader.EARLY_STOP,
                FriReader.GRINDING_BATCHING,
                FriReader.GRINDING_QUERY,
                EXPLICIT_REGIME,
                OPENING_POINTS,
                BlowupFactor.KEY));
    keys.addAll(InformationalKeys.all());
    return List.copyOf(keys);
  }

  @Override
  public List<Key<?, ?>> levers() {
    return List.of(FriReader.NUM_QUERIES, FriReader.GRINDING_QUERY, FriReader.GRINDING_BATCHING);
  }

  @Override
  public List<TablesKey> tables() {
    return List.of(LookupReader.LOOKUPS_TABLE);
  }

  @Override
  public Set<Decoding> decodings() {
    return Jagged.DECODINGS;
  }

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "Jagged", "FRI");
    Fri dense = FriReader.read(section, DENSE_LENGTH, DENSE_BATCH, COMMIT_GRINDING);
    Trace trace =
        new Trace(
            section.get(TRACE_LENGTH),
            section.get(TRACE_COLUMNS),
            section.get(NUM_CONSTRAINTS),
            section.get(AIR_MAX_DEGREE));
    List<Lookup> lookups = LookupReader.read(section, Jagged.termNames(dense));
    return section.valid(EXPLICIT_REGIME) && section.sound()
        ? Optional.of(new Jagged(id, dense, trace, lookups, section.parameters()))
        : Optional.empty();
  }
}
